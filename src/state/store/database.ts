/**
 * The tables of a state and the transactions on them. Owns the embedded database (LMDB: what is committed survives any
 * end of the process, readers see one moment), which is loaded with the first state; must not know what a value means.
 */
import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RootDatabase, Database as Table, Transaction } from 'lmdb';
import { bufferOf } from '../../lib/buffer-of.ts';
import { OutputError, StateError } from '../../lib/errors.ts';
import { remedyFor, unreadable } from './remedy.ts';
import { packValue, unpackValue } from './value.ts';

export const TABLES = [
  'about',
  'files',
  'journal',
  'contents',
  'heads',
  'bodies',
  'groups',
  'derived',
] as const;
export type TableName = (typeof TABLES)[number];

/** Hold hardly anything but what was packed before. */
const DENSE: ReadonlySet<TableName> = new Set(['heads', 'bodies']);

/** Bytes, compared as such. */
export type Key = Uint8Array;

/** What is used of what the database counts. */
interface TreeStats {
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

interface RootStats {
  readonly lastPageNumber: number;
  readonly pageSize: number;
  readonly root: TreeStats;
  readonly free: TreeStats;
}

interface StoredValue {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** Copied in one transaction. */
const COPIED_BYTES = 1 << 26;

export class Database {
  readonly path: string;
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #tables: ReadonlyMap<TableName, Table<Buffer, Buffer>>;
  /** The moment that a reader sees; a writer sees its own. */
  readonly #moment: Transaction | undefined;

  private constructor(
    path: string,
    root: RootDatabase<Buffer, Buffer>,
    tables: ReadonlyMap<TableName, Table<Buffer, Buffer>>,
    isReadOnly: boolean,
  ) {
    this.path = path;
    this.#root = root;
    this.#tables = tables;
    this.#moment = isReadOnly ? root.useReadTransaction() : undefined;
  }

  /** Throws `StateError` where the file is no database, or not one of a state. */
  static async open(
    path: string,
    isReadOnly: boolean,
    needed: readonly TableName[] = TABLES,
  ): Promise<Database> {
    const { open } = await import('lmdb');
    if (!isReadOnly) refuseUnwritable(path);
    const options = { encoding: 'binary', keyEncoding: 'binary' } as const;
    try {
      const root = open<Buffer, Buffer>({
        path,
        noSubdir: true,
        maxDbs: TABLES.length,
        readOnly: isReadOnly,
        // A commit that was reported is on the disk.
        overlappingSync: false,
        ...options,
      });
      const tables = new Map(needed.map((name) => [name, root.openDB<Buffer, Buffer>({ name, ...options })]));
      const missing = [...tables].find(([, table]) => table === undefined);
      if (missing !== undefined) throw new Error(`it has no table ${missing[0]}`);
      // What a killed reader had seen would be kept for ever.
      if (!isReadOnly) root.readerCheck();
      return new Database(path, root, tables, isReadOnly);
    } catch (cause) {
      if (isOfSystem(cause)) throw refused(path, cause as Error, isReadOnly);
      throw new StateError(
        `the state is damaged: ${path} cannot be opened (${(cause as Error).message}); ${remedyFor(dirname(path))}`,
        { cause },
      );
    }
  }

  get(table: TableName, key: Key): unknown {
    const stored = this.#reading(() => this.#table(table).get(bufferOf(key), this.#options()));
    return stored === undefined ? undefined : this.#unpack(table, key, stored);
  }

  has(table: TableName, key: Key): boolean {
    return this.#reading(() => this.#table(table).get(bufferOf(key), this.#options())) !== undefined;
  }

  /** All values in the order of their keys. */
  *values(table: TableName): Iterable<unknown> {
    for (const { key, value } of this.#each(() => this.#table(table).getRange(this.#options())))
      yield this.#unpack(table, key, value);
  }

  *keys(table: TableName): Iterable<Key> {
    yield* this.#each(() => this.#table(table).getKeys(this.#options()));
  }

  /** Bytes of the file, and of these the ones that hold nothing any more. */
  get room(): { readonly bytes: number; readonly free: number } {
    const { lastPageNumber, pageSize, root, free } = this.#root.getStats() as RootStats;
    const tables = [...this.#tables.values()].map((table) => table.getStats() as TreeStats);
    const pages = [root, free, ...tables].reduce(
      (sum, tree) => sum + tree.treeBranchPageCount + tree.treeLeafPageCount + tree.overflowPages,
      0,
    );
    // The first two say what the file is.
    return { bytes: (lastPageNumber + 1) * pageSize, free: (lastPageNumber - 1 - pages) * pageSize };
  }

  /**
   * Writes what is there, value by value, into a new file. The copy that the library makes by itself (`backup`, compacted;
   * lmdb 3.5.6) can be read, but the next transaction on it may end the process.
   */
  async copyTo(path: string): Promise<void> {
    const copy = await Database.open(path, false);
    try {
      for (const name of TABLES) {
        let some: StoredValue[] = [];
        let bytes = 0;
        for (const stored of this.#each(() => this.#table(name).getRange(this.#options()))) {
          some.push({ key: Buffer.from(stored.key), value: Buffer.from(stored.value) });
          bytes += stored.value.length;
          if (bytes < COPIED_BYTES) continue;
          copy.#putAll(name, some);
          some = [];
          bytes = 0;
        }
        copy.#putAll(name, some);
      }
    } finally {
      await copy.close();
    }
  }

  #putAll(name: TableName, stored: readonly StoredValue[]): void {
    this.#changing(() => {
      for (const { key, value } of stored) this.#table(name).putSync(key, value);
    });
  }

  count(table: TableName): number {
    let count = 0;
    for (const _ of this.keys(table)) count++;
    return count;
  }

  /**
   * All changes or none; on the disk when it returns. Throws `OutputError` where the disk does not take them: nothing
   * has changed then.
   */
  change(action: (changes: Changes) => void): void {
    this.#changing(() => action(new Changes((name) => this.#table(name))));
  }

  #changing(action: () => void): void {
    try {
      this.#root.transactionSync(action);
      this.#fill();
    } catch (cause) {
      if (!isOfDisk(cause)) throw cause;
      throw new OutputError(
        `the state ${this.path} could not be written (${(cause as Error).message}); it is what it was before`,
        { cause },
      );
    }
  }

  async close(): Promise<void> {
    this.#moment?.done();
    await this.#root.close();
  }

  /** Pages that were taken and freed in one transaction were never written: without them the file would look cut. */
  #fill(): void {
    const { lastPageNumber, pageSize } = this.#root.getStats() as RootStats;
    const wanted = (lastPageNumber + 1) * pageSize;
    const file = openSync(this.path, 'r+');
    try {
      if (fstatSync(file).size < wanted) ftruncateSync(file, wanted);
    } finally {
      closeSync(file);
    }
  }

  /** Elements as they are read; a fault of the database is one of the state. */
  *#each<T>(read: () => Iterable<T>): Iterable<T> {
    const iterator = this.#reading(() => read()[Symbol.iterator]());
    try {
      while (true) {
        const { done, value } = this.#reading(() => iterator.next());
        if (done === true) return;
        yield value;
      }
    } finally {
      iterator.return?.();
    }
  }

  #options(): { readonly transaction?: Transaction } {
    return this.#moment === undefined ? {} : { transaction: this.#moment };
  }

  #table(name: TableName): Table<Buffer, Buffer> {
    return this.#tables.get(name)!;
  }

  #unpack(table: TableName, key: Key, stored: Buffer): unknown {
    return this.#reading(() => unpackValue(stored, `a value of the table ${table}`, key));
  }

  #reading<T>(action: () => T): T {
    try {
      return action();
    } catch (cause) {
      throw new StateError(
        `the state is damaged: ${this.path} cannot be read (${(cause as Error).message}); ${remedyFor(dirname(this.path))}`,
        { cause },
      );
    }
  }
}

/** Codes of the system are positive, those of the database are not. */
function isOfSystem(cause: unknown): boolean {
  return Number((cause as { readonly code?: unknown }).code) > 0;
}

function refused(path: string, cause: Error, isReadOnly: boolean): Error {
  return isReadOnly
    ? unreadable(path, cause.message)
    : new OutputError(`the state ${path} could not be opened to write (${cause.message})`, { cause });
}

/** Asked before the database is: where the system refuses its second handle, it takes the process down (lmdb 3.5.6). */
function refuseUnwritable(path: string): void {
  try {
    closeSync(openSync(path, 'r+'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw refused(path, cause as Error, false);
  }
}

/** Whether the database (a number) or the system refused; all else is a fault of this program. */
function isOfDisk(cause: unknown): boolean {
  const { code, syscall } = cause as { readonly code?: unknown; readonly syscall?: unknown };
  return typeof code === 'number' || syscall !== undefined;
}

/** Within a transaction. */
export class Changes {
  readonly #table: (name: TableName) => Table<Buffer, Buffer>;

  constructor(table: (name: TableName) => Table<Buffer, Buffer>) {
    this.#table = table;
  }

  put(table: TableName, key: Key, value: unknown): void {
    this.#table(table).putSync(bufferOf(key), Buffer.from(packValue(value, key, DENSE.has(table))));
  }

  remove(table: TableName, key: Key): void {
    this.#table(table).removeSync(bufferOf(key));
  }

  clear(table: TableName): void {
    this.#table(table).clearSync();
  }
}
