/**
 * Folders as fast-glob wants to see them: whatever lists a folder becomes its file system. Owns the entry that is
 * handed over and the signature of the call; must not touch the disk.
 *
 * fast-glob asks for one thing only, given that it does not follow links and wants no sizes: `readdir` with
 * `withFileTypes` (@nodelib/fs.scandir 2.1.5, providers/async.js and sync.js).
 */
import type { BigIntStats, Dirent } from 'node:fs';
import type { Options } from 'fast-glob';

/** `broken`: a link that leads nowhere. `special`: a pipe, socket or device. */
export type EntryKind = 'file' | 'folder' | 'link' | 'special' | 'broken';

/** What fast-glob reads of a `Dirent`, and what we want back with the path it found. */
export class ListedEntry {
  readonly name: string;
  readonly kind: EntryKind;
  /** Of what a followed link leads to. */
  readonly target: BigIntStats | undefined;

  constructor(name: string, kind: EntryKind, target?: BigIntStats) {
    this.name = name;
    this.kind = kind;
    this.target = target;
  }

  isDirectory(): boolean {
    return this.kind === 'folder';
  }

  isFile(): boolean {
    return this.kind === 'file';
  }

  isSymbolicLink(): boolean {
    return this.kind === 'link';
  }
}

type FileSystem = NonNullable<Options['fs']>;

/** A file system over a tree: `list` gets a folder as a path from the root of the tree, the empty string for itself. */
export function treeOf(list: (folder: string) => Promise<readonly ListedEntry[]>): FileSystem {
  const readdir = (
    folder: string,
    _: object,
    done: (error: null, entries: readonly Dirent[]) => void,
  ): void => {
    void list(belowRoot(folder)).then((entries) => done(null, asDirents(entries)));
  };
  return { readdir: readdir as NonNullable<FileSystem['readdir']> };
}

/** As `treeOf`, for a tree in memory. */
export function treeInMemory(list: (folder: string) => readonly ListedEntry[]): FileSystem {
  const readdirSync = (folder: string): Dirent[] => asDirents(list(belowRoot(folder)));
  return { readdirSync: readdirSync as unknown as NonNullable<FileSystem['readdirSync']> };
}

/** fast-glob asks for absolute paths; before the first slash there may be the letter of a drive. */
function belowRoot(folder: string): string {
  return folder.slice(folder.indexOf('/') + 1);
}

/** Only the methods above are ever called. */
function asDirents(entries: readonly ListedEntry[]): Dirent[] {
  return entries as unknown as Dirent[];
}
