/**
 * What a thread does with a collection that is shared with it: partners proposed for a range of articles, or pairs
 * judged. Must not hold anything between batches but articles that were read, which change no result.
 */
import {
  findNear,
  type Knowledge,
  type MatchingPlan,
  type NearPiece,
  PairJudge,
  proposeStories,
} from '../dedupe.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Evidence, PairList } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import type { ArticleReader } from '../model/port.ts';
import { type PackedLinks, packLinks } from '../state/packed-links.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Task } from './task.ts';

/** Articles, half-open, for which partners are proposed. */
export interface ProposeWork {
  readonly kind: 'propose';
  readonly from: number;
  readonly to: number;
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

export type Proposed = ReturnType<typeof proposeStories>;
export type FoundNear = ReturnType<typeof findNear>;

export class Matcher {
  readonly #plan: MatchingPlan;
  readonly #options: MatchOptions;
  readonly #knowledge: Knowledge;
  readonly #judge: PairJudge;

  constructor(plan: MatchingPlan, reader: ArticleReader, { options, knowledge: taught }: Task) {
    const knowledge = knowledgeOf(taught);
    this.#plan = plan;
    this.#options = options;
    this.#knowledge = knowledge;
    this.#judge = new PairJudge(plan.story, reader, options, knowledge);
  }

  near({ piece }: NearWork): FoundNear {
    return findNear(this.#plan, piece, this.#options);
  }

  propose({ from, to }: ProposeWork): Proposed {
    return proposeStories(this.#plan, from, to, this.#options, this.#knowledge);
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
