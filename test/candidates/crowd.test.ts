import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Crowd, HUBS, MAX_HOLDERS } from '../../src/candidates/near/crowd.ts';

it('pairs the short that ask with longer ones, of many with the two longest, and tells whether some were left out', () => {
  const member = fc.record({ length: fc.nat(12), key: fc.nat(3), asks: fc.boolean() });
  fc.assert(
    fc.property(fc.array(member, { minLength: 2, maxLength: 30 }), fc.nat(), (members, seed) => {
      const lengths = Uint32Array.from(members, ({ length }) => length);
      // Keys are distinct, as those of distinct texts are.
      const keys = Uint32Array.from(members, ({ key }, i) => 100 * key + i);
      const order = [...members.keys()];
      const ranked = [...order].sort((x, y) => lengths[y]! - lengths[x]! || keys[x]! - keys[y]!);
      const isCrowd = members.length > MAX_HOLDERS;
      const fits = (row: number, hub: number): boolean =>
        members[row]!.asks && lengths[row]! <= lengths[hub]! / 2;
      const expected = (isCrowd ? ranked.slice(0, HUBS) : order).flatMap((hub) =>
        order.filter((row) => fits(row, hub)).map((row) => `${row}-${hub}`),
      );
      const shuffled = [...order].sort(
        (x, y) => (((x + 1) * (seed + 7)) % 31) - (((y + 1) * (seed + 7)) % 31),
      );
      const codes = Uint32Array.from(shuffled, (row) => 2 * row + (members[row]!.asks ? 1 : 0));
      const found: string[] = [];
      const leftOut = new Crowd(lengths, keys).pairShort(codes, 0.5, (short, long) =>
        found.push(`${short}-${long}`),
      );
      expect(found.sort()).toEqual(expected.sort());
      expect(leftOut).toBe(isCrowd && order.some((row) => fits(row, ranked[HUBS]!)));
    }),
  );
});
