/**
 * Measures of a pair for the story model: how much of each side's content is shared, how much would be shared by
 * chance, and whether it comes in the same order. Pure numbers; must not decide.
 */
import { numberBits, numberKey } from '../../lexicon/rarity.ts';
import type { Mentions, WeighedName } from '../../model/features.ts';
import {
  type SharedDate,
  type SharedName,
  type SharedNumber,
  sharedDates,
  sharedNames,
  sharedNumbers,
} from './shared.ts';

export interface StorySide extends Mentions {
  /** BCP 47. */
  readonly language: string;
  /** Length of the text in units of a Latin letter (`latinLength`). */
  readonly length: number;
}

export interface Shared {
  readonly names: readonly SharedName[];
  readonly numbers: readonly SharedNumber[];
  readonly dates: readonly SharedDate[];
}

/** Names of the measures, in the order of the model's weights. */
export const MEASURES = [
  'nameSurplus',
  'nameCoverHigh',
  'nameCoverLow',
  'numberBits',
  'numberCoverHigh',
  'numberCoverLow',
  'dateBits',
  'order',
  'lengthGap',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, number>>;

export function findShared(a: Mentions, b: Mentions): Shared {
  return { names: sharedNames(a, b), numbers: sharedNumbers(a, b), dates: sharedDates(a, b) };
}

export function measure(a: StorySide, b: StorySide, shared: Shared): Measures {
  const nameBitsShared = sum(shared.names, (name) => name.weight);
  const surplus = Math.max(0, nameBitsShared - chanceBits(a.names, b.names));
  const nameCover = [
    nameCoverage(a, new Set(shared.names.map((s) => s.a))),
    nameCoverage(b, new Set(shared.names.map((s) => s.b))),
  ];
  const numbersShared = sum(shared.numbers, (number) => number.weight);
  const numberCover = [
    coverage(numbersShared, distinctNumberBits(a)),
    coverage(numbersShared, distinctNumberBits(b)),
  ];
  return {
    nameSurplus: Math.log2(1 + surplus),
    nameCoverHigh: Math.max(...nameCover),
    nameCoverLow: Math.min(...nameCover),
    numberBits: Math.log2(1 + numbersShared),
    numberCoverHigh: Math.max(...numberCover),
    numberCoverLow: Math.min(...numberCover),
    dateBits: Math.log2(1 + sum(shared.dates, (date) => date.weight)),
    order: orderAgreement(shared),
    lengthGap: Math.abs(Math.log2((a.length + 20) / (b.length + 20))),
  };
}

/**
 * The background of a pair: bits that two unrelated articles with these names would share. Each name of one side
 * meets one of n names of the other with probability n * 2^-bits.
 */
function chanceBits(a: readonly WeighedName[], b: readonly WeighedName[]): number {
  const fewer = a.length <= b.length ? a : b;
  const others = Math.max(a.length, b.length);
  return sum(fewer, (name) => name.bits * Math.min(1, others * 2 ** -name.bits));
}

/**
 * Share of a side's definite names (written as names, or known places) that the other side has. Every word of a
 * script without case is a possible name only, so it is not held against the pair; 0 below three definite names.
 */
function nameCoverage(side: Mentions, matched: ReadonlySet<WeighedName>): number {
  const definite = side.names.filter((name) => name.kind !== 'word' && name.bits >= 2);
  if (definite.length < 3) return 0;
  const found = sum(definite, (name) => (matched.has(name) ? name.bits : 0));
  return found / sum(definite, (name) => name.bits);
}

function distinctNumberBits(side: Mentions): number {
  const distinct = new Map(side.numbers.map((number) => [numberKey(number), numberBits(number)]));
  return sum([...distinct.values()], (bits) => bits);
}

function coverage(found: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, found / all);
}

/** Share of the shared things that stand in the same order on both sides: longest increasing run over count. */
function orderAgreement(shared: Shared): number {
  const places = [...shared.names, ...shared.numbers, ...shared.dates]
    .map(({ a, b }) => [a.start, b.start] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  if (places.length < 3) return 0;
  return longestIncreasing(places.map((place) => place[1])) / places.length;
}

/** Length of the longest increasing subsequence (patience sorting, n log n). */
export function longestIncreasing(values: readonly number[]): number {
  const tails: number[] = [];
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
  }
  return tails.length;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
