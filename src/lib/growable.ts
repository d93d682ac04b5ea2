/**
 * Columns that grow: typed arrays whose length is not known beforehand. Owns the growing; must not hold objects.
 * Amortised constant time a push. They lie in shared memory: threads are handed whole collections without a copy.
 *
 * Small ones are copied into one twice as large. A large one reserves addresses once, and grows where it stands: nothing
 * is copied, and no copies wait to be collected beside it (decision 0019).
 */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** From so many bytes on a column grows in place. */
const LARGE_BYTES = 2 ** 20;
/** Addresses that are reserved then, no memory: what the engines we run on allow. A column that is larger is copied again. */
const RESERVED_BYTES = 2 ** 32;
/** In place, a step costs a call and no copy; pages that nobody has written to take no memory. */
const GROWTH_IN_PLACE = 1.25;

abstract class Column<Data extends Numbers> {
  protected data: Data;
  #length = 0;

  constructor(data: Data) {
    this.data = data;
  }

  /** All of a piece of memory as values. */
  protected abstract over(memory: SharedArrayBuffer): Data;

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
    if (length > this.data.length) this.#grow(length);
  }

  #grow(length: number): void {
    const { buffer, length: before, BYTES_PER_ELEMENT: width } = this.data;
    const memory = buffer as SharedArrayBuffer;
    const inPlace = width * Math.max(length, Math.ceil(GROWTH_IN_PLACE * before));
    if (memory.growable && inPlace <= memory.maxByteLength) {
      memory.grow(inPlace);
      this.data = this.over(memory);
      return;
    }
    const grown = this.over(sharedMemory(width * Math.max(length, 2 * before)));
    grown.set(this.data);
    this.data = grown;
  }
}

/** Memory of so many bytes, which can grow where it is large and the machine has addresses left. */
function sharedMemory(bytes: number): SharedArrayBuffer {
  if (bytes < LARGE_BYTES) return new SharedArrayBuffer(bytes);
  try {
    return new SharedArrayBuffer(bytes, { maxByteLength: Math.max(RESERVED_BYTES, bytes) });
  } catch (error) {
    // A process may be allowed fewer addresses (ulimit -v).
    if (error instanceof RangeError) return new SharedArrayBuffer(bytes);
    throw error;
  }
}

const FIRST_VALUES = 64;

export class Uint8Column extends Column<Uint8Array> {
  constructor() {
    super(new Uint8Array(new SharedArrayBuffer(FIRST_VALUES)));
  }
  protected override over(memory: SharedArrayBuffer): Uint8Array {
    return new Uint8Array(memory, 0, memory.byteLength);
  }
}

export class Uint16Column extends Column<Uint16Array> {
  constructor() {
    super(new Uint16Array(new SharedArrayBuffer(FIRST_VALUES * Uint16Array.BYTES_PER_ELEMENT)));
  }
  protected override over(memory: SharedArrayBuffer): Uint16Array {
    return new Uint16Array(memory, 0, memory.byteLength / Uint16Array.BYTES_PER_ELEMENT);
  }
}

export class Uint32Column extends Column<Uint32Array> {
  constructor() {
    super(new Uint32Array(new SharedArrayBuffer(FIRST_VALUES * Uint32Array.BYTES_PER_ELEMENT)));
  }
  protected override over(memory: SharedArrayBuffer): Uint32Array {
    return new Uint32Array(memory, 0, memory.byteLength / Uint32Array.BYTES_PER_ELEMENT);
  }
}

export class Float64Column extends Column<Float64Array> {
  constructor() {
    super(new Float64Array(new SharedArrayBuffer(FIRST_VALUES * Float64Array.BYTES_PER_ELEMENT)));
  }
  protected override over(memory: SharedArrayBuffer): Float64Array {
    return new Float64Array(memory, 0, memory.byteLength / Float64Array.BYTES_PER_ELEMENT);
  }
}
