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
import { Slab } from '../../lib/slab.ts';

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
const minima = new Int32Array(SLOTS);
const empty = new Uint16Array(SLOTS + 1);
/** The bits of a value below its slot; `EMPTY` is more than all of them. */
const BELOW_SLOT = (1 << SLOT_SHIFT) - 1;
const EMPTY = 1 << SLOT_SHIFT;

/**
 * The minima of a set that is not empty, without the bits that name their slot; overwritten by the next call. Without a
 * branch for what chance decides: which of two is less, which slots are empty.
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
  // An empty slot is told by its value until all have found their lender.
  for (let i = 0; i < empties; i++) lenders[i] = lender(empty[i]!);
  for (let i = 0; i < empties; i++) minima[empty[i]!] = minima[lenders[i]!]!;
  return minima;
}

const lenders = new Uint8Array(SLOTS);
const words = new Uint32Array(BANDS);
const slab = new Slab();

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

/**
 * The sketch of a set of hashes: a word of 32 bits a band, BANDS long, its slots from the lowest byte up; empty for the
 * empty set. Words of different bands are never compared.
 */
export function sketchOf(shingles: Uint32Array): Uint32Array {
  if (shingles.length === 0) return new Uint32Array(0);
  const slots = fillSlots(shingles);
  for (let band = 0; band < BANDS; band++) {
    let word = 0;
    for (let row = ROWS - 1; row >= 0; row--) {
      word = (word << SLOT_BITS) | (slots[band * ROWS + row]! & SLOT_MASK);
    }
    words[band] = word;
  }
  return slab.keepWords(words, BANDS);
}
