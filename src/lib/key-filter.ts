/**
 * Whether a key of 32 bits may be one of some: a bit for each of 32 places a key, found by multiplicative hashing. Of the
 * others one in 32 is taken for one of them at most, none of them for another. Owns the bits; must not keep keys.
 * Reference: B. Bloom, Space/time trade-offs in hash coding with allowable errors, CACM 13 (1970), with one hash.
 */

const PLACES_A_KEY = 32;
const LEAST_BITS = 10;
const MOST_BITS = 28;
/** 2^32 over the golden ratio. */
const MULTIPLIER = 0x9e3779b1;

export class KeyFilter {
  readonly #shift: number;
  readonly #bits: Uint8Array;

  /** For so many keys. */
  constructor(count: number) {
    let bits = LEAST_BITS;
    while (bits < MOST_BITS && 2 ** bits < PLACES_A_KEY * count) bits++;
    this.#shift = 32 - bits;
    this.#bits = new Uint8Array(2 ** (bits - 3));
  }

  add(key: number): void {
    const place = Math.imul(key, MULTIPLIER) >>> this.#shift;
    this.#bits[place >>> 3]! |= 1 << (place & 7);
  }

  mayHave(key: number): boolean {
    const place = Math.imul(key, MULTIPLIER) >>> this.#shift;
    return ((this.#bits[place >>> 3]! >>> (place & 7)) & 1) === 1;
  }
}
