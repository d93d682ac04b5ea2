/**
 * Inverted index over story keys: key -> articles, as flat typed arrays. Owns the numbers of keys, dense, in the order in
 * which keys come (an open addressing table with linear probing that grows with the distinct keys, as most keys of an
 * archive come again); must not weigh or drop anything. Time and memory are linear in the postings.
 */

/** One row of keys an article; rows are `keys.subarray(offsets[i], offsets[i + 1])`. */
export interface KeyRows {
  readonly count: number;
  /** count + 1 long. */
  readonly offsets: Uint32Array;
  /** Sorted and unique within a row. */
  readonly keys: Uint32Array;
}

/** The same, by the number of each key. */
export interface NumberedRows {
  readonly count: number;
  /** count + 1 long. */
  readonly offsets: Uint32Array;
  readonly numbers: Uint32Array;
}

export interface Postings {
  /** Postings of key number k: `articles.subarray(starts[k], starts[k + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
}

/** `size`: how many numbers there are. */
export function buildPostings({ count, offsets, numbers }: NumberedRows, size: number): Postings {
  const total = offsets[count] ?? 0;
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < total; i++) starts[numbers[i]! + 1]!++;
  for (let k = 0; k < size; k++) starts[k + 1]! += starts[k]!;
  const next = starts.slice(0, size);
  const articles = new Uint32Array(total);
  for (let article = 0; article < count; article++) {
    for (let i = offsets[article]!; i < offsets[article + 1]!; i++) {
      articles[next[numbers[i]!]!++] = article;
    }
  }
  return { starts, articles };
}

const LEAST_SLOTS = 1024;

/** Numbers for keys, from 0 on. */
export class KeyNumbers {
  /** The number of the key that stands in a slot and 1, or 0: at most half full. */
  #slots = new Uint32Array(LEAST_SLOTS);
  #keys = new Uint32Array(LEAST_SLOTS / 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The keys by their numbers, without a copy; valid until the next one is added. */
  get keys(): Uint32Array {
    return this.#keys.subarray(0, this.#size);
  }

  /** The number of a key, which it gets where it has none. */
  add(key: number): number {
    const slot = this.#slotOf(key);
    const taken = this.#slots[slot]!;
    if (taken !== 0) return taken - 1;
    this.#slots[slot] = ++this.#size;
    this.#keys[this.#size - 1] = key;
    if (this.#size === this.#keys.length) this.#grow();
    return this.#size - 1;
  }

  /** The number of a key, or -1. */
  find(key: number): number {
    return this.#slots[this.#slotOf(key)]! - 1;
  }

  /** Where a key stands, or would. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    const keys = this.#keys;
    const mask = slots.length - 1;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
    while (slots[slot] !== 0 && keys[slots[slot]! - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    this.#slots = new Uint32Array(2 * this.#slots.length);
    this.#keys = new Uint32Array(2 * keys.length);
    this.#keys.set(keys);
    for (let number = 0; number < keys.length; number++)
      this.#slots[this.#slotOf(keys[number]!)] = number + 1;
  }
}
