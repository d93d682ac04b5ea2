import { describe, expect, it } from 'vitest';
import { agreeingSlots, mayBeNear } from '../../src/candidates/near/estimate.ts';
import { shingleHashes, sketchOf } from '../../src/features/near/index.ts';
import { BANDS, SLOTS } from '../../src/features/near/sketch.ts';
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

/** The slots of a sketch one by one, from the lowest byte of each word up. */
const sketchSlots = (shingles: Uint32Array): Uint8Array => {
  const words = sketchOf(shingles);
  return Uint8Array.from({ length: SLOTS }, (_, slot) => words[slot >> 2]! >>> (8 * (slot & 3)));
};

describe('sketches', () => {
  it('are empty for the empty set and full for any other', () => {
    expect(sketchOf(new Uint32Array(0)).length).toBe(0);
    expect(sketchOf(Uint32Array.of(5)).length).toBe(BANDS);
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
    let sum = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const [a, b] = makePair(seed * 7919 + size, size, shared).map(sketchSlots);
      const agreeing = a!.filter((value, slot) => value === b![slot]).length / SLOTS;
      const estimate = (agreeing - 1 / 256) / (1 - 1 / 256);
      expect(Math.abs(estimate - truth)).toBeLessThan(
        4 * Math.sqrt((truth * (1 - truth)) / Math.min(SLOTS, size)),
      );
      sum += estimate;
    }
    // The mean of all runs: no bias beyond its own error.
    const sigma = Math.sqrt((truth * (1 - truth)) / Math.min(SLOTS, size) / runs);
    expect(Math.abs(sum / runs - truth)).toBeLessThan(4 * sigma);
  });

  it('share a band as often as 1 - (1 - J^4)^64 says', () => {
    const truth = 1 / 3;
    let found = 0;
    const runs = 400;
    for (let seed = 1; seed <= runs; seed++) {
      const [a, b] = makePair(seed, 300, 150).map(sketchOf);
      if (a!.some((key, band) => key === b![band])) found++;
    }
    const expected = 1 - (1 - truth ** 4) ** BANDS;
    expect(Math.abs(found / runs - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / runs));
  });

  it('agree in as many slots as are equal one by one', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [a, b] = makePair(seed, 200, 5 * seed - 5);
      const slots = sketchSlots(b);
      const equal = sketchSlots(a).filter((value, slot) => value === slots[slot]).length;
      const both = Uint32Array.from([...sketchOf(a), ...sketchOf(b)]);
      expect(agreeingSlots(both, 0, BANDS, BANDS)).toBe(equal);
    }
    const extremes = Uint32Array.of(
      0,
      0xffffffff,
      0x80808080,
      0x00ff0001,
      0,
      0x7fffffff,
      0x80808080,
      0x00ff0100,
    );
    expect(agreeingSlots(extremes, 0, 4, 4)).toBe(4 + 3 + 4 + 2);
  });

  describe('rule out a pair that stands far below both bounds, and few on a bound', () => {
    const mayBe = (a: Uint32Array, b: Uint32Array): boolean =>
      mayBeNear(
        {
          count: 2,
          sketches: Uint32Array.from([...sketchOf(a), ...sketchOf(b)]),
          shingleCounts: Uint32Array.of(a.length, b.length),
        },
        0,
        1,
        { resemblance: 0.5, containment: 0.8 },
      );
    const share = (size: number, shared: number): number => {
      const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1);
      return seeds.filter((seed) => mayBe(...makePair(31 * seed, size, shared))).length / seeds.length;
    };
    // Two sets of 300 that share 200 have a resemblance of 0.5; 213: 0.55; 120: 0.25.
    it.each([12, 48, 300, 1500])('size %i', (size) => {
      expect(share(size, Math.ceil((2 * size) / 3))).toBeGreaterThan(0.95);
      if (size >= 300) expect(share(size, Math.ceil(0.71 * size))).toBeGreaterThan(0.995);
      if (size >= 300) expect(share(size, 0.4 * size)).toBeLessThan(0.05);
    });

    it('an excerpt of any length', () => {
      for (const length of [30, 100, 400]) {
        const [, long] = makePair(length, 1000, 0);
        expect(mayBe(long.slice(0, length), long)).toBe(true);
      }
    });
  });
});
