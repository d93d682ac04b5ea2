/**
 * Decompresses gzip that was written member by member, as web archives are: one record each. A damaged member of a web
 * archive costs itself and is told; anything else is left to the stream of all members. Memory: 1 MiB compressed.
 * Reference: RFC 1952, section 2.2; ISO 28500:2017, annex D.
 */
import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import { ByteReader } from '../byte-reader.ts';
import { inflateRaw } from '../containers/inflate-raw.ts';
import { ReadFailure } from '../request.ts';
import { Expansion, STEP_BYTES } from './expansion.ts';
import { gunzip } from './gunzip.ts';

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const WARC = Buffer.from('WARC/');
/** Bytes that are looked at together; members beyond it are inflated as they stream by. */
const LOOK = 1 << 20;
/** What a member may expand to at once. */
const MAX_OUTPUT = 64 << 20;
const CHUNK = 1 << 18;

/** `onDamage` is told where each damaged member begins, in compressed bytes. */
export async function* gunzipMembers(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
  onDamage: (offset: number) => void,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const expansion = new Expansion('gzip', freeBytes);
  let isWebArchive = false;
  let ratio: number | undefined;
  try {
    while (true) {
      const start = reader.offset;
      const bytes = await reader.upTo(LOOK);
      if (bytes.length === 0) return;
      const isLast = bytes.length < LOOK;
      const many = isWebArchive ? wholeMembers(bytes, isLast, ratio) : undefined;
      if (many !== undefined) {
        ratio = many.decoded.length / many.end;
        expansion.take(many.end);
        expansion.give(many.decoded.length);
        yield many.decoded;
      }
      let at = many?.end ?? 0;
      while (at < bytes.length) {
        // The first member may be the damaged one.
        const member = memberAt(bytes, at, isWebArchive || start + at === 0);
        // What is no web archive is read here as far as it is nothing but whole members.
        isWebArchive ||= isRecord(member.decoded ?? memberAt(bytes, member.end, false).decoded);
        const isFollowed = member.end === bytes.length ? isLast : isMember(bytes, member.end);
        if (member.kind === 'open' || !(isWebArchive || (member.kind === 'whole' && isFollowed))) break;
        if (member.kind === 'whole') {
          expansion.take(member.end - at);
          expansion.give(member.decoded.length);
          yield member.decoded;
        } else onDamage(start + at);
        at = member.end;
      }
      reader.back(bytes.subarray(at));
      if (at > 0) continue;
      if (!isWebArchive || isLast) return yield* gunzip(rest(reader), freeBytes);
      try {
        yield* largeMember(reader, expansion);
      } catch (failure) {
        if (!(failure instanceof ReadFailure)) throw failure;
        onDamage(start);
        await toNextMember(reader);
      }
    }
  } finally {
    await reader.close();
  }
}

/** A member that begins at a place, and where the next one does; `open`: its end is not in these bytes. */
type Member =
  | { readonly kind: 'whole'; readonly end: number; readonly decoded: Buffer }
  | { readonly kind: 'damaged' | 'open'; readonly end: number; readonly decoded?: undefined };

function memberAt(bytes: Buffer, start: number, isWebArchive: boolean): Member {
  const member = read(bytes, start);
  if (member.kind !== 'open' || !isWebArchive) return member;
  const next = recordBehind(bytes, start);
  return next === -1 ? member : { kind: 'damaged', end: next };
}

/** Room for what a look is decompressed to, before it is known how far it expands. */
const FIRST_ROOM = 4 << 20;
/** A look expands hardly more than the one before it; where it does, it only takes a second buffer. */
const SPARE_ROOM = 1.125;

/**
 * The members up to the last that begins here, in one call: a call for each costs more than to inflate it. Undefined where
 * they are not all whole, which is told member by member.
 */
function wholeMembers(
  bytes: Buffer,
  isLast: boolean,
  expansion: number | undefined,
): { readonly end: number; readonly decoded: Buffer } | undefined {
  const end = isLast ? bytes.length : bytes.lastIndexOf(MAGIC);
  if (end <= 0) return undefined;
  try {
    const chunkSize =
      expansion === undefined ? FIRST_ROOM : Math.max(CHUNK, Math.ceil(SPARE_ROOM * expansion * end));
    const options = { maxOutputLength: MAX_OUTPUT, chunkSize, info: true };
    const { buffer, engine } = gunzipSync(bytes.subarray(0, end), options) as unknown as Inflated;
    // What follows a member and is none is passed over in silence.
    return engine.bytesWritten === end ? { end, decoded: buffer } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a whole record begins behind a member that seems to have no end: a bit of its head can make it swallow what
 * follows.
 */
function recordBehind(bytes: Buffer, start: number): number {
  let next = bytes.indexOf(MAGIC, start + 1);
  for (let tried = 0; next !== -1 && tried < MOST_TRIED; tried++) {
    if (isRecord(read(bytes, next).decoded)) return next;
    next = bytes.indexOf(MAGIC, next + 1);
  }
  return -1;
}

/** Beginnings of members that are tried: a large one has its three bytes by chance once in sixteen looks. */
const MOST_TRIED = 16;

function read(bytes: Buffer, start: number): Member {
  if (start >= bytes.length) return { kind: 'open', end: start };
  const data = headEnd(bytes, start);
  try {
    if (!isMember(bytes, start)) return damagedTo(bytes, start);
    // With `info` the answer carries how much was taken, which the declared types leave out.
    const options = { maxOutputLength: MAX_OUTPUT, info: true };
    const { buffer, engine } = inflateRawSync(bytes.subarray(data), options) as unknown as Inflated;
    const trailer = data + engine.bytesWritten;
    if (trailer + 8 > bytes.length) return { kind: 'open', end: bytes.length };
    if (bytes.readUInt32LE(trailer) !== crc32(buffer)) return damagedTo(bytes, start);
    return { kind: 'whole', end: trailer + 8, decoded: buffer };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'Z_DATA_ERROR' ? damagedTo(bytes, start) : { kind: 'open', end: bytes.length };
  }
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Damage is believed only where another member is to be seen behind it. */
function damagedTo(bytes: Buffer, start: number): Member {
  const end = bytes.indexOf(MAGIC, start + 1);
  return end === -1 ? { kind: 'open', end: bytes.length } : { kind: 'damaged', end };
}

function isMember(bytes: Buffer, at: number): boolean {
  return bytes.subarray(at, at + MAGIC.length).equals(MAGIC);
}

/** Where the data of a member begins, behind what its head may hold. */
function headEnd(bytes: Buffer, start: number): number {
  const flags = bytes[start + 3] ?? 0;
  let at = start + 10;
  if ((flags & 0x04) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const flag of [0x08, 0x10]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    at = end === -1 ? bytes.length : end + 1;
  }
  return at + ((flags & 0x02) === 0 ? 0 : 2);
}

function isRecord(decoded: Buffer | undefined): boolean {
  return decoded?.subarray(0, WARC.length).equals(WARC) === true;
}

/** A member as it streams by; ends in a `ReadFailure` where it is damaged. */
async function* largeMember(reader: ByteReader, expansion: Expansion): AsyncGenerator<Uint8Array> {
  const head = Buffer.from(await reader.upTo(10));
  const flags = head[3] ?? 0;
  if ((flags & 0x04) !== 0) await reader.skip((await reader.upTo(2)).readUInt16LE());
  for (const flag of [0x08, 0x10]) if ((flags & flag) !== 0) await skipText(reader);
  if ((flags & 0x02) !== 0) await reader.skip(2);
  let crc = 0;
  const next = async (): Promise<Uint8Array | undefined> => {
    const step = await reader.upTo(STEP_BYTES);
    return step.length === 0 ? undefined : step;
  };
  for await (const { taken, chunks } of inflateRaw(next, (unused) => reader.back(unused))) {
    expansion.take(taken);
    for (const chunk of chunks) {
      expansion.give(chunk.length);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  }
  const trailer = await reader.upTo(8);
  if (trailer.length < 8 || trailer.readUInt32LE() !== crc)
    throw new ReadFailure('corrupt-archive', 'wrong checksum');
}

/** Behind a text that a zero ends. */
async function skipText(reader: ByteReader): Promise<void> {
  while (true) {
    const byte = await reader.upTo(1);
    if (byte.length === 0 || byte[0] === 0) return;
  }
}

async function toNextMember(reader: ByteReader): Promise<void> {
  while (true) {
    const bytes = await reader.upTo(CHUNK);
    const at = bytes.indexOf(MAGIC);
    if (at !== -1) reader.back(bytes.subarray(at));
    if (at !== -1 || bytes.length < CHUNK) return;
    reader.back(bytes.subarray(CHUNK - MAGIC.length + 1));
  }
}

async function* rest(reader: ByteReader): AsyncGenerator<Uint8Array> {
  while (true) {
    // Of one size whatever came: what is decoded before a damage hangs on it.
    const bytes = await reader.upTo(CHUNK);
    if (bytes.length === 0) return;
    yield bytes;
  }
}
