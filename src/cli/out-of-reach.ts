/**
 * Known files that cannot be read tonight: no permission, a disk with faults, a folder that does not open. What is known
 * of them still holds, as nobody has deleted them. Owns which these are; must not read or forget anything.
 */
import { stillThere } from '../ingest/index.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue } from '../model/issue.ts';
import type { FileEntry, KnownPiece } from '../state/store/entries.ts';

/** Whether reading a file gave no article, and an issue says that it could not be read. `pieces`: what reading gave. */
export function wasNotRead(
  { content }: FileEntry,
  pieces: () => Iterable<Pick<KnownPiece, 'issues'>>,
): boolean {
  if (content.articles > 0) return false;
  for (const { issues } of pieces()) if (issues.some(({ code }) => code === 'unreadable')) return true;
  return false;
}

/**
 * Known files that could not be read, or stand in folders that could not, and were not met, as far as they are not known to
 * be gone. `issues`: of the walk.
 */
export async function belowUnreadable(
  known: ReadonlyMap<string, FileEntry>,
  met: ReadonlyMap<string, FileEntry>,
  issues: readonly Issue[],
): Promise<readonly FileEntry[]> {
  const shut = issues.filter(({ code }) => code === 'unreadable').map(({ path }) => path);
  if (shut.length === 0) return [];
  const below = [...known.values()].filter(
    ({ location, path }) =>
      !met.has(location) && shut.some((place) => path === place || isBelow(path, place)),
  );
  // A link whose target was deleted cannot be read, either.
  const there = new Set(await stillThere(below.map(({ location }) => location)));
  return below.filter(({ location }) => there.has(location));
}

function isBelow(path: string, folder: string): boolean {
  if (folder === '.') return !path.startsWith('/') && !path.startsWith('..');
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Files in the order of an archive. */
export function inOrder(files: readonly FileEntry[]): readonly FileEntry[] {
  return files.toSorted((a, b) => compareCodeUnits(a.path, b.path));
}
