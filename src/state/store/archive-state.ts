/**
 * The state of an archive: the files and groups of the last complete run, the articles of its files, and what a run that
 * is under way has read so far. Owns what is stored under which key and when it counts; must not judge or read input.
 *
 * Articles of a file that was read are committed as they come, with a line in the journal: a run that is ended is taken
 * up from there. What the last complete run saw is changed by one transaction alone, at the end.
 */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StateError } from '../../lib/errors.ts';
import type { GroupTrace } from '../../model/group.ts';
import type { PackedRecords } from '../packed-records.ts';
import {
  ArticleChunks,
  putChunk,
  type RecordTable,
  removeChunk,
  type StoredChunk,
} from './article-chunks.ts';
import { refuseDamagedFile } from './data-file.ts';
import { type Changes, Database } from './database.ts';
import type { Derived, FileEntry, KnownPiece, RunRecord, RunSummary } from './entries.ts';
import {
  DATA_FILE,
  dataPathIn,
  inspectFolder,
  type Making,
  makeFolder,
  makingIn,
  nextDataFile,
  removeOtherData,
  syncFile,
  writeCard,
} from './folder.ts';
import { contentOf, derivedKey, fileKey, numberKey } from './keys.ts';
import { remedyFor } from './remedy.ts';
import { type Holder, lockWriter } from './writer-lock.ts';

/** What a complete run leaves. */
export interface RunResult {
  readonly files: readonly FileEntry[];
  readonly groups: readonly GroupTrace[];
  readonly run: RunRecord;
  /** What was worked out of the collection, for the next run: values in parts, by name. Only there to save work. */
  readonly derived: Derived;
}

/** Complete runs that are remembered: a year of nights and some more. */
const RUNS_KEPT = 400;

/** Groups a value: of a value of its own each would be mostly the database's. */
const GROUPS_A_VALUE = 512;

export class ArchiveState {
  readonly folder: string;
  readonly database: Database;
  readonly #letGo: () => void;
  readonly #chunks: ArticleChunks;

  private constructor(folder: string, database: Database, letGo: () => void) {
    this.folder = folder;
    this.database = database;
    this.#letGo = letGo;
    this.#chunks = new ArticleChunks(database);
  }

  /** Made where it is not there. Throws `StateError`, `StateBusyError`, `OutputError`. */
  static async openToWrite(
    folder: string,
    making: Making,
    self: Holder,
    waitSeconds: number,
  ): Promise<ArchiveState> {
    inspectFolder(folder, making);
    makeFolder(folder);
    const letGo = await lockWriter(folder, self, waitSeconds);
    try {
      // Another run may have made it meanwhile.
      const content = inspectFolder(folder, making);
      if (content !== 'made') {
        for (const name of [DATA_FILE, `${DATA_FILE}-lock`]) rmSync(join(folder, name), { force: true });
        writeCard(folder, making, false);
      }
      const path = dataPathIn(folder);
      if (content === 'made') refuseDamagedFile(path, folder);
      removeOtherData(folder);
      const database = await Database.open(path, false);
      await refuseLost(database);
      if (content !== 'made') {
        database.change((changes) => changes.put('about', NEXT_CONTENT, 1));
        writeCard(folder, making, true);
      }
      return new ArchiveState(folder, database, letGo);
    } catch (error) {
      letGo();
      throw error;
    }
  }

  /** The state as it is now, whoever writes meanwhile; undefined where none was made yet. */
  static async openToRead(folder: string, making: Making | undefined): Promise<ArchiveState | undefined> {
    if (inspectFolder(folder, making) !== 'made') return undefined;
    const path = dataPathIn(folder);
    try {
      refuseDamagedFile(path, folder);
      const database = await Database.open(path, true);
      await refuseLost(database);
      return new ArchiveState(folder, database, () => undefined);
    } catch (error) {
      // Another database may have taken its place between the two.
      if (error instanceof StateError && dataPathIn(folder) !== path)
        return await ArchiveState.openToRead(folder, making);
      throw error;
    }
  }

  /** Writes the database anew without what nothing needs, in the place of the old one, and closes. Only for who may write. */
  async compactAndClose(): Promise<void> {
    const making = makingIn(this.folder);
    const name = nextDataFile(basename(this.database.path));
    const path = join(this.folder, name);
    rmSync(path, { force: true });
    await this.database.copyTo(path);
    refuseDamagedFile(path, this.folder);
    syncFile(path);
    writeCard(this.folder, making, true, name);
    await this.database.close();
    removeOtherData(this.folder);
    this.#letGo();
  }

  async close(): Promise<void> {
    await this.database.close();
    this.#letGo();
  }

  /** The last complete run, if there was one. */
  get lastRun(): RunRecord | undefined {
    return this.database.get('about', LAST_RUN) as RunRecord | undefined;
  }

  /** Complete runs, as far as they are remembered, the last one last. */
  get runs(): readonly RunSummary[] {
    return (this.database.get('about', RUNS) as readonly RunSummary[] | undefined) ?? [];
  }

  /** Number of the next content. */
  get nextContent(): number {
    const next = this.database.get('about', NEXT_CONTENT);
    if (typeof next !== 'number')
      throw new StateError(
        `the state ${this.folder} is damaged: it does not count; ${remedyFor(this.folder)}`,
      );
    return next;
  }

  /** Files of the last complete run. */
  files(): Iterable<FileEntry> {
    return this.database.values('files') as Iterable<FileEntry>;
  }

  /** Files that were read since. */
  journal(): Iterable<FileEntry> {
    return this.database.values('journal') as Iterable<FileEntry>;
  }

  /** Groups of the last complete run. */
  *groups(): Iterable<GroupTrace> {
    for (const some of this.database.values('groups')) yield* some as readonly GroupTrace[];
  }

  /** The parts of what the last complete run worked out under a name; none where it did not. */
  derived(name: string): readonly unknown[] {
    const parts: unknown[] = [];
    for (;;) {
      const part = this.database.get('derived', derivedKey(name, parts.length));
      if (part === undefined) return parts;
      parts.push(part);
    }
  }

  /** A chunk of the articles of a file; their records are read when they are asked for, until the state is closed. */
  pieces(content: number, chunk: number): readonly KnownPiece[] {
    return this.#chunks.pieces(content, chunk);
  }

  /** Heads or bodies of the pieces of a chunk, as they are stored. */
  records(table: RecordTable, content: number, chunk: number): readonly PackedRecords[] {
    return this.#chunks.records(table, content, chunk);
  }

  /** Makes what was read since the last call last. */
  keep(chunks: readonly StoredChunk[], entries: readonly FileEntry[], nextContent: number): void {
    this.database.change((changes) => {
      for (const chunk of chunks) putChunk(changes, chunk);
      for (const entry of entries) changes.put('journal', fileKey(entry), entry);
      changes.put('about', NEXT_CONTENT, nextContent);
    });
  }

  /** Makes a run the last complete one; what no file of it needs goes. `runs`: all of them, where that is another tale. */
  complete(
    { files, groups, run, derived }: RunResult,
    runs: readonly RunSummary[] = [...this.runs, run],
  ): void {
    const known = new Map<string, FileEntry>();
    for (const entry of this.files()) known.set(entry.location, entry);
    const stored = [...this.database.keys('contents')];
    const groupValues = this.database.count('groups');
    this.database.change((changes) => {
      this.#putFiles(changes, files, known);
      const needed = new Set(files.map(({ content }) => content.number));
      for (const key of stored) {
        if (needed.has(contentOf(key))) continue;
        removeChunk(changes, key);
      }
      for (let n = 0; n < Math.max(groupValues, groups.length / GROUPS_A_VALUE); n++) {
        const some = groups.slice(n * GROUPS_A_VALUE, (n + 1) * GROUPS_A_VALUE);
        if (some.length === 0) changes.remove('groups', numberKey(n));
        else changes.put('groups', numberKey(n), some);
      }
      changes.clear('derived');
      for (const [name, parts] of Object.entries(derived)) {
        parts.forEach((part, n) => {
          changes.put('derived', derivedKey(name, n), part);
        });
      }
      changes.clear('journal');
      changes.put('about', LAST_RUN, run);
      changes.put('about', RUNS, runs.slice(-RUNS_KEPT).map(summaryOf));
    });
  }

  #putFiles(changes: Changes, files: readonly FileEntry[], known: Map<string, FileEntry>): void {
    for (const entry of files) {
      const before = known.get(entry.location);
      known.delete(entry.location);
      if (before === undefined || JSON.stringify(before) !== JSON.stringify(entry))
        changes.put('files', fileKey(entry), entry);
    }
    for (const gone of known.values()) changes.remove('files', fileKey(gone));
  }
}

function summaryOf({ number, finishedAt, files, articles, groups }: RunSummary): RunSummary {
  return { number, finishedAt, files, articles, groups };
}

/** A fact whose key was damaged would be taken for one that was never stored: all of the few are read. */
async function refuseLost(database: Database): Promise<void> {
  try {
    for (const _ of database.values('about'));
  } catch (error) {
    await database.close();
    throw error;
  }
}

export const LAST_RUN = Buffer.from('last run');
export const RUNS = Buffer.from('runs');
const NEXT_CONTENT = Buffer.from('next content');
