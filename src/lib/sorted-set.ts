/**
 * Sets of 32-bit numbers as sorted typed arrays without repetition. Owns their making and their overlap; must not
 * know what the numbers stand for.
 */

/** The distinct values in ascending order; the input is left alone. O(n log n). */
export function sortedUnique(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i]!;
  }
  return sorted.slice(0, length);
}

/** Number of distinct values, counted up to `most`. O(n * most), and O(most^2) where most values are distinct. */
export function distinctUpTo(values: Uint32Array, most: number): number {
  const seen = new Uint32Array(most);
  let count = 0;
  for (let i = 0; i < values.length && count < most; i++) {
    const value = values[i]!;
    let at = 0;
    while (at < count && seen[at] !== value) at++;
    if (at === count) seen[count++] = value;
  }
  return count;
}

/** Number of values in both sets, 0..min(size). One merge, O(n + m). */
export function intersectionSize(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}
