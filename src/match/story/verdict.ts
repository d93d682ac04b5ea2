/**
 * Are two articles the same story in another language, or about the same event? Two logistic models over the
 * measures, learned on translated news (`lexicon/scripts/train-story.mjs`). Pure: sees the two articles only.
 */
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { ConceptEvidence, Evidence, Signal, Verdict } from '../../model/match.ts';
import type { MatchOptions, Threshold } from '../../model/options.ts';
import type { StoryModel, StoryModels, Weights } from '../../model/story-model.ts';
import { type SharedConcepts, weightiestShared } from './concepts.ts';
import {
  compareIfKnown,
  haveConcepts,
  type Measure,
  mayBeStory,
  measure,
  type PairBits,
  valueIn,
} from './measures.ts';
import { modelOf, probability } from './score.ts';
import { type NamesAndNumbers, type SharedMentions, sharedMentions } from './shared.ts';
import type { StoryPair } from './sides.ts';
import { signalsOf } from './signals.ts';

/** Score from which on a pair is linked. Translations: figures of held-out stories and archives in decision 0012. */
const TRANSLATION_FROM: Readonly<Record<Threshold, number>> = { strict: 0.98, balanced: 0.95, loose: 0.75 };
/**
 * The same where one side alone is a brief, or any is and a language has no lexicon: in three sentences a later day of a
 * story names what the first one named. All 16 such pairs with a lexicon in fixtures/written are joined by it; the opening
 * of a trial and its verdict, which are not one, have 0.968.
 */
const UNEQUAL_FROM: Readonly<Record<Threshold, number>> = { strict: 0.99, balanced: 0.98, loose: 0.75 };
/** The same where both are briefs: what archives of long texts taught the other model does not hold there. */
const BRIEF_FROM: Readonly<Record<Threshold, number>> = { strict: 0.97, balanced: 0.9, loose: 0.75 };
/**
 * Score from which on a pair that is too unsure by itself is kept for its group to speak for (`group/company.ts`): where
 * articles stand alone nothing comes of it. Sweep in decision 0012.
 */
const FAINT_FROM: Readonly<Record<Threshold, number>> = { strict: 0.9, balanced: 0.75, loose: 0.5 };
const RELATED_FROM: Readonly<Record<Threshold, number>> = { strict: 0.97, balanced: 0.85, loose: 0.75 };
/** The same where groups are made by event: those weigh all links between two groups, so that weaker ones count, too. */
const EVENT_FROM = 0.1;

/** What of the options decides on a pair. */
export type StoryOptions = Pick<MatchOptions, 'threshold' | 'groupBy'>;

/** Whether a related pair is sure enough to be listed, however groups are made. */
export function isSureOfEvent(score: number, threshold: Threshold): boolean {
  return score >= RELATED_FROM[threshold];
}

function relatedFrom({ threshold, groupBy }: StoryOptions): number {
  return groupBy === 'event' ? EVENT_FROM : RELATED_FROM[threshold];
}

/**
 * Bits that a translation must share where a language has no lexicon, whatever its score: short texts have high coverage
 * by chance. Sweep (ntrex 12 F1; false links in a synthetic archive of 5,000): 0 .955 / 89, 14 .931 / 40, 20 .889 / 24,
 * 30 .798 / 9.
 */
const MIN_INFORMATION = 14;

/** Evidence that is printed with a link: the weightiest of each kind. */
const SHOWN = 12;

/** What the texts of a pair say, for evidence: asked for when a link is shown. */
export interface PairTexts {
  readonly a: StoryText;
  readonly b: StoryText;
}

export interface StoryText extends NamesAndNumbers {
  /** The words in which the text speaks of concepts, as written. */
  readonly wordsOf: (ids: readonly number[]) => readonly string[];
}

/** Whether a pair is a translation, even a faint one, or related: the verdict of `judgeStory` without its evidence. */
export function isStory(pair: StoryPair, options: StoryOptions, { story }: Knowledge): boolean {
  const concepts = compareIfKnown(pair.sides, pair.a, pair.b);
  if (!mayBeStory(pair.sides, pair.a, pair.b, concepts)) return false;
  const { event, doubt, isFaint } = scorePair(pair, concepts, options, story);
  return event >= relatedFrom(options) || (pair.isAcross && (doubt === undefined || isFaint));
}

export function judgeStory(
  pair: StoryPair,
  texts: PairTexts,
  options: StoryOptions,
  { story }: Knowledge,
  isExplained: boolean,
): Verdict {
  const concepts = compareIfKnown(pair.sides, pair.a, pair.b);
  const { model, values, event, translation, doubt, isFaint } = scorePair(pair, concepts, options, story);
  const isTranslation = pair.isAcross && doubt === undefined;
  const least = relatedFrom(options);
  // What groups are made by is what a link is weighed by.
  const score = options.groupBy === 'event' ? event : translation;
  const isRelated = event >= least;
  // Most pairs are refused, and nobody asks why: their evidence would cost more than their verdict.
  const isTold = isExplained || isTranslation || isRelated || isFaint;
  const evidence = isTold ? evidenceOf(pair, texts, values) : NO_EVIDENCE;
  const signals = (weights: Weights): readonly Signal[] => (isExplained ? signalsOf(weights, values) : []);
  if (isTranslation) {
    const weights = options.groupBy === 'event' ? model.event : model.translation;
    return { relation: 'translation', score, evidence, signals: signals(weights) };
  }
  // What articles in one language lack is said by who compared their words.
  const nearest = pair.isAcross ? doubt : undefined;
  const faint = isFaint ? { faint: translation } : {};
  if (isRelated) {
    const reason = nearest === undefined ? {} : { nearest };
    return {
      relation: 'related',
      score: event,
      evidence,
      signals: signals(model.translation),
      ...reason,
      ...faint,
    };
  }
  return {
    score: pair.isAcross ? translation : event,
    evidence,
    signals: signals(model.event),
    nearest: `${pair.isAcross && doubt !== undefined ? `${doubt}; ` : ''}related articles need ${least}; what these share gives ${event.toFixed(2)}, ${shortBy(event, least)}`,
    ...faint,
  };
}

interface PairScore {
  readonly model: StoryModel;
  readonly values: Float64Array;
  readonly event: number;
  readonly translation: number;
  /** Why the pair is no translation; undefined where it is one. */
  readonly doubt: string | undefined;
  /** Whether that is for the score alone, and other texts of its story may speak for it. */
  readonly isFaint: boolean;
}

function scorePair(
  pair: StoryPair,
  concepts: SharedConcepts | undefined,
  options: StoryOptions,
  story: StoryModels,
): PairScore {
  const { values, bits } = measure(pair, concepts);
  const hasConcepts = concepts !== undefined;
  const model = modelOf(pair, concepts, story);
  const translation = probability(model.translation, values);
  // By event a doubtful translation is a related pair, with the probability of that.
  const least = translationFrom(model, story, options);
  const refusal = hasConcepts ? undefined : refusalOf(bits);
  const faintFrom = FAINT_FROM[options.threshold];
  const event = probability(model.event, values);
  const doubt =
    translation < least
      ? unsureBy(translation, least, faintFrom)
      : (refusal ?? (options.groupBy === 'event' ? doubtOfEvent(event, options) : undefined));
  const isFaint =
    pair.isAcross &&
    doubt !== undefined &&
    refusal === undefined &&
    translation >= faintFrom &&
    options.groupBy === 'story';
  return { model, values, event, translation, doubt, isFaint };
}

function translationFrom(
  model: StoryModel,
  story: StoryModels,
  { threshold, groupBy }: StoryOptions,
): number {
  if (groupBy === 'event') return TRANSLATION_FROM[threshold];
  if (model === story.unequal || model === story.briefFacts) return UNEQUAL_FROM[threshold];
  return (model === story.briefs ? BRIEF_FROM : TRANSLATION_FROM)[threshold];
}

const NO_EVIDENCE: Evidence = { names: [], numbers: [] };

function unsureBy(score: number, least: number, faintFrom: number): string {
  const company = score < faintFrom ? '' : ', unless other texts of its group speak for it';
  return `a translation needs ${least}; this pair has ${score.toFixed(2)}, ${shortBy(score, least)}${company}`;
}

/** Why a pair is no translation where groups are made by event, though one by its words: it must tell of one event first. */
function doubtOfEvent(event: number, { threshold }: StoryOptions): string | undefined {
  const least = RELATED_FROM[threshold];
  return event >= least
    ? undefined
    : `a translation tells of the same event, which needs ${least}; this pair has ${event.toFixed(2)}, ${shortBy(event, least)}`;
}

/** Why a pair whose languages have no lexicon is no translation, whatever its score. */
function refusalOf({ information, sharedNumbers, fewerNumbers }: PairBits): string | undefined {
  // Both sides give numbers that the other does not have, and more of them than they share: the DAX on another day, a
  // quake of another strength. A translation loses numbers on one side, it does not change them.
  if (fewerNumbers - sharedNumbers > sharedNumbers) {
    return 'a translation needs numbers that agree; most of these stand on one side only';
  }
  if (information >= MIN_INFORMATION) return undefined;
  return `a translation shares at least ${MIN_INFORMATION} bits; this pair shares ${information.toFixed(1)}`;
}

/** How far a score is from a bound, in the unit of the signals, so that it can be compared with each of them. */
function shortBy(score: number, least: number): string {
  const oddsOf = (share: number): number => Math.log(share / (1 - share));
  const missing = oddsOf(least) - oddsOf(Math.min(1 - 1e-9, Math.max(1e-9, score)));
  return `short by ${missing.toFixed(2)} of log-odds`;
}

function evidenceOf(pair: StoryPair, texts: PairTexts, values: Float64Array): Evidence {
  const { names, numbers } = sharedMentions(texts.a, texts.b);
  const against = objections(pair, texts, values, names.length);
  return {
    names: weightiest(names).map(({ a, b, weight }) => ({ a: a.text, b: b.text, key: a.key, weight })),
    numbers: weightiest(numbers).map(({ a, b, weight }) => ({
      value: a.value,
      ...(a.unit === undefined ? {} : { unit: a.unit }),
      a: a.text,
      b: b.text,
      weight,
    })),
    ...(haveConcepts(pair.sides, pair.a, pair.b) ? { concepts: conceptEvidence(pair, texts) } : {}),
    ...(against.length === 0 ? {} : { against }),
  };
}

function weightiest<Item extends SharedMentions['names'][number] | SharedMentions['numbers'][number]>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((x, y) => y.weight - x.weight || x.a.start - y.a.start).slice(0, SHOWN);
}

/** What speaks against a pair, in words. */
function objections(
  { sides, a, b }: StoryPair,
  texts: PairTexts,
  values: Float64Array,
  sharedNames: number,
): readonly string[] {
  const value = (name: Measure): number => valueIn(values, name);
  const against: string[] = [];
  if (value('numberCoverLow') < 0.5 && texts.a.numbers.length > 0 && texts.b.numbers.length > 0) {
    against.push(`${percent(1 - value('numberCoverLow'))} of the numbers of one side are not in the other`);
  }
  // Counted as they are shown: the measure weighs sure names alone, of which scripts without case have few.
  const fewerNames = Math.min(texts.a.names.length, texts.b.names.length);
  if (value('nameCoverHigh') < 0.5 && sharedNames < fewerNames / 2)
    against.push(`${percent(1 - sharedNames / fewerNames)} of the names of one side are not in the other`);
  if (!haveConcepts(sides, a, b))
    against.push('one of the languages has no lexicon: only names, numbers and dates were compared');
  if (value('lengthGap') > 1) against.push('one text is more than twice as long as the other');
  return against;
}

function conceptEvidence({ sides, a, b }: StoryPair, texts: PairTexts): readonly ConceptEvidence[] {
  const shared = weightiestShared(sides, a, b, 2 * SHOWN);
  const ids = shared.map(({ id }) => id);
  const wordsA = texts.a.wordsOf(ids);
  const wordsB = texts.b.wordsOf(ids);
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
