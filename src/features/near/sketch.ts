/**
 * Sketches: 256 minima of 8 bits each, that estimate the resemblance of two sets; every four of them are one of the 64
 * band keys under which a set is filed. Owns both; must not see texts.
 *
 * One-permutation MinHash: each shingle falls into one slot, each slot keeps its minimum; an empty slot borrows from a
 * slot that a hash of (slot, attempt) picks, so that every slot agrees with probability equal to the resemblance, also
 * for sets of a few shingles. Bands of r = 4 rows, b = 64: found with probability 1 - (1 - J^4)^64 (0.98 at J = 0.5).
 * Of a minimum its lowest 8 bits are kept: two different ones agree once in 256, so a band key of four is as good as one
 * of 32 bits, and the memory of the keys serves as the sketch, too.
 * References: A. Shrivastava, Optimal Densification for Fast and Accurate Minwise Hashing, ICML 2017, section 4; P. Li,
 * A. Koenig, b-Bit Minwise Hashing, WWW 2010. O(n + slots^2 / n) expected.
 */
import { finishHash, mixWord } from '../../lib/hash.ts';

export const SLOTS = 256;
export const BANDS = 64;
/** Bits of a slot: four slots fill the key of a band. */
const SLOT_BITS = 8;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const ROWS = SLOTS / BANDS;

const SLOT_SHIFT = 24;
/** Any constants will do; they are part of the engine's version, as every band key depends on them. */
const SKETCH_SEED = 0x5bd1e995;
const BORROW_SEED = 0x9747b28c;

/** Reused by every sketch: to make arrays of this size costs as much as to fill them. */
const minima = new Uint32Array(SLOTS);
const filled = new Uint8Array(SLOTS);

/** The minima of a set that is not empty; overwritten by the next call. */
function fillSlots(shingles: Uint32Array): Uint32Array {
  filled.fill(0);
  for (let i = 0; i < shingles.length; i++) {
    const value = finishHash(shingles[i]! ^ SKETCH_SEED);
    const slot = value >>> SLOT_SHIFT;
    if (filled[slot] === 0 || value < minima[slot]!) {
      minima[slot] = value;
      filled[slot] = 1;
    }
  }
  for (let slot = 0; slot < SLOTS; slot++) {
    if (filled[slot] === 0) minima[slot] = minima[lender(slot)]!;
  }
  return minima;
}

/** The first filled slot in the sequence of this empty slot; depends only on which slots are filled. */
function lender(slot: number): number {
  const own = mixWord(BORROW_SEED, slot);
  for (let attempt = 1; ; attempt++) {
    const picked = finishHash(mixWord(own, attempt)) >>> SLOT_SHIFT;
    if (filled[picked] === 1) return picked;
  }
}

/**
 * The sketch of a set of hashes: a word of 32 bits a band, BANDS long, its slots from the lowest byte up; empty for the
 * empty set. Words of different bands are never compared.
 */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const slots = fillSlots(shingles);
  const words = new Uint32Array(BANDS);
  for (let slot = 0; slot < SLOTS; slot++) {
    words[Math.floor(slot / ROWS)]! |= (slots[slot]! & SLOT_MASK) << (SLOT_BITS * (slot % ROWS));
  }
  return words;
}
