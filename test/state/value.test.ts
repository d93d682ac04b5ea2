import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateError } from '../../src/lib/errors.ts';
import { packValue, unpackValue } from '../../src/state/store/value.ts';

const column = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.float64Array(),
  fc.uint8Array().map((bytes) => bytes.subarray(Math.min(1, bytes.length))),
);
const value = fc.letrec((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    column,
    fc.array(tie('part')),
    fc.dictionary(
      fc.string().filter((key) => key !== '$' && key !== '__proto__'),
      tie('part'),
    ),
  ),
})).part;

describe('values of the state', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(value, (some) => {
        expect(unpackValue(packValue(some), 'it')).toEqual(plain(some));
        expect(unpackValue(packValue(some, undefined, true), 'it')).toEqual(plain(some));
      }),
    );
  });

  it('come back in a buffer of their own, however large', () => {
    for (const count of [0, 1, 500, 3000, 40_000]) {
      const some = {
        ids: Uint16Array.from({ length: count }, (_, i) => (i * 40_000) >> 3),
        far: Float64Array.of(0.5),
      };
      const packed = packValue(some);
      if (count > 1) expect(packed.length).toBeLessThan(2 * count);
      // At an odd place, as the database may hand it on.
      const placed = Buffer.concat([Buffer.of(0), packed]).subarray(1);
      const { ids, far } = unpackValue(placed, 'it') as typeof some;
      expect(ids).toEqual(some.ids);
      expect(far).toEqual(some.far);
      expect(far.buffer.byteLength).toBeLessThan(2 * count + 400);
    }
  });

  it('keep lone surrogates, which stand for bytes of file names', () => {
    expect(unpackValue(packValue({ location: 'a\udcff.txt' }), 'it')).toEqual({ location: 'a\udcff.txt' });
  });

  it('are refused where a bit is another, or the end is missing', () => {
    const bytes = packValue({
      heads: Uint8Array.of(1, 2, 3),
      counts: Float64Array.of(0.5, Number.NaN),
      name: 'ü',
      repeated: new Uint32Array(40),
    });
    for (let at = 0; at < bytes.length; at++) {
      const broken = Uint8Array.from(bytes);
      broken[at]! ^= 1 << (at % 8);
      expect(() => unpackValue(broken, 'it')).toThrow(StateError);
      expect(() => unpackValue(bytes.subarray(0, at), 'it')).toThrow(StateError);
    }
  });

  it('read a Buffer as the bytes that it is', () => {
    expect(unpackValue(packValue([Buffer.from('ab')]), 'it')).toEqual([Uint8Array.of(97, 98)]);
  });
});

/** Prototypes that dictionaries of the generator have, and stored ones have not, do not count. */
function plain(some: unknown): unknown {
  if (typeof some !== 'object' || some === null || ArrayBuffer.isView(some)) return some;
  if (Array.isArray(some)) return some.map(plain);
  return Object.fromEntries(Object.entries(some).map(([key, part]) => [key, plain(part)]));
}
