/**
 * The directory at the end of a ZIP archive, where it can be reached: which files are in the archive, where each begins
 * and how long it is. Owns finding and checking it; a directory that is not whole is none. Must not read files.
 * Reference: PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16, 4.5.3.
 */
import { crc32 } from 'node:zlib';
import type { RandomAccess } from '../random-access.ts';

export interface ZipEntry {
  /** Where its own header stands. */
  readonly start: number;
  /** Bytes of its data in the archive. */
  readonly compressed: number;
  readonly nameLength: number;
  /** Checksum of its name. */
  readonly nameSum: number;
}

const END = 'PK\x05\x06';
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
export const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
const ENTRY_BYTES = 46;
/** A directory of some million files; of a larger one the archive is read without it. */
const MOST_BYTES = 1 << 27;
const UNKNOWN = 0xffffffff;

export class ZipDirectory {
  readonly #access: RandomAccess;
  readonly #byStart = new Map<number, ZipEntry>();
  readonly #byName = new Map<number, ZipEntry>();
  /** Where files begin, and the directory behind the last, in order. */
  readonly #starts: Float64Array;

  constructor(access: RandomAccess, entries: readonly ZipEntry[], end: number) {
    this.#access = access;
    for (const entry of entries) {
      this.#byStart.set(entry.start, entry);
      this.#byName.set(entry.nameSum, entry);
    }
    this.#starts = Float64Array.from([...entries.map(({ start }) => start), end]).sort();
  }

  at(start: number): ZipEntry | undefined {
    return this.#byStart.get(start);
  }

  /** Where the next file, or the directory, begins behind this place. */
  next(place: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! > place) high = middle;
      else low = middle + 1;
    }
    return this.#starts[low] ?? Number.POSITIVE_INFINITY;
  }

  /** Whether a file that begins here was deleted or replaced: it is not listed, and what is listed so stands elsewhere. */
  async isGone(start: number, name: Uint8Array): Promise<boolean> {
    if (this.#byStart.has(start)) return false;
    const other = this.#byName.get(crc32(name));
    if (other === undefined) return true;
    // The listing itself may be what is damaged.
    return await isLocal(this.#access, other.start);
  }
}

/** Undefined where there is none that is whole. */
export async function readDirectory(access: RandomAccess): Promise<ZipDirectory | undefined> {
  const tailStart = Math.max(0, access.bytes - END_BYTES - LONGEST_COMMENT);
  const tail = await access.read(tailStart, access.bytes);
  const at = tail.lastIndexOf(END);
  if (at === -1 || tail.length - at < END_BYTES) return undefined;
  const told = await endOf(access, tail.subarray(at), tailStart + at);
  if (told === undefined || told.bytes > MOST_BYTES || told.end - told.bytes < 0) return undefined;
  // What stands before the archive, as in one that unpacks itself, moves all of it.
  const start = told.end - told.bytes;
  const moved = start - told.start;
  const entries = entriesOf(await access.read(start, told.end), moved);
  if (entries?.length !== told.count) return undefined;
  const first = entries.reduce((least, entry) => Math.min(least, entry.start), start);
  // Else what says where it all begins is damaged.
  return entries.length === 0 || (await isLocal(access, first))
    ? new ZipDirectory(access, entries, start)
    : undefined;
}

async function isLocal(access: RandomAccess, place: number): Promise<boolean> {
  if (place < 0) return false;
  const sign = await access.read(place, place + 4);
  return sign.length === 4 && sign.readUInt32LE() === LOCAL;
}

interface End {
  readonly count: number;
  readonly bytes: number;
  /** Where the directory begins, as written. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

async function endOf(access: RandomAccess, written: Buffer, place: number): Promise<End | undefined> {
  const small = {
    count: written.readUInt16LE(10),
    bytes: written.readUInt32LE(12),
    start: written.readUInt32LE(16),
    end: place,
  };
  const locator = await access.read(place - LOCATOR_BYTES, place);
  if (locator.length < LOCATOR_BYTES || locator.readUInt32LE() !== LOCATOR_64) return small;
  const end = place - LOCATOR_BYTES - END_64_BYTES;
  const large = end < 0 ? Buffer.alloc(0) : await access.read(end, end + END_64_BYTES);
  if (large.length < END_64_BYTES || large.readUInt32LE() !== END_64) return undefined;
  const [count, bytes, start] = [32, 40, 48].map((at) => Number(large.readBigUInt64LE(at))) as [
    number,
    number,
    number,
  ];
  return { count, bytes, start, end };
}

/** Undefined where something else stands among them. */
function entriesOf(directory: Buffer, moved: number): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (directory.length - at < ENTRY_BYTES || directory.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const extraStart = at + ENTRY_BYTES + nameLength;
    const next = extraStart + extraLength + directory.readUInt16LE(at + 32);
    if (next > directory.length) return undefined;
    const large = largeNumbers(directory, at, directory.subarray(extraStart, extraStart + extraLength));
    const name = directory.subarray(at + ENTRY_BYTES, extraStart);
    entries.push({
      start: large.start + moved,
      compressed: large.compressed,
      nameLength,
      nameSum: crc32(name),
    });
    at = next;
  }
  return entries;
}

/** Those of an entry that do not fit into four bytes stand in its extra field, in this order. */
function largeNumbers(
  directory: Buffer,
  at: number,
  extra: Buffer,
): { readonly start: number; readonly compressed: number } {
  const field = extraField(extra, 0x0001) ?? Buffer.alloc(0);
  let used = 0;
  const [, compressed, start] = [24, 20, 42].map((place) => {
    const written = directory.readUInt32LE(at + place);
    if (written !== UNKNOWN || field.length < used + 8) return written;
    used += 8;
    return Number(field.readBigUInt64LE(used - 8));
  }) as [number, number, number];
  return { start, compressed };
}

export function extraField(extra: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}
