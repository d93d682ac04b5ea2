/** One text as near-duplicates are judged on it. Types and the weight of a token; must not compare. */
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';

export interface NearTokens {
  /** Cleaned text. */
  readonly text: string;
  /** Tokens of `text`: asked for by three measures. */
  readonly tokens: Tokens;
}

export interface NearText extends NearTokens {
  /** Hashes of the shingles of `text`, one from each token on, in its order, repetitions and all. */
  readonly shingles: Uint32Array;
  /** RFC 3339 instant or day. */
  readonly date?: string | undefined;
}

/** A word, or a number, weighs 5 and a character of an unspaced script 3, as in shingles. */
export const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 3;

/** Weight of one token. */
export function tokenWeight(tokens: Tokens, at: number): number {
  return tokens.kinds[at] === TOKEN_KINDS.character ? CHARACTER_WEIGHT : WORD_WEIGHT;
}
