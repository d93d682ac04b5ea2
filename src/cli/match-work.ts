/**
 * What a thread does with a collection that is shared with it: partners proposed for a range of articles, or pairs
 * judged. Must not hold anything between batches but articles that were read, which change no result.
 */
import { completeArticle, type Knowledge, PairJudge, type Pairs, proposeStories } from '../dedupe.ts';
import { type PackedLinks, packLinks } from '../state/packed-links.ts';
import { SpillReader } from '../state/spill-reader.ts';
import type { Shared, Task } from './task.ts';

/** Articles, half-open, for which partners are proposed. */
export interface ProposeWork {
  readonly kind: 'propose';
  readonly from: number;
  readonly to: number;
}

export interface JudgeWork {
  readonly kind: 'judge';
  readonly pairs: Pairs;
}

export type Proposed = ReturnType<typeof proposeStories>;

export class Matcher {
  readonly #shared: Shared;
  readonly #options: Task['options'];
  readonly #knowledge: Knowledge;
  readonly #judge: PairJudge;

  constructor(shared: Shared, options: Task['options'], knowledge: Knowledge) {
    this.#shared = shared;
    this.#options = options;
    this.#knowledge = knowledge;
    const reader = new SpillReader(shared.spill, completeArticle);
    this.#judge = new PairJudge(shared.plan, reader, options, knowledge);
  }

  propose({ from, to }: ProposeWork): Proposed {
    return proposeStories(this.#shared.plan, from, to, this.#options, this.#knowledge);
  }

  judge({ pairs }: JudgeWork): PackedLinks {
    return packLinks(this.#judge.linksAmong(pairs));
  }
}
