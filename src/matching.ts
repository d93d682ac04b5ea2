/**
 * What needs the whole collection, cut into pieces that threads can share: a plan that is made once and only read,
 * ranges of articles to propose partners for, the list of pairs to judge (`judging.ts`), and the conclusion. Owns their order; must not
 * hold rules of its own, touch files, or know of threads.
 */
import { estimatedResemblance, type SketchColumns } from './candidates/near/estimate.ts';
import {
  NEAR_PIECES,
  type NearFound,
  type NearPiece,
  type NearPlan,
  nearIssues,
  nearPairs,
  planNear,
} from './candidates/near/index.ts';
import {
  indexStories,
  type JudgeRows,
  passedPairs,
  RememberedSearches,
  type Searches,
  type StoredSearches,
  type StoryIndex,
  type StoryMarks,
  type StorySurvey,
  searchPartners,
  storyIssues,
  storyMarks,
  surveyStories,
} from './candidates/story/index.ts';
import type { Columns } from './features/columns.ts';
import type { BrevityOf } from './group/events.ts';
import { groupAsDecided, groupsAcross, outsideGroups, restrictLinks, sourcesOf } from './group/index.ts';
import type { Published } from './group/restrict.ts';
import type { AreEditions, OddsOf } from './group/versions.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { orderedPairs } from './lib/ordered-pairs.ts';
import { brevityOf, isEdition, isStory, isSureOfEvent, NEAR_BOUNDS, translationOdds } from './match/index.ts';
import type { ArticleIndex } from './model/article.ts';
import type { Group } from './model/group.ts';
import type { Issue, Staged } from './model/issue.ts';
import type { Link, PairList } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticleReader } from './model/port.ts';
import { pairsOf, type StoryRows, storyRows } from './story-pairs.ts';

/** What articles are matched by: arrays, which are only read. */
export interface MatchingPlan {
  readonly near: NearPlan;
  /** Only where translations are asked for; the index only while partners are sought. */
  readonly story?: StoryRows & { readonly index?: StoryIndex };
}

export interface Findings {
  readonly groups: readonly Group[];
  /** Pairs of relation `related`. */
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
}

/** Copies, and what near-duplicates are found in. `tags` are BCP 47, by article. */
export function planMatching(columns: Columns, tags: readonly string[], options: MatchOptions): MatchingPlan {
  const near = planNear(columns);
  return options.translations ? { near, story: storyRows(columns.story, tags) } : { near };
}

/** What partners depend on of all representatives; undefined where stories are not sought. */
export function surveyOf(
  { near, story }: MatchingPlan,
  columns: Columns,
  options: MatchOptions,
): StorySurvey | undefined {
  if (story === undefined) return undefined;
  const { representatives } = near;
  return surveyStories({
    ...columns.indexRows(representatives),
    languages: Uint16Array.from(representatives, (article) => story.languages[article]!),
    textKeys: Uint32Array.from(representatives, (article) => near.columns.textHigh[article]!),
    isByEvent: options.groupBy === 'event',
  });
}

/** The plan with the index in which some representatives, or all, may ask for partners. */
export function withIndex(
  plan: MatchingPlan,
  survey: StorySurvey | undefined,
  asking?: Uint32Array,
): MatchingPlan {
  if (plan.story === undefined || survey === undefined) return plan;
  return { ...plan, story: { ...plan.story, index: indexStories(survey, asking) } };
}

export { NEAR_PIECES, type NearPiece };

/** Pairs that may be near-duplicates, found by a part of the search. */
export function findNear({ near }: MatchingPlan, piece: NearPiece, options: MatchOptions): NearFound {
  return nearPairs(near, piece, NEAR_BOUNDS[options.threshold]);
}

export {
  joinSearches,
  type RememberedSearches,
  type Searches,
  type StoredSearches,
  type StoryMarks,
  type StorySurvey,
} from './candidates/story/index.ts';

/** Representatives by number, for which partners are to be sought: all of them. */
export function storyRowsOf({ near, story }: MatchingPlan): Uint32Array {
  return Uint32Array.from({ length: story === undefined ? 0 : near.representatives.length }, (_, row) => row);
}

/** Searches for partners in other words, of some representatives. */
export function searchStories(
  plan: MatchingPlan,
  rows: Uint32Array,
  options: MatchOptions,
  knowledge: Knowledge,
): Searches {
  const { story } = plan;
  if (story?.index === undefined) return NO_SEARCHES;
  return searchPartners(story.index, rows, rowJudge(plan, story, options, knowledge));
}

const NO_SEARCHES: Searches = {
  lengths: new Uint8Array(0),
  judged: new Uint32Array(0),
  floors: new Float64Array(0),
  passed: new Float64Array(0),
};

/** By what the representatives are known again in the next run. */
export function marksOf(
  { near: { representatives } }: MatchingPlan,
  survey: StorySurvey,
  { contentKeys }: Pick<Columns, 'contentKeys'>,
): StoryMarks {
  const contents = new Uint32Array(2 * representatives.length);
  representatives.forEach((article, row) => {
    contents[2 * row] = contentKeys[2 * article]!;
    contents[2 * row + 1] = contentKeys[2 * article + 1]!;
  });
  return storyMarks(survey, contents);
}

/** Which searches of an earlier run, with the same options and knowledge, stand; undefined where stories are not sought. */
export function rememberSearches(
  plan: MatchingPlan,
  stored: StoredSearches,
  survey: StorySurvey,
  marks: StoryMarks,
  options: MatchOptions,
  knowledge: Knowledge,
): RememberedSearches | undefined {
  const { story } = plan;
  if (story === undefined) return undefined;
  const indexFor = (rows: Uint32Array): StoryIndex => indexStories(survey, rows);
  return new RememberedSearches(stored, survey, marks, indexFor, rowJudge(plan, story, options, knowledge));
}

/** Whether two representatives, by number, are a story. */
function rowJudge(
  { near: { representatives } }: MatchingPlan,
  story: StoryRows,
  options: MatchOptions,
  knowledge: Knowledge,
): JudgeRows {
  const pairOf = pairsOf(story);
  return (a, b) => isStory(pairOf(representatives[a]!, representatives[b]!), options, knowledge);
}

/** All pairs that are to be judged: candidates of both kinds, ordered, each once. `searches`: those of all representatives. */
export function pairsToJudge(
  plan: MatchingPlan,
  found: readonly NearFound[],
  survey?: StorySurvey,
  searches: Searches = NO_SEARCHES,
): Staged<PairList> {
  const { representatives } = plan.near;
  const inArticles = (rows: Uint32Array): Uint32Array => rows.map((row) => representatives[row]!);
  const near = found.map(({ value }) => value);
  const { a, b } = passedPairs(storyRowsOf(plan), searches);
  return {
    value: orderedPairs([...near, { a: inArticles(a), b: inArticles(b) }]),
    issues: [...nearIssues(found), ...(survey === undefined ? [] : storyIssues(survey))],
  };
}

/** How articles are compared by their rows alone, when groups are made. */
export interface Comparisons {
  readonly oddsOf: OddsOf;
  readonly areEditions: AreEditions;
  readonly brevityOf: BrevityOf;
}

/** Undefined where stories are not sought. */
export function comparisonsBy(
  {
    near,
    story,
  }: {
    readonly near: { readonly columns: Pick<SketchColumns, 'count' | 'sketches'> };
    readonly story?: StoryRows;
  },
  knowledge: Knowledge,
): Comparisons | undefined {
  if (story === undefined) return undefined;
  const pairOf = pairsOf(story);
  return {
    oddsOf: (a, b) => translationOdds(pairOf(a, b), knowledge),
    areEditions: (a, b) => isEdition(pairOf(a, b), estimatedResemblance(near.columns, a, b)),
    brevityOf: (article) => brevityOf(story.sides.letters[article]!),
  };
}

/** Groups from all links of a collection, and what is to be said of decisions. `comparisons`: as `comparisonsBy` gives them. */
export function conclude(
  { near: { copies } }: { readonly near: Pick<NearPlan, 'copies'> },
  found: readonly Link[],
  reader: ArticleReader,
  tags: readonly string[],
  options: MatchOptions,
  comparisons?: Comparisons,
): Findings {
  const isRelated = ({ relation }: Link): boolean => relation === 'related';
  const published = (index: ArticleIndex): Published => reader.head(index);
  const { representativeOf, links } = restrictLinks(
    { representativeOf: copies.representativeOf, links: found },
    published,
    options,
  );
  const sourceOf = options.sources === 'across' ? sourcesOf(published) : undefined;
  const related = links.filter(isRelated);
  const isFaint = ({ relation, reason }: Link): boolean => relation === 'translation' && reason === 'company';
  const { value: grouped, issues } = groupAsDecided(
    {
      count: reader.count,
      copies: { representativeOf },
      links: links.filter((link) => !isRelated(link) && !isFaint(link)),
      related,
      faint: links.filter(isFaint),
      languageOf: (index) => tags[index] ?? 'und',
      ...comparisons,
      ...(sourceOf === undefined ? {} : { sourceOf }),
      facts: (index) => reader.head(index),
      identity: (index) => reader.head(index),
      options,
    },
    options.decisions ?? [],
  );
  const groups = groupsAcross(grouped, published, options);
  const listed = related.filter(({ score }) => isSureOfEvent(score, options.threshold));
  return { groups, related: outsideGroups(listed, groups, representativeOf, sourceOf), issues };
}
