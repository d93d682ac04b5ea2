/**
 * What of the keys of stories depends on all articles: which are too frequent to be followed alone, which pairs of these
 * are too frequent as well, what every article has in all. Owns what is followed; must not look for partners. Some passes
 * over the keys and no index of them: linear, in little memory.
 */
import { Uint8Column, Uint32Column } from '../../lib/growable.ts';
import { finishHash, mixWord } from '../../lib/hash.ts';
import { FrequentKeys } from './frequent.ts';
import type { KeyRows } from './postings.ts';

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

/** Keys and their weights, rows back to back. */
export interface WeighedRows extends KeyRows {
  readonly weights: Uint8Array;
}

/** Longest posting that is paired out; above it, keys count in pairs only. */
export const MAX_POSTING = 256;
/** Frequent keys of an article that are paired with each other: 12 give 66 pairs. */
const MAX_FREQUENT_KEYS = 12;

export interface StorySurvey {
  readonly rows: StoryRows;
  /** Single keys that are too frequent to be followed, ascending. */
  readonly frequent: Uint32Array;
  /** Of each row, the weightiest of its frequent keys, the weightiest first. */
  readonly heavy: WeighedRows;
  /** Pairs of these that are too frequent to be followed, too, ascending. */
  readonly crowded: Uint32Array;
  /** How often those stand. */
  readonly capped: number;
  /** By row: the weights of the keys that can propose alone, roughly, in steps of 1.4. */
  readonly totals: Uint32Array;
  /** Two words a row: of all keys and pairs that are followed, their weights, and the total. */
  readonly prints: Uint32Array;
}

export function surveyStories(rows: StoryRows): StorySurvey {
  const total = rows.offsets[rows.count] ?? 0;
  const { keys } = rows;
  const singles = new FrequentKeys(total, MAX_POSTING);
  for (let i = 0; i < total; i++) singles.note(keys[i]!);
  for (let i = 0; i < total; i++) singles.count(keys[i]!);
  const isFrequent = (key: number): boolean => singles.frequency(key) > 0;
  const { heavy, totals } = weighRows(rows, (i) => isFrequent(keys[i]!));
  const pairCount = countPairs(heavy);
  const pairs = new FrequentKeys(pairCount, MAX_POSTING);
  eachPair(heavy, (_, key) => pairs.note(key));
  eachPair(heavy, (_, key) => pairs.count(key));
  const { keys: crowded, total: capped } = pairs.all();
  const isCrowded = (key: number): boolean => pairs.frequency(key) > 0;
  const prints = printsOf(rows, totals, heavy, isFrequent, isCrowded);
  return { rows, frequent: singles.all().keys, heavy, crowded, capped, totals, prints };
}

/** Calls `see` with each pair of the heavy keys of each row, and its weight. */
export function eachPair(
  { count, offsets, keys, weights }: WeighedRows,
  see: (row: number, key: number, weight: number) => void,
): void {
  for (let row = 0; row < count; row++) {
    const end = offsets[row + 1]!;
    for (let x = offsets[row]!; x < end; x++) {
      for (let y = x + 1; y < end; y++) {
        see(row, pairKey(keys[x]!, keys[y]!), Math.min(255, weights[x]! + weights[y]!));
      }
    }
  }
}

function pairKey(one: number, other: number): number {
  const first = Math.min(one, other);
  const second = Math.max(one, other);
  return (Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)) >>> 0;
}

function countPairs({ count, offsets }: KeyRows): number {
  let pairs = 0;
  for (let row = 0; row < count; row++) {
    const size = offsets[row + 1]! - offsets[row]!;
    pairs += (size * (size - 1)) / 2;
  }
  return pairs;
}

/** Of each row, by whether the key at a position is frequent: its weightiest frequent keys, and the weights of all others. */
export function weighRows(
  rows: WeighedRows,
  isFrequent: (position: number) => boolean,
): Pick<StorySurvey, 'heavy' | 'totals'> {
  const { count, offsets: starts, keys, weights } = rows;
  const totals = new Uint32Array(count);
  const [offsets, heavyKeys, heavyWeights] = [
    new Uint32Array(count + 1),
    new Uint32Column(),
    new Uint8Column(),
  ];
  const own: number[] = [];
  for (let row = 0; row < count; row++) {
    own.length = 0;
    let total = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      if (isFrequent(i)) own.push(i);
      else total += weights[i]!;
    }
    totals[row] = nearestStep(total);
    for (const i of weightiest(own, rows)) {
      heavyKeys.push(keys[i]!);
      heavyWeights.push(weights[i]!);
    }
    offsets[row + 1] = heavyKeys.length;
  }
  return { totals, heavy: { count, offsets, keys: heavyKeys.view(), weights: heavyWeights.view() } };
}

/** Of the positions of frequent keys of a row those that are paired, the weightiest first; changes the list. */
export function weightiest(positions: number[], { keys, weights }: WeighedRows): readonly number[] {
  let kept = 0;
  for (const position of positions) {
    const [key, weight] = [keys[position]!, weights[position]!];
    const isBefore = (other: number): boolean =>
      weight > weights[other]! || (weight === weights[other]! && key < keys[other]!);
    if (kept === MAX_FREQUENT_KEYS && !isBefore(positions[kept - 1]!)) continue;
    // Few of many are kept: the place of each is found among those.
    let at = Math.min(kept, MAX_FREQUENT_KEYS - 1);
    for (; at > 0 && isBefore(positions[at - 1]!); at--) positions[at] = positions[at - 1]!;
    positions[at] = position;
    kept = Math.min(kept + 1, MAX_FREQUENT_KEYS);
  }
  positions.length = kept;
  return positions;
}

/**
 * The nearest of 1, 1.4, 2, 2.8, 4 ..., by their logarithms; 0 of 0. So one key that becomes frequent does not change what
 * all articles that hold it are worth to all others.
 */
function nearestStep(value: number): number {
  if (value === 0) return 0;
  const below = 2 ** (31 - Math.clz32(value));
  // Half way between two steps lie the fourth roots of 2 and of 8.
  const power = (value / below) ** 4;
  if (power < 2) return below;
  return power < 8 ? Math.round(below * Math.SQRT2) : 2 * below;
}

function printsOf(
  { count, offsets, keys, weights }: StoryRows,
  totals: Uint32Array,
  heavy: WeighedRows,
  isFrequent: (key: number) => boolean,
  isCrowded: (key: number) => boolean,
): Uint32Array {
  const prints = new Uint32Array(2 * count);
  const mix = (row: number, key: number, weight: number): void => {
    prints[2 * row] = mixWord(prints[2 * row]!, key + Math.imul(weight, 0x9e3779b1));
    prints[2 * row + 1] = mixWord(prints[2 * row + 1]!, Math.imul(key, 0x85ebca6b) ^ weight);
  };
  for (let row = 0; row < count; row++) {
    mix(row, totals[row]!, 0);
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++)
      if (!isFrequent(keys[i]!)) mix(row, keys[i]!, weights[i]!);
    // Where the pairs begin.
    mix(row, 1, 0);
  }
  eachPair(heavy, (row, key, weight) => {
    if (!isCrowded(key)) mix(row, key, weight);
  });
  for (let i = 0; i < prints.length; i++) prints[i] = finishHash(prints[i]!);
  return prints;
}
