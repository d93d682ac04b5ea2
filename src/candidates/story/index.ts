/**
 * Proposes pairs of articles that may tell the same story in other words: they share rare names, numbers,
 * dates, concepts or a day of publication.
 * Owns what is told of proposals, whoever made them; must not decide (that is `match`). Works on representatives only.
 */
import { round4 } from '../../lib/order.ts';
import { orderedPairs } from '../../lib/ordered-pairs.ts';
import type { Issue, Staged } from '../../model/issue.ts';
import type { PairList } from '../../model/match.ts';
import { type JudgeRows, passedPairs, searchPartners } from './partners.ts';
import { indexStories } from './story-index.ts';
import { MAX_POSTING, type StoryRows, type StorySurvey, surveyStories } from './survey.ts';

export { type JudgeRows, joinSearches, passedPairs, type Searches, searchPartners } from './partners.ts';
export { RememberedSearches, type StoredSearches, type StoryMarks, storyMarks } from './remembered.ts';
export { buildStoryIndex, indexStories, type StoryIndex } from './story-index.ts';
export { type StoryRows, type StorySurvey, surveyStories } from './survey.ts';

/** Pairs of rows that were proposed and that `judge` let pass, ordered, each once. */
export function storyCandidates(rows: StoryRows, judge: JudgeRows): Staged<PairList> {
  const survey = surveyStories(rows);
  const index = indexStories(survey);
  const articles = Uint32Array.from({ length: index.count }, (_, row) => row);
  const proposed = passedPairs(articles, searchPartners(index, articles, judge));
  return { value: orderedPairs([proposed]), issues: storyIssues(survey) };
}

/** What all searches leave out; the same whatever they are cut into. */
export function storyIssues({ capped, rows }: StorySurvey): readonly Issue[] {
  return cappedIssues(capped, rows.count);
}

/** What is told of pairs of frequent keys that were not followed, among so many rows. */
export function cappedIssues(capped: number, count: number): readonly Issue[] {
  return capped > 0 ? [cappedIssue(capped, count)] : [];
}

function cappedIssue(capped: number, count: number): Issue {
  return {
    code: 'bucket-capped',
    path: '',
    message: `${capped} pairs of frequent names or numbers (${round4(capped / count)} an article) stand in more than ${MAX_POSTING} articles and proposed no translation by themselves; rarer ones still did`,
  };
}
