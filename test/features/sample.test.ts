/** What is sampled of the shingles of a text: the same everywhere, more of its beginning. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleOf } from '../../src/features/near/index.ts';
import { isSampled, isSampledAtBeginning } from '../../src/lib/sampled.ts';
import { mulberry } from '../helpers/made-up-text.mjs';

const BEGINNING = 128;
const hash = fc.nat(0xffffffff);

it('holds what is sampled everywhere, and of the beginning what is sampled there', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          hash,
          hash.map((n) => n - (n % 8)),
        ),
        { maxLength: 400 },
      ),
      (shingles) => {
        const wanted = shingles.filter((value, i) =>
          i < BEGINNING ? isSampledAtBeginning(value) : isSampled(value),
        );
        expect([...sampleOf(Uint32Array.from(shingles))]).toEqual([...new Set(wanted)].sort((x, y) => x - y));
      },
    ),
  );
});

it('shows of a paragraph that was cut from the beginning more than of one from the end', () => {
  const random = mulberry(7);
  let [begun, ended] = [0, 0];
  for (let n = 0; n < 500; n++) {
    const text = Uint32Array.from({ length: 400 }, () => Math.floor(random() * 2 ** 32));
    const sample = new Set(sampleOf(text));
    const shows = (part: Uint32Array): boolean => sampleOf(part).some((value) => sample.has(value));
    begun += shows(text.subarray(0, 32)) ? 1 : 0;
    ended += shows(text.subarray(368)) ? 1 : 0;
  }
  expect(begun).toBeGreaterThan(0.97 * 500);
  expect(ended).toBeLessThan(0.92 * 500);
});
