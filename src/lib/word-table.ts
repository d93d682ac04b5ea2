/**
 * Words that were met before, by their code units: each is one small number, with a row of numbers in which is kept what
 * was read from it. Owns the lookup, which makes no string of a word that it knows, and the rows; must not read words.
 * Open addressing with linear probing, at most half full; expected constant time a word beyond its length. All that is
 * known of a word stands in one row, as half of the time of a lookup is waiting for memory.
 */

const PRIME = 0x01000193;

/** One more unit in a running hash of units. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

export const EMPTY_HASH = 0x811c9dc5 | 0;

/** Numbers of a row; those from `free` on are 0 for a new word, and for others to fill. */
const ROW = { hash: 0, start: 1, length: 2, outline: 3, free: 4 } as const;
const ROW_BITS = 3;

const FIRST_CAPACITY = 512;

export class WordTable {
  /** Number of a word and 1; 0 where nothing stands. */
  #slots = new Int32Array(2 * FIRST_CAPACITY);
  #capacity = FIRST_CAPACITY;
  #rows = new Int32Array(FIRST_CAPACITY << ROW_BITS);
  #units = new Uint16Array(8 * FIRST_CAPACITY);
  #used = 0;
  #count = 0;

  /** Words so far; they are numbered from 0. */
  get count(): number {
    return this.#count;
  }

  /** A hash of some of the units of a word: whether it may be one of several is told by it, without a lookup. */
  outlineOf(word: number): number {
    return this.#rows[(word << ROW_BITS) + ROW.outline]!;
  }

  lengthOf(word: number): number {
    return this.#rows[(word << ROW_BITS) + ROW.length]!;
  }

  /** What was put into one of the four free fields of a word, 0 where nothing was. */
  field(word: number, field: number): number {
    return this.#rows[(word << ROW_BITS) + ROW.free + field]!;
  }

  putField(word: number, field: number, value: number): void {
    this.#rows[(word << ROW_BITS) + ROW.free + field] = value;
  }

  /** The units of a word, without a copy; valid until a word is added. */
  unitsOf(word: number): Uint16Array {
    const row = word << ROW_BITS;
    const start = this.#rows[row + ROW.start]!;
    return this.#units.subarray(start, start + this.#rows[row + ROW.length]!);
  }

  /** Number of the word `units[start, end)`, or -1 where it was never added. */
  find(units: Uint16Array, start: number, end: number): number {
    return this.findHashed(units, start, end, hashOf(units, start, end));
  }

  /** The same with the running hash of the units at hand. */
  findHashed(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const word = slots[slot]! - 1;
      if (word < 0) return word;
      const row = word << ROW_BITS;
      if (rows[row] !== hash || rows[row + ROW.length] !== end - start) continue;
      if (isSame(this.#units, rows[row + ROW.start]!, units, start, end)) return word;
    }
  }

  /** Number of the word `units[start, end)`, which is added where it is new. */
  add(units: Uint16Array, start: number, end: number): number {
    const hash = hashOf(units, start, end);
    const known = this.findHashed(units, start, end, hash);
    return known >= 0 ? known : this.#addNew(units, start, end, hash);
  }

  #addNew(units: Uint16Array, start: number, end: number, hash: number): number {
    this.#reserve(end - start);
    const word = this.#count++;
    const row = word << ROW_BITS;
    this.#rows[row] = hash;
    this.#rows[row + ROW.start] = this.#used;
    this.#rows[row + ROW.length] = end - start;
    this.#rows[row + ROW.outline] = outlineOf(units, start, end);
    for (let i = start; i < end; i++) this.#units[this.#used++] = units[i]!;
    fileWord(this.#slots, hash, word);
    return word;
  }

  #reserve(length: number): void {
    if (this.#used + length > this.#units.length) {
      const units = new Uint16Array(Math.max(2 * this.#units.length, this.#used + length));
      units.set(this.#units);
      this.#units = units;
    }
    if (this.#count < this.#capacity) return;
    this.#capacity *= 2;
    const rows = new Int32Array(this.#capacity << ROW_BITS);
    rows.set(this.#rows);
    this.#rows = rows;
    this.#slots = new Int32Array(2 * this.#capacity);
    for (let word = 0; word < this.#count; word++) fileWord(this.#slots, rows[word << ROW_BITS]!, word);
  }
}

/** What `WordTable.outlineOf` says of the word `units[start, end)`: first, middle and last unit, and the length. */
export function outlineOf(units: Uint16Array, start: number, end: number): number {
  if (end <= start) return 0;
  const ends = Math.imul(units[start]!, 0x2545) + Math.imul(units[end - 1]!, 0x1f3d);
  return (ends + Math.imul(units[(start + end - 1) >> 1]!, 0x0929) + (end - start)) | 0;
}

function isSame(known: Uint16Array, from: number, units: Uint16Array, start: number, end: number): boolean {
  for (let i = start, at = from; i < end; i++, at++) if (known[at] !== units[i]) return false;
  return true;
}

function fileWord(slots: Int32Array, hash: number, word: number): void {
  const mask = slots.length - 1;
  let slot = slotOf(hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = word + 1;
}

function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = EMPTY_HASH;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, PRIME);
  return hash;
}

/** The low bits of a running hash know little of the high bits of the units. */
function slotOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
