import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ranking } from '../../src/candidates/story/ranking.ts';

it('gives partners as a sort would, best first, of equal ones that of the smallest key, and is used again', () => {
  const worth = fc.oneof(fc.nat(4), fc.double({ min: 0, max: 100, noNaN: true }));
  const ranking = new Ranking();
  fc.assert(
    fc.property(fc.array(worth, { maxLength: 300 }), fc.nat(320), (worths, taken) => {
      const keys = Uint32Array.from({ length: 7 * worths.length }, (_, row) => (row * 0x9e3779b1) >>> 0);
      ranking.clear(keys);
      worths.forEach((value, partner) => {
        ranking.add(7 * partner, value);
      });
      const sorted = [...worths.keys()].sort(
        (x, y) => worths[y]! - worths[x]! || keys[7 * x]! - keys[7 * y]!,
      );
      const expected = sorted.map((partner) => 7 * partner).slice(0, taken);
      expect(Array.from({ length: expected.length }, () => ranking.take())).toEqual(expected);
      if (taken >= worths.length) expect(ranking.take()).toBeUndefined();
    }),
  );
});

it('holds more partners than it had room for', () => {
  const ranking = new Ranking();
  ranking.clear(new Uint32Array(5000));
  for (let partner = 0; partner < 5000; partner++) ranking.add(partner, partner % 1000);
  expect([ranking.take(), ranking.take()]).toEqual([999, 1999]);
});
