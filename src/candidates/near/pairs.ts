/** Collects proposed pairs in columns. Must not know why a pair was proposed. */
import { Uint32Column } from '../../lib/growable.ts';
import type { PairList } from '../../model/match.ts';

export class PairCollector {
  readonly #a = new Uint32Column();
  readonly #b = new Uint32Column();

  add(first: number, second: number): void {
    this.#a.push(Math.min(first, second));
    this.#b.push(Math.max(first, second));
  }

  /** As they came; a pair may be there more than once. */
  take(): PairList {
    return { a: this.#a.view().slice(), b: this.#b.view().slice() };
  }
}
