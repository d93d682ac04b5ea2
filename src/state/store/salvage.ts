/**
 * What can still be read of a state that is to be made anew, however little that is. Reads only; must not say whether the
 * state can be used.
 */
import { StateError } from '../../lib/errors.ts';
import type { GroupTrace } from '../../model/group.ts';
import { LAST_RUN, RUNS } from './archive-state.ts';
import { refuseDamagedFile } from './data-file.ts';
import { Database, type TableName } from './database.ts';
import type { FileEntry, RunRecord, RunSummary } from './entries.ts';
import { type Making, remainsIn } from './folder.ts';

export interface Salvaged {
  /** Absent where the card cannot be read. */
  readonly making: Making | undefined;
  /** Name of the database; absent where there is none. */
  readonly data: string | undefined;
  readonly files: readonly FileEntry[];
  readonly groups: readonly GroupTrace[];
  readonly lastRun: RunRecord | undefined;
  readonly runs: readonly RunSummary[];
  /** What could not be read, in words; empty where all of it was. */
  readonly faults: readonly string[];
}

/** Tables that every version of a state had. */
const LASTING: readonly TableName[] = ['about', 'files', 'groups'];

/** Throws `StateError` where the folder is none of a state, or of a newer one. */
export async function salvage(folder: string): Promise<Salvaged> {
  const { making, data, path } = remainsIn(folder);
  const faults: string[] = making === undefined ? ['state.json is not what was written'] : [];
  const nothing = { making, data, files: [], groups: [], lastRun: undefined, runs: [], faults };
  if (path === undefined) return { ...nothing, faults: [...faults, 'there is no database'] };
  let database: Database;
  try {
    refuseDamagedFile(path, folder);
    database = await Database.open(path, true, LASTING);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return { ...nothing, faults: [...faults, error.message] };
  }
  try {
    const files = valuesOf(database, 'files', faults).filter(isFile);
    const groups = valuesOf(database, 'groups', faults).flat().filter(isTrace);
    const [lastRun, runs] = [LAST_RUN, RUNS].map((key) => attempt(() => database.get('about', key), faults));
    return {
      making,
      data,
      files,
      groups,
      lastRun: lastRun as RunRecord | undefined,
      runs: Array.isArray(runs) ? (runs as readonly RunSummary[]) : [],
      faults,
    };
  } finally {
    await database.close();
  }
}

/** Values one by one: one that is damaged takes no other along. */
function valuesOf(database: Database, table: TableName, faults: string[]): readonly unknown[] {
  const keys = attempt(() => [...database.keys(table)], faults) ?? [];
  return keys.flatMap((key) => attempt(() => database.get(table, key), faults) ?? []);
}

function attempt<T>(read: () => T, faults: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    faults.push(error.message);
    return undefined;
  }
}

function isFile(value: unknown): value is FileEntry {
  const { location, digest, content } = value as Partial<FileEntry>;
  return typeof location === 'string' && typeof digest === 'string' && typeof content?.articles === 'number';
}

function isTrace(value: unknown): value is GroupTrace {
  const { id, canonical, ids, rawDigests } = value as Partial<GroupTrace>;
  if (typeof id !== 'string' || typeof canonical !== 'string') return false;
  return Array.isArray(ids) && Array.isArray(rawDigests) && ids.length === rawDigests.length;
}
