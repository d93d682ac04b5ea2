/**
 * A folder on the disk as a tree for fast-glob, every name reachable: names are read as bytes and handed over in the
 * inner form of `path-name.ts`. Owns what fast-glob gets to see: hidden entries and links only where they may count, a
 * folder that cannot be read as an empty one. Must not follow a link by itself nor open a file.
 */
import { type BigIntStats, type Dirent, promises as disk } from 'node:fs';
import { nameToGlob, pathFromGlob } from './glob-dialect.ts';
import { IGNORE_FILE, type IgnoreRules } from './ignore/rules.ts';
import { type EntryKind, ListedEntry } from './listing.ts';
import { joinPath, pathFromBytes, pathToBytes } from './path-name.ts';
import type { Selection } from './selection.ts';

/** A place on the disk: the path to show, and the path to open (the argument as it was written, plus names). */
export interface Place {
  readonly path: string;
  readonly location: string;
}

/** Folders on the disk that were read, by device and number. */
export type Visited = Set<string>;

/** A folder to walk, and what became of it so far. */
export interface FolderTree extends Place {
  readonly selection: Selection;
  readonly visited: Visited;
  /** Folders that a glob took, as paths from the root of the tree. */
  readonly taken: Set<string>;
  /** What `.dedupeignore` files say; absent where they are not asked. */
  readonly ignore?: IgnoreRules;
  /** Entries that the selection took, of known type or not. */
  count: number;
}

/** What is met while a folder is listed. */
export interface Observer {
  /** Whether links are followed: only then must folders be recognised. */
  readonly follow: boolean;
  onLink(tree: FolderTree, relative: string): void;
  onUnreadable(place: Place, cause: unknown): void;
  /** The rules of a folder cannot be read: then nothing of it is. */
  onBadRules(place: Place, cause: unknown): void;
  onIgnored(): void;
}

/** The place of an entry, given by its path from the root of the tree in the inner form. */
export function placeIn(tree: Place, relative: string): Place {
  if (relative === '') return tree;
  const path = joinPath(tree.path, relative);
  // Of a million files it matters whether a name is kept once or twice.
  return { path, location: tree.location === tree.path ? path : joinPath(tree.location, relative) };
}

/** Lists a folder of a tree, given as fast-glob names it; never fails. */
export async function listFolder(
  tree: FolderTree,
  folder: string,
  observer: Observer,
): Promise<readonly ListedEntry[]> {
  const relative = pathFromGlob(folder);
  const place = placeIn(tree, relative);
  try {
    const bytes = pathToBytes(place.location === '' ? '.' : place.location);
    if (observer.follow) tree.visited.add(identityOf(await disk.stat(bytes, { bigint: true })));
    const entries = await disk.readdir(bytes, { withFileTypes: true, encoding: 'buffer' });
    const listed: ListedEntry[] = [];
    if (!(await readRules(tree, relative, place, entries, observer))) return [];
    const isIgnored = tree.ignore?.within(relative);
    for (const entry of entries) {
      const name = pathFromBytes(entry.name);
      const isHidden = name.startsWith('.');
      // Only a glob can name a hidden entry.
      if (isHidden && tree.selection.kind === 'folder') continue;
      const kind = kindOf(entry);
      if (isIgnored?.(name, kind === 'folder') === true) {
        observer.onIgnored();
        continue;
      }
      if (kind === 'link' && (observer.follow || !isHidden)) observer.onLink(tree, joinPath(relative, name));
      if (kind !== 'link') listed.push(new ListedEntry(nameToGlob(name), kind));
    }
    return listed;
  } catch (cause) {
    observer.onUnreadable(place, cause);
    return [];
  }
}

const IGNORE_NAME = Buffer.from(IGNORE_FILE);

/** False where the folder has rules that cannot be read. */
async function readRules(
  tree: FolderTree,
  relative: string,
  place: Place,
  entries: readonly Dirent<Buffer>[],
  observer: Observer,
): Promise<boolean> {
  if (tree.ignore === undefined) return true;
  const entry = entries.find((one) => IGNORE_NAME.equals(one.name));
  if (entry === undefined || !(entry.isFile() || entry.isSymbolicLink())) return true;
  try {
    await tree.ignore.read(relative, joinPath(place.location, IGNORE_FILE));
    return true;
  } catch (cause) {
    observer.onBadRules(place, cause);
    return false;
  }
}

/** A file or folder on the disk, whatever its name. */
export function identityOf(status: BigIntStats): string {
  return `${status.dev}:${status.ino}`;
}

function kindOf(entry: Dirent<Buffer>): EntryKind {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}
