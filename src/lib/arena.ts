/**
 * Typed arrays side by side in one buffer. A page has dozens of short columns; a buffer for each costs more than to
 * fill it, and the collector has to release them one by one. Owns the alignment only.
 */

export interface Arena {
  readonly uint8: (length: number) => Uint8Array;
  readonly uint16: (length: number) => Uint16Array;
  readonly float32: (length: number) => Float32Array;
  readonly float64: (length: number) => Float64Array;
}

/** Room for arrays of `bytes` bytes together, all zero. Widest arrays first: then nothing is lost to alignment. */
export function createArena(bytes: number): Arena {
  const buffer = new ArrayBuffer(bytes);
  let used = 0;
  const take = (width: number, length: number): number => {
    const start = Math.ceil(used / width) * width;
    used = start + width * length;
    return start;
  };
  return {
    uint8: (length) => new Uint8Array(buffer, take(1, length), length),
    uint16: (length) => new Uint16Array(buffer, take(2, length), length),
    float32: (length) => new Float32Array(buffer, take(4, length), length),
    float64: (length) => new Float64Array(buffer, take(8, length), length),
  };
}
