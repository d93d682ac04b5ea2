/**
 * The order of the stages, and nothing else: what happens to one article, and what happens to a collection. Must not
 * hold rules of its own, touch files, or know of threads.
 */

import { analyseAgain, completeArticle, headOf, storyRowOf, wordReader } from './article.ts';
import { type NearCandidates, nearCandidates } from './candidates/near/index.ts';
import { findRepeated } from './candidates/repeated/index.ts';
import { storyCandidates } from './candidates/story/index.ts';
import { findTeasers } from './candidates/teasers/index.ts';
import { blockKeys, markRepeated, markTeasers } from './clean/index.ts';
import { Columns } from './features/columns.ts';
import { StoryTable } from './features/story-table.ts';
import { groupLinks, outsideGroups } from './group/index.ts';
import { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';
import {
  isStory,
  judgePair,
  NEAR_BOUNDS,
  PreparedArticles,
  prepare,
  type StoryPair,
  storySides,
} from './match/index.ts';
import type { Article, ArticleIndex } from './model/article.ts';
import type { CompactFeatures, StoryColumns } from './model/features.ts';
import type { Group } from './model/group.ts';
import type { Issue } from './model/issue.ts';
import type { Link, Verdict } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticlePort } from './model/port.ts';

export { parseRules } from './clean/index.ts';

/** Version of rules and tables: changes whenever a result may change. */
export const ENGINE = '5';

export {
  type Analysis,
  analyseAgain,
  analyseArticle,
  analyseRaw,
  completeArticle,
  storyRowOf,
  tellBlockLanguages,
} from './article.ts';
export { loadVoters, type Voters } from './language/index.ts';
export { type Concepts, readConcepts } from './lexicon/concepts.ts';
export { FACTS_ONLY, type Knowledge } from './lexicon/knowledge.ts';

/** The compact side of all articles, in the order (path, record). */
export class Collection {
  readonly columns = new Columns();
  /** BCP 47 by index. */
  readonly languages: string[] = [];

  push(compact: CompactFeatures, language: string): void {
    this.columns.push(compact);
    this.languages.push(language);
  }

  replace(index: ArticleIndex, compact: CompactFeatures, language: string): void {
    this.columns.replace(index, compact);
    this.languages[index] = language;
  }
}

/**
 * Second cleaning pass, on what the collection knows: blocks that distinct articles of a source share, then teasers.
 * Only the articles that a finding is about are read again.
 */
export function cleanCollection(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge = FACTS_ONLY,
): void {
  for (const changed of cleaningRounds(collection, port, options)) {
    for (const index of changed) {
      const { head, blocks, compact } = analyseAgain(port.get(index), options, knowledge);
      port.replace(
        index,
        completeArticle(head, () => blocks),
      );
      collection.replace(index, compact, head.language.bcp47);
    }
  }
}

/**
 * The same, for who analyses in other threads: puts marked blocks through the port and hands out, round by round, the
 * articles that have to be analysed again (`analyseAgain`), all of them before the next round is asked for. They may be
 * put in their place while the rest of their round is still being marked.
 */
export function* cleaningRounds(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
): Iterable<Iterable<ArticleIndex>> {
  if (!options.clean) return;
  yield markRepeatedBlocks(collection, port);
  yield markCollectionTeasers(collection, port);
}

function* markRepeatedBlocks(collection: Collection, port: ArticlePort): Iterable<ArticleIndex> {
  // All counts are taken before the first article changes.
  for (const { index, articles } of [...findRepeated(collection.columns)]) {
    const article = port.get(index);
    const { blocks, title } = markRepeated(article.blocks, articles);
    if (blocks === article.blocks) continue;
    // A title that the source gave stays.
    const wasInText = article.blocks.some((block) => block.role === 'title' && block.text === article.title);
    const found = title !== undefined && wasInText ? title : article.title;
    port.replace(
      index,
      completeArticle({ ...headOf(article), title: found }, () => blocks),
    );
    yield index;
  }
}

/** Blocks that are another article's lead become teasers, with their home. */
function* markCollectionTeasers(collection: Collection, port: ArticlePort): Iterable<ArticleIndex> {
  const known = new Map<ArticleIndex, HomeLeads>();
  for (const { index, homes, endsWithLead } of findTeasers(collection.columns)) {
    const article = port.get(index);
    // Where nothing is dropped, and an own paragraph comes last, nothing can be a teaser.
    if (article.kept === 1 && !endsWithLead) continue;
    const byKey = new Map<string, string>();
    for (const home of homes) {
      if (known.size === HOMES_KEPT) known.clear();
      const { id, leads } = known.get(home) ?? readLeads(home, port);
      known.set(home, { id, leads });
      for (const key of leads) if (!byKey.has(key)) byKey.set(key, id);
    }
    const blocks = markTeasers(article.blocks, byKey);
    if (blocks === article.blocks) continue;
    port.replace(
      index,
      completeArticle(headOf(article), () => blocks),
    );
    // Where only dropped blocks got their home, the text and all that follows from it are what they were.
    if (blocks.every((block, i) => block.kept === article.blocks[i]?.kept)) continue;
    known.delete(index);
    yield index;
  }
}

const MIN_HOME_BLOCKS = 3;
/** Homes whose leads are remembered: what they are the home of stands near by in most archives. */
const HOMES_KEPT = 4096;

interface HomeLeads {
  readonly id: string;
  readonly leads: readonly string[];
}

function readLeads(home: ArticleIndex, port: ArticlePort): HomeLeads {
  const { id, blocks } = port.get(home);
  const { leads, others } = blockKeys(blocks);
  // A home of one or two paragraphs is a brief: where it stands in another text, that is a digest.
  return { id, leads: leads.length + others.length < MIN_HOME_BLOCKS ? [] : leads };
}

export interface Findings {
  readonly groups: readonly Group[];
  /** Pairs of relation `related`. */
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
}

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
export function findGroupsOfClean(
  collection: Collection,
  port: ArticlePort,
  options: MatchOptions,
  knowledge: Knowledge,
): Findings {
  const near = nearCandidates(collection.columns, NEAR_BOUNDS[options.threshold]);
  const { representatives } = near.value;
  const languages = languageNumbers(collection.languages);
  const pairOf = options.translations ? storyPairs(collection.columns.story, languages) : undefined;
  const story =
    pairOf === undefined
      ? { value: NO_PAIRS, issues: [] }
      : storyCandidates(
          {
            ...collection.columns.indexRows(representatives),
            languages: Uint16Array.from(representatives, (index) => languages[index]!),
            isByEvent: options.groupBy === 'event',
          },
          (a, b) => isStory(pairOf(representatives[a]!, representatives[b]!), options, knowledge),
        );
  const prepared = new PreparedArticles(port, wordReader(knowledge));
  const links: Link[] = [];
  const related: Link[] = [];
  for (const [a, b] of pairsOf(near.value, story.value, port.count)) {
    const verdict = judgePair(prepared.get(a), prepared.get(b), pairOf?.(a, b), options, knowledge, false);
    if (verdict.relation === undefined) continue;
    (verdict.relation === 'related' ? related : links).push(linkOf(a, b, verdict));
  }
  const groups = groupLinks({
    count: port.count,
    copies: near.value.copies,
    links,
    related,
    languageOf: (index) => collection.languages[index] ?? 'und',
    facts: (index) => port.head(index),
    options,
  });
  return {
    groups,
    related: outsideGroups(related, groups, near.value.copies.representativeOf),
    issues: [...near.issues, ...story.issues],
  };
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
  const pairOf = storyPairs(table.view(), languageNumbers([a.language.bcp47, b.language.bcp47]));
  const pair = options.translations ? pairOf(0, 1) : undefined;
  return judgePair(prepare(a, read), prepare(b, read), pair, options, knowledge);
}

/** Two articles of a table as a pair to judge. */
function storyPairs(
  columns: StoryColumns,
  languages: Uint16Array,
): (a: ArticleIndex, b: ArticleIndex) => StoryPair {
  const sides = storySides(columns);
  return (a, b) => ({
    sides,
    a,
    b,
    isAcross: languages[a] !== languages[b] && languages[a] !== UNKNOWN && languages[b] !== UNKNOWN,
  });
}

/** Languages as small numbers, UNKNOWN for `und`. */
function languageNumbers(languages: readonly string[]): Uint16Array<ArrayBuffer> {
  const numbers = new Map([['und', UNKNOWN]]);
  return Uint16Array.from(languages, (language) => {
    const number = numbers.get(language) ?? numbers.size;
    numbers.set(language, number);
    return number;
  });
}

const UNKNOWN = 0;

const NO_PAIRS = { a: new Uint32Array(0), b: new Uint32Array(0) } as const;

/** Pairs of both kinds of candidates, each once, ordered by (a, b): neighbours in the order share their articles. */
function* pairsOf(
  near: NearCandidates,
  story: { readonly a: Uint32Array; readonly b: Uint32Array },
  count: number,
): Iterable<readonly [ArticleIndex, ArticleIndex]> {
  const { pairs, representatives } = near;
  const codes = new Float64Array(pairs.a.length + story.a.length);
  for (let i = 0; i < pairs.a.length; i++) codes[i] = pairs.a[i]! * count + pairs.b[i]!;
  for (let i = 0; i < story.a.length; i++) {
    codes[pairs.a.length + i] = representatives[story.a[i]!]! * count + representatives[story.b[i]!]!;
  }
  codes.sort();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (i === 0 || code !== codes[i - 1]) yield [Math.floor(code / count), code % count];
  }
}

function linkOf(a: ArticleIndex, b: ArticleIndex, verdict: Verdict): Link {
  const { relation, inner, reason, score, evidence } = verdict;
  return {
    a,
    b,
    relation: relation ?? 'related',
    ...(inner === undefined ? {} : { inner }),
    ...(reason === undefined ? {} : { reason }),
    score,
    evidence,
  };
}
