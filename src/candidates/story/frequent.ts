/**
 * Which keys stand more often than a bound, of millions that hardly any do: counted roughly by their hashes first, and one
 * by one where that is much. Owns the counting; must not know what the keys are of. Two looks at each key; memory: 2 bytes
 * for every fourth key, and some 16 for each that is counted one by one.
 */

const LEAST_BITS = 8;
const MOST_BITS = 24;
const KEYS_A_CELL = 4;
/** 2^32 over the golden ratio. */
const MULTIPLIER = 0x9e3779b1;

/** Asked in turn: every key is noted, then every key is counted, then who is frequent is known. */
export class FrequentKeys {
  readonly #most: number;
  readonly #shift: number;
  readonly #cells: Uint16Array;
  /** An open table with linear probing, at most half full; a slot without a count is free. */
  #keys = new Uint32Array(1 << LEAST_BITS);
  #counts = new Uint32Array(1 << LEAST_BITS);
  #size = 0;

  /** Of so many keys, those that stand more than `most` times (below 65,535). */
  constructor(total: number, most: number) {
    let bits = LEAST_BITS;
    while (bits < MOST_BITS && KEYS_A_CELL * 2 ** bits < total) bits++;
    this.#shift = 32 - bits;
    this.#cells = new Uint16Array(2 ** bits);
    this.#most = most;
  }

  note(key: number): void {
    const cell = Math.imul(key, MULTIPLIER) >>> this.#shift;
    // Beyond the bound it does not matter by how much.
    if (this.#cells[cell]! <= this.#most) this.#cells[cell]!++;
  }

  count(key: number): void {
    if (!this.#isSuspect(key)) return;
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const slot = this.#slotOf(key);
    if (this.#counts[slot]!++ > 0) return;
    this.#keys[slot] = key;
    this.#size++;
  }

  /** How often the key stands, where it does so more often than the bound; else 0. */
  frequency(key: number): number {
    if (!this.#isSuspect(key)) return 0;
    const count = this.#counts[this.#slotOf(key)]!;
    return count > this.#most ? count : 0;
  }

  /** The frequent keys, ascending, and how often all of them stand together. */
  all(): { readonly keys: Uint32Array; readonly total: number } {
    const keys: number[] = [];
    let total = 0;
    this.#counts.forEach((count, slot) => {
      if (count <= this.#most) return;
      keys.push(this.#keys[slot]!);
      total += count;
    });
    return { keys: Uint32Array.from(keys).sort(), total };
  }

  #isSuspect(key: number): boolean {
    return this.#cells[Math.imul(key, MULTIPLIER) >>> this.#shift]! > this.#most;
  }

  /** Where a key stands, or would. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    // The first bits of the product are alike in all keys of a cell.
    let slot = (Math.imul(key, MULTIPLIER) ^ (key >>> 15)) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(2 * keys.length);
    this.#counts = new Uint32Array(2 * keys.length);
    counts.forEach((count, i) => {
      if (count === 0) return;
      const slot = this.#slotOf(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#counts[slot] = count;
    });
  }
}
