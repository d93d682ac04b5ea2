/**
 * What `.dedupeignore` files say of the entries of a tree: the file nearest to an entry first, of one file the last line
 * that is about it. Owns that order and the reading of the files; must not walk. Paths are in the inner form.
 */
import { open } from 'node:fs/promises';
import { pathFromBytes, pathToBytes } from '../path-name.ts';
import { type IgnorePattern, matchesPattern, parsePattern } from './pattern.ts';

export const IGNORE_FILE = '.dedupeignore';
/** A longer file is none that a person wrote. */
const MAX_BYTES = 1 << 20;

/** The patterns of one file. */
interface Rules {
  /** From the root of the tree to the folder of the file: so many names. */
  readonly depth: number;
  /** The last line first. */
  readonly patterns: readonly IgnorePattern[];
}

/** The files of one tree that were read so far. */
export class IgnoreRules {
  readonly #byFolder = new Map<string, Rules>();

  /** Reads the file of a folder, given from the root of the tree; throws what the system says, or a RangeError. */
  async read(folder: string, location: string): Promise<void> {
    const lines = pathFromBytes(await bytesOf(location))
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    const patterns = lines.flatMap((line) => parsePattern(line) ?? []).reverse();
    this.#byFolder.set(folder, { depth: namesOf(folder).length, patterns });
  }

  /** Whether entries of this folder can be left out at all: asked once a folder, spares asking for each entry. */
  within(folder: string): ((name: string, isFolder: boolean) => boolean) | undefined {
    if (this.#byFolder.size === 0) return undefined;
    const names = namesOf(folder);
    const nearest: Rules[] = [];
    for (let depth = names.length; depth >= 0; depth--) {
      const rules = this.#byFolder.get(names.slice(0, depth).join('/'));
      if (rules !== undefined && rules.patterns.length > 0) nearest.push(rules);
    }
    if (nearest.length === 0) return undefined;
    const paths = nearest.map(({ depth }) => names.slice(depth));
    return (name, isFolder) => isLeftOut(nearest, paths, name, isFolder);
  }
}

function isLeftOut(
  nearest: readonly Rules[],
  paths: readonly (readonly string[])[],
  name: string,
  isFolder: boolean,
): boolean {
  for (const [at, { patterns }] of nearest.entries()) {
    const path = [...paths[at]!, name];
    const last = patterns.find((pattern) => matchesPattern(pattern, path, isFolder));
    if (last !== undefined) return !last.isNegated;
  }
  return false;
}

async function bytesOf(location: string): Promise<Uint8Array> {
  const handle = await open(pathToBytes(location), 'r');
  try {
    const bytes = Buffer.alloc(MAX_BYTES + 1);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead > MAX_BYTES) throw new RangeError(`longer than ${MAX_BYTES} bytes`);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function namesOf(folder: string): readonly string[] {
  return folder === '' ? [] : folder.split('/');
}
