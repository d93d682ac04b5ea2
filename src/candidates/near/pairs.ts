/** Collects proposed pairs in columns and puts them in order. Must not know why a pair was proposed. */
import { Uint32Column } from '../../lib/growable.ts';
import { sortRowsByKey } from '../../lib/radix-sort.ts';

/** Parallel arrays, a < b, ordered by (a, b), without repetition. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export class PairCollector {
  readonly #a = new Uint32Column();
  readonly #b = new Uint32Column();

  add(first: number, second: number): void {
    this.#a.push(Math.min(first, second));
    this.#b.push(Math.max(first, second));
  }

  /** Sorted, unique; linear in the pairs collected. */
  finish(): PairList {
    const a = this.#a.view();
    const b = this.#b.view();
    const order = Uint32Array.from({ length: a.length }, (_, index) => index);
    const spare = new Uint32Array(a.length);
    sortRowsByKey(order, b, spare);
    sortRowsByKey(order, a, spare);
    const unique: { a: Uint32Array; b: Uint32Array } = {
      a: new Uint32Array(a.length),
      b: new Uint32Array(a.length),
    };
    let length = 0;
    for (const at of order) {
      const repeated = length > 0 && unique.a[length - 1] === a[at] && unique.b[length - 1] === b[at];
      if (repeated) continue;
      unique.a[length] = a[at]!;
      unique.b[length++] = b[at]!;
    }
    return { a: unique.a.slice(0, length), b: unique.b.slice(0, length) };
  }
}
