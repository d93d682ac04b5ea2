/**
 * What needs the whole collection, cut into pieces that threads can share: a plan that is made once and only read,
 * ranges of articles to propose partners for, lists of pairs to judge, and the conclusion. Owns their order; must not
 * hold rules of its own, touch files, or know of threads.
 */
import { wordReader } from './article.ts';
import { type NearCandidates, nearCandidates } from './candidates/near/index.ts';
import {
  buildStoryIndex,
  type Proposals,
  proposePartners,
  type StoryIndex,
  unionOf,
} from './candidates/story/index.ts';
import type { Columns } from './features/columns.ts';
import { groupLinks, outsideGroups } from './group/index.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import {
  isStory,
  judgePair,
  NEAR_BOUNDS,
  PreparedArticles,
  type StoryPair,
  type StorySides,
  storySides,
} from './match/index.ts';
import type { ArticleIndex } from './model/article.ts';
import type { StoryColumns } from './model/features.ts';
import type { Group } from './model/group.ts';
import type { Issue } from './model/issue.ts';
import type { Link, Verdict } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticleReader } from './model/port.ts';

/** What articles are matched by: arrays, which are only read. */
export interface MatchingPlan {
  readonly near: NearCandidates;
  /** Only where translations are asked for. */
  readonly story?: StoryPlan;
}

interface StoryPlan {
  readonly index: StoryIndex;
  readonly sides: StorySides;
  /** Languages as small numbers, by article; UNKNOWN for `und`. */
  readonly languages: Uint16Array;
}

/** Pairs of articles, a < b, ordered by (a, b), each once: neighbours in the order share their articles. */
export interface Pairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export interface Findings {
  readonly groups: readonly Group[];
  /** Pairs of relation `related`. */
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
}

/** Copies, candidates of near-duplicates, and the index of stories. `tags` are BCP 47, by article. */
export function planMatching(
  columns: Columns,
  tags: readonly string[],
  options: MatchOptions,
): { readonly plan: MatchingPlan; readonly issues: readonly Issue[] } {
  const { value: near, issues } = nearCandidates(columns, NEAR_BOUNDS[options.threshold]);
  if (!options.translations) return { plan: { near }, issues };
  const { representatives } = near;
  const languages = languageNumbers(tags);
  const index = buildStoryIndex({
    ...columns.indexRows(representatives),
    languages: Uint16Array.from(representatives, (article) => languages[article]!),
    isByEvent: options.groupBy === 'event',
  });
  return { plan: { near, story: { index, sides: storySides(columns.story), languages } }, issues };
}

/** Representatives for which partners are to be proposed. */
export function proposalCount({ story }: MatchingPlan): number {
  return story?.index.count ?? 0;
}

/** Partners in other words of the representatives `from` to `to` (half-open). */
export function proposeStories(
  { near: { representatives }, story }: MatchingPlan,
  from: number,
  to: number,
  options: MatchOptions,
  knowledge: Knowledge,
): Proposals {
  if (story === undefined) return NO_PROPOSALS;
  const pairOf = pairsOf(story.sides, story.languages);
  return proposePartners(story.index, from, to, (a, b) =>
    isStory(pairOf(representatives[a]!, representatives[b]!), options, knowledge),
  );
}

const NO_PROPOSALS: Proposals = { a: new Uint32Array(0), b: new Uint32Array(0), capped: 0 };

/** All pairs that are to be judged: candidates of both kinds, each once. */
export function pairsToJudge(
  { near: { pairs, representatives } }: MatchingPlan,
  proposals: readonly Proposals[],
  count: number,
): { readonly pairs: Pairs; readonly issues: readonly Issue[] } {
  const { value: story, issues } = unionOf(representatives.length, proposals);
  const codes = new Float64Array(pairs.a.length + story.a.length);
  for (let i = 0; i < pairs.a.length; i++) codes[i] = pairs.a[i]! * count + pairs.b[i]!;
  for (let i = 0; i < story.a.length; i++) {
    codes[pairs.a.length + i] = representatives[story.a[i]!]! * count + representatives[story.b[i]!]!;
  }
  const unique = codes.sort().filter((code, i) => i === 0 || code !== codes[i - 1]);
  return {
    pairs: {
      a: Uint32Array.from(unique, (code) => Math.floor(code / count)),
      b: Uint32Array.from(unique, (code) => code % count),
    },
    issues,
  };
}

/** Judges pairs; keeps some of their articles ready between calls. */
export class PairJudge {
  readonly #prepared: PreparedArticles;
  readonly #pairOf: ((a: ArticleIndex, b: ArticleIndex) => StoryPair) | undefined;
  readonly #options: MatchOptions;
  readonly #knowledge: Knowledge;

  constructor({ story }: MatchingPlan, reader: ArticleReader, options: MatchOptions, knowledge: Knowledge) {
    this.#prepared = new PreparedArticles(reader, wordReader(knowledge));
    this.#pairOf = story === undefined ? undefined : pairsOf(story.sides, story.languages);
    this.#options = options;
    this.#knowledge = knowledge;
  }

  /** The links among some pairs, `related` ones included, in the order of the pairs. */
  linksAmong({ a, b }: Pairs): readonly Link[] {
    const links: Link[] = [];
    for (let i = 0; i < a.length; i++) {
      const verdict = this.#judge(a[i]!, b[i]!);
      if (verdict.relation !== undefined) links.push(linkOf(a[i]!, b[i]!, verdict));
    }
    return links;
  }

  #judge(a: ArticleIndex, b: ArticleIndex): Verdict {
    const prepared = this.#prepared;
    const story = this.#pairOf?.(a, b);
    return judgePair(prepared.get(a), prepared.get(b), story, this.#options, this.#knowledge, false);
  }
}

/** Groups from all links of a collection. */
export function conclude(
  { near: { copies } }: MatchingPlan,
  found: readonly Link[],
  reader: ArticleReader,
  tags: readonly string[],
  options: MatchOptions,
): Omit<Findings, 'issues'> {
  const isRelated = ({ relation }: Link): boolean => relation === 'related';
  const related = found.filter(isRelated);
  const groups = groupLinks({
    count: reader.count,
    copies,
    links: found.filter((link) => !isRelated(link)),
    related,
    languageOf: (index) => tags[index] ?? 'und',
    facts: (index) => reader.head(index),
    options,
  });
  return { groups, related: outsideGroups(related, groups, copies.representativeOf) };
}

/** Two articles of a table as a pair to judge. */
export function storyPairs(
  columns: StoryColumns,
  tags: readonly string[],
): (a: ArticleIndex, b: ArticleIndex) => StoryPair {
  return pairsOf(storySides(columns), languageNumbers(tags));
}

function pairsOf(sides: StorySides, languages: Uint16Array): (a: ArticleIndex, b: ArticleIndex) => StoryPair {
  return (a, b) => ({
    sides,
    a,
    b,
    isAcross: languages[a] !== languages[b] && languages[a] !== UNKNOWN && languages[b] !== UNKNOWN,
  });
}

const UNKNOWN = 0;

function languageNumbers(tags: readonly string[]): Uint16Array {
  const numbers = new Map([['und', UNKNOWN]]);
  return Uint16Array.from(tags, (tag) => {
    const number = numbers.get(tag) ?? numbers.size;
    numbers.set(tag, number);
    return number;
  });
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
    evidence: () => evidence,
  };
}
