import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EqualKeys } from '../../src/lib/equal-keys.ts';

/** By a map: the rows of each key that at least two have, by key. */
function byMap(rows: readonly number[], keys: Uint32Array): readonly (readonly number[])[] {
  const found = new Map<number, number[]>();
  for (const row of rows) found.set(keys[row]!, [...(found.get(keys[row]!) ?? []), row]);
  return [...found].sort(([x], [y]) => x - y).flatMap(([, bucket]) => (bucket.length > 1 ? [bucket] : []));
}

function visited(
  equal: EqualKeys,
  rows: readonly number[],
  keys: Uint32Array,
): readonly (readonly number[])[] {
  const buckets: number[][] = [];
  equal.visit(
    Uint32Array.from(rows),
    Uint32Array.from(rows, (row) => keys[row]!),
    (bucket) => buckets.push([...bucket]),
  );
  return buckets;
}

describe('rows with equal keys', () => {
  // Few values, values that differ in their lowest bits only, and any: small parts, large parts, and none.
  const key = fc.oneof(
    fc.nat(3),
    fc.nat(40).map((low) => 0xabcd0000 + low),
    fc.nat(0xffffffff),
  );

  it('are those that a map finds, whatever is asked before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(key, { maxLength: 120 }), { maxLength: 3 }), fc.nat(), (lists, seed) => {
        const equal = new EqualKeys(Math.max(0, ...lists.map((list) => list.length)));
        for (const list of lists) {
          const keys = Uint32Array.from(list);
          const rows = list.flatMap((_, row) => ((row + seed) % 5 === 0 ? [] : [row]));
          expect(visited(equal, rows, keys)).toEqual(byMap(rows, keys));
        }
      }),
    );
  });

  it('are found where all keys fall into one part', () => {
    const count = 300_000;
    const keys = Uint32Array.from({ length: count }, (_, row) => 0x7fff0000 + (row % 1000));
    const rows = Array.from(keys, (_, row) => row);
    expect(visited(new EqualKeys(count), rows, keys).map((bucket) => bucket.length)).toEqual(
      Array.from({ length: 1000 }, () => count / 1000),
    );
  });
});
