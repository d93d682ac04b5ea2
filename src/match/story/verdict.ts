/**
 * Are two articles the same story in another language, or about the same event? Two logistic models over the
 * measures, learned on translated news (`lexicon/scripts/train-story.mjs`). Pure: sees the two articles only.
 */
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { ConceptEvidence, Evidence, Signal, Verdict } from '../../model/match.ts';
import type { Threshold } from '../../model/options.ts';
import type { StoryModel, StoryModels, Weights } from '../../model/story-model.ts';
import { weightiestShared } from './concepts.ts';
import {
  BRIEF,
  distinctNumberBits,
  findShared,
  haveConcepts,
  information,
  MEASURES,
  type Measure,
  type Measures,
  measure,
  type Shared,
  type StorySide,
} from './measures.ts';

/** Score from which on a pair is linked. Translations: figures of held-out stories and archives in decision 0012. */
const TRANSLATION_FROM: Readonly<Record<Threshold, number>> = { strict: 0.97, balanced: 0.9, loose: 0.75 };
const RELATED_FROM: Readonly<Record<Threshold, number>> = { strict: 0.97, balanced: 0.9, loose: 0.8 };

/**
 * Bits that a translation must share where a language has no lexicon, whatever its score: short texts have high coverage by chance. Sweep (ntrex 12
 * F1; false links in a synthetic archive of 5,000): 0 .955 / 89, 14 .931 / 40, 20 .889 / 24, 30 .798 / 9.
 */
const MIN_INFORMATION = 14;

/** Evidence that is printed with a link: the weightiest of each kind. */
const SHOWN = 12;

const NOTES: Readonly<Record<Measure, string>> = {
  nameSurplus: 'shared names, beyond what chance would share (log2 of bits)',
  nameCoverHigh: 'share of the names of one side that the other has (better side)',
  nameCoverLow: 'the same, worse side',
  numberBits: 'shared numbers (log2 of bits)',
  numberCoverHigh: 'share of the numbers of one side that the other has (better side)',
  numberCoverLow: 'the same, worse side',
  dateBits: 'shared dates (log2 of bits)',
  order: 'share of the shared things that stand in the same order',
  lengthGap: 'difference in length (log2)',
  numberConflict: 'numbers of each side that the other has not (log2 of bits)',
  published: 'days between the publications (log-odds)',
  length: 'length of the shorter text (log2 of letters)',
  conceptCoverHigh: 'share of what one side speaks of that the other does, too (better side)',
  conceptCoverLow: 'the same, worse side',
  conceptSurplus: 'likeness of what both speak of, beyond what any two articles have',
  conceptBackground: 'likeness with any article at all',
  conceptQuality: 'how well the lexicons of both languages bring out meaning (log)',
  placeBits: 'shared subjects at the same places of both texts (log2 of bits)',
  placeMean: 'the same, for each shared subject',
  placeOrder: 'correlation of the places of shared subjects',
};

export function judgeStory(
  a: StorySide,
  b: StorySide,
  threshold: Threshold,
  { story }: Knowledge,
  isExplained: boolean,
): Verdict {
  const shared = findShared(a, b);
  const measures = measure(a, b, shared);
  const model = modelFor(a, b, story);
  const event = probability(model.event, measures);
  const translation = probability(model.translation, measures);
  const acrossLanguages = a.language !== b.language && a.language !== 'und' && b.language !== 'und';
  const doubt = doubtOf(a, b, shared, translation, threshold);
  const isTranslation = acrossLanguages && doubt === undefined;
  // Most pairs are refused, and nobody asks why: their evidence would cost more than their verdict.
  const isTold = isExplained || isTranslation || event >= RELATED_FROM[threshold];
  const base = {
    evidence: isTold ? evidenceOf(a, b, shared, measures) : NO_EVIDENCE,
    signals: isExplained ? signalsOf(model.translation, measures) : [],
  };
  if (isTranslation) {
    return { ...base, relation: 'translation', score: translation };
  }
  const nearest = acrossLanguages ? doubt : sameLanguage();
  if (event >= RELATED_FROM[threshold]) {
    return { ...base, relation: 'related', score: event, ...(nearest === undefined ? {} : { nearest }) };
  }
  return {
    ...base,
    score: acrossLanguages ? translation : event,
    signals: isExplained ? signalsOf(model.event, measures) : [],
    nearest: `related articles need ${RELATED_FROM[threshold]}; names, numbers and dates give ${event.toFixed(2)}`,
  };
}

const NO_EVIDENCE: Evidence = { names: [], numbers: [] };

function modelFor(a: StorySide, b: StorySide, story: StoryModels): StoryModel {
  if (!haveConcepts(a, b)) return story.facts;
  return Math.min(a.length, b.length) < BRIEF ? story.briefs : story.concepts;
}

/** Why a pair is no translation; undefined where it is one. */
function doubtOf(
  a: StorySide,
  b: StorySide,
  shared: Shared,
  score: number,
  threshold: Threshold,
): string | undefined {
  if (score < TRANSLATION_FROM[threshold]) {
    return `a translation needs ${TRANSLATION_FROM[threshold]}; this pair has ${score.toFixed(2)}`;
  }
  if (haveConcepts(a, b)) return undefined;
  if (conflictingNumbers(a, b, shared)) {
    return 'a translation needs numbers that agree; most of these stand on one side only';
  }
  const bits = information(a, b, shared);
  if (bits >= MIN_INFORMATION) return undefined;
  return `a translation shares at least ${MIN_INFORMATION} bits; this pair shares ${bits.toFixed(1)}`;
}

/**
 * Both sides give numbers that the other does not have, and more of them than they share: the DAX on another day, a
 * quake of another strength. A translation loses numbers on one side, it does not change them.
 */
function conflictingNumbers(a: StorySide, b: StorySide, shared: Shared): boolean {
  const agreed = shared.numbers.reduce((sum, number) => sum + number.weight, 0);
  return Math.min(distinctNumberBits(a), distinctNumberBits(b)) - agreed > agreed;
}

function sameLanguage(): string {
  return 'articles in one language are joined when they share word sequences; these do not';
}

function probability(weights: Weights, measures: Measures): number {
  let logOdds = weights.bias;
  for (const name of MEASURES) logOdds += (weights[name] ?? 0) * measures[name];
  return 1 / (1 + Math.exp(-logOdds));
}

function signalsOf(weights: Weights, measures: Measures): readonly Signal[] {
  const bias: Signal = { name: 'prior', value: 1, contribution: weights.bias, note: 'before any evidence' };
  return [
    bias,
    ...MEASURES.filter((name) => weights[name] !== undefined).map((name) => ({
      name,
      value: measures[name],
      contribution: (weights[name] ?? 0) * measures[name],
      note: NOTES[name],
    })),
  ];
}

function evidenceOf(a: StorySide, b: StorySide, shared: Shared, measures: Measures): Evidence {
  const against: string[] = [];
  if (measures.numberCoverLow < 0.5 && a.numbers.length > 0 && b.numbers.length > 0) {
    against.push(`${percent(1 - measures.numberCoverLow)} of the numbers of one side are not in the other`);
  }
  if (measures.nameCoverHigh < 0.5 && a.names.length > 0 && b.names.length > 0) {
    against.push(`${percent(1 - measures.nameCoverHigh)} of the names are on one side only`);
  }
  const hasConcepts = haveConcepts(a, b);
  if (!hasConcepts)
    against.push('one of the languages has no lexicon: only names, numbers and dates were compared');
  if (measures.lengthGap > 1) against.push('one text is more than twice as long as the other');
  return {
    names: [...shared.names]
      .sort((x, y) => y.weight - x.weight || x.a.start - y.a.start)
      .slice(0, SHOWN)
      .map(({ a, b, weight }) => ({ a: a.text, b: b.text, key: a.key, weight })),
    numbers: [...shared.numbers]
      .sort((x, y) => y.weight - x.weight || x.a.start - y.a.start)
      .slice(0, SHOWN)
      .map(({ a, b, weight }) => ({
        value: a.value,
        ...(a.unit === undefined ? {} : { unit: a.unit }),
        a: a.text,
        b: b.text,
        weight,
      })),
    ...(hasConcepts ? { concepts: conceptEvidence(a, b) } : {}),
    ...(against.length === 0 ? {} : { against }),
  };
}

function conceptEvidence(a: StorySide, b: StorySide): readonly ConceptEvidence[] {
  const shared = weightiestShared(a.concepts, b.concepts, 2 * SHOWN);
  const ids = shared.map(({ id }) => id);
  const wordsA = a.wordsOf(ids);
  const wordsB = b.wordsOf(ids);
  // A word with several meanings is shown once, with the weightiest.
  const byWords = new Map<string, ConceptEvidence>();
  shared.forEach(({ weight }, i) => {
    const words = { a: wordsA[i] ?? '', b: wordsB[i] ?? '' };
    const key = `${words.a}\n${words.b}`;
    if (!byWords.has(key)) byWords.set(key, { ...words, weight });
  });
  return [...byWords.values()].slice(0, SHOWN);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
