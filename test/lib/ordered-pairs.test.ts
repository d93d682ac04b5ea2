import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderedPairs } from '../../src/lib/ordered-pairs.ts';

it('puts the pairs of all lists in order, each once', () => {
  const value = fc.oneof(fc.nat(6), fc.nat(0xffffffff));
  const list = fc.array(fc.tuple(value, value), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
      const { a, b } = orderedPairs(
        lists.map((pairs) => ({
          a: Uint32Array.from(pairs, ([first]) => first),
          b: Uint32Array.from(pairs, ([, second]) => second),
        })),
      );
      const unique = new Map(lists.flat().map((pair) => [pair.join(), pair]));
      const expected = [...unique.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1]);
      expect(Array.from(a, (first, i) => [first, b[i]])).toEqual(expected);
    }),
  );
});
