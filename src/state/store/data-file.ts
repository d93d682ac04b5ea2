/**
 * The file of the database as it lies on the disk, before LMDB maps it: a cut file would be a bus error there, and a page
 * that is not what it needs (`data-walk.ts`) ends the process. Owns the first two pages, which say what the file is (LMDB
 * 0.9, 64 bits, data version 2, little endian); must not know what is stored. The younger page counts.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StateError } from '../../lib/errors.ts';
import { PAGE_HEADER, type Shape, TREE_BYTES, treeAt, Walk } from './data-walk.ts';
import { remedyFor, unreadable } from './remedy.ts';

const MAGIC = 0xbeefc0de;
const VERSION = 2;
const META = {
  versionAt: 28,
  addressAt: 32,
  pageSizeAt: 48,
  treesAt: 48,
  lastPageAt: 144,
  transactionAt: 152,
  bytes: 160,
} as const;

interface Meta extends Shape {
  readonly transaction: bigint;
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
  if (pages.some((page) => !isMeta(page, pageSize))) return undefined;
  const [page] = [...pages].sort((a, b) =>
    a.readBigUInt64LE(META.transactionAt) < b.readBigUInt64LE(META.transactionAt) ? 1 : -1,
  );
  if (page === undefined) return undefined;
  return {
    pageSize,
    lastPage: page.readBigUInt64LE(META.lastPageAt),
    transaction: page.readBigUInt64LE(META.transactionAt),
    trees: [treeAt(page, META.treesAt), treeAt(page, META.treesAt + TREE_BYTES)],
  };
}

/** LMDB trusts both pages: of an address it would map the file there. */
function isMeta(page: Buffer, pageSize: number): boolean {
  return (
    page.readUInt32LE(PAGE_HEADER) === MAGIC &&
    page.readUInt32LE(META.versionAt) === VERSION &&
    page.readBigUInt64LE(META.addressAt) === 0n &&
    page.readUInt32LE(META.pageSizeAt) === pageSize
  );
}
