import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Text } from '../../src/lib/utf8-text.ts';

it('reads what was written, of any length, wherever it stands in a buffer', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ maxLength: 600 }),
    fc.constantFrom('\ufeffmark', `\ufeff${'ä'.repeat(300)}`, '😀'.repeat(200), 'a'.repeat(300)),
  );
  fc.assert(
    fc.property(text, fc.nat(7), (wanted, before) => {
      // Half a pair cannot be written.
      const written = wanted.replace(/\p{Surrogate}/gu, '');
      const bytes = Buffer.concat([Buffer.alloc(before, 0xff), Buffer.from(written), Buffer.alloc(3, 0xff)]);
      expect(utf8Text(new Uint8Array(bytes).subarray(before, bytes.length - 3))).toBe(written);
    }),
    { numRuns: 1000 },
  );
});
