/**
 * Columns that grow: typed arrays whose length is not known beforehand. Owns the doubling; must not hold objects.
 * Amortised constant time a push; at most half of the memory is spare. They lie in shared memory: threads are handed
 * whole collections without a copy.
 */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

abstract class Column<Data extends Numbers> {
  protected data: Data;
  #length = 0;

  constructor(data: Data) {
    this.data = data;
  }

  protected abstract grown(capacity: number): Data;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.#reserve(this.#length + 1);
    this.data[this.#length++] = value;
  }

  append(values: ArrayLike<number>): void {
    this.#reserve(this.#length + values.length);
    this.data.set(values, this.#length);
    this.#length += values.length;
  }

  /** The value at a position below `length`. */
  at(index: number): number {
    return this.data[index]!;
  }

  set(index: number, value: number): void {
    this.data[index] = value;
  }

  /** Sets the value at a position below `length`, or pushes the value of the position that follows. */
  put(index: number, value: number): void {
    if (index === this.#length) this.push(value);
    else this.data[index] = value;
  }

  /** The values so far, without a copy; valid until the next push. */
  view(): Data {
    return this.data.subarray(0, this.#length) as Data;
  }

  #reserve(length: number): void {
    if (length <= this.data.length) return;
    const grown = this.grown(Math.max(length, 2 * this.data.length));
    grown.set(this.data);
    this.data = grown;
  }
}

function shared(count: number, bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(count * bytes);
}

export class Uint8Column extends Column<Uint8Array> {
  constructor() {
    super(new Uint8Array(shared(64, Uint8Array.BYTES_PER_ELEMENT)));
  }
  protected override grown(capacity: number): Uint8Array {
    return new Uint8Array(shared(capacity, Uint8Array.BYTES_PER_ELEMENT));
  }
}

export class Uint16Column extends Column<Uint16Array> {
  constructor() {
    super(new Uint16Array(shared(64, Uint16Array.BYTES_PER_ELEMENT)));
  }
  protected override grown(capacity: number): Uint16Array {
    return new Uint16Array(shared(capacity, Uint16Array.BYTES_PER_ELEMENT));
  }
}

export class Uint32Column extends Column<Uint32Array> {
  constructor() {
    super(new Uint32Array(shared(64, Uint32Array.BYTES_PER_ELEMENT)));
  }
  protected override grown(capacity: number): Uint32Array {
    return new Uint32Array(shared(capacity, Uint32Array.BYTES_PER_ELEMENT));
  }
}

export class Float64Column extends Column<Float64Array> {
  constructor() {
    super(new Float64Array(shared(64, Float64Array.BYTES_PER_ELEMENT)));
  }
  protected override grown(capacity: number): Float64Array {
    return new Float64Array(shared(capacity, Float64Array.BYTES_PER_ELEMENT));
  }
}
