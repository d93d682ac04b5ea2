/**
 * The file of the database as it lies on the disk, before LMDB maps it: a cut file would be a bus error there, and a page
 * of its trees that is not what a tree needs ends the process. Owns the layout; must not know what is stored.
 *
 * Layout (LMDB 0.9, 64 bits, data version 2, little endian). Page: number (8 bytes), transaction (8), padding (2), flags
 * (2), end of the positions and start of the nodes, both without this header (2, 2), then the positions of the nodes (2
 * each, without this header). Node: size of the data or low words of a page (4), flags or high word of the page (2), size
 * of the key (2), key, data. Pages 0 and 1 say what the file is; the younger one counts.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StateError } from '../../lib/errors.ts';
import { remedyFor, unreadable } from './remedy.ts';

const HEADER = 24;
const MAGIC = 0xbeefc0de;
const META = { pageSizeAt: 48, treesAt: 48, lastPageAt: 144, transactionAt: 152, bytes: 160 } as const;
/** Of a tree, as the first two pages, or a node of the second tree, tell it. */
const TREE = { bytes: 48, depthAt: 6, entriesAt: 32, rootAt: 40 } as const;
const NODE_HEADER = 8;
const NO_PAGE = 0xffffffffffffffffn;
const BRANCH = 0x01;
const LEAF = 0x02;
const HOLDS_TREE = 0x02;
/** LMDB's own limit is 32. */
const DEEPEST = 32;

interface Tree {
  readonly root: bigint;
  /** What it holds in all. */
  readonly entries: bigint;
  readonly depth: number;
}

interface Meta {
  readonly pageSize: number;
  readonly lastPage: bigint;
  readonly transaction: bigint;
  readonly trees: readonly Tree[];
}

/** A walk that a writer overtakes is begun again at most so often. */
const MOST_WALKS = 5;

/** Throws `StateError` where the file is empty, cut, of something else, or has a page in a tree that cannot stand there. */
export function refuseDamagedFile(path: string, folder: string): void {
  const fault = (what: string): StateError =>
    new StateError(`the state is damaged: ${path} ${what}; ${remedyFor(folder)}`);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? fault('is missing') : unreadable(path, code);
  }
  try {
    for (let walk = 1; ; walk++) {
      const size = fstatSync(file).size;
      if (size === 0) throw fault('is empty');
      const meta = readMeta(file);
      if (meta === undefined) throw fault('is not the database of a state');
      const wanted = (meta.lastPage + 1n) * BigInt(meta.pageSize);
      if (BigInt(size) < wanted) throw fault(`was cut (${size} of ${wanted} bytes)`);
      const what = new Walk(file, meta).fault();
      if (what === undefined) return;
      // Pages of this moment are written over no sooner than two transactions later.
      if (readMeta(file)?.transaction === meta.transaction || walk === MOST_WALKS) throw fault(what);
    }
  } catch (cause) {
    if (cause instanceof StateError) throw cause;
    throw unreadable(path, (cause as NodeJS.ErrnoException).code);
  } finally {
    closeSync(file);
  }
}

function readMeta(file: number): Meta | undefined {
  const pages = [Buffer.alloc(META.bytes), Buffer.alloc(META.bytes)] as const;
  readSync(file, pages[0], 0, META.bytes, 0);
  const pageSize = pages[0].readUInt32LE(META.pageSizeAt);
  if (pageSize < META.bytes || pageSize > 1 << 16) return undefined;
  readSync(file, pages[1], 0, META.bytes, pageSize);
  if (pages.some((page) => page.readUInt32LE(HEADER) !== MAGIC)) return undefined;
  const [page] = [...pages].sort((a, b) =>
    a.readBigUInt64LE(META.transactionAt) < b.readBigUInt64LE(META.transactionAt) ? 1 : -1,
  );
  if (page === undefined) return undefined;
  return {
    pageSize,
    lastPage: page.readBigUInt64LE(META.lastPageAt),
    transaction: page.readBigUInt64LE(META.transactionAt),
    trees: [treeAt(page, META.treesAt), treeAt(page, META.treesAt + TREE.bytes)],
  };
}

function treeAt(bytes: Buffer, at: number): Tree {
  return {
    root: bytes.readBigUInt64LE(at + TREE.rootAt),
    entries: bytes.readBigUInt64LE(at + TREE.entriesAt),
    depth: bytes.readUInt16LE(at + TREE.depthAt),
  };
}

/** Every page of the trees, each once. */
class Walk {
  readonly #file: number;
  readonly #meta: Meta;
  readonly #seen = new Set<bigint>();
  #leaves = 0;

  constructor(file: number, meta: Meta) {
    this.#file = file;
    this.#meta = meta;
  }

  /** What is wrong first, in words; undefined where nothing is. */
  fault(): string | undefined {
    const [free, tables] = this.#meta.trees;
    return this.#tree(free!, false) ?? this.#tree(tables!, true);
  }

  #tree({ root, depth, entries }: Tree, holdsTrees: boolean): string | undefined {
    if (root === NO_PAGE) return entries === 0n ? undefined : 'has a tree without its pages';
    if (depth === 0 || depth > DEEPEST) return `has a tree of depth ${depth}`;
    const before = this.#leaves;
    const inner: Tree[] = [];
    const what = this.#page(root, depth, holdsTrees ? inner : undefined);
    if (what !== undefined) return what;
    const found = this.#leaves - before;
    if (BigInt(found) !== entries) return `has ${found} of ${entries} entries of a tree`;
    for (const tree of inner) {
      const what = this.#tree(tree, false);
      if (what !== undefined) return what;
    }
    return undefined;
  }

  #page(number: bigint, levels: number, inner: Tree[] | undefined): string | undefined {
    const { pageSize, lastPage } = this.#meta;
    if (number < 2n || number > lastPage || this.#seen.has(number)) return `has a wrong page ${number}`;
    this.#seen.add(number);
    const page = Buffer.alloc(pageSize);
    readSync(this.#file, page, 0, pageSize, Number(number) * pageSize);
    const flags = page.readUInt16LE(18) & (BRANCH | LEAF);
    const positionsEnd = HEADER + page.readUInt16LE(20);
    const nodesStart = HEADER + page.readUInt16LE(22);
    const isSound =
      page.readBigUInt64LE(0) === number &&
      flags === (levels === 1 ? LEAF : BRANCH) &&
      positionsEnd % 2 === 0 &&
      positionsEnd > HEADER &&
      positionsEnd <= nodesStart &&
      nodesStart <= pageSize;
    if (!isSound) return `has a damaged page ${number}`;
    for (let at = HEADER; at < positionsEnd; at += 2) {
      const node = HEADER + page.readUInt16LE(at);
      if (node < nodesStart || node + NODE_HEADER > pageSize) return `has a damaged page ${number}`;
      const what = this.#node(page, node, levels, inner);
      if (what !== undefined) return what;
    }
    return undefined;
  }

  /** `inner`: where the trees go that the entries tell of. */
  #node(page: Buffer, at: number, levels: number, inner: Tree[] | undefined): string | undefined {
    const damaged = `has a damaged page ${page.readBigUInt64LE(0)}`;
    const keyEnd = at + NODE_HEADER + page.readUInt16LE(at + 6);
    if (keyEnd > page.length) return damaged;
    const flags = page.readUInt16LE(at + 4);
    if (levels > 1)
      return this.#page(BigInt(page.readUInt32LE(at)) | (BigInt(flags) << 32n), levels - 1, inner);
    this.#leaves++;
    if (inner === undefined || (flags & HOLDS_TREE) === 0) return undefined;
    if (keyEnd + TREE.bytes > page.length) return damaged;
    inner.push(treeAt(page, keyEnd));
    return undefined;
  }
}
