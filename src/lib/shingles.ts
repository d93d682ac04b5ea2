/**
 * Shingles: hashes of neighbouring tokens, the set by which two texts are compared. Owns the length of a shingle;
 * must not compare.
 *
 * One rule for all scripts: a word (or number) weighs 5, a character of an unspaced script 3, and a shingle is the
 * shortest run from a token that weighs at least 15: three words, five characters, or a mixture.
 * Reference: A. Broder, On the resemblance and containment of documents, SEQUENCES (1997), section 2. O(n log n).
 */
import { finishHash, mixScrambled, scrambleWord } from './hash.ts';
import { sortedUnique } from './sorted-set.ts';
import { scanHashes, type TokenHashes } from './token-hashes.ts';
import type { Tokens } from './tokens.ts';

const SHINGLE_WEIGHT = 15;
/** A word, or a number, weighs 5 and a character of an unspaced script 3. */
export const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 3;
const WORDS_A_SHINGLE = SHINGLE_WEIGHT / WORD_WEIGHT;
/** By kind of token. */
export const TOKEN_WEIGHTS = Uint8Array.of(WORD_WEIGHT, CHARACTER_WEIGHT, WORD_WEIGHT);

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
  return shinglesOf(scanHashes(text));
}

/** The same of a text whose tokens are known. */
export function shinglesInOrderOf(tokens: Tokens): Uint32Array {
  return shinglesOf({ ...tokens, hasCharacters: true });
}

let scratch = new Uint32Array(1 << 12);

function shinglesOf(tokens: TokenHashes): Uint32Array {
  const { count, hashes } = tokens;
  if (count === 0) return new Uint32Array(0);
  if (count > scratch.length) scratch = new Uint32Array(2 * count);
  const isPlain = !tokens.hasCharacters && count >= WORDS_A_SHINGLE;
  const length = isPlain ? writeOfWords(hashes, count, scratch) : writeAny(tokens, scratch);
  return scratch.subarray(0, length);
}

/** Shingles of words and numbers: each hash is taken into three at a time. */
function writeOfWords(hashes: Uint32Array, count: number, into: Uint32Array): number {
  let first = scrambleWord(hashes[0]!);
  let second = scrambleWord(hashes[1]!);
  for (let i = WORDS_A_SHINGLE - 1; i < count; i++) {
    const third = scrambleWord(hashes[i]!);
    const hash = mixScrambled(mixScrambled(mixScrambled(0, first), second), third);
    into[i - WORDS_A_SHINGLE + 1] = finishHash(hash ^ WORDS_A_SHINGLE);
    first = second;
    second = third;
  }
  return count - WORDS_A_SHINGLE + 1;
}

/** Shingles of any tokens: a window that grows to its weight. */
function writeAny({ count, hashes, kinds }: TokenHashes, into: Uint32Array): number {
  if (count > scrambled.length) scrambled = new Int32Array(2 * count);
  const words = scrambled;
  for (let i = 0; i < count; i++) words[i] = scrambleWord(hashes[i]!);
  let length = 0;
  let end = 0;
  let weight = 0;
  for (let start = 0; start < count; start++) {
    while (weight < SHINGLE_WEIGHT && end < count) weight += TOKEN_WEIGHTS[kinds[end++]!]!;
    // Too little is left: that, too, is a shingle, but only of a text that has no other.
    if (weight < SHINGLE_WEIGHT && length > 0) break;
    let hash = 0;
    for (let i = start; i < end; i++) hash = mixScrambled(hash, words[i]!);
    into[length++] = finishHash(hash ^ (end - start));
    if (weight < SHINGLE_WEIGHT) break;
    weight -= TOKEN_WEIGHTS[kinds[start]!]!;
  }
  return length;
}

let scrambled = new Int32Array(1 << 12);
