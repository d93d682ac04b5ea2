/**
 * The index in which partners of a story are found: rare keys, and pairs of keys that are frequent alone (two ministers
 * and a sum are rare together). Owns what is followed and what is too frequent; must not rank or decide. Linear in the
 * keys.
 */
import { buildPostings, type KeyRows, type Postings } from './postings.ts';

export interface StoryRows extends KeyRows {
  /** Quarter bits of information, parallel to `keys`. */
  readonly weights: Uint8Array;
  /** A number for the language of each row: translations and articles in one language are proposed apart. */
  readonly languages: Uint16Array;
  /** Of the text of each row: by it partners of equal worth are put in order. */
  readonly textKeys: Uint32Array;
  /** Whether articles of one language are looked for as far as those of others. */
  readonly isByEvent?: boolean;
}

/** Longest posting that is paired out; above it, keys count in pairs only. */
export const MAX_POSTING = 256;
/** Frequent keys of an article that are paired with each other: 12 give 66 pairs. */
const MAX_FREQUENT_KEYS = 12;
/** Rows of keys and where each of their keys stands. */
export interface IndexPart {
  readonly rows: StoryRows;
  readonly postings: Postings;
}

/** What partners are found by: the same for all articles, and only read once it is built. */
export interface StoryIndex {
  readonly count: number;
  /** Single keys, then pairs of frequent ones. */
  readonly parts: readonly [single: IndexPart, pairs: IndexPart];
  /** By row: the weights of the keys that can propose alone, roughly, in steps of 1.4. */
  readonly totals: Uint32Array;
  readonly languages: Uint16Array;
  /** Of the text of each row: by it partners of equal worth are put in order. */
  readonly textKeys: Uint32Array;
  readonly isByEvent: boolean;
  /** How often a pair of frequent keys is too frequent to be followed, too. */
  readonly capped: number;
  /** Single keys that are too frequent to be followed, ascending. */
  readonly frequent: Uint32Array;
}

/** The index of some rows; linear in their keys. */
export function buildStoryIndex(rows: StoryRows): StoryIndex {
  const single = buildPostings(rows);
  const frequent = frequentPairs(rows, single.numbers, single.starts);
  const pairs = buildPostings(frequent);
  return {
    count: rows.count,
    parts: [
      { rows, postings: single },
      { rows: frequent, postings: pairs },
    ],
    totals: totalWeights(rows, single),
    languages: rows.languages,
    textKeys: rows.textKeys,
    isByEvent: rows.isByEvent === true,
    capped: countCapped(pairs),
    frequent: frequentKeys(rows, single),
  };
}

function countCapped({ size, starts }: Postings): number {
  let capped = 0;
  for (let key = 0; key < size; key++) {
    const length = starts[key + 1]! - starts[key]!;
    if (length > MAX_POSTING) capped += length;
  }
  return capped;
}

function frequentKeys({ keys }: StoryRows, { numbers, starts, size }: Postings): Uint32Array {
  const isSeen = new Uint8Array(size);
  const frequent: number[] = [];
  numbers.forEach((number, i) => {
    if (isSeen[number] === 1) return;
    isSeen[number] = 1;
    if (starts[number + 1]! - starts[number]! > MAX_POSTING) frequent.push(keys[i]!);
  });
  return Uint32Array.from(frequent).sort();
}

/**
 * By row: the weights of the keys that can propose alone; of the others nothing is known to be shared. Roughly, so that
 * one key that becomes frequent does not change what all articles that hold it are worth to all others.
 */
function totalWeights(rows: StoryRows, { numbers, starts }: Postings): Uint32Array {
  const totals = new Uint32Array(rows.count);
  for (let article = 0; article < rows.count; article++) {
    for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++) {
      const key = numbers[i]!;
      if (starts[key + 1]! - starts[key]! <= MAX_POSTING) totals[article]! += rows.weights[i]!;
    }
    totals[article] = nearestStep(totals[article]!);
  }
  return totals;
}

/** The nearest of 1, 1.4, 2, 2.8, 4 ..., by their logarithms; 0 of 0. */
export function nearestStep(value: number): number {
  if (value === 0) return 0;
  const below = 2 ** (31 - Math.clz32(value));
  // Half way between two steps lie the fourth roots of 2 and of 8.
  const power = (value / below) ** 4;
  if (power < 2) return below;
  return power < 8 ? Math.round(below * Math.SQRT2) : 2 * below;
}

/** Positions of an article's weightiest keys of those that are frequent. */
export function heavyKeys(
  { offsets, weights, keys }: StoryRows,
  article: number,
  isFrequent: (position: number) => boolean,
): readonly number[] {
  const heavy: number[] = [];
  for (let i = offsets[article]!; i < offsets[article + 1]!; i++) if (isFrequent(i)) heavy.push(i);
  heavy.sort((x, y) => weights[y]! - weights[x]! || keys[x]! - keys[y]!);
  heavy.length = Math.min(heavy.length, MAX_FREQUENT_KEYS);
  return heavy;
}

/** Of two frequent keys, the smaller first. */
function pairKey(first: number, second: number): number {
  return (Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)) >>> 0;
}

/** Rows of pair keys: every two of an article's weightiest frequent keys. */
function frequentPairs(rows: StoryRows, numbers: Uint32Array, starts: Uint32Array): StoryRows {
  const isFrequent = (i: number): boolean => starts[numbers[i]! + 1]! - starts[numbers[i]!]! > MAX_POSTING;
  return pairRows(rows, isFrequent);
}

/** The same by whether the key at a position is frequent. */
export function pairRows(rows: StoryRows, isFrequent: (position: number) => boolean): StoryRows {
  const offsets = new Uint32Array(rows.count + 1);
  const keys: number[] = [];
  const weights: number[] = [];
  for (let article = 0; article < rows.count; article++) {
    const heavy = heavyKeys(rows, article, isFrequent);
    for (let x = 0; x < heavy.length; x++) {
      for (let y = x + 1; y < heavy.length; y++) {
        const first = Math.min(rows.keys[heavy[x]!]!, rows.keys[heavy[y]!]!);
        const second = Math.max(rows.keys[heavy[x]!]!, rows.keys[heavy[y]!]!);
        keys.push(pairKey(first, second));
        weights.push(Math.min(255, rows.weights[heavy[x]!]! + rows.weights[heavy[y]!]!));
      }
    }
    offsets[article + 1] = keys.length;
  }
  return {
    count: rows.count,
    offsets,
    keys: Uint32Array.from(keys),
    weights: Uint8Array.from(weights),
    languages: rows.languages,
    textKeys: rows.textKeys,
  };
}
