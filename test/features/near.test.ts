import { describe, expect, it } from 'vitest';
import { shingleHashes, sketchBands } from '../../src/features/near/index.ts';
import { BANDS, SLOTS, sketchSlots } from '../../src/features/near/sketch.ts';
import { measureOverlap } from '../../src/match/near/resemblance.ts';
import { mulberry } from '../helpers/near-articles.ts';

describe('shingles', () => {
  const check = (input: string, expected: number): void => {
    it(`${JSON.stringify(input)}: ${expected}`, () => expect(shingleHashes(input).length).toBe(expected));
  };
  check('', 0);
  check('!?', 0);
  check('rain', 1);
  check('rain tomorrow', 1);
  check('rain falls today', 1);
  check('rain falls today again', 2);
  check('a a a a a a', 1);
  check('今日は晴', 1);
  check('今日は晴れ', 1);
  check('今日は晴れで', 2);
  // 2025 (5) 年 (3) 10 (5) 月 (3) is one shingle already; from 年 on there is too little left.
  check('2025年10月', 1);
  check('2025年10月28日', 3);

  it('are sorted, and differ by case and punctuation in nothing', () => {
    const shingles = shingleHashes('Heavy rain fell over the old town on Monday, officials said.');
    expect([...shingles]).toEqual([...shingles].sort((a, b) => a - b));
    expect([...shingleHashes('heavy RAIN fell over the “old town” on Monday officials said')]).toEqual([
      ...shingles,
    ]);
  });

  it('tell numbers apart', () => {
    const { resemblance } = measureOverlap(
      shingleHashes('it is 12 degrees today'),
      shingleHashes('it is 13 degrees today'),
    );
    expect(resemblance).toBe(0);
  });
});

describe('sketches', () => {
  it('are empty for the empty set and full for any other', () => {
    expect(sketchBands(new Uint32Array(0)).length).toBe(0);
    expect(sketchBands(Uint32Array.of(5)).length).toBe(BANDS);
    expect(new Set(sketchSlots(Uint32Array.of(5))).size).toBe(1);
  });

  /** A pair of sets with a given overlap, from a seeded generator. */
  const makePair = (seed: number, size: number, shared: number): readonly [Uint32Array, Uint32Array] => {
    const random = mulberry(seed);
    const values = Array.from({ length: 2 * size - shared }, () => Math.floor(random() * 2 ** 32));
    return [
      Uint32Array.from(values.slice(0, size)).sort(),
      Uint32Array.from(values.slice(size - shared)).sort(),
    ];
  };

  it.each([
    { size: 8, shared: 5 },
    { size: 60, shared: 40 },
    { size: 400, shared: 200 },
    { size: 400, shared: 350 },
    { size: 3000, shared: 1500 },
  ])('estimate the resemblance of $size with $shared shared within 4 sigma', ({ size, shared }) => {
    const truth = shared / (2 * size - shared);
    const runs = 30;
    let agreeing = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const [a, b] = makePair(seed * 7919 + size, size, shared).map(sketchSlots);
      const estimate = a!.filter((value, slot) => value === b![slot]).length / SLOTS;
      expect(Math.abs(estimate - truth)).toBeLessThan(
        4 * Math.sqrt((truth * (1 - truth)) / Math.min(SLOTS, size)),
      );
      agreeing += estimate;
    }
    // The mean of all runs: no bias beyond its own error.
    const sigma = Math.sqrt((truth * (1 - truth)) / Math.min(SLOTS, size) / runs);
    expect(Math.abs(agreeing / runs - truth)).toBeLessThan(4 * sigma);
  });

  it('share a band as often as 1 - (1 - J^4)^64 says', () => {
    const truth = 1 / 3;
    let found = 0;
    const runs = 400;
    for (let seed = 1; seed <= runs; seed++) {
      const [a, b] = makePair(seed, 300, 150).map(sketchBands);
      if (a!.some((key, band) => key === b![band])) found++;
    }
    const expected = 1 - (1 - truth ** 4) ** BANDS;
    expect(Math.abs(found / runs - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / runs));
  });
});
