/**
 * The files of a tar archive as it streams by. Owns long names, and going on behind a damaged header or a wrong
 * length: no library at hand does, and one flipped bit would cost all that follows. Must not interpret what the files hold.
 * Reference: POSIX.1-2017, pax; GNU tar manual, "Basic Tar Format". Memory: one block, one
 * name, and a file of up to a mebibyte.
 */
import { ByteReader } from '../byte-reader.ts';
import { pathFromBytes } from '../path-name.ts';
import { ReadFailure } from '../request.ts';
import type { Found } from './found.ts';
import { isTarHeader, readTarHeader, TAR_BLOCK } from './tar-header.ts';

/** Largest header of names: no file system has longer ones. */
const MAX_NAMES = 1 << 20;

export async function* tarMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const reader = new ByteReader(source);
  let name: Uint8Array | undefined;
  let size: number | undefined;
  let lost = false;
  try {
    while (true) {
      const block = await reader.upTo(TAR_BLOCK);
      if (block.length < TAR_BLOCK) {
        if (block.some((byte) => byte !== 0)) yield { trouble: cutOff() };
        return;
      }
      // Archives are joined, and some are padded in their midst.
      if (block.every((byte) => byte === 0)) continue;
      const header = readTarHeader(block);
      if (header === undefined) {
        if (!lost) yield { trouble: damagedAt(reader.offset - TAR_BLOCK) };
        lost = true;
        continue;
      }
      lost = false;
      if ('xLg'.includes(header.type) && header.size <= MAX_NAMES) {
        const names = await body(reader, header.size);
        if (header.type === 'L') name = withoutNul(names);
        if (header.type === 'x') {
          const records = paxRecords(names);
          name = records.get('path') ?? name;
          const written = records.get('size');
          size = written === undefined ? size : Number(Buffer.from(written).toString('latin1'));
        }
        continue;
      }
      const stated = size ?? header.size;
      const next = await nextWithin(reader, stated);
      const length = next ?? stated;
      const member = new MemberBytes(reader, length);
      const shown = pathFromBytes(name ?? header.name);
      name = undefined;
      size = undefined;
      // Regular files, also as older programs mark them.
      if ('0\x07'.includes(header.type) && !shown.endsWith('/'))
        yield next === undefined
          ? { name: shown, bytes: member.chunks() }
          : { name: shown, trouble: wrongLength() };
      await member.finish();
    }
  } finally {
    await reader.close();
  }
}

/** The bytes of a file, read by somebody or not. */
class MemberBytes {
  readonly #reader: ByteReader;
  readonly #length: number;
  #left: number;

  constructor(reader: ByteReader, length: number) {
    this.#reader = reader;
    this.#length = length;
    this.#left = length;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const bytes = await this.#reader.some(this.#left);
      if (bytes.length === 0) {
        this.#left = 0;
        throw cutOff();
      }
      this.#left -= bytes.length;
      yield bytes;
    }
  }

  /** Goes to the block behind the file. */
  async finish(): Promise<void> {
    await this.#reader.skip(this.#left + padding(this.#length));
    this.#left = 0;
  }
}

/** Files so long are looked over for the header of the next one before they are read. */
const MOST_AHEAD = 1 << 20;

/**
 * Where another file begins within the length of the one that begins here, whose length is wrong: nothing begins behind it.
 * Undefined where that is not so. A tar archive within this one holds headers of its own.
 */
async function nextWithin(reader: ByteReader, stated: number): Promise<number | undefined> {
  const whole = stated + padding(stated);
  if (stated === 0 || whole > MOST_AHEAD) return undefined;
  const ahead = await reader.upTo(whole + TAR_BLOCK);
  reader.back(ahead);
  const blockAt = (at: number): Uint8Array => ahead.subarray(at, at + TAR_BLOCK);
  const isHeader = (at: number): boolean => at + TAR_BLOCK <= ahead.length && isTarHeader(blockAt(at));
  const isOver = ahead.length >= whole && blockAt(whole).every((byte) => byte === 0);
  if (isOver || isHeader(whole) || isHeader(0)) return undefined;
  for (let at = TAR_BLOCK; at < whole; at += TAR_BLOCK) if (isHeader(at)) return at;
  return undefined;
}

async function body(reader: ByteReader, size: number): Promise<Uint8Array> {
  const bytes = Uint8Array.from(await reader.upTo(size));
  await reader.skip(padding(size));
  return bytes;
}

function padding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** Lines `length key=value`, the length of all of the line in decimal. */
function paxRecords(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes.indexOf(0x20, at);
    const length = Number(Buffer.from(bytes.subarray(at, blank)).toString('latin1'));
    if (blank === -1 || !Number.isSafeInteger(length) || length <= blank - at) break;
    const record = bytes.subarray(blank + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    if (equals !== -1) {
      records.set(Buffer.from(record.subarray(0, equals)).toString('latin1'), record.subarray(equals + 1));
    }
    at += length;
  }
  return records;
}

function withoutNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function cutOff(): ReadFailure {
  return new ReadFailure('corrupt-archive', 'the tar archive is cut off here; what came before was read');
}

function wrongLength(): ReadFailure {
  const message =
    'its length in the tar archive is wrong; the file was left out, and reading goes on at the next';
  return new ReadFailure('corrupt-archive', message);
}

function damagedAt(offset: number): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the tar archive is damaged at byte ${offset}; reading goes on at the next file that can be told`,
  );
}
