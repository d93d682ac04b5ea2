/**
 * What a thread does with a collection that is shared with it: partners sought for some articles, or pairs
 * judged. Must not hold anything between batches but articles that were read, which change no result.
 */
import {
  findNear,
  type Knowledge,
  type MatchingPlan,
  type NearPiece,
  PairJudge,
  type RememberedSearches,
  rememberSearches,
  type StoredSearches,
  type StoryMarks,
  type StorySurvey,
  searchStories,
} from '../dedupe.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Evidence, PairList } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import type { ArticleReader } from '../model/port.ts';
import { type PackedLinks, packLinks } from '../state/packed-links.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Task } from './task.ts';

/** Representatives for which partners are sought. */
export interface SearchWork {
  readonly kind: 'search';
  readonly rows: Uint32Array;
}

/** A part of the search for near-duplicates. */
export interface NearWork {
  readonly kind: 'near';
  readonly piece: NearPiece;
}

export interface JudgeWork {
  readonly kind: 'judge';
  readonly pairs: PairList;
}

export type Searched = ReturnType<typeof searchStories>;
export type FoundNear = ReturnType<typeof findNear>;

export class Matcher {
  readonly #plan: MatchingPlan;
  readonly #options: MatchOptions;
  readonly knowledge: Knowledge;
  readonly #judge: PairJudge;

  constructor(plan: MatchingPlan, reader: ArticleReader, { options, knowledge: taught }: Task) {
    const knowledge = knowledgeOf(taught);
    this.#plan = plan;
    this.#options = options;
    this.knowledge = knowledge;
    this.#judge = new PairJudge(plan.story, reader, options, knowledge);
  }

  near({ piece }: NearWork): FoundNear {
    return findNear(this.#plan, piece, this.#options);
  }

  search({ rows }: SearchWork): Searched {
    return searchStories(this.#plan, rows, this.#options, this.knowledge);
  }

  /** Which searches of an earlier run stand. */
  remember(stored: StoredSearches, survey: StorySurvey, marks: StoryMarks): RememberedSearches | undefined {
    return rememberSearches(this.#plan, stored, survey, marks, this.#options, this.knowledge);
  }

  /** Of a pair that is a link. */
  evidenceOf(a: ArticleIndex, b: ArticleIndex): Evidence {
    const [link] = this.#judge.linksAmong({ a: Uint32Array.of(a), b: Uint32Array.of(b) });
    if (link === undefined) throw new Error('a known link is none');
    return link.evidence();
  }

  judge({ pairs }: JudgeWork): PackedLinks {
    return packLinks(this.#judge.linksAmong(pairs));
  }
}
