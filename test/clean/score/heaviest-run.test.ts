/** The run with the greatest sum, against all runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestRun } from '../../../src/clean/score/heaviest-run.ts';

function sumOf(gains: readonly number[], from: number, to: number): number {
  return gains.slice(from, to).reduce((sum, gain) => sum + gain, 0);
}

describe('heaviestRun', () => {
  it('is empty without a gain', () => {
    expect(heaviestRun(0, () => 1)).toEqual({ from: 0, to: 0 });
    expect(heaviestRun(3, () => -1)).toEqual({ from: 0, to: 0 });
  });

  it('has the sum that the best of all runs has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 30 }), (gains) => {
        const { from, to } = heaviestRun(gains.length, (i) => gains[i] ?? 0);
        let best = 0;
        for (let a = 0; a < gains.length; a++) {
          for (let b = a + 1; b <= gains.length; b++) best = Math.max(best, sumOf(gains, a, b));
        }
        expect(sumOf(gains, from, to)).toBe(best);
      }),
    );
  });
});
