/**
 * Proposes pairs of articles that may tell the same story in other words: they share rare names, numbers,
 * dates, concepts or a day of publication.
 * Owns what is told of proposals, whoever made them; must not decide (that is `match`). Works on representatives only.
 */
import { round4 } from '../../lib/order.ts';
import { orderedPairs } from '../../lib/ordered-pairs.ts';
import type { Issue, Staged } from '../../model/issue.ts';
import type { PairList } from '../../model/match.ts';
import { type JudgeRows, type Proposals, proposePartners } from './partners.ts';
import { buildStoryIndex, MAX_POSTING, type StoryRows } from './story-index.ts';

export { type JudgeRows, type Proposals, proposePartners } from './partners.ts';
export { buildStoryIndex, type StoryIndex, type StoryRows } from './story-index.ts';

/** Pairs of rows that were proposed and that `judge` let pass, ordered, each once. */
export function storyCandidates(rows: StoryRows, judge: JudgeRows): Staged<PairList> {
  const index = buildStoryIndex(rows);
  const proposals = [proposePartners(index, 0, index.count, judge)];
  return { value: orderedPairs(proposals), issues: storyIssues(index.count, proposals) };
}

/** What all proposals of `count` articles left out; the same whatever they were cut into. */
export function storyIssues(count: number, proposals: readonly Proposals[]): readonly Issue[] {
  const capped = proposals.reduce((sum, part) => sum + part.capped, 0);
  return capped > 0 ? [cappedIssue(capped, count)] : [];
}

function cappedIssue(capped: number, count: number): Issue {
  return {
    code: 'bucket-capped',
    path: '',
    message: `${capped} pairs of frequent names or numbers (${round4(capped / count)} an article) stand in more than ${MAX_POSTING} articles and proposed no translation by themselves; rarer ones still did`,
  };
}
