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
import { StateError, UsageError } from '../lib/errors.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { GroupTrace } from '../model/group.ts';
import type { ArticleReader } from '../model/port.ts';
import type { ArticleSource } from '../run/collect.ts';
import { bytesOf } from '../run/collect.ts';
import type { Pool } from '../run/pool.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import type { Derived, FileEntry, KnownPiece, RunRecord, RunSummary } from '../state/store/entries.ts';
import type { Making } from '../state/store/folder.ts';
import { refuseNetworkDisk } from '../state/store/network-disk.ts';
import { refuseOtherFolder, refuseToShrink } from './archive-guards.ts';
import { arrivalsIn } from './arrivals.ts';
import { isSkip } from './input.ts';
import { beforeInterruption } from './interruption.ts';
import { KnownFiles } from './known-files.ts';
import { belowUnreadable, inOrder, wasNotRead } from './out-of-reach.ts';
import { reportIssues } from './people.ts';
import { FileReader } from './read-files.ts';
import { headsOf, piecesOf } from './state-pieces.ts';
import { forgetTemporary, rememberTemporary } from './temporary.ts';
import type { Watch } from './watch.ts';

export interface StateOptions {
  readonly folder: string;
  readonly making: Making;
  readonly lockWaitSeconds: number;
  readonly isReadOnly: boolean;
  readonly mayShrink: boolean;
  readonly mayBeOnNetwork: boolean;
  /** Whether articles depend on the path of their file (site rules). */
  readonly isByPath: boolean;
  readonly watch: Watch;
  /** Of a state that is made anew: the files that its archive had, and its last run. */
  readonly before?: readonly FileEntry[];
  readonly formerRun?: RunRecord | undefined;
}

/** What a state remembers that is made anew. */
export interface FormerHistory {
  readonly last: RunRecord | undefined;
  readonly runs: readonly RunSummary[];
  /** Whether the groups are those that the last run reported. */
  readonly isRemembered: boolean;
}

/** The state of an archive during one run. */
export class StateRun implements ArticleSource {
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
  /** What this run was asked to read. */
  #named: readonly string[] = [];

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
    const before = options.before ?? [...last.files()];
    this.#before = new Map(before.map((entry) => [entry.location, entry]));
    this.#firstContent = last.nextContent;
    this.lastRun = last.lastRun;
  }

  static async open(options: StateOptions): Promise<StateRun> {
    const { folder, making, lockWaitSeconds, isReadOnly } = options;
    if (!options.mayBeOnNetwork) refuseNetworkDisk(folder);
    const self = { pid: process.pid, since: new Date().toISOString() };
    if (!isReadOnly) {
      const state = await ArchiveState.openToWrite(folder, making, self, lockWaitSeconds);
      return await opened(state, () => new StateRun(options, state, state, () => state.close()));
    }
    const last = await ArchiveState.openToRead(folder, making);
    if (last === undefined)
      throw new StateError(`there is no state in ${folder} yet; dedupe ARCHIVE --state ${folder} makes it`);
    return await opened(last, async () => {
      const place = mkdtempSync(join(tmpdir(), 'dedupe-read-only-'));
      rememberTemporary(place);
      const forget = (): void => {
        rmSync(place, { recursive: true, force: true });
        forgetTemporary(place);
      };
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

  /** Articles of this run that the last complete one did not have, ascending; `isEdited`: or had with another content. */
  arrivals(port: ArticleReader, isEdited: boolean): readonly ArticleIndex[] {
    const before = {
      files: this.#before.values(),
      headsOf: (entry: FileEntry) => headsOf(this.#last, entry),
    };
    return arrivalsIn(this.#files, (index) => port.head(index), before, isEdited);
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
    this.#named = named;
    const elsewhere = [...this.#before.keys()].filter((location) => !isWithin(location, named));
    return [...named, ...(await stillThere(elsewhere))];
  }

  /**
   * The articles of all files in the order of the discovery. What is not known is read first and kept as it comes. Throws
   * `ArchiveShrankError` before the first article.
   */
  async *articles(
    request: IngestRequest,
    { files, issues }: Discovery,
    pool: Pool,
  ): AsyncIterable<KnownPiece> {
    const { watch } = this.#options;
    await this.#refuseOtherFolder(files);
    watch.begin('recognise', files.length);
    const journal = [...this.#last.journal()];
    const last = this.#options.before === undefined ? this.#before.values() : [];
    const known = new KnownFiles([...journal, ...last], this.#options.isByPath);
    const found = new Map<string, FileEntry>();
    const unknown: DiscoveredFile[] = [];
    for (const file of files) {
      const entry = await known.find(file, Date.now());
      if (entry === undefined) unknown.push(file);
      else found.set(file.location, entry);
      watch.advance(1);
    }
    const troubled: FileEntry[] = [];
    const kept = new Set<string>();
    for (const entry of await this.read(request, unknown, pool)) {
      const before = this.#before.get(entry.location);
      const isKept = before !== undefined && wasNotRead(entry, () => this.pieces(entry));
      if (isKept) {
        // What was in the way is told.
        troubled.push(entry);
        kept.add(entry.location);
      }
      found.set(entry.location, isKept ? before : entry);
    }
    const met = files.map((file) => underPath(found.get(file.location)!, file));
    const missed = await belowUnreadable(this.#before, found, issues);
    for (const { location } of missed) kept.add(location);
    this.#files = missed.length === 0 ? met : inOrder([...met, ...missed]);
    const seen = this.#files.filter(({ location }) => !kept.has(location));
    if (!this.#options.mayShrink)
      refuseToShrink(this.#before, seen, () => reportIssues(issues, isSkip, watch));
    watch.begin(
      'load',
      this.#files.reduce((sum, { content }) => sum + content.articles, 0),
    );
    for (const entry of this.#files) yield* this.pieces(entry);
    for (const entry of troubled) yield* this.pieces(entry);
  }

  async #refuseOtherFolder(files: readonly DiscoveredFile[]): Promise<void> {
    const folder = (this.#options.formerRun ?? this.lastRun)?.folder;
    // Where nothing is met at all, that is what is told.
    if (folder === undefined || this.#options.mayShrink || files.length === 0) return;
    const met = new Set(files.map(({ location }) => location));
    const missing = [...this.#before.keys()].filter((location) => !met.has(location));
    await refuseOtherFolder(folder, process.cwd(), this.#named, missing);
  }

  /** Files of the last complete run, in no order. */
  knownFiles(): Iterable<FileEntry> {
    return this.#before.values();
  }

  /** Reads and analyses files; what comes of them is kept as it comes. Once in a run. */
  async read(
    request: IngestRequest,
    files: readonly DiscoveredFile[],
    pool: Pool,
  ): Promise<readonly FileEntry[]> {
    const { watch } = this.#options;
    watch.begin('read', bytesOf(files));
    const keeper = { keep: this.#sink.keep.bind(this.#sink), firstContent: this.#firstContent };
    const reader = new FileReader(request, keeper, watch);
    // A signal must find nothing worth keeping unkept; what follows can be done again.
    const uninterrupted = beforeInterruption(() => reader.keep());
    try {
      return await reader.read(files, pool);
    } finally {
      uninterrupted();
    }
  }

  /** The articles of a file, under the path that it has. */
  pieces(entry: FileEntry): Iterable<KnownPiece> {
    return piecesOf(entry.content.number >= this.#firstContent ? this.#sink : this.#last, entry);
  }

  /** Makes this run the last complete one. `history`: of the state that this one takes the place of. */
  complete(
    groups: readonly GroupTrace[],
    articles: number,
    lost: readonly string[],
    derived: Derived,
    history?: FormerHistory,
  ): void {
    if (this.#options.isReadOnly) return;
    const files = this.#files;
    const last = history?.last ?? this.lastRun;
    // Where groups stay those that the last run reported, it stays the last run.
    const isRun = history?.isRemembered !== true || last === undefined;
    const number = isRun ? (last?.number ?? 0) + 1 : last.number;
    const finishedAt = isRun ? new Date().toISOString() : last.finishedAt;
    const counts = { files: files.length, articles, groups: groups.length };
    const run = { number, finishedAt, ...counts, lost, folder: process.cwd() };
    const result = { files, groups, run, derived };
    if (history === undefined) this.#last.complete(result);
    else this.#last.complete(result, isRun ? [...history.runs, run] : history.runs);
    this.#options.watch.stateCompleted(run);
  }

  async close(): Promise<void> {
    await this.#close();
  }
}

/** The same file, as this run names it. */
function underPath(entry: FileEntry, { path, pathBytes }: DiscoveredFile): FileEntry {
  if (entry.path === path && entry.pathBytes === pathBytes) return entry;
  const { pathBytes: _, ...rest } = entry;
  return { ...rest, path, ...(pathBytes === undefined ? {} : { pathBytes }) };
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
