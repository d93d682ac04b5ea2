/**
 * Sorting of row numbers by a 32-bit key, in linear time. Owns the passes; must not allocate per row.
 *
 * Reference: D. E. Knuth, The Art of Computer Programming 3, section 5.2.5 (least significant digit first), with
 * digits of 11 bits: three passes, stable, O(n).
 */
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts `rows` by `keys[row]`, ascending, equal keys in their present order; `spare` is as long and is overwritten. */
export function sortRowsByKey(rows: Uint32Array, keys: Uint32Array, spare: Uint32Array): void {
  const starts = new Uint32Array(DIGITS);
  let from = rows;
  let to = spare.subarray(0, rows.length);
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    starts.fill(0);
    for (let i = 0; i < from.length; i++) starts[(keys[from[i]!]! >>> shift) & (DIGITS - 1)]!++;
    let total = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = starts[digit]!;
      starts[digit] = total;
      total += count;
    }
    for (let i = 0; i < from.length; i++) {
      const row = from[i]!;
      to[starts[(keys[row]! >>> shift) & (DIGITS - 1)]!++] = row;
    }
    [from, to] = [to, from];
  }
  // Three passes end in the spare array.
  rows.set(from);
}
