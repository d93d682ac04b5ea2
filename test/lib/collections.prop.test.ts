import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DisjointSet } from '../../src/lib/disjoint-set.ts';
import { sortRowsByKey } from '../../src/lib/radix-sort.ts';
import { intersectionSize, sortedUnique } from '../../src/lib/sorted-set.ts';

const numbers = fc.array(fc.oneof(fc.nat(40), fc.nat({ max: 0xffffffff })), { maxLength: 60 });

it('sorted sets agree with Set', () => {
  fc.assert(
    fc.property(numbers, numbers, (left, right) => {
      const a = sortedUnique(Uint32Array.from(left));
      const b = sortedUnique(Uint32Array.from(right));
      expect([...a]).toEqual([...new Set(left)].sort((x, y) => x - y));
      expect(intersectionSize(a, b)).toBe([...new Set(left)].filter((value) => right.includes(value)).length);
    }),
  );
});

it('a disjoint set agrees with a naive partition', () => {
  const unions = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 40 });
  fc.assert(
    fc.property(unions, (pairs) => {
      const set = new DisjointSet(30);
      const labels = Array.from({ length: 30 }, (_, i) => i);
      for (const [a, b] of pairs) {
        const [keep, drop] = [Math.min(labels[a]!, labels[b]!), Math.max(labels[a]!, labels[b]!)];
        expect(set.union(a, b)).toBe(keep !== drop);
        labels.forEach((label, i) => {
          if (label === drop) labels[i] = keep;
        });
      }
      expect(labels.map((_, i) => set.find(i))).toEqual(labels);
    }),
  );
});

it('rows are sorted by key, equal keys in their present order', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const keys = Uint32Array.from(values);
      const rows = Uint32Array.from(values, (_, i) => i);
      const expected = [...rows].sort((x, y) => keys[x]! - keys[y]!);
      sortRowsByKey(rows, keys, new Uint32Array(values.length + 3));
      expect([...rows]).toEqual(expected);
    }),
  );
});
