import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from '../../src/state/id-table.ts';

describe('the table of ids', () => {
  it('answers as a set does, however many ids have one hash', () => {
    const id = fc.integer({ min: 0, max: 40 });
    // Few hashes: most ids share theirs with others, in both words or in one.
    const hashOf = (value: number): readonly [number, number] => [value % 3, value % 7];
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
        const table = new IdTable();
        const added: number[] = [];
        for (const value of ids) {
          const isKnown = table.has(...hashOf(value), (number) => added[number] === value);
          expect(isKnown).toBe(added.includes(value));
          if (isKnown) continue;
          table.add(...hashOf(value));
          added.push(value);
        }
      }),
    );
  });

  it('finds each of many ids after it has grown', () => {
    const table = new IdTable();
    const hashOf = (number: number): readonly [number, number] => [number >>> 4, Math.imul(number, 16) >>> 0];
    for (let number = 0; number < 20_000; number++) table.add(...hashOf(number));
    for (let number = 0; number < 20_000; number++) {
      expect(table.has(...hashOf(number), (found) => found === number)).toBe(true);
    }
    expect(table.has(20_000, 16, () => true)).toBe(false);
  });
});
