/**
 * Sets of 32-bit numbers as sorted typed arrays without repetition. Owns their making and their overlap; must not
 * know what the numbers stand for.
 */

/** The distinct values in ascending order; the input is left alone. O(n log n). */
export function sortedUnique(values: Uint32Array): Uint32Array {
  const sorted = values.slice();
  return sorted.slice(0, sortAndUnite(sorted));
}

/** Puts values in ascending order, the distinct ones first; their number. O(n log n). */
export function sortAndUnite(values: Uint32Array): number {
  if (values.length <= FEW) insertInOrder(values);
  else values.sort();
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    if (i === 0 || values[i] !== values[i - 1]) values[length++] = values[i]!;
  }
  return length;
}

/** Largest set that is put in order by insertion: to call the sort of typed arrays costs as much as to sort so many. */
const FEW = 48;

function insertInOrder(values: Uint32Array): void {
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}

/** Slots of the table in which distinct values are counted, four a value. */
const SLOTS = new Uint32Array(1 << 14);
/** More values are sorted: values made to fall into one slot must not cost their square. */
const MOST_PROBED = SLOTS.length / 4;

/** Number of distinct values; O(n) for hashes. */
export function distinctCount(values: Uint32Array): number {
  if (values.length > MOST_PROBED) return sortedUnique(values).length;
  let mask = 255;
  while (mask < 4 * values.length) mask = 2 * mask + 1;
  mask &= SLOTS.length - 1;
  SLOTS.fill(0, 0, mask + 1);
  let count = 0;
  let hasZero = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) {
      hasZero = 1;
      continue;
    }
    let slot = value & mask;
    while (SLOTS[slot] !== 0 && SLOTS[slot] !== value) slot = (slot + 1) & mask;
    if (SLOTS[slot] === value) continue;
    SLOTS[slot] = value;
    count++;
  }
  return count + hasZero;
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
