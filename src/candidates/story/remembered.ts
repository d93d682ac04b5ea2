/**
 * Searches for partners of an earlier run: which of them come to the same now, and which are to be made again. Owns the
 * reasons why a search may end otherwise; must not decide on a pair.
 *
 * The search of an article depends on the keys by which it is followed, and of every article that shares one of these on
 * which keys it has in common with that one, and on what it has in all. A key that became frequent changes that only
 * between two articles that both have it, and both are seen to be changed by themselves. So a search comes to the same
 * when the article is followed by the keys it was, everyone that was judged is there, and the articles that are new or not
 * the same to others do not matter to it: they are worth less than the last one that was judged, or they do not pass and
 * are worth less than the last one that did. Those were not judged, as far as is remembered: the search ends with the same
 * partners whether they are there or not. Of those that were judged and failed after the last one that passed, each that is
 * worth more than the last one that was judged still keeps a place from whoever is worth less. Linear in the keys, and in
 * the postings of the rows that are new or not the same.
 */
import { KeyTable } from '../../lib/key-table.ts';
import { type JudgeRows, type Searches, worthOf } from './partners.ts';
import { type IndexPart, membersOf, type StoryIndex } from './story-index.ts';
import { type StorySurvey, weightiest } from './survey.ts';

/** By what the rows of a survey are known again. */
export interface StoryMarks {
  /** Two words a row, by which its article is known again: equal where all is equal that it is judged by. */
  readonly contents: Uint32Array;
  /** Two words a row: of the keys that are followed, and their weights. */
  readonly prints: Uint32Array;
  /** Of the survey, by row. */
  readonly totals: Uint32Array;
  /** Of the survey. */
  readonly frequent: Uint32Array;
}

/** The searches of all rows of a survey. */
export interface StoredSearches extends Searches, StoryMarks {}

const GONE = 0xffffffff;

export class RememberedSearches {
  readonly #stored: StoredSearches;
  readonly #survey: StorySurvey;
  /** The row now of a row then; GONE where its article is not there. */
  readonly #now: Uint32Array;
  /** By row then: 1 where its article is there and not the same to others. */
  readonly #isOther: Uint8Array;
  /** By row: the row then and 1, or 0 where the search must be made. */
  readonly #then: Uint32Array;
  /** Rows whose search must be made, ascending. */
  readonly due: Uint32Array;

  /**
   * `indexFor`: the index in which some rows may ask for who shares their keys; `judge`: as when the searches were made.
   */
  constructor(
    stored: StoredSearches,
    survey: StorySurvey,
    marks: StoryMarks,
    indexFor: (rows: Uint32Array) => StoryIndex,
    judge: JudgeRows,
  ) {
    this.#stored = stored;
    this.#survey = survey;
    this.#now = new Uint32Array(stored.lengths.length).fill(GONE);
    this.#isOther = new Uint8Array(stored.lengths.length);
    this.#then = new Uint32Array(survey.rows.count);
    const changed = this.#pairUp(marks);
    const failed = this.#forgetOfGone();
    // Where most is new, nothing would be saved.
    if (2 * changed.length > survey.rows.count) this.#then.fill(0);
    else if (changed.length > 0) this.#forgetOvertaken(changed, indexFor(changed), failed, judge);
    this.due = Uint32Array.from(this.#then.keys()).filter((row) => this.#then[row] === 0);
  }

  /** The searches of all rows: those that stand, and those of the rows that were due. */
  complete(found: Searches): Searches {
    const { lengths, judged } = this.#stored;
    const { count } = this.#survey.rows;
    const starts = startsOf(lengths);
    const foundStarts = startsOf(found.lengths);
    const all = {
      lengths: new Uint8Array(count),
      floors: new Float64Array(2 * count),
      passed: new Float64Array(2 * count),
    };
    const allJudged = new Uint32Array(judged.length + found.judged.length);
    let [at, made] = [0, 0];
    for (let row = 0; row < count; row++) {
      const isKept = this.#then[row] !== 0;
      const n = isKept ? this.#then[row]! - 1 : made++;
      const from = isKept ? this.#stored : found;
      const start = (isKept ? starts : foundStarts)[n]!;
      all.lengths[row] = from.lengths[n]!;
      for (const side of [0, 1]) {
        all.floors[2 * row + side] = from.floors[2 * n + side]!;
        all.passed[2 * row + side] = from.passed[2 * n + side]!;
      }
      for (let i = start; i < start + from.lengths[n]!; i++) {
        const code = from.judged[i]!;
        allJudged[at++] = isKept ? 2 * this.#now[code >>> 1]! + (code & 1) : code;
      }
    }
    return { ...all, judged: allJudged.slice(0, at) };
  }

  /** Finds rows then and now of one article; the rows that are new or not the same to others. */
  #pairUp({ contents, prints }: StoryMarks): Uint32Array {
    const { contents: before, prints: printsBefore, totals } = this.#stored;
    const [table, tableBefore] = [new KeyTable(contents), new KeyTable(before)];
    // Contents that stand twice are nobody's.
    const [isTwice, wasTwice] = [repeatedIn(contents, table), repeatedIn(before, tableBefore)];
    const isDisplaced = displacement(this.#survey, this.#stored.frequent);
    const changed: number[] = [];
    for (let row = 0; row < this.#then.length; row++) {
      const then = tableBefore.find(contents[2 * row]!, contents[2 * row + 1]!);
      const isKnown = then !== -1 && isTwice[row] === 0 && wasTwice[then] === 0;
      const isSame = isKnown && totals[then] === this.#survey.totals[row] && !isDisplaced(row);
      if (isKnown) this.#now[then] = row;
      if (isKnown && !isSame) this.#isOther[then] = 1;
      if (!isSame) changed.push(row);
      const isFollowed =
        prints[2 * row] === printsBefore[2 * then] && prints[2 * row + 1] === printsBefore[2 * then + 1];
      if (isSame && isFollowed) this.#then[row] = then + 1;
    }
    return Uint32Array.from(changed);
  }

  /**
   * Searches in which someone was judged who is not there any more, or who is not the same to others and was not among those
   * that failed last: where none of these takes part any more, all others stand. By row, the rows in whose search it was.
   */
  #forgetOfGone(): ReadonlyMap<number, readonly number[]> {
    const { lengths, judged } = this.#stored;
    const now = this.#now;
    const failed = new Map<number, number[]>();
    let at = 0;
    for (let then = 0; then < lengths.length; then++) {
      const [start, end] = [at, at + lengths[then]!];
      at = end;
      const row = now[then]!;
      if (row === GONE || this.#then[row] === 0) continue;
      for (let i = start; i < end; i++) {
        const partner = judged[i]! >>> 1;
        if (now[partner] === GONE || (this.#isOther[partner] === 1 && !this.#isAmongLast(row, i, end))) {
          this.#then[row] = 0;
          break;
        }
        if (this.#isOther[partner] === 0) continue;
        const rows = failed.get(now[partner]!);
        if (rows === undefined) failed.set(now[partner]!, [row]);
        else rows.push(row);
      }
    }
    return failed;
  }

  /** Whether neither the partner at a position, nor one of its side up to `end`, passed. */
  #isAmongLast(row: number, position: number, end: number): boolean {
    const { judged } = this.#stored;
    const { languages } = this.#survey.rows;
    const isWithin = (i: number): boolean => {
      const other = this.#now[judged[i]! >>> 1]!;
      return other !== GONE && languages[other] === languages[row];
    };
    const side = isWithin(position);
    for (let i = position; i < end; i++) if ((judged[i]! & 1) === 1 && isWithin(i) === side) return false;
    return true;
  }

  /** Searches that someone who is new or changed may have made end otherwise. `failed`: see `#forgetOfGone`. */
  #forgetOvertaken(
    changed: Uint32Array,
    { parts, totals, languages, count }: StoryIndex,
    failed: ReadonlyMap<number, readonly number[]>,
    judge: JudgeRows,
  ): void {
    const { floors, passed } = this.#stored;
    const weights = parts.map(postingWeights);
    const shared = new Uint32Array(count);
    const touched = new Uint32Array(count);
    for (const row of changed) {
      let length = 0;
      parts.forEach(({ rows, postings: { starts, articles } }, p) => {
        const own = weights[p]!;
        const { numbers } = rows;
        for (let i = rows.offsets[row]!; i < rows.offsets[row + 1]!; i++) {
          const [start, end] = [starts[numbers[i]!]!, starts[numbers[i]! + 1]!];
          for (let at = start; at < end; at++) {
            const other = articles[at]!;
            if (shared[other] === 0) touched[length++] = other;
            // By the weights of who asks.
            shared[other]! += own[at]!;
          }
        }
      });
      // Who was among the last that failed, and may be worth too little to be asked now: another is asked instead.
      for (const other of failed.get(row) ?? []) {
        const then = this.#then[other]!;
        if (then === 0) continue;
        const floor = floors[2 * (then - 1) + (languages[other] === languages[row] ? 1 : 0)]!;
        if (floor > 0 && worthOf(shared[other]!, totals[other]!, totals[row]!) <= floor)
          this.#then[other] = 0;
      }
      for (let i = 0; i < length; i++) {
        const other = touched[i]!;
        const then = this.#then[other]!;
        if (then !== 0) {
          const worth = worthOf(shared[other]!, totals[other]!, totals[row]!);
          const side = 2 * (then - 1) + (languages[other] === languages[row] ? 1 : 0);
          const isAsked = worth > 0 && worth >= floors[side]!;
          // Where none passed, nobody is behind the last one that did.
          const isBehind = passed[side] === Number.POSITIVE_INFINITY || worth < passed[side]!;
          if (isAsked && (!isBehind || judge(other, row))) this.#then[other] = 0;
        }
        shared[other] = 0;
      }
    }
  }
}

/** By what the rows of a survey, whose articles have these contents, are known again. */
export function storyMarks({ prints, totals, frequent }: StorySurvey, contents: Uint32Array): StoryMarks {
  return { contents, prints, totals, frequent };
}

/**
 * Whether, of an article's keys that were frequent and still are, other ones are paired now: keys that became frequent
 * stand before them, or those that are no longer did.
 */
function displacement(
  { rows, frequent }: StorySurvey,
  frequentBefore: Uint32Array,
): (row: number) => boolean {
  const [is, was] = [new Set(frequent), new Set(frequentBefore)];
  const isCrossed = membersOf(
    Uint32Array.from([...[...is].filter((key) => !was.has(key)), ...[...was].filter((key) => !is.has(key))]),
  );
  const { offsets, keys } = rows;
  return (row) => {
    const end = offsets[row + 1]!;
    let at = offsets[row]!;
    while (at < end && !isCrossed(keys[at]!)) at++;
    if (at === end) return false;
    const paired = (set: ReadonlySet<number>): readonly number[] => {
      const positions: number[] = [];
      for (let i = offsets[row]!; i < end; i++) if (set.has(keys[i]!)) positions.push(i);
      return weightiest(positions, rows)
        .map((i) => keys[i]!)
        .filter((key) => !isCrossed(key));
    };
    const [now, before] = [paired(is), paired(was)];
    return now.length !== before.length || now.some((key, i) => key !== before[i]);
  };
}

/** The weight of a key for the row of each posting. */
function postingWeights({ rows, postings: { starts } }: IndexPart): Uint8Array {
  const { numbers } = rows;
  const next = starts.slice();
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
