/**
 * Measures of a pair for the story model: how much of each side's content is shared, how much would be shared by
 * chance, and whether it comes in the same order. Pure numbers; must not decide.
 */
import { numberBits, numberKey } from '../../lexicon/rarity.ts';
import type { ConceptVector, Mentions, WeighedName } from '../../model/features.ts';
import { compareConcepts } from './concepts.ts';
import {
  type SharedDate,
  type SharedName,
  type SharedNumber,
  sharedDates,
  sharedNames,
  sharedNumbers,
} from './shared.ts';

export interface StoryConcepts {
  readonly concepts: ConceptVector;
  /** The words in which the text speaks of concepts, as written. */
  readonly wordsOf: (ids: readonly number[]) => readonly string[];
}

export interface StorySide extends Mentions, StoryConcepts {
  /** BCP 47. */
  readonly language: string;
  /** Length of the text in units of a Latin letter (`latinLength`). */
  readonly length: number;
  /** Day of publication since 1970; undefined where it is not known. */
  readonly day?: number;
}

export interface Shared {
  readonly names: readonly SharedName[];
  readonly numbers: readonly SharedNumber[];
  readonly dates: readonly SharedDate[];
}

/** Measures of what names, numbers and dates share. */
export const FACT_MEASURES = [
  'nameSurplus',
  'nameCoverHigh',
  'nameCoverLow',
  'numberBits',
  'numberCoverHigh',
  'numberCoverLow',
  'numberConflict',
  'dateBits',
  'order',
  'lengthGap',
  'length',
  'published',
] as const;
/** Measures of what the texts are about; 0 where the language of one side has no lexicon. */
export const CONCEPT_MEASURES = [
  'conceptCoverHigh',
  'conceptCoverLow',
  'conceptSurplus',
  'conceptBackground',
  'conceptQuality',
  'placeBits',
  'placeMean',
  'placeOrder',
] as const;
export const MEASURES = [...FACT_MEASURES, ...CONCEPT_MEASURES] as const;
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
  const numberBitsOfA = distinctNumberBits(a);
  const numberBitsOfB = distinctNumberBits(b);
  const numberCover = [numberBitsOfA, numberBitsOfB].map((bits) => numberCoverage(numbersShared, bits));
  // Bits of numbers that each side has and the other has not: the smaller of both sides.
  const conflict = Math.max(0, Math.min(numberBitsOfA, numberBitsOfB) - numbersShared);
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
    length: Math.log2(1 + Math.min(a.length, b.length)),
    numberConflict: Math.log2(1 + conflict),
    published: publishedOdds(a.day, b.day),
    ...conceptMeasures(a.concepts, b.concepts),
  };
}

/**
 * Log-odds that days of publication add, by the days between them. Versions of a story appear within a day; of pairs
 * on one subject that are no versions, a few share the day and most are weeks apart. Set, not learned: no set that may
 * be learned from has dates of translations (decision 0012 gives the figures with and without).
 */
const PUBLISHED: readonly (readonly [days: number, odds: number])[] = [
  [0, 2],
  [1, 0.5],
  [3, -0.5],
  [7, -1.5],
];
const LONG_AGO = -3;

function publishedOdds(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return PUBLISHED.find(([days]) => Math.abs(a - b) <= days)?.[1] ?? LONG_AGO;
}

/** Letters below which a text is a brief: three sentences of news have 300 to 500, its articles 1,200 and more. */
export const BRIEF = 700;

/** Whether both languages have a lexicon, so that the texts can be compared by what they are about. */
export function haveConcepts(a: StorySide, b: StorySide): boolean {
  return a.concepts.quality > 0 && b.concepts.quality > 0;
}

const NOTHING_SHARED = Object.fromEntries(CONCEPT_MEASURES.map((name) => [name, 0])) as Readonly<
  Record<(typeof CONCEPT_MEASURES)[number], number>
>;

function conceptMeasures(a: ConceptVector, b: ConceptVector): typeof NOTHING_SHARED {
  if (a.quality === 0 || b.quality === 0) return NOTHING_SHARED;
  const found = compareConcepts(a, b);
  const background = Math.sqrt(a.background * b.background);
  return {
    conceptCoverHigh: found.coverHigh,
    conceptCoverLow: found.coverLow,
    conceptSurplus: found.likeness - background,
    conceptBackground: background,
    conceptQuality: Math.log(a.quality * b.quality),
    placeBits: Math.sign(found.placeBits) * Math.log2(1 + Math.abs(found.placeBits)),
    placeMean: found.placeMean,
    placeOrder: found.placeOrder,
  };
}

/**
 * Bits that speak for a pair: shared names beyond chance, numbers and dates. Two articles of an archive of n meet by
 * chance with this much in common in about n * 2^-bits cases.
 */
export function information(a: Mentions, b: Mentions, shared: Shared): number {
  const names = Math.max(0, sum(shared.names, (name) => name.weight) - chanceBits(a.names, b.names));
  return names + sum(shared.numbers, (number) => number.weight) + sum(shared.dates, (date) => date.weight);
}

/**
 * The background of a pair: bits that an unrelated article would share with the side that has fewer names. A name of
 * b bits stands in a random article with probability 2^-b.
 */
function chanceBits(a: readonly WeighedName[], b: readonly WeighedName[]): number {
  return sum(a.length <= b.length ? a : b, (name) => name.bits * 2 ** -name.bits);
}

/**
 * Bits that every side is taken to have besides its own, unshared: with two names, both shared, little is known, and
 * the coverage must not be 1.
 */
const UNSEEN_NAME_BITS = 10;
const UNSEEN_NUMBER_BITS = 5;

/**
 * Share of a side's definite names (written as names, or known places) that the other side has. Every word of a
 * script without case is a possible name only, so it is not held against the pair.
 */
function nameCoverage(side: Mentions, matched: ReadonlySet<WeighedName>): number {
  let all = UNSEEN_NAME_BITS;
  let found = 0;
  for (const name of side.names) {
    if (name.kind === 'word' || name.bits < 2) continue;
    all += name.bits;
    if (matched.has(name)) found += name.bits;
  }
  return found / all;
}

function numberCoverage(shared: number, all: number): number {
  return Math.min(1, shared / (UNSEEN_NUMBER_BITS + all));
}

/** Bits of all distinct numbers of a side. */
export function distinctNumberBits(side: Mentions): number {
  const distinct = new Map(side.numbers.map((number) => [numberKey(number), numberBits(number)]));
  return sum([...distinct.values()], (bits) => bits);
}

/**
 * How far the shared things stand in the same order on both sides: longest increasing run, 0 at what a random order
 * would show and 1 for the same order. A random order of n has a run of about 2 sqrt(n) - 1.77 n^(1/6).
 * Reference: Baik, Deift & Johansson 1999, "On the distribution of the length of the longest increasing subsequence".
 */
function orderAgreement(shared: Shared): number {
  const places = [...shared.names, ...shared.numbers, ...shared.dates]
    .map(({ a, b }) => [a.start, b.start] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  const count = places.length;
  if (count < 4) return 0;
  const random = Math.max(1, 2 * Math.sqrt(count) - 1.77 * count ** (1 / 6));
  const agreed = (longestIncreasing(places.map((place) => place[1])) - random) / (count - random);
  // Four things stand in order by chance once in 24 times: what is few is drawn towards no order.
  return (Math.max(0, agreed) * count) / (count + UNSEEN_PLACES);
}

/** So many shared things without an order are added. */
const UNSEEN_PLACES = 6;

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
