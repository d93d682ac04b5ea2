/**
 * The files of a ZIP archive as it streams by, from their local headers: so one inside another archive, from a pipe or
 * cut off is read like any other. Owns sizes that follow the data, checksums, and going on behind damage.
 * Reference: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.9, 4.5.3. Memory: one step of compressed bytes.
 */
import { crc32 } from 'node:zlib';
import { ByteReader } from '../byte-reader.ts';
import { Expansion, STEP_BYTES } from '../compression/expansion.ts';
import { pathFromBytes } from '../path-name.ts';
import { ReadFailure } from '../request.ts';
import type { Found } from './found.ts';
import { inflateRaw } from './inflate-raw.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
/** What may follow the last file: the directory and its kin. */
const AFTER_FILES: ReadonlySet<number> = new Set([
  0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50, 0x05054b50,
]);
/** Archives made in several volumes begin with one of these. */
const SPANNED: ReadonlySet<number> = new Set([DESCRIPTOR, 0x30304b50]);
const UNKNOWN_SIZE = 0xffffffff;
/** Bytes of a local header between its signature and its name. */
const FIXED = 26;
const FREE_BYTES = 1 << 30;
/** Bytes that are searched at a time. */
const LOOK = 1 << 16;

interface LocalHeader {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
}

export async function* zipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const reader = new ByteReader(source);
  let isLost = false;
  try {
    while (true) {
      const signature = await reader.upTo(4);
      if (signature.length < 4) {
        if (signature.length > 0 && !isLost) yield { trouble: cutOff() };
        return;
      }
      const number = signature.readUInt32LE();
      if (AFTER_FILES.has(number)) {
        // Whether all of it is there, and stood still, is told at its end.
        while ((await reader.some(1 << 16)).length > 0);
        return;
      }
      if (reader.offset === 4 && SPANNED.has(number)) continue;
      const header = number === LOCAL ? await localHeader(reader) : undefined;
      if (header === undefined) {
        if (!isLost) yield { trouble: damagedAt(reader.offset - 4) };
        isLost = true;
        reader.back(signature.subarray(1));
        await toNextHeader(reader);
        continue;
      }
      isLost = false;
      const member = new ZipMember(reader, header);
      if (!header.name.endsWith('/')) yield { name: header.name, bytes: member.chunks() };
      await member.finish();
    }
  } finally {
    await reader.close();
  }
}

/** Behind the signature; undefined where no header can be, and nothing is taken. */
async function localHeader(reader: ByteReader): Promise<LocalHeader | undefined> {
  const fixed = Buffer.from(await reader.upTo(FIXED));
  const [nameLength, extraLength] =
    fixed.length < FIXED ? [0, 0] : [fixed.readUInt16LE(22), fixed.readUInt16LE(24)];
  const variable = Buffer.from(await reader.upTo(nameLength + extraLength));
  const [name, extra] = [variable.subarray(0, nameLength), variable.subarray(nameLength)];
  // No name holds a zero, and no field the beginning of the next file.
  const isWhole = nameLength > 0 && variable.length === nameLength + extraLength;
  if (!isWhole || name.includes(0) || extra.includes('PK\x03\x04')) {
    reader.back(Buffer.concat([fixed, variable]));
    return undefined;
  }
  const zip64 = extraField(extra, 0x0001);
  const written = fixed.readUInt32LE(14);
  const large = zip64 !== undefined && zip64.length >= 16 ? Number(zip64.readBigUInt64LE(8)) : written;
  return {
    name: pathFromBytes(name),
    flags: fixed.readUInt16LE(2),
    method: fixed.readUInt16LE(4),
    crc: fixed.readUInt32LE(10),
    compressed: written === UNKNOWN_SIZE ? large : written,
  };
}

function extraField(extra: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === wanted) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

/** One file of the archive, read by somebody or not. */
class ZipMember {
  readonly #reader: ByteReader;
  readonly #header: LocalHeader;
  readonly #hasDescriptor: boolean;
  /** Compressed bytes since the expansion was told. */
  #taken = 0;
  /** Compressed bytes not read yet, where their number is known. */
  #left: number;
  #isDone = false;

  constructor(reader: ByteReader, header: LocalHeader) {
    this.#reader = reader;
    this.#header = header;
    this.#hasDescriptor = (header.flags & 0x08) !== 0;
    this.#left = this.#hasDescriptor ? Number.POSITIVE_INFINITY : header.compressed;
  }

  /** The decompressed bytes. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { flags, method } = this.#header;
    if ((flags & 0x01) !== 0)
      throw new ReadFailure('unreadable', 'encrypted; unpack it with its password first');
    if (method !== 0 && method !== 8) {
      const message = `compressed by method ${method} of ZIP, which is not read; unpack it and read what is in it`;
      throw new ReadFailure('unreadable', message);
    }
    if (method === 0 && this.#hasDescriptor && this.#header.compressed === 0) throw unknownEnd();
    if (method === 0) this.#left = this.#header.compressed;
    const expansion = new Expansion('ZIP', FREE_BYTES);
    let crc = 0;
    for await (const chunk of method === 0 ? this.#stored() : this.#inflated()) {
      expansion.take(this.#taken);
      expansion.give(chunk.length);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    this.#isDone = true;
    if (this.#hasDescriptor) await this.#descriptor(crc);
    else if (this.#header.crc !== crc) throw corrupt();
  }

  /** Goes to what stands behind the file. */
  async finish(): Promise<void> {
    if (this.#isDone) return;
    if (Number.isFinite(this.#left)) {
      await this.#reader.skip(this.#left);
      if (this.#hasDescriptor) await toNextHeader(this.#reader);
    } else await toNextHeader(this.#reader);
  }

  /** The checksum behind the data, with or without a signature, and the sizes behind it, in four or eight bytes each. */
  async #descriptor(crc: number): Promise<void> {
    const bytes = Buffer.from(await this.#reader.upTo(28));
    const start = bytes.length >= 4 && bytes.readUInt32LE() === DESCRIPTOR ? 4 : 0;
    const isWide = bytes.length >= start + 24 && isSignature(bytes.readUInt32LE(start + 20));
    this.#reader.back(bytes.subarray(start + (isWide ? 20 : 12)));
    if (bytes.length < start + 4 || bytes.readUInt32LE(start) !== crc) throw corrupt();
  }

  async *#stored(): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const bytes = await this.#take();
      this.#taken = bytes.length;
      yield bytes;
    }
  }

  async *#inflated(): AsyncGenerator<Uint8Array> {
    const inflation = inflateRaw(
      async () => (this.#left > 0 ? await this.#take() : undefined),
      (unused) => {
        this.#reader.back(unused);
        this.#left += unused.length;
      },
    );
    for await (const { taken, chunks } of inflation) {
      this.#taken = taken;
      for (const chunk of chunks) {
        yield chunk;
        this.#taken = 0;
      }
    }
    // Where the stated size is larger, it is wrong, and what follows is the next file.
  }

  async #take(): Promise<Buffer> {
    // Of one size whatever came: what is decoded before a damage hangs on it.
    const bytes = await this.#reader.upTo(Math.min(STEP_BYTES, this.#left));
    if (bytes.length === 0) {
      this.#left = 0;
      throw cutOff();
    }
    this.#left -= bytes.length;
    return bytes;
  }
}

/** Goes to the next signature of a file or of the directory. */
async function toNextHeader(reader: ByteReader): Promise<void> {
  while (true) {
    const bytes = await reader.upTo(LOOK);
    for (
      let at = bytes.indexOf('PK');
      at !== -1 && at + 4 <= bytes.length;
      at = bytes.indexOf('PK', at + 1)
    ) {
      const number = bytes.readUInt32LE(at);
      if (!isSignature(number)) continue;
      reader.back(bytes.subarray(at));
      return;
    }
    if (bytes.length < LOOK) return;
    // A signature may begin in the last bytes.
    reader.back(bytes.subarray(bytes.length - 3));
  }
}

function isSignature(number: number): boolean {
  return number === LOCAL || AFTER_FILES.has(number);
}

function cutOff(): ReadFailure {
  return new ReadFailure('corrupt-archive', 'the ZIP archive is cut off here; what came before was read');
}

function corrupt(): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    'the data in the ZIP archive is corrupt; fetch the archive again',
  );
}

function unknownEnd(): ReadFailure {
  return new ReadFailure(
    'unreadable',
    'stored without its size, so that its end cannot be told; unpack it first',
  );
}

function damagedAt(offset: number): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the ZIP archive is damaged at byte ${offset}; reading goes on at the next file that can be told`,
  );
}
