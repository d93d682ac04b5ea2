/**
 * Room for small typed arrays that are kept, many to a block of memory: an array of its own for each costs as much as
 * filling it, and is collected by itself. Owns the blocks; a block lives as long as one of its arrays.
 */

/** In bytes. */
const BLOCK = 1 << 20;
/** Larger arrays have a block of their own: not much of a block is left over. */
const MOST_SHARED = BLOCK >> 4;

export class Slab {
  #block = new ArrayBuffer(0);
  #used = 0;

  /** A copy of the first `count` values. */
  keepWords(values: Uint32Array, count: number): Uint32Array {
    const bytes = 4 * count;
    if (bytes > MOST_SHARED) return values.slice(0, count);
    const kept = new Uint32Array(this.#take(bytes), this.#used - bytes, count);
    for (let i = 0; i < count; i++) kept[i] = values[i]!;
    return kept;
  }

  /** A copy of the first `count` values. */
  keepBytes(values: Uint8Array, count: number): Uint8Array {
    // What follows stays aligned.
    const bytes = (count + 3) & ~3;
    if (bytes > MOST_SHARED) return values.slice(0, count);
    const kept = new Uint8Array(this.#take(bytes), this.#used - bytes, count);
    for (let i = 0; i < count; i++) kept[i] = values[i]!;
    return kept;
  }

  /** The block whose last used bytes are the ones taken. */
  #take(bytes: number): ArrayBuffer {
    if (this.#used + bytes > this.#block.byteLength) {
      this.#block = new ArrayBuffer(BLOCK);
      this.#used = 0;
    }
    this.#used += bytes;
    return this.#block;
  }
}
