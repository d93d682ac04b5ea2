/**
 * Pairs of a collection and their judgement: by the rows of all articles, and by the texts of the two. Owns how a pair is
 * put together and what of its verdict becomes a link; must not propose pairs, touch files, or know of threads.
 */
import { wordReader } from './article.ts';
import type { Knowledge } from './lexicon/knowledge.ts';
import { judgePair, PreparedArticles, type StoryPair } from './match/index.ts';
import type { ArticleIndex } from './model/article.ts';
import type { Evidence, Link, PairList, Verdict } from './model/match.ts';
import type { MatchOptions } from './model/options.ts';
import type { ArticleReader } from './model/port.ts';
import { pairsOf, type StoryRows } from './story-pairs.ts';

/** Judges pairs; keeps some of their articles ready between calls. */
export class PairJudge {
  readonly #prepared: PreparedArticles;
  readonly #pairOf: ((a: ArticleIndex, b: ArticleIndex) => StoryPair) | undefined;
  readonly #options: MatchOptions;
  readonly #knowledge: Knowledge;

  constructor(
    story: StoryRows | undefined,
    reader: ArticleReader,
    options: MatchOptions,
    knowledge: Knowledge,
  ) {
    this.#prepared = new PreparedArticles(reader, wordReader(knowledge));
    this.#pairOf = story === undefined ? undefined : pairsOf(story);
    this.#options = options;
    this.#knowledge = knowledge;
  }

  /**
   * The links among some pairs, `related` ones included, in the order of the pairs: neighbours that share an article cost
   * less. A faint translation is a link with the reason `company`, behind that of a pair that is related besides.
   */
  linksAmong({ a, b }: PairList): readonly Link[] {
    const links: Link[] = [];
    for (let i = 0; i < a.length; i++) {
      const verdict = this.#judge(a[i]!, b[i]!);
      if (verdict.relation !== undefined) links.push(linkOf(a[i]!, b[i]!, verdict));
      if (verdict.faint !== undefined) links.push(faintLink(a[i]!, b[i]!, verdict.faint, verdict.evidence));
    }
    return links;
  }

  #judge(a: ArticleIndex, b: ArticleIndex): Verdict {
    const prepared = this.#prepared;
    const story = this.#pairOf?.(a, b);
    return judgePair(prepared.get(a), prepared.get(b), story, this.#options, this.#knowledge, false);
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
    evidence: () => evidence,
  };
}

function faintLink(a: ArticleIndex, b: ArticleIndex, score: number, evidence: Evidence): Link {
  return { a, b, relation: 'translation', reason: 'company', score, evidence: () => evidence };
}
