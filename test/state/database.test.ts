import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/state/store/database.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (number: number): Uint8Array => Uint8Array.of(0, 0, 0, number);
const value = (number: number, bytes: number): object => ({
  number,
  own: new Uint8Array(bytes).fill(number),
});

describe('a database that is copied', () => {
  it.each([
    { values: 10, bytes: 20_000 },
    { values: 40, bytes: 3000 },
    { values: 10, bytes: 10 },
  ])(
    'holds $values values of $bytes bytes as before, without free room, and takes changes',
    async ({ values, bytes }) => {
      folder = mkdtempSync(join(tmpdir(), 'dedupe-database-'));
      const [path, copied] = [join(folder, 'a.mdb'), join(folder, 'b.mdb')];
      const database = await Database.open(path, false);
      database.change((changes) => {
        for (let n = 0; n < 2 * values; n++) changes.put('contents', key(n), value(n, bytes));
        for (let n = 0; n < 6; n++) changes.put('derived', key(n), value(n, 2 * bytes));
      });
      database.change((changes) => {
        for (let n = 0; n < values; n++) changes.remove('contents', key(n));
        changes.clear('derived');
        for (let n = 0; n < 6; n++) changes.put('derived', key(n), value(n, 2 * bytes));
      });
      await database.copyTo(copied);
      const before = [...database.values('contents'), ...database.values('derived')];
      await database.close();
      expect(statSync(copied).size).toBeLessThanOrEqual(statSync(path).size);
      const copy = await Database.open(copied, false);
      expect([...copy.values('contents'), ...copy.values('derived')]).toEqual(before);
      // What the library copies can be read; it is the next changes that it does not take.
      for (let night = 1; night < 4; night++) {
        copy.change((changes) => {
          changes.clear('derived');
          for (let n = 0; n < 6; n++) changes.put('derived', key(n), value(n, 2 * bytes + night));
          changes.put('about', key(1), value(night, 10));
        });
      }
      expect(copy.count('contents')).toBe(values);
      expect(copy.count('derived')).toBe(6);
      await copy.close();
    },
  );
});
