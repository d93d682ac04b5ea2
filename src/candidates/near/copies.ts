/**
 * Copies: articles with the same cleaned text. Owns the classes of equal text keys; must not compare anything else.
 * Radix sort and one pass, so a million identical articles cost linear time and no pair. An article without words is
 * nobody's copy: empty pages tell no story.
 */
import { sortRowsByKey } from '../../lib/radix-sort.ts';

/** Every article points at the first article with its text; articles that stand alone point at themselves. */
export interface CopyClasses {
  readonly representativeOf: Uint32Array;
}

export interface TextKeyColumns {
  readonly count: number;
  /** First 64 bits of the text digest: 10^6 texts hold a false pair with probability 3e-8. */
  readonly textHigh: Uint32Array;
  readonly textLow: Uint32Array;
  readonly shingleCounts: Uint32Array;
}

/** The classes of equal 64-bit text keys; O(n). */
export function findCopies(columns: TextKeyColumns): CopyClasses {
  const { count, textHigh, textLow, shingleCounts } = columns;
  const representativeOf = Uint32Array.from({ length: count }, (_, index) => index);
  const rows = representativeOf.slice();
  const spare = new Uint32Array(count);
  sortRowsByKey(rows, textLow, spare);
  sortRowsByKey(rows, textHigh, spare);
  for (let i = 1; i < count; i++) {
    const row = rows[i]!;
    const before = rows[i - 1]!;
    const same = textHigh[row] === textHigh[before] && textLow[row] === textLow[before];
    // The sort is stable: the first of a run is its smallest index, and the run passes it on.
    if (same && shingleCounts[row]! > 0) representativeOf[row] = representativeOf[before]!;
  }
  return { representativeOf };
}
