/**
 * A window that slides over tokens: from a token the shortest run of a given weight, as one key. Owns the walk and the
 * key; must not look windows up. Amortised constant time a step, however long the window.
 *
 * The key is a polynomial in the hashes of the tokens, modulo 2^32, that is brought along from token to token.
 * Reference: R. Karp, M. Rabin, Efficient randomized pattern-matching algorithms, IBM Journal 31 (1987). Two windows
 * of one key can differ: whoever finds one compares the tokens.
 */
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';

/** Eight words, or twenty characters of an unspaced script, are rarely shared by chance (a quotation is longer). */
const WINDOW_WEIGHT = 40;
const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 2;
const MOST_TOKENS = Math.ceil(WINDOW_WEIGHT / CHARACTER_WEIGHT);

/** Odd, so that a token counts wherever it stands. */
const BASE = 0x2c1b3c6d;
/** BASE to the power of the place. */
const POWERS = new Int32Array(MOST_TOKENS + 1).fill(1);
for (let i = 1; i < POWERS.length; i++) POWERS[i] = Math.imul(POWERS[i - 1]!, BASE);

export class SlidingWindow {
  readonly #tokens: Tokens;
  #start = 0;
  #end = 0;
  #weight = 0;
  #sum = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Moves on to a token; false where what follows is too light for a window, so that none begins later either. */
  moveTo(start: number): boolean {
    const { hashes, kinds, count } = this.#tokens;
    if (start < this.#end) {
      for (let at = this.#start; at < start; at++) {
        this.#sum = (this.#sum - Math.imul(hashes[at]!, POWERS[this.#end - at - 1]!)) | 0;
        this.#weight -= weightOf(kinds[at]!);
      }
    } else {
      this.#end = start;
      this.#sum = 0;
      this.#weight = 0;
    }
    this.#start = start;
    while (this.#weight < WINDOW_WEIGHT && this.#end < count) {
      this.#sum = (Math.imul(this.#sum, BASE) + hashes[this.#end]!) | 0;
      this.#weight += weightOf(kinds[this.#end]!);
      this.#end++;
    }
    return this.#weight >= WINDOW_WEIGHT;
  }

  /** In tokens. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** Key of the window, 32 bits; its length counts as well. */
  get key(): number {
    return this.#sum ^ Math.imul(this.length, BASE);
  }
}

function weightOf(kind: number): number {
  return kind === TOKEN_KINDS.character ? CHARACTER_WEIGHT : WORD_WEIGHT;
}
