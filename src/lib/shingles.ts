/**
 * Shingles: hashes of neighbouring tokens, the set by which two texts are compared. Owns the length of a shingle;
 * must not compare.
 *
 * One rule for all scripts: a word (or number) weighs 5, a character of an unspaced script 3, and a shingle is the
 * shortest run from a token that weighs at least 15: three words, five characters, or a mixture.
 * Reference: A. Broder, On the resemblance and containment of documents, SEQUENCES (1997), section 2. O(n log n).
 */
import { finishHash, mixWord } from './hash.ts';
import { sortedUnique } from './sorted-set.ts';
import { scanTokens, TOKEN_KINDS, type Tokens } from './tokens.ts';

/**
 * Below this many shingles an equal text is a copy only under an equal title: a site's stub ("Please enable
 * JavaScript") stands under many.
 */
export const MIN_ARTICLE_SHINGLES = 16;

const SHINGLE_WEIGHT = 15;
const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 3;

/**
 * Sorted distinct 32-bit hashes of the shingles of a text. A text shorter than one shingle gives one shingle of all
 * its tokens, a text without tokens none.
 */
export function shingleHashes(text: string): Uint32Array {
  return sortedUnique(shinglesInOrder(text));
}

/**
 * The same hashes in the order of the text, repetitions and all: what a sketch needs no more than. Overwritten by the
 * next call: for reading at once.
 */
export function shinglesInOrder(text: string): Uint32Array {
  return shinglesInOrderOf(scanTokens(text));
}

let scratch = new Uint32Array(1 << 12);

/** The same of a text whose tokens are known. */
export function shinglesInOrderOf(tokens: Tokens): Uint32Array {
  if (tokens.count === 0) return new Uint32Array(0);
  if (tokens.count > scratch.length) scratch = new Uint32Array(2 * tokens.count);
  const found = scratch;
  let length = 0;
  for (let start = 0; start < tokens.count; start++) {
    let hash = 0;
    let weight = 0;
    let at = start;
    while (weight < SHINGLE_WEIGHT && at < tokens.count) {
      hash = mixWord(hash, tokens.hashes[at]!);
      weight += tokens.kinds[at] === TOKEN_KINDS.character ? CHARACTER_WEIGHT : WORD_WEIGHT;
      at++;
    }
    // Too little is left: that, too, is a shingle, but only of a text that has no other.
    if (weight < SHINGLE_WEIGHT && length > 0) break;
    found[length++] = finishHash(hash ^ (at - start));
    if (weight < SHINGLE_WEIGHT) break;
  }
  return found.subarray(0, length);
}
