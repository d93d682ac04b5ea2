/** The weights by which pairs of articles are judged. Types only. */

/** Weights of a logistic model by the name of a measure; a measure without a weight plays no part. */
export type Weights = Readonly<Record<string, number>> & { readonly bias: number };

export interface StoryModel {
  /** The same event or not. */
  readonly event: Weights;
  /** The same story in other words or not: log-odds of a link being right. */
  readonly translation: Weights;
}

export interface StoryModels {
  /** For a pair whose languages both have a lexicon. */
  readonly concepts: StoryModel;
  /** The same, where both texts are briefs: headlines, leads, blurbs. */
  readonly briefs: StoryModel;
  /** The same, where one of them alone is a brief: what an agency sends of a story, and the story. */
  readonly unequal: StoryModel;
  /** For whole articles of which one language has no lexicon: names, numbers and dates alone. */
  readonly facts: StoryModel;
  /** The same, where at least one of the texts is a brief. */
  readonly briefFacts: StoryModel;
}
