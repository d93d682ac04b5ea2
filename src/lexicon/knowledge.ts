/**
 * What the program was taught, handed to the stages as data: the lexicon of concepts and the weights of the story
 * models. Owns the shapes; must not read files.
 */
import type { Concepts } from './concepts.ts';
import { STORY_MODEL } from './data/story-model.ts';

/** Weights of a logistic model by the name of a measure; a measure without a weight plays no part. */
export type Weights = Readonly<Record<string, number>> & { readonly bias: number };

export interface StoryModels {
  /** For a pair whose languages both have a lexicon. */
  readonly concepts: StoryModel;
  /** The same, where one text is a brief: a headline, a lead, a blurb. */
  readonly briefs: StoryModel;
  /** For all other pairs: names, numbers and dates alone. */
  readonly facts: StoryModel;
}

export interface StoryModel {
  /** The same event or not. */
  readonly event: Weights;
  /** The same story in other words or not: log-odds of a link being right. */
  readonly translation: Weights;
}

export interface Knowledge {
  /** Absent: texts are compared by names, numbers and dates alone. */
  readonly concepts?: Concepts;
  readonly story: StoryModels;
}

/** Without a lexicon: for tests, and where none was handed in. */
export const FACTS_ONLY: Knowledge = { story: STORY_MODEL };
