/** Columns hold what an array holds, however they grow; what was handed over is not moved from under its reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Float64Column, Uint8Column, Uint16Column, Uint32Column } from '../../src/lib/growable.ts';

const COLUMNS = {
  Uint8Column: { make: () => new Uint8Column(), most: 0xff },
  Uint16Column: { make: () => new Uint16Column(), most: 0xffff },
  Uint32Column: { make: () => new Uint32Column(), most: 0xffffffff },
  Float64Column: { make: () => new Float64Column(), most: 2 ** 53 },
};

describe('a column that grows', () => {
  it.each(Object.entries(COLUMNS))('%s is an array', (_, { make, most }) => {
    const value = fc.integer({ min: 0, max: most });
    const step = fc.oneof(value, fc.array(value, { maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const column = make();
        for (const item of steps) {
          if (typeof item === 'number') column.push(item);
          else column.append(item);
        }
        const values = steps.flat();
        expect(Array.from(column.view())).toEqual(values);
        expect(column.length).toBe(values.length);
      }),
      { numRuns: 100 },
    );
  });

  it('a large one grows where it stands: views of before see what is written later', () => {
    const column = new Uint32Column();
    // Beyond a megabyte.
    const count = 300_000;
    for (let i = 0; i < count; i++) column.push(i);
    const before = column.view();
    for (let i = count; i < 4 * count; i++) column.push(i);
    column.set(7, 70);
    expect(before.buffer).toBe(column.view().buffer);
    expect(before.length).toBe(count);
    expect([before[7], before[count - 1], column.at(4 * count - 1)]).toEqual([70, count - 1, 4 * count - 1]);
    expect(column.view().every((value, i) => value === (i === 7 ? 70 : i))).toBe(true);
  });

  it('a list that is longer than the next step has room at once', () => {
    const column = new Uint8Column();
    const long = new Uint8Array(3_000_000).map((_, i) => i % 251);
    column.append([1, 2, 3]);
    column.append(long);
    column.append(long);
    expect(column.length).toBe(6_000_003);
    expect([column.at(3), column.at(3 + 250), column.at(3_000_003), column.at(6_000_002)]).toEqual([
      0,
      250,
      0,
      (3_000_000 - 1) % 251,
    ]);
  });
});
