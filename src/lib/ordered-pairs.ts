/** Pairs of numbers put in order. Must not know what they pair. */
import type { PairList } from '../model/match.ts';
import { sortRowsByKey } from './radix-sort.ts';

/** All pairs of some lists, ordered by (a, b), each once; linear in their number. */
export function orderedPairs(lists: readonly PairList[]): PairList {
  const count = lists.reduce((sum, { a }) => sum + a.length, 0);
  const all = { a: new Uint32Array(count), b: new Uint32Array(count) };
  let filled = 0;
  for (const { a, b } of lists) {
    all.a.set(a, filled);
    all.b.set(b, filled);
    filled += a.length;
  }
  const order = Uint32Array.from(all.a.keys());
  const spare = new Uint32Array(count);
  sortRowsByKey(order, all.b, spare);
  sortRowsByKey(order, all.a, spare);
  const unique = { a: new Uint32Array(count), b: new Uint32Array(count) };
  let length = 0;
  for (const at of order) {
    const [a, b] = [all.a[at]!, all.b[at]!];
    if (length > 0 && unique.a[length - 1] === a && unique.b[length - 1] === b) continue;
    unique.a[length] = a;
    unique.b[length++] = b;
  }
  return { a: unique.a.slice(0, length), b: unique.b.slice(0, length) };
}
