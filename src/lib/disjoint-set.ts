/**
 * Disjoint sets over 0..n-1. Owns the forest; must not decide what belongs together.
 *
 * Reference: R. E. Tarjan, J. van Leeuwen, Worst-case analysis of set union algorithms, JACM 31 (1984): linking by
 * index with path halving. The smaller index is always the root, so that the root does not depend on the order of
 * unions; amortised O(log n) an operation, almost constant in practice.
 */
export class DisjointSet {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, index) => index);
  }

  /** The smallest element of the set that holds `element`. */
  find(element: number): number {
    const parents = this.#parents;
    let at = element;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  }

  /** Joins two sets; false when they were one already. */
  union(a: number, b: number): boolean {
    const left = this.find(a);
    const right = this.find(b);
    if (left === right) return false;
    this.#parents[Math.max(left, right)] = Math.min(left, right);
    return true;
  }
}
