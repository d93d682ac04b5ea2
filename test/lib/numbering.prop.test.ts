import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Numbering } from '../../src/lib/numbering.ts';

/** The inverse of the table's multiplier modulo 2^32 (Newton's iteration), by which values are made to meet. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let i = 0; i < 5; i++) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse >>> 0;
}

const INVERSE = inverseOf(0x9e3779b1);
const meeting = fc
  .tuple(fc.nat(7), fc.nat(63))
  .map(([high, low]) => Math.imul((high << 29) | low, INVERSE) >>> 0);
const value = fc.oneof(
  fc.nat(40),
  meeting,
  fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
);

it('numbers values as a Map does, one list after another', () => {
  const numbering = new Numbering();
  fc.assert(
    fc.property(fc.array(fc.array(value, { maxLength: 300 }), { maxLength: 3 }), value, (lists, other) => {
      const known = new Map<number, number>();
      numbering.clear(lists.reduce((sum, list) => sum + list.length, 0));
      for (const list of lists) {
        for (const each of list) if (!known.has(each)) known.set(each, known.size);
        const into = new Int32Array(list.length + 2).fill(-7);
        const values = Uint32Array.from([9, ...list, 9]);
        numbering.add(values, 1, list.length + 1, into);
        expect([...into]).toEqual([-7, ...list.map((each) => known.get(each)), -7]);
        expect(numbering.size).toBe(known.size);
        for (const each of list) expect(numbering.find(each)).toBe(known.get(each));
      }
      expect(numbering.find(other)).toBe(known.get(other) ?? -1);
    }),
    { numRuns: 500 },
  );
});

it('values made to meet in one slot take no more than 32 steps each', () => {
  const count = 300_000;
  const values = Uint32Array.from({ length: count }, (_, i) => Math.imul(i, INVERSE));
  const numbering = new Numbering();
  const into = new Int32Array(count);
  numbering.clear(count);
  numbering.add(values, 0, count, into);
  expect(numbering.size).toBe(count);
  expect(into[count - 1]).toBe(count - 1);
});
