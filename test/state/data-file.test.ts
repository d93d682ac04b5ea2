/** A damaged page of the database is found before LMDB meets it, or changes nothing of what is read. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StateError } from '../../src/lib/errors.ts';
import { ArchiveState } from '../../src/state/store/archive-state.ts';
import { refuseDamagedFile } from '../../src/state/store/data-file.ts';
import { TABLES } from '../../src/state/store/database.ts';
import { mulberry } from '../helpers/made-up-text.mjs';

const place = mkdtempSync(join(tmpdir(), 'dedupe-pages-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const PAGE = 4096;
const MAKING = { engine: 'e' };

/** Values of all sizes, as many as make trees of two levels and free pages. */
async function written(): Promise<string> {
  const random = mulberry(7);
  // Letters that no compression makes fewer.
  const noise = (length: number): string =>
    Array.from({ length }, () => String.fromCharCode(0x100 + 0x700 * random())).join('');
  const folder = join(place, 'sound');
  const state = await ArchiveState.openToWrite(folder, MAKING, { pid: 1, since: '' }, 0);
  for (let round = 0; round < 3; round++) {
    state.database.change((changes) => {
      for (let n = 0; n < 120; n++) {
        const key = Buffer.alloc(4);
        key.writeUInt32BE(n);
        changes.put('groups', key, [{ round, n, text: noise((n * 37) % 150) }]);
        if (n % 12 === 0) changes.put('contents', key, [`${round} ${n} ${noise(50 * n)}`]);
      }
    });
  }
  await state.close();
  return folder;
}

/** Everything that is read of it; undefined where it is refused. */
async function readAll(folder: string): Promise<string | undefined> {
  let state: ArchiveState | undefined;
  try {
    state = await ArchiveState.openToRead(folder, MAKING);
    const { database } = state!;
    return JSON.stringify(TABLES.map((table) => [[...database.keys(table)], [...database.values(table)]]));
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    expect(error.message).toContain('dedupe state rebuild');
    return undefined;
  } finally {
    await state?.close();
  }
}

function flip(page: Buffer, at: number, bit: number): void {
  page[at] = page[at]! ^ (1 << bit);
}

describe('a page of the database', () => {
  it('that is damaged is refused or was not needed', async () => {
    const sound = await written();
    const bytes = readFileSync(join(sound, 'articles.mdb'));
    const whole = await readAll(sound);
    expect(whole).toBeDefined();
    const random = mulberry(6);
    const harms: Readonly<Record<string, (page: Buffer) => void>> = {
      zeros: (page) => void page.fill(0),
      noise: (page) => {
        for (let i = 0; i < page.length; i++) page[i] = 256 * random();
      },
      header: (page) => flip(page, Math.floor(24 * random()), Math.floor(8 * random())),
      bit: (page) => flip(page, Math.floor(PAGE * random()), Math.floor(8 * random())),
    };
    const found = { refused: 0, unneeded: 0 };
    for (let page = 0; page < bytes.length / PAGE; page++) {
      for (const [what, harm] of Object.entries(harms)) {
        const folder = join(place, `${page}-${what}`);
        mkdirSync(folder);
        copyFileSync(join(sound, 'state.json'), join(folder, 'state.json'));
        const damaged = Buffer.from(bytes);
        harm(damaged.subarray(page * PAGE, (page + 1) * PAGE));
        writeFileSync(join(folder, 'articles.mdb'), damaged);
        const read = await readAll(folder);
        if (read !== undefined) expect([page, what, read === whole]).toEqual([page, what, true]);
        found[read === undefined ? 'refused' : 'unneeded']++;
        rmSync(folder, { recursive: true });
      }
    }
    // Some of the pages are free, and room in a page may hold anything.
    expect(Math.min(found.refused, found.unneeded)).toBeGreaterThan(50);
  });

  it('is none of a file that is empty, cut, or of something else', () => {
    const file = join(place, 'some.mdb');
    for (const [content, says] of [
      ['', /is empty/],
      ['SQLite format 3\0'.padEnd(2 * PAGE), /is not the database/],
      ['short', /is not the database/],
    ] as const) {
      writeFileSync(file, content);
      expect(() => refuseDamagedFile(file, 'S')).toThrow(says);
    }
    expect(() => refuseDamagedFile(join(place, 'none'), "it's")).toThrow(
      /is missing; to repair: dedupe state rebuild 'it'\\''s'/,
    );
  });
});
