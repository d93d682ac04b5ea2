/**
 * A run over an archive whose state is known: which files are its archive, which of them are read, and the articles of all
 * in order. Owns the flow between input and state; must not judge anything.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DiscoveredFile,
  type Discovery,
  type IngestRequest,
  isWithin,
  stillThere,
} from '../ingest/index.ts';
import { ArchiveShrankError, StateError, UsageError } from '../lib/errors.ts';
import type { GroupTrace } from '../model/group.ts';
import { ArchiveState, type Derived } from '../state/store/archive-state.ts';
import type { FileEntry, RunRecord, StoredPiece } from '../state/store/entries.ts';
import type { Making } from '../state/store/folder.ts';
import { beforeInterruption } from './interruption.ts';
import { KnownFiles } from './known-files.ts';
import { movedTo } from './moved.ts';
import type { Pool } from './pool.ts';
import { FileReader } from './read-files.ts';

export interface StateOptions {
  readonly folder: string;
  readonly making: Making;
  readonly lockWaitSeconds: number;
  readonly isReadOnly: boolean;
  readonly mayShrink: boolean;
  /** Whether articles depend on the path of their file (site rules). */
  readonly isByPath: boolean;
}

/** Share of the known articles that may be gone: more is rather a disk that is not mounted. */
const MOST_GONE = 0.2;

/** The state of an archive during one run. */
export class StateRun {
  /** The run before this one. */
  readonly lastRun: RunRecord | undefined;
  readonly #options: StateOptions;
  /** What the last complete run left. */
  readonly #last: ArchiveState;
  /** Where what is read goes: the same, or, where nothing is to be stored, one that is thrown away. */
  readonly #sink: ArchiveState;
  readonly #close: () => Promise<void>;
  readonly #before: ReadonlyMap<string, FileEntry>;
  /** Content from here on was read by this run, in the sink. */
  readonly #firstContent: number;
  #files: readonly FileEntry[] = [];

  private constructor(
    options: StateOptions,
    last: ArchiveState,
    sink: ArchiveState,
    close: () => Promise<void>,
  ) {
    this.#options = options;
    this.#last = last;
    this.#sink = sink;
    this.#close = close;
    this.#before = new Map([...last.files()].map((entry) => [entry.location, entry]));
    this.#firstContent = last.nextContent;
    this.lastRun = last.lastRun;
  }

  static async open(options: StateOptions): Promise<StateRun> {
    const { folder, making, lockWaitSeconds, isReadOnly } = options;
    const self = { pid: process.pid, since: new Date().toISOString() };
    if (!isReadOnly) {
      const state = await ArchiveState.openToWrite(folder, making, self, lockWaitSeconds);
      return await opened(state, () => new StateRun(options, state, state, () => state.close()));
    }
    const last = await ArchiveState.openToRead(folder, making);
    if (last === undefined)
      throw new StateError(`there is no state in ${folder} yet; run without --read-only to make it`);
    return await opened(last, async () => {
      const place = mkdtempSync(join(tmpdir(), 'dedupe-read-only-'));
      const forget = (): void => rmSync(place, { recursive: true, force: true });
      try {
        const sink = await ArchiveState.openToWrite(join(place, 'state'), making, self, 0);
        const close = async (): Promise<void> => {
          await sink.close();
          await last.close();
          forget();
        };
        return new StateRun(options, last, sink, close);
      } catch (error) {
        forget();
        throw error;
      }
    });
  }

  /** Groups of the last complete run. */
  knownGroups(): Iterable<GroupTrace> {
    return this.#last.groups();
  }

  /** What the last complete run worked out under a name, in parts. */
  derived(name: string): readonly unknown[] {
    return this.#last.derived(name);
  }

  /** What was named, and the known files elsewhere that still are: together the archive. */
  async pathsWith(named: readonly string[]): Promise<readonly string[]> {
    if (named.includes('-')) {
      throw new UsageError('--state knows files by their place; write standard input (-) into a file first');
    }
    const elsewhere = [...this.#before.keys()].filter((location) => !isWithin(location, named));
    return [...named, ...(await stillThere(elsewhere))];
  }

  /**
   * The articles of all files in the order of the discovery. What is not known is read first and kept as it comes. Throws
   * `ArchiveShrankError` before the first article.
   */
  async *articles(request: IngestRequest, { files }: Discovery, pool: Pool): AsyncIterable<StoredPiece> {
    const journal = [...this.#last.journal()];
    const known = new KnownFiles([...journal, ...this.#before.values()], this.#options.isByPath);
    const found = new Map<string, FileEntry>();
    const unknown: DiscoveredFile[] = [];
    for (const file of files) {
      const entry = await known.find(file, Date.now());
      if (entry === undefined) unknown.push(file);
      else found.set(file.location, entry);
    }
    const reader = new FileReader(request, {
      keep: (chunks, entries, next) => this.#sink.keep(chunks, entries, next),
      firstContent: this.#firstContent,
    });
    // A signal must find nothing worth keeping unkept; what follows can be done again.
    const uninterrupted = beforeInterruption(() => reader.keep());
    try {
      for (const entry of await reader.read(unknown, pool)) found.set(entry.location, entry);
    } finally {
      uninterrupted();
    }
    this.#files = files.map(({ location }) => found.get(location)!);
    this.#refuseToShrink();
    for (const [i, { content }] of this.#files.entries()) {
      const state = content.number >= this.#firstContent ? this.#sink : this.#last;
      for (let chunk = 0; chunk < content.chunks; chunk++) {
        for (const piece of state.pieces(content.number, chunk)) {
          yield content.path === files[i]!.path ? piece : movedTo(piece, files[i]!);
        }
      }
    }
  }

  /** Makes this run the last complete one. */
  complete(groups: readonly GroupTrace[], articles: number, lost: readonly string[], derived: Derived): void {
    if (this.#options.isReadOnly) return;
    const files = this.#files;
    const number = (this.lastRun?.number ?? 0) + 1;
    const finishedAt = new Date().toISOString();
    const run = { number, finishedAt, files: files.length, articles, groups: groups.length, lost };
    this.#last.complete({ files, groups, run, derived });
  }

  async close(): Promise<void> {
    await this.#close();
  }

  #refuseToShrink(): void {
    if (this.#options.mayShrink) return;
    const now = new Map(this.#files.map((entry) => [entry.location, entry]));
    // Files that were not there before, by what is in them: each may be one that is no longer where it was.
    const arrived = new Map<string, number>();
    for (const { location, digest } of this.#files) {
      if (!this.#before.has(location)) arrived.set(digest, (arrived.get(digest) ?? 0) + 1);
    }
    let known = 0;
    let gone = 0;
    for (const { location, content, digest } of this.#before.values()) {
      known += content.articles;
      const here = now.get(location);
      const elsewhere = arrived.get(digest) ?? 0;
      if (here !== undefined) gone += Math.max(0, content.articles - here.content.articles);
      else if (elsewhere > 0) arrived.set(digest, elsewhere - 1);
      else gone += content.articles;
    }
    if (gone <= MOST_GONE * known) return;
    throw new ArchiveShrankError(
      `${gone} of the ${known} articles that the state knows are gone, more than ${100 * MOST_GONE} %: is the archive mounted, and is this its folder? The state is as it was; --allow-shrink if they are to be forgotten`,
    );
  }
}

/** What is opened is closed where the rest fails. */
async function opened<T>(state: ArchiveState, then: () => T | Promise<T>): Promise<T> {
  try {
    return await then();
  } catch (error) {
    await state.close();
    throw error;
  }
}
