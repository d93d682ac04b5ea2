/**
 * A sample of the shingles of a text (`lib/sampled`), denser at its beginning. What one text holds of another shows in
 * their samples, however much longer it is; sketches see resemblance alone. Owns how far the beginning goes; must not see
 * texts.
 *
 * Reference: A. Broder, On the resemblance and containment of documents, SEQUENCES (1997), section 3. O(n).
 */
import { isSampled, isSampledAtBeginning } from '../../lib/sampled.ts';
import { Slab } from '../../lib/slab.ts';
import { sortAndUnite } from '../../lib/sorted-set.ts';

/**
 * Shingles of the beginning: 32 bytes an article more. What is cut of an article is its beginning, as a rule, and often
 * little more than a paragraph; of 32 shingles of it one is sampled with probability 0.99.
 */
const BEGINNING = 128;

/** Sorted distinct hashes of the shingles of a text, given in its order. */
export function sampleOf(shingles: Uint32Array): Uint32Array {
  const beginning = Math.min(BEGINNING, shingles.length);
  let count = 0;
  for (let i = 0; i < beginning; i++) {
    scratch[count] = shingles[i]!;
    count += isSampledAtBeginning(shingles[i]!) ? 1 : 0;
  }
  for (let i = beginning; i < shingles.length; i++) {
    scratch[count] = shingles[i]!;
    count += isSampled(shingles[i]!) ? 1 : 0;
    if (count === scratch.length) grow();
  }
  if (count === 0) return NONE;
  return slab.keepWords(scratch, sortAndUnite(scratch.subarray(0, count)));
}

const NONE = new Uint32Array(0);
const slab = new Slab();
let scratch = new Uint32Array(1 << 10);

function grow(): void {
  const grown = new Uint32Array(2 * scratch.length);
  grown.set(scratch);
  scratch = grown;
}
