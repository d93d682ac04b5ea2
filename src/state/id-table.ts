/**
 * Ids seen so far, by number: a hash of 64 bits each and not the ids, as a set of a million strings takes 100 MB. Who
 * asks compares the ids of equal hashes. Memory: 16 to 24 bytes an id. Constant expected time.
 */
import { Uint32Column } from '../lib/growable.ts';

export class IdTable {
  readonly #highs = new Uint32Column();
  readonly #lows = new Uint32Column();
  /** Number of an id and 1, or 0; at most half of them taken. */
  #slots = new Uint32Array(1 << 12);

  /** Whether an id with this hash was added that `isSame` recognises by its number. */
  has(high: number, low: number, isSame: (number: number) => boolean): boolean {
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      const isEqual = this.#lows.at(number) === low && this.#highs.at(number) === high;
      if (isEqual && isSame(number)) return true;
    }
    return false;
  }

  /** The hash of an id by its number. */
  hashOf(number: number): readonly [high: number, low: number] {
    return [this.#highs.at(number), this.#lows.at(number)];
  }

  /** The next id; its number is that of the ids before it. */
  add(high: number, low: number): void {
    const number = this.#highs.length;
    this.#highs.push(high);
    this.#lows.push(low);
    if (2 * number < this.#slots.length) {
      this.#file(number);
      return;
    }
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let earlier = 0; earlier <= number; earlier++) this.#file(earlier);
  }

  #file(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#lows.at(number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number + 1;
  }
}
