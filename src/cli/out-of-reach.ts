/**
 * Known files that cannot be read tonight: no permission, a disk with faults, a folder that does not open. What is known
 * of them still holds, as nobody has deleted them. Owns which these are; must not read or forget anything.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue } from '../model/issue.ts';
import type { FileEntry } from '../state/store/entries.ts';

/** Whether a file could not be read to its end, and gave no article. */
export function wasNotRead({ digest, content }: FileEntry): boolean {
  return digest === '' && content.articles === 0;
}

/** Known files that could not be read, or stand in folders that could not, and were not met. `issues`: of the walk. */
export function belowUnreadable(
  known: ReadonlyMap<string, FileEntry>,
  met: ReadonlyMap<string, FileEntry>,
  issues: readonly Issue[],
): readonly FileEntry[] {
  const shut = issues.filter(({ code }) => code === 'unreadable').map(({ path }) => path);
  if (shut.length === 0) return [];
  return [...known.values()].filter(
    ({ location, path }) =>
      !met.has(location) && shut.some((place) => path === place || path.startsWith(`${place}/`)),
  );
}

/** Files in the order of an archive. */
export function inOrder(files: readonly FileEntry[]): readonly FileEntry[] {
  return files.toSorted((a, b) => compareCodeUnits(a.path, b.path));
}
