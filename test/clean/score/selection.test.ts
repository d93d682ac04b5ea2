/** The cut beside a search through every cut. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepFrom } from '../../../src/clean/score/selection.ts';

/** Probabilities in steps of 1/64 and whole weights: sums are exact in any order. */
const line = fc.tuple(
  fc.nat(64).map((step) => step / 64),
  fc.integer({ min: 1, max: 300 }),
);

/** The most likely cut of those with the greatest expected F1, brought within the bounds. */
function slowly(lines: readonly (readonly [number, number])[]): number {
  let best = 0;
  let cut = 0.6;
  const sum = (of: readonly (readonly [number, number])[]) =>
    of.reduce((s, [p, weight]) => s + p * weight, 0);
  for (const at of [...new Set(lines.map(([p]) => p))].filter((p) => p > 0).sort((a, b) => b - a)) {
    const kept = lines.filter(([p]) => p >= at);
    const f1 = (2 * sum(kept)) / (kept.reduce((s, [, weight]) => s + weight, 0) + sum(lines));
    if (f1 > best + 1e-12) {
      best = f1;
      cut = at;
    }
  }
  return Math.min(0.6, Math.max(0.35, cut));
}

it('is the cut of the greatest expected F1', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const cut = keepFrom(
        Float32Array.from(lines, ([p]) => p),
        lines.map(([, weight]) => weight),
      );
      expect(cut).toBe(slowly(lines));
    }),
    { seed: 41, numRuns: 2000 },
  );
});
