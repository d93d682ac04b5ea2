/**
 * Whether a glob takes a path that need not exist: fast-glob walks a tree that holds nothing but this path. Must not
 * read the disk.
 */
import { ASK, globWalks, loadFastGlob } from './glob.ts';
import { nameToGlob, pathFromGlob } from './glob-dialect.ts';
import { ListedEntry, treeInMemory } from './listing.ts';

/** A compiled glob. */
export interface Glob {
  /** The folder that all its alternatives have in common: where to begin looking. */
  readonly base: string;
  /** Whether the whole path (no leading `./`) is meant. */
  matches(path: string): boolean;
}

/** Compiles a glob; every string is a glob, but one that is not run (see `globTrouble`) matches nothing. */
export function compileGlob(pattern: string): Glob {
  const walks = globWalks(pattern);
  return {
    base: commonFolder(walks.map(({ base }) => base)),
    matches: (path) => walks.some(({ base, patterns }) => isTaken(path, base, patterns)),
  };
}

function isTaken(path: string, base: string, patterns: readonly string[]): boolean {
  const names = namesOf(path);
  const start = namesOf(base);
  const isBelow =
    path.startsWith('/') === base.startsWith('/') && start.every((name, at) => name === names[at]);
  if (!isBelow) return false;
  const below = names.slice(start.length).map(nameToGlob);
  const fs = treeInMemory((folder) => {
    const depth = namesOf(folder).length;
    const name = below[depth];
    if (name === undefined) return [];
    return [new ListedEntry(name, depth === below.length - 1 ? 'file' : 'folder')];
  });
  const whole = pathFromGlob(below.join('/'));
  return loadFastGlob()
    .sync([...patterns], { ...ASK, fs })
    .some((found) => pathFromGlob(found.path) === whole);
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}

function commonFolder(bases: readonly string[]): string {
  const [first = '', ...others] = bases;
  const shared: string[] = [];
  for (const [at, name] of namesOf(first).entries()) {
    if (others.some((other) => namesOf(other)[at] !== name)) break;
    shared.push(name);
  }
  return (first.startsWith('/') ? '/' : '') + shared.join('/');
}
