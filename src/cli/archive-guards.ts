/**
 * What keeps a run from forgetting an archive that is only out of sight: a disk that is not mounted, another working
 * folder. Owns the two refusals; must not change the state.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { isWithin, originOf, stillThere } from '../ingest/index.ts';
import { ArchiveShrankError } from '../lib/errors.ts';
import type { FileEntry } from '../state/store/entries.ts';

/** Share of the known articles that may be gone: more is rather a disk that is not mounted. */
const MOST_GONE = 0.2;

/**
 * Throws `ArchiveShrankError` where too much of what is known is gone. `seen`: the files that were met; one that is kept
 * as it is known, unread, may be gone for all that can be seen. `explain` tells why, before: a folder that may not be read.
 */
export function refuseToShrink(
  before: ReadonlyMap<string, FileEntry>,
  seen: readonly FileEntry[],
  explain: () => void,
): void {
  const now = new Map(seen.map((entry) => [entry.location, entry]));
  // Files that were not there before, by what is in them: each may be one that is no longer where it was.
  const arrived = new Map<string, number>();
  for (const { location, digest } of seen) {
    if (!before.has(location)) arrived.set(digest, (arrived.get(digest) ?? 0) + 1);
  }
  let known = 0;
  let gone = 0;
  for (const { location, content, digest } of before.values()) {
    known += content.articles;
    const here = now.get(location);
    const elsewhere = arrived.get(digest) ?? 0;
    if (here !== undefined) gone += Math.max(0, content.articles - here.content.articles);
    else if (elsewhere > 0) arrived.set(digest, elsewhere - 1);
    else gone += content.articles;
  }
  if (gone <= MOST_GONE * known) return;
  explain();
  throw new ArchiveShrankError(
    `${gone} of the ${known} articles that the state knows are gone or cannot be read, more than ${100 * MOST_GONE} %: is the archive mounted, and is this its folder? The state is as it was; --allow-shrink if they are to be forgotten`,
  );
}

/**
 * A relative name means another file in another folder: the known ones would be taken for deleted without a word. Throws
 * where some of those that are missing still stand in the folder in which they were named, and are not named in full now.
 */
export async function refuseOtherFolder(
  folder: string,
  here: string,
  named: readonly string[],
  missing: readonly string[],
): Promise<void> {
  if (folder === here) return;
  const inFull = named.map((name) => resolve(here, name));
  const meant = missing
    .filter((location) => !isAbsolute(location))
    .map((location) => join(folder, location))
    .filter((place) => !isWithin(place, inFull));
  const [first] = await stillThere(meant);
  if (first === undefined) return;
  throw new ArchiveShrankError(
    `the state knows files by names that begin in ${folder}, where they still are (${originOf(first).path}): run dedupe there, or name them, too, in full; --allow-shrink if they are to be forgotten`,
  );
}
