/**
 * The best of many partners, one after another as they are asked for: few articles ask for more than a dozen of hundreds.
 * Owns the order, by worth and then by a key of their texts; must not weigh. A binary heap over typed arrays: O(n) to fill, O(log n) a
 * partner. Reference: J. Williams, Heapsort, CACM 7 (1964); R. Floyd, Treesort 3, CACM 7 (1964).
 */
export class Ranking {
  #partners = new Uint32Array(1 << 10);
  #worths = new Float64Array(1 << 10);
  #keys: Uint32Array = new Uint32Array(0);
  #count = 0;
  /** Of the one that was taken last. */
  worth = 0;
  /** Whether the heap is in order: not while partners are added. */
  #isOrdered = false;

  /** `keys` put partners of equal worth in order: by content, as places change with the names of files. */
  clear(keys: Uint32Array): void {
    this.#keys = keys;
    this.#count = 0;
    this.#isOrdered = false;
  }

  add(partner: number, worth: number): void {
    if (this.#count === this.#partners.length) this.#grow();
    this.#partners[this.#count] = partner;
    this.#worths[this.#count++] = worth;
  }

  /** The best of those that were not taken yet, of equal ones that of the smallest key; undefined when there is none. */
  take(): number | undefined {
    if (this.#count === 0) return undefined;
    if (!this.#isOrdered) this.#order();
    const best = this.#partners[0]!;
    this.worth = this.#worths[0]!;
    this.#count--;
    this.#sink(0, this.#partners[this.#count]!, this.#worths[this.#count]!);
    return best;
  }

  #order(): void {
    for (let at = (this.#count >> 1) - 1; at >= 0; at--)
      this.#sink(at, this.#partners[at]!, this.#worths[at]!);
    this.#isOrdered = true;
  }

  /** Puts a partner into the hole at a place, below all that are better. */
  #sink(hole: number, partner: number, worth: number): void {
    const [partners, worths, count] = [this.#partners, this.#worths, this.#count];
    const keys = this.#keys;
    let at = hole;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= count) break;
      if (child + 1 < count && isBetter(keys, partners, worths, child + 1, child)) child++;
      const own = worths[child]!;
      if (own < worth || (own === worth && isBehind(keys, partners[child]!, partner))) break;
      partners[at] = partners[child]!;
      worths[at] = own;
      at = child;
    }
    partners[at] = partner;
    worths[at] = worth;
  }

  #grow(): void {
    const partners = new Uint32Array(2 * this.#partners.length);
    const worths = new Float64Array(partners.length);
    partners.set(this.#partners);
    worths.set(this.#worths);
    this.#partners = partners;
    this.#worths = worths;
  }
}

function isBetter(
  keys: Uint32Array,
  partners: Uint32Array,
  worths: Float64Array,
  x: number,
  y: number,
): boolean {
  return worths[x]! > worths[y]! || (worths[x] === worths[y] && isBehind(keys, partners[y]!, partners[x]!));
}

/** Rows of equal keys, which two of a million texts have with a probability of 0.0001, stay in their order. */
function isBehind(keys: Uint32Array, row: number, other: number): boolean {
  return keys[row]! > keys[other]! || (keys[row] === keys[other] && row > other);
}
