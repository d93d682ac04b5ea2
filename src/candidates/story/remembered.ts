/**
 * Searches for partners of an earlier run: which of them come to the same now, and which are to be made again. Owns the
 * reasons why a search may end otherwise; must not decide on a pair.
 *
 * The search of an article depends on its own row in the index (the keys that are followed, their weights, the sum of
 * all), and of every article that shares a key with it on the same. So it comes to the same when its row is what it was,
 * everyone that was judged is there with the row that it had, and of the rows that are new or changed none is worth as
 * much as the last one that was judged. Linear in the keys, and in the postings of the rows that changed.
 */
import { finishHash, mixWord } from '../../lib/hash.ts';
import { KeyTable } from '../../lib/key-table.ts';
import { type Searches, worthOf } from './partners.ts';
import { type IndexPart, MAX_POSTING, type StoryIndex } from './story-index.ts';

/** The searches of all rows of an index. */
export interface StoredSearches extends Searches {
  /** Two words a row, by which its article is known again: equal where all is equal that it is judged by. */
  readonly contents: Uint32Array;
  /** Two words a row: of the keys that are followed, and their weights. */
  readonly prints: Uint32Array;
}

const GONE = 0xffffffff;

export class RememberedSearches {
  readonly #stored: StoredSearches;
  readonly #index: StoryIndex;
  /** The row now of a row then; GONE where its article is not there or not the same to others. */
  readonly #now: Uint32Array;
  /** By row: the row then and 1, or 0 where the search must be made. */
  readonly #then: Uint32Array;
  /** Rows whose search must be made, ascending. */
  readonly due: Uint32Array;

  constructor(stored: StoredSearches, index: StoryIndex, contents: Uint32Array, prints: Uint32Array) {
    this.#stored = stored;
    this.#index = index;
    this.#now = new Uint32Array(stored.lengths.length).fill(GONE);
    this.#then = new Uint32Array(index.count);
    this.#pairUp(contents, prints);
    const changed = rowsWhere(this.#then, (then) => then === 0);
    this.#forgetOfGone();
    // Where most is new, nothing would be saved.
    if (2 * changed.length > index.count) this.#then.fill(0);
    else this.#forgetOvertaken(changed);
    this.due = rowsWhere(this.#then, (then) => then === 0);
  }

  /** The searches of all rows: those that stand, and those of the rows that were due. */
  complete(found: Searches): Searches {
    const { lengths, judged } = this.#stored;
    const count = this.#index.count;
    const starts = startsOf(lengths);
    const foundStarts = startsOf(found.lengths);
    const all = { lengths: new Uint8Array(count), floors: new Float64Array(2 * count) };
    const allJudged = new Uint32Array(judged.length + found.judged.length);
    let [at, made] = [0, 0];
    for (let row = 0; row < count; row++) {
      const isKept = this.#then[row] !== 0;
      const n = isKept ? this.#then[row]! - 1 : made++;
      const from = isKept ? this.#stored : found;
      const start = (isKept ? starts : foundStarts)[n]!;
      all.lengths[row] = from.lengths[n]!;
      all.floors.set([from.floors[2 * n]!, from.floors[2 * n + 1]!], 2 * row);
      for (let i = start; i < start + from.lengths[n]!; i++) {
        const code = from.judged[i]!;
        allJudged[at++] = isKept ? 2 * this.#now[code >>> 1]! + (code & 1) : code;
      }
    }
    return { ...all, judged: allJudged.slice(0, at) };
  }

  /** Rows of the same article with the same row in the index; contents that stand twice are nobody's. */
  #pairUp(contents: Uint32Array, prints: Uint32Array): void {
    const { contents: before, prints: printsBefore } = this.#stored;
    const [table, tableBefore] = [new KeyTable(contents), new KeyTable(before)];
    const [isTwice, wasTwice] = [repeatedIn(contents, table), repeatedIn(before, tableBefore)];
    for (let row = 0; row < this.#then.length; row++) {
      const then = tableBefore.find(contents[2 * row]!, contents[2 * row + 1]!);
      if (then === -1 || isTwice[row] === 1 || wasTwice[then] === 1) continue;
      const isSame =
        prints[2 * row] === printsBefore[2 * then] && prints[2 * row + 1] === printsBefore[2 * then + 1];
      if (!isSame) continue;
      this.#then[row] = then + 1;
      this.#now[then] = row;
    }
  }

  /** Searches in which someone was judged who is not there any more. */
  #forgetOfGone(): void {
    const { lengths, judged } = this.#stored;
    const now = this.#now;
    let at = 0;
    for (let then = 0; then < lengths.length; then++) {
      let isGone = false;
      for (const end = at + lengths[then]!; at < end; at++) isGone ||= now[judged[at]! >>> 1] === GONE;
      if (isGone && now[then] !== GONE) this.#then[now[then]!] = 0;
    }
  }

  /** Searches in which someone who is new or changed would have been judged. */
  #forgetOvertaken(changed: Uint32Array): void {
    const { parts, totals, languages, count } = this.#index;
    const { floors } = this.#stored;
    const weights = parts.map(postingWeights);
    const shared = new Uint32Array(count);
    const touched = new Uint32Array(count);
    for (const row of changed) {
      let length = 0;
      parts.forEach(({ rows, postings: { numbers, starts, articles } }, p) => {
        const own = weights[p]!;
        for (let i = rows.offsets[row]!; i < rows.offsets[row + 1]!; i++) {
          const [start, end] = [starts[numbers[i]!]!, starts[numbers[i]! + 1]!];
          if (end - start > MAX_POSTING) continue;
          for (let at = start; at < end; at++) {
            const other = articles[at]!;
            if (shared[other] === 0) touched[length++] = other;
            // By the weights of who asks.
            shared[other]! += own[at]!;
          }
        }
      });
      for (let i = 0; i < length; i++) {
        const other = touched[i]!;
        const then = this.#then[other]!;
        if (then !== 0) {
          const worth = worthOf(shared[other]!, totals[other]!, totals[row]!);
          const floor = floors[2 * (then - 1) + (languages[other] === languages[row] ? 1 : 0)]!;
          if (worth > 0 && worth >= floor) this.#then[other] = 0;
        }
        shared[other] = 0;
      }
    }
  }
}

/** Two words a row: of the keys that are followed, with their weights, and of what it has in all. */
export function printsOf({ parts, totals, count }: StoryIndex): Uint32Array {
  const prints = new Uint32Array(2 * count);
  for (let row = 0; row < count; row++) {
    let [high, low] = [totals[row]!, ~totals[row]!];
    for (const { rows, postings } of parts) {
      const { numbers, starts } = postings;
      for (let i = rows.offsets[row]!; i < rows.offsets[row + 1]!; i++) {
        if (starts[numbers[i]! + 1]! - starts[numbers[i]!]! > MAX_POSTING) continue;
        high = mixWord(mixWord(high, rows.keys[i]!), rows.weights[i]!);
        low = mixWord(mixWord(low, rows.weights[i]!), rows.keys[i]!);
      }
      // Where the second part begins.
      high = mixWord(high, 1);
      low = mixWord(low, 1);
    }
    prints[2 * row] = finishHash(high);
    prints[2 * row + 1] = finishHash(low);
  }
  return prints;
}

/** The weight of a key for the row of each posting. */
function postingWeights({ rows, postings: { numbers, starts, size } }: IndexPart): Uint8Array {
  const next = starts.slice(0, size);
  const weights = new Uint8Array(numbers.length);
  const total = rows.offsets[rows.count] ?? 0;
  for (let i = 0; i < total; i++) weights[next[numbers[i]!]!++] = rows.weights[i]!;
  return weights;
}

/** By position: 1 where another key of the list is the same. */
function repeatedIn(keys: Uint32Array, table: KeyTable): Uint8Array {
  const isRepeated = new Uint8Array(keys.length / 2);
  for (let i = 0; i < isRepeated.length; i++) {
    const first = table.find(keys[2 * i]!, keys[2 * i + 1]!);
    if (first === i) continue;
    isRepeated[first] = 1;
    isRepeated[i] = 1;
  }
  return isRepeated;
}

function startsOf(lengths: Uint8Array): Uint32Array {
  const starts = new Uint32Array(lengths.length);
  for (let i = 1; i < lengths.length; i++) starts[i] = starts[i - 1]! + lengths[i - 1]!;
  return starts;
}

function rowsWhere(then: Uint32Array, test: (then: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < then.length; row++) if (test(then[row]!)) rows.push(row);
  return Uint32Array.from(rows);
}
