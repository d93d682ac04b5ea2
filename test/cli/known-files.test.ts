import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { entryOf, KnownFiles } from '../../src/cli/known-files.ts';
import { type DiscoveredFile, discover, witnessFile } from '../../src/ingest/index.ts';
import { openFile } from '../../src/ingest/open-file.ts';
import { Witness } from '../../src/ingest/witness.ts';
import type { FileEntry } from '../../src/state/store/entries.ts';

const place = mkdtempSync(join(tmpdir(), 'dedupe-known-'));
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Long after every file of the test was written. */
const LATER = Date.now() + 3_600_000;

async function found(path: string): Promise<DiscoveredFile> {
  const { files } = await discover({ paths: [path], include: [], exclude: [], follow: false });
  return files[0]!;
}

async function written(name: string, text: string): Promise<string> {
  const { mkdirSync } = await import('node:fs');
  mkdirSync(place, { recursive: true });
  const path = join(place, name);
  writeFileSync(path, text);
  return path;
}

async function entryFor(path: string, now = LATER): Promise<FileEntry> {
  const file = await found(path);
  const content = { number: 1, chunks: 1, articles: 1, path: file.path };
  return entryOf(file, await witnessFile(file), content, now);
}

describe('a file of the state', () => {
  it('that stands as it did is not opened', async () => {
    const path = await written('a.txt', 'A text');
    const entry = await entryFor(path);
    const file = await found(path);
    rmSync(path);
    expect(await new KnownFiles([entry], false).find(file, LATER)).toBe(entry);
  });

  it('that was written just before it was read is looked at again', async () => {
    const path = await written('a.txt', 'A text');
    const entry = await entryFor(path, Date.now());
    expect(entry.isSettled).toBe(false);
    const again = await new KnownFiles([entry], false).find(await found(path), LATER);
    expect(again).toEqual({ ...entry, isSettled: true });
    const file = await found(path);
    rmSync(path);
    expect(await new KnownFiles([entry], false).find(file, LATER)).toBeUndefined();
  });

  it.each([
    { what: 'the time goes back', change: (path: string) => utimesSync(path, 1_500_000_000, 1_500_000_000) },
    { what: 'the time is to come', change: (path: string) => utimesSync(path, 1_900_000_000, 1_900_000_000) },
  ])('is known by its content where $what', async ({ change }) => {
    const path = await written('a.txt', 'A text');
    const entry = await entryFor(path);
    change(path);
    const again = await new KnownFiles([entry], false).find(await found(path), LATER);
    expect(again).toMatchObject({ digest: entry.digest, content: entry.content });
    expect(again?.mtimeNs).not.toBe(entry.mtimeNs);
  });

  it('with other bytes, and the size and the time of the old ones, is read', async () => {
    const path = await written('a.txt', 'A text');
    const { atime, mtime } = statSync(path);
    const entry = await entryFor(path);
    writeFileSync(path, 'B text');
    utimesSync(path, atime, mtime);
    expect(await new KnownFiles([entry], false).find(await found(path), LATER)).toBeUndefined();
  });

  it('is known under another name, unless its articles depend on the path', async () => {
    const entry = await entryFor(await written('a.txt', 'A text'));
    const moved = await found(await written('b.txt', 'A text'));
    const again = await new KnownFiles([entry], false).find(moved, LATER);
    expect(again).toMatchObject({ location: moved.location, content: entry.content });
    expect(await new KnownFiles([entry], true).find(moved, LATER)).toBeUndefined();
  });

  it('is not known as another format', async () => {
    const entry = await entryFor(await written('a.txt', '{"text": "A text"}'));
    const file = await found(await written('a.jsonl', '{"text": "A text"}'));
    expect(await new KnownFiles([entry], false).find(file, LATER)).toBeUndefined();
  });

  it('that changes while it is read has not been seen', async () => {
    const path = await written('a.txt', 'A text'.repeat(100_000));
    const witness = new Witness();
    const reading = openFile(path, witness);
    await reading.next();
    appendFileSync(path, 'more');
    await expect(
      (async () => {
        for await (const _ of reading);
      })(),
    ).rejects.toThrow(/changed while it was read/);
    expect(witness.seen).toBeUndefined();
  });

  it('that was not read to its end is read again', async () => {
    const file = await found(await written('a.txt', 'A text'));
    const content = { number: 1, chunks: 0, articles: 0, path: file.path };
    const entry = entryOf(file, undefined, content, LATER);
    expect(await new KnownFiles([entry], false).find(file, LATER)).toBeUndefined();
  });
});
