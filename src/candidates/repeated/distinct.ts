/**
 * Which articles of a source are one article: copies, edited reprints and excerpts. A reprint repeats every block of
 * its text, and that is no chrome. Owns the test and the search for pairs; must not look at texts. Pairs are sought
 * among texts in the order of their digests, so that no path or order of reading changes what is found.
 * O(n log n) in texts times bands.
 */
import { DisjointSet } from '../../lib/disjoint-set.ts';
import type { ArticleIndex } from '../../model/article.ts';

export interface StoryColumns {
  readonly textHigh: Uint32Array;
  readonly textLow: Uint32Array;
  readonly shingleCounts: Uint32Array;
  leadKeys(index: ArticleIndex): Uint32Array;
  sketchRow(index: ArticleIndex): Uint32Array;
}

export interface Stories {
  /** Story of each member, 0..stories-1. */
  readonly storyOf: Uint32Array;
  readonly stories: number;
}

/** Parts the articles of a source into stories. */
export function distinctArticles(members: readonly ArticleIndex[], columns: StoryColumns): Stories {
  const { texts, textOf } = distinctTexts(members, columns);
  const sets = new DisjointSet(texts.length);
  joinByLeads(texts, columns, sets);
  joinByBands(texts, columns, sets);
  const numbers = new Map<number, number>();
  const storyOf = Uint32Array.from(textOf, (text) => {
    const root = sets.find(text);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  return { storyOf, stories: numbers.size };
}

/** One member for each text, ordered by digest, and the text of each member. */
function distinctTexts(
  members: readonly ArticleIndex[],
  { textHigh, textLow }: StoryColumns,
): { readonly texts: readonly ArticleIndex[]; readonly textOf: Uint32Array } {
  const order = Uint32Array.from(members, (_, i) => i).sort((i, j) => {
    const [a, b] = [members[i]!, members[j]!];
    return textHigh[a]! - textHigh[b]! || textLow[a]! - textLow[b]! || a - b;
  });
  const texts: ArticleIndex[] = [];
  const textOf = new Uint32Array(members.length);
  for (const i of order) {
    const member = members[i]!;
    const last = texts.at(-1);
    const isNew =
      last === undefined || textHigh[last] !== textHigh[member] || textLow[last] !== textLow[member];
    if (isNew) texts.push(member);
    textOf[i] = texts.length - 1;
  }
  return { texts, textOf };
}

/** In a larger bucket each text is compared with so many that follow: the work stays linear. */
const MAX_COMPARED = 16;

/** Joins texts of which one shares half of its first long blocks with the other. */
function joinByLeads(texts: readonly ArticleIndex[], columns: StoryColumns, sets: DisjointSet): void {
  const buckets = new Map<number, number[]>();
  texts.forEach((index, text) => {
    for (const key of columns.leadKeys(index)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [text]);
      else if (bucket.at(-1) !== text) bucket.push(text);
    }
  });
  const shareLeads = (a: number, b: number): boolean => {
    const keys = new Set(columns.leadKeys(texts[a]!));
    const others = new Set(columns.leadKeys(texts[b]!));
    let shared = 0;
    for (const key of others) if (keys.has(key)) shared++;
    return 2 * shared >= Math.min(keys.size, others.size);
  };
  for (const bucket of buckets.values()) joinWithin(bucket, shareLeads, sets);
}

/** With a resemblance of 0.5 two texts share 4 of 64 bands of 4 slots on average, with 0.3 half a band. */
const MIN_SHARED_BANDS = 3;

/** Joins texts that resemble each other. */
function joinByBands(texts: readonly ArticleIndex[], columns: StoryColumns, sets: DisjointSet): void {
  const withText = texts.flatMap((index, text) => (columns.shingleCounts[index]! > 0 ? [text] : []));
  const bands = withText.length === 0 ? 0 : columns.sketchRow(texts[withText[0]!]!).length;
  const resemble = (a: number, b: number): boolean => {
    const [rowA, rowB] = [columns.sketchRow(texts[a]!), columns.sketchRow(texts[b]!)];
    let shared = 0;
    for (let band = 0; band < bands; band++) if (rowA[band] === rowB[band]) shared++;
    return shared >= MIN_SHARED_BANDS;
  };
  for (let band = 0; band < bands; band++) {
    const codes = Float64Array.from(
      withText,
      (text) => columns.sketchRow(texts[text]!)[band]! * texts.length + text,
    ).sort();
    let bucket: number[] = [];
    let key = -1;
    for (const code of codes) {
      const own = Math.floor(code / texts.length);
      if (own !== key) {
        joinWithin(bucket, resemble, sets);
        bucket = [];
        key = own;
      }
      bucket.push(code % texts.length);
    }
    joinWithin(bucket, resemble, sets);
  }
}

function joinWithin(
  bucket: readonly number[],
  isSame: (a: number, b: number) => boolean,
  sets: DisjointSet,
): void {
  for (let i = 0; i < bucket.length; i++) {
    const last = Math.min(bucket.length, i + 1 + MAX_COMPARED);
    for (let j = i + 1; j < last; j++) {
      const [a, b] = [bucket[i]!, bucket[j]!];
      if (sets.find(a) !== sets.find(b) && isSame(a, b)) sets.union(a, b);
    }
  }
}
