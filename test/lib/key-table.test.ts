import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeyTable } from '../../src/lib/key-table.ts';

it('a table of keys finds the first of each, and no other', () => {
  const key = fc.tuple(fc.nat(5), fc.nat(40));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), fc.array(key), (keys, asked) => {
      const table = new KeyTable(Uint32Array.from(keys.flat()));
      for (const [high, low] of [...keys, ...asked]) {
        expect(table.find(high, low)).toBe(keys.findIndex(([x, y]) => x === high && y === low));
      }
    }),
  );
});
