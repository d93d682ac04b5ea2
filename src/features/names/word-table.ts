/**
 * Words that were met before, by their code units: each is one small number, under which what was read from it is
 * kept. Owns the lookup, which makes no string of a word that it knows; must not read words.
 * Open addressing with linear probing, at most half full; expected constant time a word beyond its length.
 */

const PRIME = 0x01000193;

/** One more unit in a running hash of units. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

export const EMPTY_HASH = 0x811c9dc5 | 0;

const FIRST_CAPACITY = 512;

export class WordTable {
  /** Pairs: the hash of a word, and its number and 1; 0 where nothing stands. Side by side, as both are asked for. */
  #slots = new Int32Array(4 * FIRST_CAPACITY);
  #capacity = FIRST_CAPACITY;
  #starts = new Uint32Array(FIRST_CAPACITY + 1);
  #units = new Uint16Array(8 * FIRST_CAPACITY);
  #count = 0;

  /** Words so far; they are numbered from 0. */
  get count(): number {
    return this.#count;
  }

  firstUnit(word: number): number {
    return this.#units[this.#starts[word]!]!;
  }

  lengthOf(word: number): number {
    return this.#starts[word + 1]! - this.#starts[word]!;
  }

  /** The units of a word, without a copy; valid until a word is added. */
  unitsOf(word: number): Uint16Array {
    return this.#units.subarray(this.#starts[word]!, this.#starts[word + 1]!);
  }

  /** Number of the word `units[start, end)`, or -1 where it was never added. */
  find(units: Uint16Array, start: number, end: number): number {
    return this.findHashed(units, start, end, hashOf(units, start, end));
  }

  /** The same with the running hash of the units at hand. */
  findHashed(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 2) & mask) {
      const word = slots[slot + 1]! - 1;
      if (word < 0 || (slots[slot] === hash && this.#isWord(word, units, start, end))) return word;
    }
  }

  /** Number of the word `units[start, end)`, which is added where it is new. */
  add(units: Uint16Array, start: number, end: number): number {
    const hash = hashOf(units, start, end);
    const known = this.findHashed(units, start, end, hash);
    if (known >= 0) return known;
    this.#reserve(end - start);
    const word = this.#count++;
    const first = this.#starts[word]!;
    for (let i = start; i < end; i++) this.#units[first + i - start] = units[i]!;
    this.#starts[word + 1] = first + end - start;
    fileWord(this.#slots, hash, word);
    return word;
  }

  #isWord(word: number, units: Uint16Array, start: number, end: number): boolean {
    const first = this.#starts[word]!;
    const length = end - start;
    if (this.#starts[word + 1]! - first !== length) return false;
    const known = this.#units;
    for (let i = 0; i < length; i++) if (known[first + i] !== units[start + i]) return false;
    return true;
  }

  #reserve(length: number): void {
    const used = this.#starts[this.#count]!;
    if (used + length > this.#units.length) {
      const units = new Uint16Array(Math.max(2 * this.#units.length, used + length));
      units.set(this.#units);
      this.#units = units;
    }
    if (this.#count < this.#capacity) return;
    this.#capacity *= 2;
    const starts = new Uint32Array(this.#capacity + 1);
    starts.set(this.#starts);
    this.#starts = starts;
    const slots = new Int32Array(4 * this.#capacity);
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const word = this.#slots[slot + 1]! - 1;
      if (word >= 0) fileWord(slots, this.#slots[slot]!, word);
    }
    this.#slots = slots;
  }
}

function fileWord(slots: Int32Array, hash: number, word: number): void {
  const mask = slots.length - 1;
  let slot = slotOf(hash) & mask;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
  slots[slot] = hash;
  slots[slot + 1] = word + 1;
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = EMPTY_HASH;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, PRIME);
  return hash;
}

/** The low bits of a running hash know little of the high bits of the units. Even: slots are pairs. */
function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}
