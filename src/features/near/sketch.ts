/**
 * Sketches: 256 minima that estimate the resemblance of two sets, and the 64 band keys under which a set is filed.
 * Owns both; must not see texts.
 *
 * One-permutation MinHash: each shingle falls into one slot, each slot keeps its minimum; an empty slot borrows from a
 * slot that a hash of (slot, attempt) picks, so that every slot agrees with probability equal to the resemblance, also
 * for sets of a few shingles. Bands of r = 4 rows, b = 64: found with probability 1 - (1 - J^4)^64 (0.98 at J = 0.5).
 * Reference: A. Shrivastava, Optimal Densification for Fast and Accurate Minwise Hashing, ICML 2017, section 4.
 * O(n + slots^2 / n) expected.
 */
import { finishHash, mixWord } from '../../lib/hash.ts';

export const SLOTS = 256;
export const BANDS = 64;
const ROWS = SLOTS / BANDS;

const SLOT_SHIFT = 24;
/** Any constants will do; they are part of the engine's version, as every band key depends on them. */
const SKETCH_SEED = 0x5bd1e995;
const BORROW_SEED = 0x9747b28c;

/** The densified minima of a set of hashes, SLOTS long; empty for the empty set. */
export function sketchSlots(shingles: Uint32Array): Uint32Array {
  return shingles.length === 0 ? new Uint32Array(0) : fillSlots(shingles).slice();
}

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

/** One 32-bit key a band, BANDS long; empty for the empty set. Keys of different bands are never compared. */
export function sketchBands(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const slots = fillSlots(shingles);
  const keys = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) {
    let hash = band;
    for (let row = 0; row < ROWS; row++) hash = mixWord(hash, slots[band * ROWS + row]!);
    keys[band] = finishHash(hash);
  }
  return keys;
}
