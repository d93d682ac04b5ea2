/** What is known of the story of an article in which nothing was looked for. Apart, so that it can be named without the rest. */
import type { ConceptVector, FactRow, StoryRow } from '../model/features.ts';

export const NO_FACTS: FactRow = {
  keys: new Uint32Array(0),
  weights: new Uint8Array(0),
  places: new Uint8Array(0),
  kinds: new Uint8Array(0),
};

export const NO_CONCEPTS: ConceptVector = {
  ids: new Uint16Array(0),
  weights: new Uint8Array(0),
  places: new Uint8Array(0),
  quality: 0,
  background: 0,
};

export const NO_STORY: StoryRow = {
  facts: NO_FACTS,
  concepts: NO_CONCEPTS,
  letters: 0,
  published: Number.NaN,
};
