/** Every invariant of a state, one by one. Reads all of it and changes nothing; must not repair. */
import { StateError } from '../../lib/errors.ts';
import type { ArchiveState } from './archive-state.ts';
import { RECORD_TABLES } from './article-chunks.ts';
import type { FileEntry } from './entries.ts';
import { contentKey, contentOf, fileKey } from './keys.ts';

export interface Checked {
  /** What does not hold, in words; empty where all does. */
  readonly faults: readonly string[];
  /** Chunks of articles that a run which was ended left behind: the next complete run removes them. */
  readonly left: number;
}

/** Values are checked by their sums as they are read. */
export function checkState(state: ArchiveState): Checked {
  const faults: string[] = [];
  const attempt = (check: () => void): void => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      faults.push(error.message);
    }
  };
  const needed = new Set<string>();
  let files = 0;
  let articles = 0;
  attempt(() => {
    for (const entry of state.files()) {
      files++;
      articles += entry.content.articles;
      attempt(() => checkFile(state, entry, 'files', needed, faults));
    }
  });
  attempt(() => {
    for (const entry of state.journal()) attempt(() => checkFile(state, entry, 'journal', needed, faults));
  });
  attempt(() => checkRun(state, files, articles, faults));
  // What was worked out is read by its sums alone: what it says is of the runs that use it.
  attempt(() => {
    for (const _ of state.database.values('derived'));
  });
  let left = 0;
  attempt(() => {
    const next = state.nextContent;
    for (const key of state.database.keys('contents')) {
      if (contentOf(key) >= next) faults.push(`content ${contentOf(key)} is not counted`);
      if (!needed.has(Buffer.from(key).toString('hex'))) left++;
    }
  });
  return { faults, left };
}

function checkFile(
  state: ArchiveState,
  entry: FileEntry,
  table: 'files' | 'journal',
  needed: Set<string>,
  faults: string[],
): void {
  const { content, location } = entry;
  if (!state.database.has(table, fileKey(entry))) faults.push(`${location} is not found under its name`);
  let articles = 0;
  for (let chunk = 0; chunk < content.chunks; chunk++) {
    needed.add(Buffer.from(contentKey(content.number, chunk)).toString('hex'));
    const [heads, bodies] = RECORD_TABLES.map((table) => state.records(table, content.number, chunk));
    state.pieces(content.number, chunk).forEach((piece, n) => {
      const { length: count } = piece.languages;
      const columns = [piece.hasOwnId, piece.rows.shingleCounts, heads?.[n]?.lengths, bodies?.[n]?.lengths];
      if (columns.some((column) => column?.length !== count) || piece.ids.length !== 2 * count)
        faults.push(`articles of ${location} are not complete`);
      articles += count;
    });
  }
  if (articles !== content.articles)
    faults.push(`${location} has ${articles} articles in place of ${content.articles}`);
}

function checkRun(state: ArchiveState, files: number, articles: number, faults: string[]): void {
  const groups = [...state.groups()];
  const run = state.lastRun;
  if (run === undefined) {
    if (files + groups.length > 0) faults.push('there are files or groups of no run');
    return;
  }
  const told = [run.files, run.articles, run.groups];
  const found = [files, articles, groups.length];
  if (told.some((count, i) => count !== found[i])) {
    faults.push(
      `the last run had ${told.join(', ')} files, articles and groups; there are ${found.join(', ')}`,
    );
  }
  for (const { id, canonical, ids, rawDigests } of groups) {
    if (ids.length < 2 || ids.length !== rawDigests.length || !ids.includes(canonical))
      faults.push(`group ${id} is not complete`);
  }
}
