/**
 * Typed arrays where every thread sees them: handed over without a copy. Owns where their memory comes from; must not
 * know what they hold. Nobody writes once they are shared, so no access needs to be atomic.
 */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The same value with each typed array in it, at any depth, in shared memory; those that are there are not copied. */
export function inSharedMemory<T>(value: T): T {
  return sharedForm(value) as T;
}

function sharedForm(value: unknown): unknown {
  if (isNumbers(value)) return value.buffer instanceof SharedArrayBuffer ? value : sharedCopy(value);
  if (Array.isArray(value)) return value.map(sharedForm);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sharedForm(part)]));
}

function sharedCopy(values: Numbers): Numbers {
  const make = values.constructor as new (buffer: SharedArrayBuffer) => Numbers;
  const copy = new make(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
