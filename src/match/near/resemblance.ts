/**
 * Exact resemblance and containment of two sets of shingles. Owns the two measures; must not judge them.
 * Reference: A. Broder, On the resemblance and containment of documents, SEQUENCES (1997), section 2. O(n + m).
 */
import { NOWHERE, type PairedShingles, pairShingles } from './paired.ts';

export interface Overlap {
  readonly shared: number;
  /** Distinct shingles of either side. */
  readonly sizeA: number;
  readonly sizeB: number;
  /** Shared over union (Jaccard), 0..1. */
  readonly resemblance: number;
  /** Shared over the smaller set, 0..1; never below resemblance. */
  readonly containment: number;
}

/** Measures two lists of shingle hashes, in any order, as sets; two empty sets share nothing. */
export function measureOverlap(a: Uint32Array, b: Uint32Array): Overlap {
  return overlapOf(pairShingles(a, b));
}

/** The same of shingles that are paired already. */
export function overlapOf({ placeInB, sizeA, size: union }: PairedShingles): Overlap {
  let shared = 0;
  for (let number = 0; number < sizeA; number++) if (placeInB[number] !== NOWHERE) shared++;
  const sizeB = union - sizeA + shared;
  const smaller = Math.min(sizeA, sizeB);
  return {
    shared,
    sizeA,
    sizeB,
    resemblance: union === 0 ? 0 : shared / union,
    containment: smaller === 0 ? 0 : shared / smaller,
  };
}
