/**
 * Where keys of 64 bits stand in a list of them: an open table with linear probing, at most half full. Owns the search;
 * must not know what the keys are of. Keys are hashes: their own bits say where to look. 12 to 24 bytes a key.
 */
export class KeyTable {
  readonly #keys: Uint32Array;
  readonly #slots: Uint32Array;

  /** Two words a key; the first of equal keys is found. */
  constructor(keys: Uint32Array) {
    const count = keys.length / 2;
    this.#keys = keys;
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * count))));
    const mask = this.#slots.length - 1;
    for (let position = 0; position < count; position++) {
      const [high, low] = [keys[2 * position]!, keys[2 * position + 1]!];
      let slot = low & mask;
      for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) if (this.#isAt(slot, high, low)) break;
      if (this.#slots[slot] === 0) this.#slots[slot] = position + 1;
    }
  }

  /** Position of a key, or -1. */
  find(high: number, low: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#isAt(slot, high, low)) return this.#slots[slot]! - 1;
    }
    return -1;
  }

  #isAt(slot: number, high: number, low: number): boolean {
    const at = 2 * (this.#slots[slot]! - 1);
    return this.#keys[at] === high && this.#keys[at + 1] === low;
  }
}
