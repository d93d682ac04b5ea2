/**
 * Room for numbers that one call needs and the next overwrites. Owns its growth; must not be held beyond the call:
 * fresh arrays for each text cost as much as what is worked out in them.
 */

/** Larger rooms are given back when less is asked for: one large text must not be paid for by all that follow. */
const MOST_KEPT = 1 << 20;

export class Room {
  #numbers = new Int32Array(0);

  /** At least `wanted` numbers, whatever was left in them. */
  atLeast(wanted: number): Int32Array<ArrayBuffer> {
    const { length } = this.#numbers;
    if (wanted > length || (length > MOST_KEPT && wanted <= MOST_KEPT)) {
      this.#numbers = new Int32Array(Math.max(1024, wanted > MOST_KEPT ? wanted : 2 * wanted));
    }
    return this.#numbers;
  }
}
