/**
 * Measures of a pair for the story model: how much of each side's content is shared, how much would be shared by
 * chance, and whether it stands at the same places. Pure numbers; must not decide.
 */
import { WEIGHT_SCALE } from '../../lexicon/concepts.ts';
import { compareConcepts, type SharedConcepts } from './concepts.ts';
import { compareFacts, type SharedFacts } from './facts.ts';
import type { StoryPair, StorySides } from './sides.ts';

/** Measures of what names, numbers and dates share. */
const FACT_MEASURES = [
  'nameSurplus',
  'nameStrongest',
  'nameCoverHigh',
  'nameCoverLow',
  'nameConflict',
  'numberBits',
  'numberCoverHigh',
  'numberCoverLow',
  'numberConflict',
  'dateBits',
  'dateConflict',
  'factsAgainst',
  'factPlaceBits',
  'factPlaceMean',
  'factOrder',
  'factSpread',
  'lengthGap',
  'length',
  'published',
  'daysApart',
  'daysBeyond',
  'oneLanguage',
] as const;
/** Measures of what the texts are about; 0 where the language of one side has no lexicon. */
const CONCEPT_MEASURES = [
  'conceptCoverHigh',
  'conceptCoverLow',
  'conceptSurplus',
  'conceptBackground',
  'conceptQuality',
  'placeBits',
  'placeMean',
  'placeOrder',
  'placeSpread',
] as const;
export const MEASURES = [...FACT_MEASURES, ...CONCEPT_MEASURES] as const;
export type Measure = (typeof MEASURES)[number];

/** Place of each measure in the values of a pair. */
const AT = Object.fromEntries(MEASURES.map((name, i) => [name, i])) as Readonly<Record<Measure, number>>;

/** One of the values of a pair. */
export function valueIn(values: Float64Array, name: Measure): number {
  return values[AT[name]]!;
}

/** What a pair shares, in bits, for the rules beside the model. */
export interface PairBits {
  /** Shared names beyond chance, numbers and dates. */
  readonly information: number;
  /** The same without dates. */
  readonly namesAndNumbers: number;
  readonly sharedNumbers: number;
  /** All numbers of the side that has fewer. */
  readonly fewerNumbers: number;
}

/** The values of the pair measured last, in the order of MEASURES: millions of pairs share the array. */
const values = new Float64Array(MEASURES.length);
let bits: PairBits = { information: 0, namesAndNumbers: 0, sharedNumbers: 0, fewerNumbers: 0 };

/** Valid until the next call; `concepts`: of the same pair, and no other was compared since. */
export function measure(
  { sides, a, b, isAcross }: StoryPair,
  concepts = compareIfKnown(sides, a, b),
): { values: Float64Array; bits: PairBits } {
  values[AT.oneLanguage] = isAcross ? 0 : 1;
  addFacts(sides, a, b, compareFacts(sides, a, b));
  if (concepts !== undefined) addConcepts(sides, a, b, concepts);
  else for (const name of CONCEPT_MEASURES) values[AT[name]] = 0;
  const said = bits.namesAndNumbers + SAID_BY_SUBJECTS * Math.max(0, concepts?.places.bits ?? 0);
  values[AT.published] = Math.min(said, publishedOdds(sides.published[a]!, sides.published[b]!));
  return { values, bits };
}

/** What a pair speaks of, where both languages have a lexicon. */
export function compareIfKnown(sides: StorySides, a: number, b: number): SharedConcepts | undefined {
  return haveConcepts(sides, a, b) ? compareConcepts(sides, a, b) : undefined;
}

/** Whether both languages have a lexicon, so that the texts can be compared by what they are about. */
export function haveConcepts({ concepts: { qualities } }: StorySides, a: number, b: number): boolean {
  return qualities[a]! > 0 && qualities[b]! > 0;
}

/** Below so many concepts on one side their likeness says little. */
const ENOUGH = 40;
/**
 * Least likeness beyond the background of two articles that are worth judging: 99 of 100 translations of whole stories
 * into any language have more (half of those below are short), 85 of 100 pairs that share two names have less.
 */
const LEAST_SURPLUS = 0.01;

/** Whether two articles may tell one story or event, by what they are about alone. */
export function mayBeStory(
  sides: StorySides,
  a: number,
  b: number,
  concepts = compareIfKnown(sides, a, b),
): boolean {
  const { starts, ends, backgrounds } = sides.concepts;
  if (concepts === undefined || ends[a]! - starts[a]! < ENOUGH || ends[b]! - starts[b]! < ENOUGH) return true;
  return concepts.likeness - Math.sqrt(backgrounds[a]! * backgrounds[b]!) >= LEAST_SURPLUS;
}

/** Letters below which a text is a brief: three sentences of news have 300 to 500, its articles 1,200 and more. */
export const BRIEF = 700;
/** Letters of a sentence or two: of the blurbs of "In the news" 99 of 100 have fewer. */
const BLURB = 300;

/** How brief a text is, in 64ths, whose sums are exact: 1 up to `BLURB`, 0 from `BRIEF` on. Sweep in decision 0012. */
export function brevityOf(letters: number): number {
  const share = (BRIEF - letters) / (BRIEF - BLURB);
  return Math.round(64 * Math.max(0, Math.min(1, share))) / 64;
}

/**
 * Bits that every side is taken to have besides its own, unshared: with two names, both shared, little is known, and
 * the coverage must not be 1.
 */
const UNSEEN_NAME_BITS = 10;
const UNSEEN_NUMBER_BITS = 5;

/**
 * Least share of the numbers and dates of the side that has fewer which a translation has in common with the other. Of
 * translations one in twenty has less, of reports of one mould about two events nearly all: sweep in decision 0012.
 */
const AGREEING_SHARE = 0.4;
/** Most bits that speak against a pair: a translator may turn all sums into another currency. Sweep in decision 0012. */
const MOST_AGAINST = 6;

function addFacts(sides: StorySides, a: number, b: number, shared: SharedFacts): void {
  const names = shared.nameWeight / 4;
  const numbers = shared.numberWeight / 4;
  const dates = shared.dateWeight / 4;
  const fewer = sides.nameCounts[a]! <= sides.nameCounts[b]! ? a : b;
  const surplus = Math.max(0, names - sides.chanceBits[fewer]!);
  const ofA = nameCoverage(shared.nameWeightOfA, sides.nameWeights[a]!);
  const ofB = nameCoverage(shared.nameWeightOfB, sides.nameWeights[b]!);
  // A script without case says of no word that it is a name: what the other side says counts for both.
  const coverA = sides.nameWeights[a] === 0 ? ofB : ofA;
  const coverB = sides.nameWeights[b] === 0 ? ofA : ofB;
  const numbersA = sides.numberWeights[a]! / 4;
  const numbersB = sides.numberWeights[b]! / 4;
  const numberCoverA = Math.min(1, numbers / (UNSEEN_NUMBER_BITS + numbersA));
  const numberCoverB = Math.min(1, numbers / (UNSEEN_NUMBER_BITS + numbersB));
  const fewerNumbers = Math.min(numbersA, numbersB);
  const [lettersA, lettersB] = [sides.letters[a]!, sides.letters[b]!];
  values[AT.nameSurplus] = Math.log2(1 + surplus);
  values[AT.nameStrongest] = shared.strongestName / 4;
  values[AT.nameCoverHigh] = Math.max(coverA, coverB);
  values[AT.nameCoverLow] = Math.min(coverA, coverB);
  // Bits of names that each side has and the other has not: the smaller of both sides.
  const unsharedNames = Math.min(
    sides.nameWeights[a]! - shared.nameWeightOfA,
    sides.nameWeights[b]! - shared.nameWeightOfB,
  );
  values[AT.nameConflict] = Math.log2(1 + Math.max(0, unsharedNames / 4));
  values[AT.numberBits] = Math.log2(1 + numbers);
  values[AT.numberCoverHigh] = Math.max(numberCoverA, numberCoverB);
  values[AT.numberCoverLow] = Math.min(numberCoverA, numberCoverB);
  // Bits of numbers that each side has and the other has not: the smaller of both sides.
  values[AT.numberConflict] = Math.log2(1 + Math.max(0, fewerNumbers - numbers));
  values[AT.dateBits] = Math.log2(1 + dates);
  const fewerDates = Math.min(sides.dateWeights[a]!, sides.dateWeights[b]!) / 4;
  values[AT.dateConflict] = Math.log2(1 + Math.max(0, fewerDates - dates));
  // What both could share is at most what the poorer side has, kind by kind.
  const both = fewerNumbers + fewerDates;
  const missing = AGREEING_SHARE * both - numbers - dates;
  values[AT.factsAgainst] = Math.max(0, Math.min(MOST_AGAINST, missing));
  values[AT.factPlaceBits] = shared.places.logBits;
  values[AT.factPlaceMean] = shared.places.mean;
  values[AT.factOrder] = shared.places.order(4);
  values[AT.factSpread] = shared.places.spread;
  values[AT.lengthGap] = Math.abs(Math.log2((lettersA + 20) / (lettersB + 20)));
  values[AT.length] = Math.log2(1 + Math.min(lettersA, lettersB));
  values[AT.daysApart] = daysApart(sides.published[a]!, sides.published[b]!);
  values[AT.daysBeyond] = daysBeyond(sides.published[a]!, sides.published[b]!);
  const namesAndNumbers = surplus + numbers;
  bits = { information: namesAndNumbers + dates, namesAndNumbers, sharedNumbers: numbers, fewerNumbers };
}

/** Share of a side's definite names that the other side has; weights in quarter bits. */
function nameCoverage(shared: number, all: number): number {
  return shared / (4 * UNSEEN_NAME_BITS + all);
}

/**
 * Log-odds that days of publication add, by the days between them. Versions of a story appear within a day; of pairs
 * on one subject that are no versions, a few share the day and most are weeks apart. Set, not learned: no set that may
 * be learned from has dates of translations (decision 0012 gives the figures with and without). A day apart says nothing:
 * two quakes of one strength on two days were one story with 1.5.
 */
const PUBLISHED: readonly (readonly [days: number, odds: number])[] = [
  [0, 4.5],
  [1, 0],
  [3, -0.5],
  [7, -1],
];
const LONG_AGO = -2;
/**
 * One day adds no more log-odds than names, numbers and, for so much a bit, subjects in place say in bits: two warnings of
 * storms on one day, of two islands, were one story. The day itself, which both texts name, does not count. Sweep in
 * decision 0012.
 */
const SAID_BY_SUBJECTS = 0.5;

function publishedOdds(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return 0;
  return PUBLISHED.find(([days]) => Math.abs(a - b) <= days)?.[1] ?? LONG_AGO;
}

/** Days between the publications, log2 of one more, against two weeks; 0 where a day is not known. */
function daysApart(a: number, b: number): number {
  const days = Math.abs(a - b);
  return Number.isNaN(days) ? 0 : Math.log2(1 + days) - 4;
}

/** An event is news for so many days. */
const NEWS_DAYS = 3;

/** How often the days between the publications are twice those in which an event is news; 0 where a day is not known. */
function daysBeyond(a: number, b: number): number {
  const days = Math.abs(a - b);
  return Number.isNaN(days) ? 0 : Math.log2(Math.max(1, days / NEWS_DAYS));
}

function addConcepts(sides: StorySides, a: number, b: number, shared: SharedConcepts): void {
  const { qualities, backgrounds } = sides.concepts;
  const background = Math.sqrt(backgrounds[a]! * backgrounds[b]!);
  values[AT.conceptCoverHigh] = shared.coverHigh;
  values[AT.conceptCoverLow] = shared.coverLow;
  values[AT.conceptSurplus] = shared.likeness - background;
  values[AT.conceptBackground] = background;
  values[AT.conceptQuality] = Math.log(qualities[a]! * qualities[b]!);
  values[AT.placeBits] = shared.places.logBits;
  values[AT.placeMean] = shared.places.mean;
  values[AT.placeOrder] = shared.places.order(WEIGHT_SCALE);
  values[AT.placeSpread] = shared.places.spread;
}
