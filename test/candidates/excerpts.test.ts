/** Whether one text may hold another, by their samples, beside the bound as it is written down. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { excerptTest } from '../../src/candidates/near/excerpt-test.ts';
import { isSampled } from '../../src/lib/sampled.ts';

const CONTAINMENT = 0.8;

function mayHold(a: readonly number[], b: readonly number[]): boolean {
  const [one, other] = [a, b].map((values) => [...new Set(values)].sort((x, y) => x - y)) as [
    number[],
    number[],
  ];
  const values = Uint32Array.from([...one, ...other]);
  const lengths = Uint32Array.of(one.length, other.length);
  return excerptTest(values, Uint32Array.of(0, one.length), lengths, {
    resemblance: 0.5,
    containment: CONTAINMENT,
  })(0, 1);
}

it('asks for two standard errors less than the bound, of what is sampled everywhere alone', () => {
  const sample = fc.array(
    // Side by side, so that they fall on one bit, and all over, so that bits tell them apart.
    fc.nat(40).map((n) => (n % 3 === 0 ? 8 * n : Math.imul(n, 0x9e3779b0) >>> 0)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const [one, other] = [new Set(a.filter(isSampled)), new Set(b.filter(isSampled))];
      const size = Math.min(one.size, other.size);
      const shared = [...one].filter((value) => other.has(value)).length;
      // In twenty-fifths, so that nothing is rounded: (4 / 5 - shared / size)^2 * size <= 4 * 4 / 25.
      const short = Math.max(0, 4 * size - 5 * shared);
      expect(mayHold(a, b)).toBe(size === 0 || short * short <= 16 * size);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['nothing that is sampled everywhere', [8], [8], true],
  ['one shingle, which the other lacks', [8, 16], [8, 32, 48, 64], true],
  ['five, of which one is shared', [16, 32, 48, 64, 80], [16, 112, 128, 144, 160], false],
])('%s', (_, a, b, expected) => {
  expect(mayHold(a, b)).toBe(expected);
});
