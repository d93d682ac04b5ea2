import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { StateBusyError, StateError } from '../../src/lib/errors.ts';
import type { GroupTrace } from '../../src/model/group.ts';
import { ArchiveState } from '../../src/state/store/archive-state.ts';
import type { FileEntry, StoredPiece } from '../../src/state/store/entries.ts';
import { DATA_FILE, STATE_VERSION } from '../../src/state/store/folder.ts';
import { ROOT } from '../helpers/command.ts';
import { damageFirstValue } from '../helpers/damaged-state.ts';

const MAKING = { engine: 'e', clean: true };
const SELF = { pid: 4711, since: '2026-03-01T03:00:00.000Z' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dedupe-state-'));
  folders.push(folder);
  return join(folder, 'state');
}

function write(
  folder: string,
  making: Readonly<Record<string, string | boolean>> = MAKING,
): Promise<ArchiveState> {
  return ArchiveState.openToWrite(folder, making, SELF, 0);
}

function entry(location: string, number: number): FileEntry {
  return {
    location,
    path: location,
    type: 'text',
    size: '10',
    mtimeNs: '1764143000123456789',
    ctimeNs: '1764143000123456789',
    inode: '12',
    digest: 'd',
    isSettled: true,
    content: { number, chunks: 1, articles: 1, path: location },
  };
}

function piece(text: string): StoredPiece {
  const heads = new TextEncoder().encode(text);
  // What the state keeps is opaque to it: a piece with few of its columns is as good as one with all.
  return { heads, identities: text, languages: ['en'] } as unknown as StoredPiece;
}

const GROUP: GroupTrace = { id: 'g1', canonical: 'a', ids: ['a', 'b'], rawDigests: ['x', 'y'] };

/** A run over some files, each with a content of its own. */
async function completeRun(folder: string, locations: readonly string[], number: number): Promise<void> {
  const state = await write(folder);
  try {
    const first = state.nextContent;
    const files = locations.map((location, i) => entry(location, first + i));
    const chunks = files.map(({ location, content }) => ({
      content: content.number,
      number: 0,
      pieces: [piece(location)],
      records: [],
    }));
    state.keep(chunks, files, first + files.length);
    const run = {
      number,
      finishedAt: SELF.since,
      files: files.length,
      articles: files.length,
      groups: 1,
      lost: [],
    };
    state.complete({ files, groups: [GROUP], run, derived: {} });
  } finally {
    await state.close();
  }
}

async function look<T>(folder: string, see: (state: ArchiveState) => T): Promise<T> {
  const state = await ArchiveState.openToRead(folder, MAKING);
  if (state === undefined) throw new Error('no state');
  try {
    return see(state);
  } finally {
    await state.close();
  }
}

/** Tells twice what it sees, the second time when its input ends. */
const READER = `
  const { ArchiveState } = await import(${JSON.stringify(join(ROOT, 'dist/state/store/archive-state.js'))});
  const state = await ArchiveState.openToRead(process.argv[1], ${JSON.stringify(MAKING)});
  const tell = () => {
    const [file] = state.files();
    process.stdout.write(file.location + ' ' + state.pieces(file.content.number, 0)[0].identities);
  };
  tell();
  process.stdin.resume().on('end', () => { tell(); state.close(); });
`;

const locations = (state: ArchiveState): string[] =>
  [...state.files()].map(({ location }) => location).sort();

describe('the state of an archive', () => {
  it('is not there before the first run, and looking makes none', async () => {
    const folder = place();
    expect(await ArchiveState.openToRead(folder, MAKING)).toBeUndefined();
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it('gives back what a complete run left', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt', 'b\udcff.txt'], 1);
    await look(folder, (state) => {
      expect(locations(state)).toEqual(['a.txt', 'b\udcff.txt']);
      expect([...state.groups()]).toEqual([GROUP]);
      expect(state.lastRun).toMatchObject({ number: 1, files: 2 });
      for (const { content } of state.files()) {
        expect(state.pieces(content.number, 0)[0]?.identities).toBe(content.path);
      }
    });
  });

  it('keeps what a run has read, and shows the run before until it is complete', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt', 'b.txt'], 1);
    const state = await write(folder);
    const number = state.nextContent;
    state.keep(
      [{ content: number, number: 0, pieces: [piece('new')], records: [] }],
      [entry('a.txt', number)],
      number + 1,
    );
    await state.close();
    await look(folder, (seen) => {
      expect(locations(seen)).toEqual(['a.txt', 'b.txt']);
      expect([...seen.files()].every(({ content }) => content.number < number)).toBe(true);
      expect([...seen.journal()].map(({ content }) => content.number)).toEqual([number]);
      expect(seen.nextContent).toBe(number + 1);
    });
  });

  it('lets go what no file needs any more', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt', 'b.txt', 'c.txt'], 1);
    await completeRun(folder, ['b.txt'], 2);
    await look(folder, (state) => {
      expect(locations(state)).toEqual(['b.txt']);
      expect(state.database.count('contents')).toBe(1);
      expect(state.database.count('journal')).toBe(0);
    });
  });

  it('shows a reader one moment, whoever writes meanwhile', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt'], 1);
    // A process of its own, as in life.
    const reader = spawn(process.execPath, ['--input-type=module', '-e', READER, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const said = reader.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    expect((await said.next()).value).toBe('a.txt a.txt');
    await completeRun(folder, ['b.txt'], 2);
    reader.stdin.end();
    expect((await said.next()).value).toBe('a.txt a.txt');
    expect(await look(folder, locations)).toEqual(['b.txt']);
  });

  it('has one writer, and names it', async () => {
    const folder = place();
    const first = await write(folder);
    await expect(write(folder)).rejects.toThrow(StateBusyError);
    await expect(write(folder)).rejects.toThrow(/pid 4711 since 2026-03-01T03:00:00/);
    setTimeout(() => void first.close(), 150);
    const second = await ArchiveState.openToWrite(folder, MAKING, SELF, 10);
    await second.close();
  });

  it('is written as a whole or not at all', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt'], 1);
    const state = await write(folder);
    expect(() =>
      state.database.change((changes) => {
        changes.clear('files');
        changes.put('about', Buffer.from('last run'), { number: 2 });
        throw new Error('the disk is full');
      }),
    ).toThrow('the disk is full');
    await state.close();
    await look(folder, (seen) => {
      expect(locations(seen)).toEqual(['a.txt']);
      expect(seen.lastRun?.number).toBe(1);
    });
  });

  it('begins anew where it was never made, as after a power cut', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt'], 1);
    const card = join(folder, 'state.json');
    writeFileSync(card, readFileSync(card, 'utf8').replace('"isMade": true', '"isMade": false'));
    expect(await ArchiveState.openToRead(folder, MAKING)).toBeUndefined();
    await completeRun(folder, ['b.txt'], 1);
    expect(await look(folder, locations)).toEqual(['b.txt']);
  });
});

describe('a state that cannot be trusted', () => {
  interface Harm {
    readonly what: string;
    readonly harm: (folder: string, data: string) => void;
    readonly says: RegExp;
  }
  const rewrite = (folder: string, from: string, to: string): void => {
    const card = join(folder, 'state.json');
    writeFileSync(card, readFileSync(card, 'utf8').replace(from, to));
  };
  const harms: readonly Harm[] = [
    { what: 'an empty database', harm: (_, data) => truncateSync(data, 0), says: /is empty/ },
    { what: 'no database', harm: (_, data) => rmSync(data), says: /is missing/ },
    {
      what: 'a cut database',
      harm: (_, data) => truncateSync(data, statSync(data).size - 4096),
      says: /was cut/,
    },
    {
      what: 'a database of which little is left',
      harm: (_, data) => truncateSync(data, 100),
      says: /not the database/,
    },
    {
      what: 'another file in its place',
      harm: (folder, data) => copyFileSync(join(folder, 'state.json'), data),
      says: /not the database/,
    },
    {
      what: 'a card that is no JSON',
      harm: (folder) => writeFileSync(join(folder, 'state.json'), '{'),
      says: /state\.json is not what was written/,
    },
    { what: 'no card', harm: (folder) => rmSync(join(folder, 'state.json')), says: /something else/ },
    {
      what: 'a newer version',
      harm: (folder) => rewrite(folder, `"version": ${STATE_VERSION}`, '"version": 999'),
      says: /newer dedupe/,
    },
    {
      what: 'an older version',
      harm: (folder) => rewrite(folder, `"version": ${STATE_VERSION}`, '"version": 0'),
      says: /older dedupe/,
    },
    {
      what: 'another engine',
      harm: (folder) => rewrite(folder, '"engine": "e"', '"engine": "d"'),
      says: /another engine \(d, now e\)/,
    },
    {
      what: 'another option',
      harm: (folder) => rewrite(folder, '"clean": true', '"clean": false'),
      says: /another clean \(false, now true\)/,
    },
    {
      what: 'an option that is not known here',
      harm: (folder) => rewrite(folder, '"clean": true', '"clean": true, "x": 1'),
      says: /another x \(1, now not set\)/,
    },
  ];

  it.each(harms)('is refused and left as it is: $what', async ({ harm, says }) => {
    const folder = place();
    await completeRun(folder, ['a.txt'], 1);
    const data = join(folder, DATA_FILE);
    harm(folder, data);
    const before = contentOfFolder(folder);
    await expect(write(folder)).rejects.toThrow(says);
    await expect(write(folder)).rejects.toBeInstanceOf(StateError);
    await expect(ArchiveState.openToRead(folder, MAKING)).rejects.toThrow(says);
    expect(contentOfFolder(folder)).toEqual(before);
  });

  it('names the remedy', async () => {
    const folder = place();
    await completeRun(folder, ['a.txt'], 1);
    truncateSync(join(folder, DATA_FILE), 0);
    await expect(write(folder)).rejects.toThrow(/dedupe state rebuild/);
  });

  it('is a file, or a folder of something else', async () => {
    const folder = place();
    writeFileSync(folder, 'x');
    await expect(write(folder)).rejects.toThrow(/is a file; --state takes a folder/);
    const other = mkdtempSync(join(tmpdir(), 'dedupe-state-'));
    folders.push(other);
    writeFileSync(join(other, 'letters.txt'), 'x');
    await expect(write(other)).rejects.toThrow(/something else/);
    expect(contentOfFolder(other)).toEqual({ 'letters.txt': 'x' });
  });

  it('has a value that was changed on the disk', async () => {
    const folder = place();
    await completeRun(folder, ['a-name-that-is-found-again.txt'], 1);
    await damageFirstValue(join(folder, DATA_FILE), 'contents');
    await look(folder, (state) => {
      const [file] = state.files();
      expect(() => state.pieces(file!.content.number, 0)).toThrow(
        /table contents is damaged: its checksum .* dedupe state rebuild/,
      );
    });
  });
});

function contentOfFolder(folder: string): Readonly<Record<string, string>> {
  const names = [DATA_FILE, 'state.json', 'letters.txt'];
  return Object.fromEntries(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(folder, name), 'latin1')]];
      } catch {
        return [];
      }
    }),
  );
}
