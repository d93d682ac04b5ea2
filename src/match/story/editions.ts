/**
 * Are two texts in one language editions of one report, that is, was one made from the other, though they share too few
 * words to be near-duplicates? Asked only of two that are translations of one and the same text. Must not see texts.
 */
import { measure, valueIn } from './measures.ts';
import type { StoryPair } from './sides.ts';

/** Least resemblance (by sketches, 0.03 of error), and least share of the numbers of one side in the other: decision 0012. */
const LEAST_RESEMBLANCE = 0.3;
const LEAST_AGREEMENT = 0.6;

/** `resemblance` is that of the two texts. */
export function isEdition(pair: StoryPair, resemblance: number): boolean {
  if (!(resemblance >= LEAST_RESEMBLANCE)) return false;
  return valueIn(measure(pair).values, 'numberCoverHigh') >= LEAST_AGREEMENT;
}
