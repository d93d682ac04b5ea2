/**
 * Decompresses gzip that was written member by member, as web archives are: one record each. A damaged member of a web
 * archive costs itself and is told; anything else is left to the stream of all members. Memory: 1 MiB compressed.
 * Reference: RFC 1952, section 2.2; ISO 28500:2017, annex D.
 */
import { crc32, gunzipSync } from 'node:zlib';
import { ByteReader } from '../byte-reader.ts';
import { inflateRaw } from '../containers/inflate-raw.ts';
import { ReadFailure } from '../request.ts';
import { Expansion } from './expansion.ts';
import { gunzip } from './gunzip.ts';

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const WARC = Buffer.from('WARC/');
/** Shortest member: head, an empty block, checksum and length. */
const MIN_MEMBER = 20;
/** Bytes that are looked at together; members beyond it are inflated as they stream by. */
const LOOK = 1 << 20;
/** Beginnings of members inside a member, which bytes look like by chance (one in 16 MB) or by intent. */
const MAX_CHANCES = 8;
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
  try {
    while (true) {
      const start = reader.offset;
      const bytes = await reader.upTo(LOOK);
      let at = 0;
      for (let member = memberAt(bytes, at); member !== undefined; member = memberAt(bytes, at)) {
        const { end, decoded } = member;
        isWebArchive ||= isRecord(decoded ?? memberAt(bytes, end)?.decoded);
        if (decoded === undefined && !isWebArchive) break;
        if (decoded === undefined) onDamage(start + at);
        else {
          expansion.take(end - at);
          expansion.give(decoded.length);
          yield decoded;
        }
        at = end;
      }
      reader.back(bytes.subarray(at));
      if (at > 0) continue;
      // A single member, the last one, or what is no web archive.
      if (!isWebArchive || bytes.length < LOOK) return yield* gunzip(rest(reader), freeBytes);
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

interface Member {
  /** Where the next one begins. */
  readonly end: number;
  /** Undefined where it is damaged. */
  readonly decoded: Buffer | undefined;
}

/** The member that begins here; undefined where its end is not in these bytes. */
function memberAt(bytes: Buffer, start: number): Member | undefined {
  if (!bytes.subarray(start, start + MAGIC.length).equals(MAGIC)) return undefined;
  let first: number | undefined;
  let end = start + MIN_MEMBER - 1;
  for (let chance = 0; chance < MAX_CHANCES; chance++) {
    end = bytes.indexOf(MAGIC, end + 1);
    if (end === -1) return undefined;
    first ??= end;
    try {
      return { end, decoded: gunzipSync(bytes.subarray(start, end), { maxOutputLength: MAX_OUTPUT }) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'Z_DATA_ERROR') return { end: first, decoded: undefined };
      // It goes on where the next one seemed to begin; or it is larger than what is decoded at once.
      if (code !== 'Z_BUF_ERROR') return undefined;
    }
  }
  return undefined;
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
    const step = await reader.some(CHUNK >> 4);
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
    const bytes = await reader.some(CHUNK);
    if (bytes.length === 0) return;
    const at = bytes.indexOf(MAGIC);
    if (at !== -1) {
      reader.back(bytes.subarray(at));
      return;
    }
    if (bytes.length >= MAGIC.length) reader.back(bytes.subarray(bytes.length - MAGIC.length + 1));
  }
}

async function* rest(reader: ByteReader): AsyncGenerator<Uint8Array> {
  while (true) {
    const bytes = await reader.some(CHUNK);
    if (bytes.length === 0) return;
    yield bytes;
  }
}
