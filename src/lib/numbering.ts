/**
 * Small numbers for 32-bit values: equal values get one number, new ones the next, in the order in which they come. So
 * what is known of a value lies in an array by its number, and a list is compared with another without `Map` or `Set`.
 * Owns the table; must not know what the values stand for.
 *
 * A value is multiplied by an odd constant, which is a bijection modulo 2^32: the first bits of the product choose a
 * slot, and values that meet there form a digital search tree by the bits that follow. One or two steps a value as a
 * rule, and never more than 32, even for values made to meet. Reference: D. E. Knuth, The Art of Computer Programming
 * 3, section 6.4 (multiplicative hashing) and section 6.3, algorithm D (E. Coffman, J. Eve, 1970).
 */
import { Room } from './room.ts';

/** 2^32 over the golden ratio. */
const MULTIPLIER = 0x9e3779b1;
const LEAST_BITS = 8;
const NONE = -1;

export class Numbering {
  readonly #rooms = { links: new Room(), values: new Room() };
  /** 2^bits slots, then two branches for each number: the number that stands there or NONE. */
  #links = new Int32Array(0);
  #values = new Int32Array(0);
  #bits = LEAST_BITS;
  #size = 0;

  /** How many distinct values have a number: 0..size-1. */
  get size(): number {
    return this.#size;
  }

  /** Forgets all values; at most `most` may be added from here on. */
  clear(most: number): void {
    let bits = LEAST_BITS;
    while (2 ** bits < 2 * most) bits++;
    this.#links = this.#rooms.links.atLeast(2 ** bits + 2 * most);
    this.#links.fill(NONE, 0, 2 ** bits);
    this.#values = this.#rooms.values.atLeast(most);
    this.#bits = bits;
    this.#size = 0;
  }

  /** Writes the numbers of the values from `start` to `end` to the same places of `into`. */
  add(values: Uint32Array, start: number, end: number, into: Int32Array): void {
    const links = this.#links;
    const known = this.#values;
    const bits = this.#bits;
    const branches = 1 << bits;
    let size = this.#size;
    for (let i = start; i < end; i++) {
      const value = values[i]! | 0;
      const product = Math.imul(value, MULTIPLIER);
      let link = product >>> (32 - bits);
      let rest = product << bits;
      let number = links[link]!;
      while (number !== NONE && known[number] !== value) {
        link = branches + 2 * number + (rest >>> 31);
        rest <<= 1;
        number = links[link]!;
      }
      if (number === NONE) {
        number = size++;
        known[number] = value;
        links[link] = number;
        links[branches + 2 * number] = NONE;
        links[branches + 2 * number + 1] = NONE;
      }
      into[i] = number;
    }
    this.#size = size;
  }

  /** The number of a value, -1 when it has none. */
  find(value: number): number {
    const links = this.#links;
    const bits = this.#bits;
    const branches = 1 << bits;
    const wanted = value | 0;
    const product = Math.imul(wanted, MULTIPLIER);
    let rest = product << bits;
    let number = links[product >>> (32 - bits)]!;
    while (number !== NONE && this.#values[number] !== wanted) {
      number = links[branches + 2 * number + (rest >>> 31)]!;
      rest <<= 1;
    }
    return number;
  }
}
