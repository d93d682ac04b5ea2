/**
 * What two sketches say of a pair before its texts are read: whether it may be a near-duplicate at all. Owns the
 * estimate and its error; must not decide for a pair, only against one. Constant time.
 */

/** The least that `match` asks of a pair. */
export interface NearBounds {
  /** Least resemblance of a near-duplicate, 0..1. */
  readonly resemblance: number;
  /** Least containment of an excerpt, 0..1. */
  readonly containment: number;
}

const SLOTS_A_WORD = 4;
/** Two slots of 8 bits agree by chance once in so many. */
const SLOT_VALUES = 256;
/**
 * Standard errors by which an estimate may fall short. By the normal law 2 lose one of 44 pairs that lie right on the
 * bound, where bands lose one of 50, and one of 1,000 at a resemblance of 0.54; sweeps in decision 0014.
 */
const MARGIN = 2;

/** Rows of sketches back to back, and how many shingles each stands for. */
export interface SketchColumns {
  readonly count: number;
  /** Words of four slots of 8 bits; as many to each row. */
  readonly sketches: Uint32Array;
  readonly shingleCounts: Uint32Array;
}

/** Whether the texts of two rows may reach one of the bounds. */
export function mayBeNear(
  { count, sketches, shingleCounts }: SketchColumns,
  a: number,
  b: number,
  bounds: NearBounds,
): boolean {
  const slots = (sketches.length / count) * SLOTS_A_WORD;
  const estimate = estimatedResemblance({ count, sketches }, a, b);
  const least = leastResemblance(shingleCounts[a]!, shingleCounts[b]!, bounds);
  return estimate >= least - MARGIN * standardError(least, shingleCounts[a]! + shingleCounts[b]!, slots);
}

/** The resemblance of two rows, to 0.03; below 0 where they share less than chance would. */
export function estimatedResemblance(
  { count, sketches }: Pick<SketchColumns, 'count' | 'sketches'>,
  a: number,
  b: number,
): number {
  const words = sketches.length / count;
  const agreeing = agreeingSlots(sketches, a * words, b * words, words) / (words * SLOTS_A_WORD);
  return (agreeing - 1 / SLOT_VALUES) / (1 - 1 / SLOT_VALUES);
}

/** The resemblance that two sets have at least when they meet a bound: |A| + |B| = |A or B| + |A and B|. */
function leastResemblance(a: number, b: number, bounds: NearBounds): number {
  const shared = bounds.containment * Math.min(a, b);
  return Math.min(bounds.resemblance, shared / (a + b - shared));
}

/**
 * Of an estimate at a resemblance: sets of `shingles` elements together fill only some of the slots, and slots that
 * borrowed tell nothing new.
 */
function standardError(resemblance: number, shingles: number, slots: number): number {
  const union = shingles / (1 + resemblance);
  const filled = slots * (1 - Math.exp(-union / slots));
  return Math.sqrt((resemblance * (1 - resemblance)) / filled);
}

/** Bytes that are equal in two runs of words. */
export function agreeingSlots(words: Uint32Array, a: number, b: number, length: number): number {
  let agreeing = 0;
  for (let i = 0; i < length; i++) {
    const difference = words[a + i]! ^ words[b + i]!;
    // The highest bit of each byte is set where the byte is not zero.
    const unequal = (((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference) & 0x80808080;
    agreeing += SLOTS_A_WORD - (Math.imul(unequal >>> 7, 0x01010101) >>> 24);
  }
  return agreeing;
}
