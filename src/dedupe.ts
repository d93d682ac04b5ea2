/**
 * The order of the stages, and nothing else: what happens to one article, and what happens to a collection. Must not
 * hold rules of its own, touch files, or know of threads.
 */

import { sentenceRows, storyRowOf, wordReader } from './article.ts';
import { cleanCollection } from './cleaning.ts';
import type { Collection } from './collection.ts';
import { StoryTable } from './features/story-table.ts';
import { PairJudge } from './judging.ts';
import { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
import { alignSentences, judgePair, prepare } from './match/index.ts';
import {
  comparisonsBy,
  conclude,
  type Findings,
  findNear,
  NEAR_PIECES,
  pairsToJudge,
  planMatching,
  searchStories,
  storyRowsOf,
  surveyOf,
  withIndex,
} from './matching.ts';
import type { Article } from './model/article.ts';
import type { AlignedPassage } from './model/emit.ts';
import type { Verdict } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticlePort } from './model/port.ts';
import { pairsOf, storyRows } from './story-pairs.ts';

export {
  type Analysis,
  analyseAgain,
  analyseArticle,
  analyseRaw,
  completeArticle,
  storyRowOf,
  tellBlockLanguages,
} from './article.ts';
export { parseRules } from './clean/index.ts';
export { type CleaningMemory, cleanCollection, cleaningRounds, type Key64 } from './cleaning.ts';
export { Collection } from './collection.ts';
export {
  decidedBetween,
  findArticles,
  parseDecisions,
  standing,
  traceGroups,
} from './group/index.ts';
export { PairJudge } from './judging.ts';
export { loadVoters, type Voters } from './language/index.ts';
export { type Concepts, readConcepts } from './lexicon/concepts.ts';
export { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
export { saidBy } from './lib/said-by.ts';
export {
  comparisonsBy,
  conclude,
  type Findings,
  findNear,
  joinSearches,
  type MatchingPlan,
  marksOf,
  NEAR_PIECES,
  type NearPiece,
  pairsToJudge,
  planMatching,
  type RememberedSearches,
  rememberSearches,
  type Searches,
  type StoredSearches,
  type StoryMarks,
  type StorySurvey,
  searchStories,
  storyRowsOf,
  surveyOf,
  withIndex,
} from './matching.ts';
export { ENGINE } from './model/engine.ts';

/** Everything that needs the collection. The same findings whatever the order in which articles were read. */
export function findGroups(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): Findings {
  cleanCollection(collection, port, options, knowledge);
  return findGroupsOfClean(collection, port, options, knowledge);
}

/** The same of a collection that `cleanCollection` has seen. */
function findGroupsOfClean(
  { columns, languages }: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge,
): Findings {
  const compact = planMatching(columns, languages, options);
  const survey = surveyOf(compact, columns, options);
  const plan = withIndex(compact, survey);
  const near = NEAR_PIECES.map((piece) => findNear(plan, piece, options));
  const searches = searchStories(plan, storyRowsOf(plan), options, knowledge);
  const { value: pairs, issues } = pairsToJudge(plan, near, survey, searches);
  const links = new PairJudge(plan.story, port, options, knowledge).linksAmong(pairs);
  const concluded = conclude(plan, links, port, languages, options, comparisonsBy(plan, knowledge));
  return { ...concluded, issues: [...issues, ...concluded.issues] };
}

/** One verdict, for `explain`. */
export function explainPair(
  a: Article,
  b: Article,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): Verdict {
  const read = wordReader(knowledge);
  const table = new StoryTable();
  [a, b].forEach((article, i) => {
    table.put(i, storyRowOf(article, knowledge));
  });
  const pairOf = pairsOf(storyRows(table.view(), [a.language.bcp47, b.language.bcp47]));
  const pair = options.translations ? pairOf(0, 1) : undefined;
  return judgePair(prepare(a, read), prepare(b, read), pair, options, knowledge);
}

/** Score from which on two passages are taken for each other's counterpart. */
const LEAST_ALIGNED = 0.3;

/** Sentences of two articles that stand for each other, in the words of both: of translations a parallel corpus. */
export function alignArticles(
  a: Article,
  b: Article,
  knowledge: Knowledge = FACTS_ONLY,
): readonly AlignedPassage[] {
  const [rowsA, rowsB] = [sentenceRows(a, knowledge), sentenceRows(b, knowledge)];
  return alignSentences(rowsA, rowsB)
    .filter(({ score }) => score >= LEAST_ALIGNED)
    .map(({ aFrom, aTo, bFrom, bTo, score }) => {
      const passage = {
        aStart: rowsA[aFrom]!.start,
        aEnd: rowsA[aTo - 1]!.end,
        bStart: rowsB[bFrom]!.start,
        bEnd: rowsB[bTo - 1]!.end,
      };
      return {
        ...passage,
        score,
        a: a.text.slice(passage.aStart, passage.aEnd),
        b: b.text.slice(passage.bStart, passage.bEnd),
      };
    });
}
