/**
 * A pair of articles as a probability: which of the learned models its measures are put to, and what that gives. Must not
 * hold thresholds (`verdict.ts`).
 */
import type { Knowledge } from '../../lexicon/knowledge.ts';
import type { StoryModel, StoryModels, Weights } from '../../model/story-model.ts';
import type { SharedConcepts } from './concepts.ts';
import { BRIEF, compareIfKnown, MEASURES, measure } from './measures.ts';
import type { StoryPair } from './sides.ts';

/**
 * Log-odds that a pair is one story in two languages, by its rows alone; -Infinity where it cannot be. The quick look
 * that saves judging most candidates (`mayBeStory`) is not asked: of two that others of a group bring together it says less
 * than the model.
 */
export function translationOdds(pair: StoryPair, { story }: Knowledge): number {
  if (!pair.isAcross) return Number.NEGATIVE_INFINITY;
  const concepts = compareIfKnown(pair.sides, pair.a, pair.b);
  const { values } = measure(pair, concepts);
  return logOdds(modelOf(pair, concepts, story).translation, values);
}

export function modelOf(
  { sides: { letters }, a, b }: StoryPair,
  concepts: SharedConcepts | undefined,
  story: StoryModels,
): StoryModel {
  const briefs = Number(letters[a]! < BRIEF) + Number(letters[b]! < BRIEF);
  if (concepts === undefined) return briefs === 0 ? story.facts : story.briefFacts;
  if (briefs === 0) return story.concepts;
  return briefs === 1 ? story.unequal : story.briefs;
}

/** Weights in the order of MEASURES, the bias last. */
const columns = new WeakMap<Weights, Float64Array>();

function columnOf(weights: Weights): Float64Array {
  const known = columns.get(weights);
  if (known !== undefined) return known;
  const column = Float64Array.from([...MEASURES.map((name) => weights[name] ?? 0), weights.bias]);
  columns.set(weights, column);
  return column;
}

export function probability(weights: Weights, values: Float64Array): number {
  return 1 / (1 + Math.exp(-logOdds(weights, values)));
}

function logOdds(weights: Weights, values: Float64Array): number {
  const column = columnOf(weights);
  let sum = column[MEASURES.length]!;
  for (let i = 0; i < MEASURES.length; i++) sum += column[i]! * values[i]!;
  return sum;
}
