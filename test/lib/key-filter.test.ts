import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishHash } from '../../src/lib/hash.ts';
import { KeyFilter } from '../../src/lib/key-filter.ts';

const key = fc.nat(0xffffffff);

describe('a filter of keys', () => {
  it('lets every key pass that was added', () => {
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const filter = new KeyFilter(keys.length);
        for (const one of keys) filter.add(one);
        expect(keys.every((one) => filter.mayHave(one))).toBe(true);
      }),
    );
  });

  it('lets one of 32 others pass at most, as far as keys are hashes', () => {
    const filter = new KeyFilter(10_000);
    for (let n = 0; n < 10_000; n++) filter.add(finishHash(n));
    let passed = 0;
    for (let n = 0; n < 100_000; n++) if (filter.mayHave(finishHash(100_000 + n))) passed++;
    expect(passed).toBeLessThan(100_000 / 32);
  });
});
