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
  return shingles.length === 0
    ? new Uint32Array(0)
    : Uint32Array.from(fillSlots(shingles), (value) => value >>> 0);
}

/** Reused by every sketch: to make arrays of this size costs as much as to fill them. */
const minima = new Int32Array(SLOTS);
const empty = new Uint16Array(SLOTS + 1);
/** The bits of a value below its slot; `EMPTY` is more than all of them. */
const BELOW_SLOT = (1 << SLOT_SHIFT) - 1;
const EMPTY = 1 << SLOT_SHIFT;

/**
 * The minima of a set that is not empty, as 32 bits; overwritten by the next call. Without a branch for what chance
 * decides: which of two is less, which slots are empty.
 */
function fillSlots(shingles: Uint32Array): Int32Array {
  minima.fill(EMPTY);
  for (let i = 0; i < shingles.length; i++) {
    const value = finishHash(shingles[i]! ^ SKETCH_SEED);
    const slot = value >>> SLOT_SHIFT;
    const least = minima[slot]!;
    const difference = (value & BELOW_SLOT) - least;
    minima[slot] = least + (difference & (difference >> 31));
  }
  let empties = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    empty[empties] = slot;
    empties += minima[slot]! >> SLOT_SHIFT;
  }
  // An empty slot is told by its value until all have borrowed; in a slot that is filled its number comes back.
  for (let i = 0; i < empties; i++) lenders[i] = lender(empty[i]!);
  for (let slot = 0; slot < SLOTS; slot++) minima[slot] = minima[slot]! | (slot << SLOT_SHIFT);
  for (let i = 0; i < empties; i++) minima[empty[i]!] = minima[lenders[i]!]!;
  return minima;
}

const lenders = new Uint8Array(SLOTS);

/** The first filled slot in the sequence of this empty slot; depends only on which slots are filled. */
function lender(slot: number): number {
  for (let attempt = 1; ; attempt++) {
    const picked = attempt <= KNOWN_PICKS ? PICKS[slot * KNOWN_PICKS + attempt - 1]! : pick(slot, attempt);
    if (minima[picked] !== EMPTY) return picked;
  }
}

function pick(slot: number, attempt: number): number {
  return finishHash(mixWord(mixWord(BORROW_SEED, slot), attempt)) >>> SLOT_SHIFT;
}

/** What a slot tries first: all that a text of some length needs. */
const KNOWN_PICKS = 4;
const PICKS = Uint8Array.from({ length: SLOTS * KNOWN_PICKS }, (_, i) =>
  pick(Math.floor(i / KNOWN_PICKS), 1 + (i % KNOWN_PICKS)),
);

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
