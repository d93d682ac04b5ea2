import { describe, expect, it } from 'vitest';
import { finishHash, hashString, hashWords, mixWord } from '../../src/lib/hash.ts';

/** Published values of MurmurHash3_x86_32 (SMHasher and the vectors of its Wikipedia article), as words where 4 | length. */
describe('MurmurHash3', () => {
  const words = (...bytes: number[]) => [...new Uint32Array(new Uint8Array(bytes).buffer)];
  it.each([
    { name: 'nothing, seed 0', input: [], seed: 0, expected: 0 },
    { name: 'nothing, seed 1', input: [], seed: 1, expected: 0x514e28b7 },
    { name: 'nothing, seed ffffffff', input: [], seed: 0xffffffff, expected: 0x81f16f39 },
    { name: 'four 255', input: words(255, 255, 255, 255), seed: 0, expected: 0x76293b50 },
    { name: '21 43 65 87', input: words(0x21, 0x43, 0x65, 0x87), seed: 0, expected: 0xf55b516b },
    {
      name: '21 43 65 87, seeded',
      input: words(0x21, 0x43, 0x65, 0x87),
      seed: 0x5082edee,
      expected: 0x2362f9de,
    },
    { name: 'four 0', input: words(0, 0, 0, 0), seed: 0, expected: 0x2362f9de },
    { name: '"test"', input: words(116, 101, 115, 116), seed: 0, expected: 0xba6bd213 },
    { name: '"test", seeded', input: words(116, 101, 115, 116), seed: 0x9747b28c, expected: 0x704b81dc },
  ])('$name', ({ input, seed, expected }) => {
    expect(hashWords(input, seed)).toBe(expected);
  });

  it('hashes a string as its code units, two bytes each', () => {
    // "!C" + "e\u0087" as bytes 21 43 65 87 are the units 0x4321, 0x8765.
    expect(hashString('\u4321\u8765', 0)).toBe(0xf55b516b);
    // The published vector of two bytes, 21 43.
    expect(hashString('\u4321', 0)).toBe(0xa0f7b07a);
  });

  it('stays within 32 bits and tells similar strings apart', () => {
    const hashes = Array.from({ length: 5000 }, (_, i) => hashString(`article ${i}`, 7));
    expect(new Set(hashes).size).toBe(5000);
    expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
    expect(finishHash(mixWord(0, 1))).not.toBe(finishHash(mixWord(0, 2)));
  });
});
