/**
 * What the program was taught, handed to the stages as data: the lexicon of concepts and the weights of the story
 * models. Owns the shipped default; must not read files.
 */
import type { StoryModels } from '../model/story-model.ts';
import type { Concepts } from './concepts.ts';
import { STORY_MODEL } from './data/story-model.ts';

export interface Knowledge {
  /** Absent: texts are compared by names, numbers and dates alone. */
  readonly concepts?: Concepts;
  readonly story: StoryModels;
}

/** Without a lexicon: for tests, and where none was handed in. */
export const FACTS_ONLY: Knowledge = { story: STORY_MODEL };
