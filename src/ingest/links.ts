/**
 * Following links, in rounds: first all real folders, then the links met there, in the order of their paths, then those
 * met behind them. Owns which links are followed: a folder never twice, so that loops end and the result does not
 * depend on the order of arguments. fast-glob would follow them as it meets them, for ever.
 */
import { type BigIntStats, promises as disk } from 'node:fs';
import { compareCodeUnits } from '../lib/order.ts';
import { type FolderTree, identityOf, placeIn } from './folder-tree.ts';
import { nameToGlob } from './glob-dialect.ts';
import { type EntryKind, ListedEntry } from './listing.ts';
import { joinPath, pathToBytes } from './path-name.ts';

/** A link that waits for its round. */
export interface Link {
  readonly tree: FolderTree;
  /** From the root of the tree, in the inner form. */
  readonly relative: string;
}

/** The only way from the root of a tree to some links: what fast-glob gets to see of the folders on the way. */
export type Passage = ReadonlyMap<string, readonly ListedEntry[]>;

/** The passages of one round, by tree. */
export async function followRound(links: readonly Link[]): Promise<ReadonlyMap<FolderTree, Passage>> {
  const ordered = links
    .map((link) => ({ ...link, place: placeIn(link.tree, link.relative) }))
    .sort(
      (a, b) =>
        compareCodeUnits(a.place.path, b.place.path) || compareCodeUnits(a.place.location, b.place.location),
    );
  const passages = new Map<FolderTree, Map<string, ListedEntry[]>>();
  for (const { tree, relative, place } of ordered) {
    const target = await disk.stat(pathToBytes(place.location), { bigint: true }).catch(() => undefined);
    const kind = kindOf(target);
    if (target !== undefined && kind === 'folder') {
      const identity = identityOf(target);
      if (tree.visited.has(identity)) continue;
      tree.visited.add(identity);
    }
    const passage = passages.get(tree) ?? new Map<string, ListedEntry[]>();
    passages.set(tree, passage);
    extend(passage, relative.split('/').map(nameToGlob), kind, target);
  }
  return passages;
}

/** Adds the folders on the way, each once, and the link as what it leads to. */
function extend(
  passage: Map<string, ListedEntry[]>,
  names: readonly string[],
  kind: EntryKind,
  target: BigIntStats | undefined,
): void {
  let folder = '';
  for (const [depth, name] of names.entries()) {
    const isLast = depth === names.length - 1;
    const entries = passage.get(folder) ?? [];
    passage.set(folder, entries);
    const path = joinPath(folder, name);
    if (isLast) entries.push(new ListedEntry(name, kind, target));
    else if (!passage.has(path)) entries.push(new ListedEntry(name, 'folder'));
    folder = path;
  }
}

function kindOf(target: BigIntStats | undefined): EntryKind {
  if (target === undefined) return 'broken';
  if (target.isDirectory()) return 'folder';
  return target.isFile() ? 'file' : 'special';
}
