/**
 * 32-bit hashes for shingles, bands and index keys. Owns one family, MurmurHash3_x86_32, in exact integer arithmetic
 * (`Math.imul`, `>>> 0`); must not be used for identities: SHA-256 in `digest.ts` is for that.
 *
 * Reference: A. Appleby, MurmurHash3 (public domain), `MurmurHash3_x86_32` and `fmix32`. Two random values collide
 * with probability 2^-32, so n keys hold about n^2 / 2^33 collisions.
 */

/** Mixes one 32-bit word into a running hash: the body round of MurmurHash3. */
export function mixWord(hash: number, word: number): number {
  return mixScrambled(hash, scrambleWord(word));
}

/** The half of `mixWord` that depends on the word alone: for words that are mixed more than once. */
export function scrambleWord(word: number): number {
  const block = Math.imul(word, 0xcc9e2d51);
  return Math.imul((block << 15) | (block >>> 17), 0x1b873593);
}

/** The other half. */
export function mixScrambled(hash: number, scrambled: number): number {
  const mixed = hash ^ scrambled;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** The finaliser `fmix32`, a bijection of 0..2^32-1: every input bit flips every output bit half of the time. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Hash of a list of 32-bit words: MurmurHash3 of their little-endian bytes. */
export function hashWords(words: ArrayLike<number>, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < words.length; i++) hash = mixWord(hash, words[i]!);
  return finishHash(hash ^ (4 * words.length));
}

/** Hash of a string, case kept: MurmurHash3 of its UTF-16 code units as little-endian bytes. */
export function hashString(text: string, seed: number): number {
  let hash = seed | 0;
  const even = text.length & ~1;
  for (let i = 0; i < even; i += 2) hash = mixWord(hash, text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
  if (even < text.length) {
    // The tail of two bytes: mixed without the rotation and addition of a full block.
    let block = Math.imul(text.charCodeAt(even), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    hash ^= Math.imul(block, 0x1b873593);
  }
  return finishHash(hash ^ (2 * text.length));
}
