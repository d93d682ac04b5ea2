/**
 * Exact resemblance and containment of two shingle sets. Owns the two measures; must not judge them.
 * Reference: A. Broder, On the resemblance and containment of documents, SEQUENCES (1997), section 2. O(n + m).
 */
import { intersectionSize } from '../../lib/sorted-set.ts';

export interface Overlap {
  readonly shared: number;
  /** Shared over union (Jaccard), 0..1. */
  readonly resemblance: number;
  /** Shared over the smaller set, 0..1; never below resemblance. */
  readonly containment: number;
}

/** Measures two sorted sets of shingle hashes; two empty sets share nothing. */
export function measureOverlap(a: Uint32Array, b: Uint32Array): Overlap {
  const shared = intersectionSize(a, b);
  const union = a.length + b.length - shared;
  const smaller = Math.min(a.length, b.length);
  return {
    shared,
    resemblance: union === 0 ? 0 : shared / union,
    containment: smaller === 0 ? 0 : shared / smaller,
  };
}
