/**
 * Whether of two articles one may be an excerpt of the other, by what is sampled of their shingles. Owns that estimate and
 * the bits by which most pairs are refused at once; must not look for pairs.
 */
import { isSampled } from '../../lib/sampled.ts';
import type { NearBounds } from './estimate.ts';

/** Standard errors by which the estimate of containment may fall short. */
const MARGIN = 2;
const ROUNDING = 1e-9;

/**
 * Whether of two rows one may hold the other, by what is sampled wherever it stands. Nothing is made for a pair: of an
 * archive's pairs that share a phrase most are refused here.
 */
export function excerptTest(
  values: Uint32Array,
  starts: Uint32Array,
  lengths: Uint32Array,
  { containment }: NearBounds,
): (a: number, b: number) => boolean {
  const { evenly, doubled, bits } = signaturesOf(values, starts, lengths);
  return (a, b) => {
    const shorter = evenly[a]! <= evenly[b]! ? a : b;
    const size = evenly[shorter]!;
    // Of a few lines that begin an article, none but those of the beginning may be sampled.
    if (size === 0) return true;
    const error = Math.sqrt((containment * (1 - containment)) / size);
    // Of one shingle none is wanted: 0.8 less two errors is 0, but for the last bit.
    const wanted = size * (containment - MARGIN * error) - ROUNDING;
    // Values of both set bits of both; of those that share a bit with another of their sample there are so many at most.
    if (commonBits(bits, a, b) + doubled[shorter]! < wanted) return false;
    return sharedEvenly(values, starts[a]!, lengths[a]!, starts[b]!, lengths[b]!) >= wanted;
  };
}

/** Words of the bits of a row: 128 bits refuse nine of ten pairs of articles of 1,000 words that share a phrase. */
const WORDS = 4;
/** The upper bits of a value tell its bit: the lowest ones are alike in all that are sampled. */
const BIT_SHIFT = 32 - Math.log2(32 * WORDS);

interface Signatures {
  /** Of each row, how many of its sample are sampled wherever they stand. */
  readonly evenly: Uint32Array;
  /** How many of these have the bit of another one. */
  readonly doubled: Uint32Array;
  /** Their bits, WORDS words a row. */
  readonly bits: Uint32Array;
}

function signaturesOf(values: Uint32Array, starts: Uint32Array, lengths: Uint32Array): Signatures {
  const evenly = new Uint32Array(lengths.length);
  const doubled = new Uint32Array(lengths.length);
  const bits = new Uint32Array(WORDS * lengths.length);
  for (let row = 0; row < lengths.length; row++) {
    const end = starts[row]! + lengths[row]!;
    let count = 0;
    for (let i = starts[row]!; i < end; i++) {
      const value = values[i]!;
      if (!isSampled(value)) continue;
      count++;
      const bit = value >>> BIT_SHIFT;
      bits[WORDS * row + (bit >> 5)]! |= 1 << (bit & 31);
    }
    evenly[row] = count;
    doubled[row] = count - commonBits(bits, row, row);
  }
  return { evenly, doubled, bits };
}

function commonBits(bits: Uint32Array, a: number, b: number): number {
  let count = 0;
  for (let word = 0; word < WORDS; word++) count += ones(bits[WORDS * a + word]! & bits[WORDS * b + word]!);
  return count;
}

/** Bits that are set. Reference: H. Warren, Hacker's Delight (2013), section 5-1. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many of these two sorted samples have in common. */
function sharedEvenly(values: Uint32Array, a: number, lengthA: number, b: number, lengthB: number): number {
  const [endA, endB] = [a + lengthA, b + lengthB];
  let [i, j, shared] = [a, b, 0];
  while (i < endA && j < endB) {
    const [x, y] = [values[i]!, values[j]!];
    shared += x === y && isSampled(x) ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
  return shared;
}
