/**
 * Proposes pairs of articles that may tell the same story in other words: they share rare names, numbers,
 * dates, concepts or a day of publication.
 * Owns how proposals become one list, whoever made them; must not decide (that is `match`). Works on representatives
 * only.
 */
import { round4 } from '../../lib/order.ts';
import type { Issue, Staged } from '../../model/issue.ts';
import { type JudgeRows, type Proposals, proposePartners } from './partners.ts';
import { buildStoryIndex, MAX_POSTING, type StoryRows } from './story-index.ts';

export { type JudgeRows, type Proposals, proposePartners } from './partners.ts';
export { buildStoryIndex, type StoryIndex, type StoryRows } from './story-index.ts';

/** Parallel arrays, a < b, ordered, without repetition. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Pairs of rows that were proposed and that `judge` let pass. */
export function storyCandidates(rows: StoryRows, judge: JudgeRows): Staged<PairList> {
  const index = buildStoryIndex(rows);
  return unionOf(index.count, [proposePartners(index, 0, index.count, judge)]);
}

/** All proposals of `count` articles as one list; the same whatever they were cut into. */
export function unionOf(count: number, proposals: readonly Proposals[]): Staged<PairList> {
  const codes: number[] = [];
  let capped = 0;
  for (const part of proposals) {
    capped += part.capped;
    for (let i = 0; i < part.a.length; i++) codes.push(part.a[i]! * count + part.b[i]!);
  }
  return { value: sortedPairs(codes, count), issues: capped > 0 ? [cappedIssue(capped, count)] : [] };
}

function sortedPairs(pairs: readonly number[], count: number): PairList {
  const codes = Float64Array.from(pairs).sort();
  const unique = codes.filter((code, i) => i === 0 || code !== codes[i - 1]);
  return {
    a: Uint32Array.from(unique, (code) => Math.floor(code / count)),
    b: Uint32Array.from(unique, (code) => code % count),
  };
}

function cappedIssue(capped: number, count: number): Issue {
  return {
    code: 'bucket-capped',
    path: '',
    message: `${capped} pairs of frequent names or numbers (${round4(capped / count)} an article) stand in more than ${MAX_POSTING} articles and proposed no translation by themselves; rarer ones still did`,
  };
}
