/**
 * Every page of the trees of a database file, each once: is it what LMDB takes it for? It checks nothing itself and reads
 * and writes where a damaged page says. Owns the layout of pages; must not know what is stored.
 *
 * Layout (LMDB 0.9, 64 bits, data version 2, little endian). Page: number (8 bytes), transaction (8), padding (2), flags
 * (2), end of the positions and start of the nodes, both without this header (2, 2), or the number of pages that a large
 * value takes (4); then the positions of the nodes (2 each, without this header). Node: size of the data or low words of a
 * page (4), flags or high word of the page (2), size of the key (2), key, data: the value, the first page of a large one
 * (8), or a tree (48). The first tree holds the free pages: transaction (8) to their count and numbers (8 each); 0 is none,
 * and a negative number the length of a run, whose first page follows (as lmdb-js writes it).
 */
import { readSync } from 'node:fs';

export const PAGE_HEADER = 24;
const NODE_HEADER = 8;
const NO_PAGE = 0xffffffffffffffffn;
const BRANCH = 0x01;
const LEAF = 0x02;
const OVERFLOW = 0x04;
const KINDS = BRANCH | LEAF | OVERFLOW;
/** Of a node: its value lies in pages of its own, or is a tree. */
const IS_LARGE = 0x01;
const HOLDS_TREE = 0x02;
/** Of a key; LMDB's own limit of this page size, beyond what the state has. */
const LONGEST_KEY = 1978;
/** Of a tree, as the first two pages, or a node of the second tree, tell it. */
const TREE = { flagsAt: 4, depthAt: 6, entriesAt: 32, rootAt: 40 } as const;
export const TREE_BYTES = 48;
/** LMDB's own limit is 32. */
const DEEPEST = 32;
const WORD = 8;

interface Tree {
  readonly root: bigint;
  /** What it holds in all. */
  readonly entries: bigint;
  readonly depth: number;
  /** How its keys are compared and whether they may be there twice. */
  readonly flags: number;
}

/** What the first pages say of a file. */
export interface Shape {
  readonly pageSize: number;
  readonly lastPage: bigint;
  /** That of the free pages, and that of the tables. */
  readonly trees: readonly [Tree, Tree];
}

export function treeAt(bytes: Buffer, at: number): Tree {
  return {
    root: bytes.readBigUInt64LE(at + TREE.rootAt),
    entries: bytes.readBigUInt64LE(at + TREE.entriesAt),
    depth: bytes.readUInt16LE(at + TREE.depthAt),
    flags: bytes.readUInt16LE(at + TREE.flagsAt),
  };
}

/** What a tree is of. */
type Role = 'free' | 'tables' | 'values';

export class Walk {
  readonly #file: number;
  readonly #shape: Shape;
  /** A bit for each page. */
  readonly #seen: Uint8Array;
  readonly #inner: Tree[] = [];
  readonly #free: Buffer[] = [];
  #leaves = 0;

  constructor(file: number, shape: Shape) {
    this.#file = file;
    this.#shape = shape;
    this.#seen = new Uint8Array(Number(shape.lastPage / 8n) + 1);
  }

  /** What is wrong first, in words; undefined where nothing is. */
  fault(): string | undefined {
    const [free, tables] = this.#shape.trees;
    const what = this.#tree(free, 'free') ?? this.#tree(tables, 'tables');
    if (what !== undefined) return what;
    for (const tree of this.#inner) {
      const what = this.#tree(tree, 'values');
      if (what !== undefined) return what;
    }
    return this.#free.every((list) => this.#isFree(list)) ? undefined : 'has a damaged list of free pages';
  }

  #tree({ root, depth, entries, flags }: Tree, role: Role): string | undefined {
    // A table of the state has one value a key, in the order of bytes.
    if (role !== 'free' && flags !== 0) return `has a tree of another kind (${flags})`;
    if (root === NO_PAGE) return entries === 0n ? undefined : 'has a tree without its pages';
    if (depth === 0 || depth > DEEPEST) return `has a tree of depth ${depth}`;
    const before = this.#leaves;
    const what = this.#page(root, depth, role);
    if (what !== undefined) return what;
    const found = this.#leaves - before;
    return BigInt(found) === entries ? undefined : `has ${found} of ${entries} entries of a tree`;
  }

  #page(number: bigint, levels: number, role: Role): string | undefined {
    if (!this.#take(number, 1n)) return `has a wrong page ${number}`;
    const { pageSize } = this.#shape;
    const page = this.#read(number, pageSize);
    const flags = page.readUInt16LE(18) & KINDS;
    const positionsEnd = PAGE_HEADER + page.readUInt16LE(20);
    const nodesStart = PAGE_HEADER + page.readUInt16LE(22);
    const damaged = `has a damaged page ${number}`;
    const isSound =
      page.readBigUInt64LE(0) === number &&
      flags === (levels === 1 ? LEAF : BRANCH) &&
      positionsEnd % 2 === 0 &&
      positionsEnd > PAGE_HEADER &&
      positionsEnd <= nodesStart &&
      nodesStart <= pageSize;
    if (!isSound) return damaged;
    let before: Buffer | undefined;
    for (let at = PAGE_HEADER; at < positionsEnd; at += 2) {
      const node = PAGE_HEADER + page.readUInt16LE(at);
      if (node < nodesStart || node + NODE_HEADER > pageSize) return damaged;
      const keyEnd = node + NODE_HEADER + page.readUInt16LE(node + 6);
      if (keyEnd > pageSize || keyEnd - node - NODE_HEADER > LONGEST_KEY) return damaged;
      const key = page.subarray(node + NODE_HEADER, keyEnd);
      // The first key of a branch is none; those of free pages are numbers, and in their own order.
      if (before !== undefined && role !== 'free' && Buffer.compare(before, key) >= 0) return damaged;
      if (levels === 1 || at > PAGE_HEADER) before = key;
      const what =
        levels > 1
          ? this.#page(childAt(page, node), levels - 1, role)
          : this.#value(page, node, keyEnd, role);
      if (what !== undefined) return what === '' ? damaged : what;
    }
    return undefined;
  }

  /** What is wrong with a value: empty where its node is. */
  #value(page: Buffer, node: number, at: number, role: Role): string | undefined {
    this.#leaves++;
    const size = page.readUInt32LE(node);
    const flags = page.readUInt16LE(node + 4);
    const isLarge = flags === IS_LARGE;
    const isTree = flags === HOLDS_TREE && role === 'tables' && size === TREE_BYTES;
    if (flags !== 0 && !isLarge && !isTree) return '';
    if (at + (isLarge ? WORD : size) > page.length) return '';
    if (isTree) this.#inner.push(treeAt(page, at));
    const first = isLarge ? page.readBigUInt64LE(at) : undefined;
    const what = first === undefined ? undefined : this.#large(first, size);
    if (what !== undefined || role !== 'free') return what;
    const list =
      first === undefined
        ? page.subarray(at, at + size)
        : this.#read(first, PAGE_HEADER + size).subarray(PAGE_HEADER);
    this.#free.push(list);
    return undefined;
  }

  /** What is wrong with the pages of a large value. */
  #large(first: bigint, size: number): string | undefined {
    const { pageSize, lastPage } = this.#shape;
    const damaged = `has a damaged page ${first}`;
    if (first < 2n || first > lastPage) return damaged;
    const header = this.#read(first, PAGE_HEADER);
    const count = header.readUInt32LE(20);
    const isSound =
      header.readBigUInt64LE(0) === first &&
      (header.readUInt16LE(18) & KINDS) === OVERFLOW &&
      count === Math.ceil((PAGE_HEADER + size) / pageSize);
    return isSound && this.#take(first, BigInt(count)) ? undefined : damaged;
  }

  /** Whether all pages of a list are free: there, and in no tree or other list. */
  #isFree(list: Buffer): boolean {
    if (list.length % WORD !== 0 || list.length === 0) return false;
    // Room for more may follow.
    const count = list.readBigInt64LE(0);
    if (count < 0n || count >= BigInt(list.length / WORD)) return false;
    let run = 1n;
    for (let at = WORD; at <= WORD * Number(count); at += WORD) {
      const word = list.readBigInt64LE(at);
      if (word < 0n) run = -word;
      else if (word > 0n) {
        if (!this.#take(word, run)) return false;
        run = 1n;
      }
    }
    return run === 1n;
  }

  /** Whether pages in a row are there and were not taken yet; then they are. */
  #take(first: bigint, count: bigint): boolean {
    if (first < 2n || count < 1n || first + count - 1n > this.#shape.lastPage) return false;
    for (let page = Number(first); page < Number(first + count); page++) {
      const bit = 1 << (page & 7);
      if ((this.#seen[page >>> 3]! & bit) !== 0) return false;
      this.#seen[page >>> 3]! |= bit;
    }
    return true;
  }

  #read(number: bigint, bytes: number): Buffer {
    const page = Buffer.alloc(bytes);
    readSync(this.#file, page, 0, bytes, Number(number) * this.#shape.pageSize);
    return page;
  }
}

function childAt(page: Buffer, node: number): bigint {
  return BigInt(page.readUInt32LE(node)) | (BigInt(page.readUInt16LE(node + 4)) << 32n);
}
