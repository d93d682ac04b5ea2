/**
 * One file of a ZIP archive, read by somebody or not. Owns its decompression, its checksum, and going on behind it where
 * its data or its length is damaged. Memory: one step of compressed bytes, and what may be the next file.
 */
import { crc32 } from 'node:zlib';
import type { ByteReader } from '../byte-reader.ts';
import { Expansion, STEP_BYTES } from '../compression/expansion.ts';
import { ReadFailure } from '../request.ts';
import { inflateRaw } from './inflate-raw.ts';
import { isSignature, type LocalHeader, toNextHeader } from './zip-header.ts';
import { StoredData } from './zip-stored.ts';

const DESCRIPTOR = 0x08074b50;
const FREE_BYTES = 1 << 30;
const STORED = 0;
const DEFLATED = 8;
const SIGN = 4;
/** So many bytes are looked over for what stands behind them. */
const MOST_AHEAD = 1 << 20;

export class ZipMember {
  readonly #reader: ByteReader;
  readonly #header: LocalHeader;
  readonly #hasDescriptor: boolean;
  /** Bytes of its data, as far as that can be known before it is read. */
  readonly #size: number;
  /** Compressed bytes since the expansion was told. */
  #taken = 0;
  /** Compressed bytes not read yet, where their number is known. */
  #left: number;
  #isDone = false;
  #data: StoredData | undefined;
  /** The last compressed bytes that were used. */
  #step: Buffer = Buffer.alloc(0);

  constructor(reader: ByteReader, header: LocalHeader) {
    this.#reader = reader;
    this.#header = header;
    this.#hasDescriptor = (header.flags & 0x08) !== 0;
    // No file is longer than to the next one.
    this.#size = Math.min(header.compressed, header.room);
    // Data whose end is damaged goes on into whatever stands behind it, up to the next file at most where that is known.
    this.#left = this.#hasDescriptor && header.method !== STORED ? header.room : this.#size;
  }

  /** The decompressed bytes. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { flags, method } = this.#header;
    if ((flags & 0x01) !== 0)
      throw new ReadFailure('unreadable', 'encrypted; unpack it with its password first');
    if (method !== STORED && method !== DEFLATED) {
      const message = `compressed by method ${method} of ZIP, which is not read; unpack it and read what is in it`;
      throw new ReadFailure('unreadable', message);
    }
    const expansion = new Expansion('ZIP', FREE_BYTES);
    let crc = 0;
    for await (const chunk of method === STORED ? this.#stored() : this.#inflated()) {
      expansion.take(this.#taken);
      expansion.give(chunk.length);
      crc = crc32(chunk, crc);
      yield chunk;
    }
    this.#isDone = true;
    if (this.#hasDescriptor) await this.#descriptor(crc);
    else if (this.#header.crc !== crc) {
      this.#giveBack();
      throw corrupt();
    }
  }

  /** Of data that ended somewhere and does not come to its checksum: what follows may begin in its last step. */
  #giveBack(): void {
    if (this.#header.method === STORED) return;
    this.#reader.back(this.#step);
    this.#left += this.#step.length;
    this.#isDone = false;
  }

  /** Goes to what stands behind the file. */
  async finish(): Promise<void> {
    if (this.#isDone) return;
    if (!Number.isFinite(this.#left)) return await toNextHeader(this.#reader);
    if (this.#header.method === STORED && !this.#hasDescriptor) {
      await this.#skipStored(this.#storedData());
      return;
    }
    if (await this.#isDamagedLength()) return await toNextHeader(this.#reader);
    await this.#reader.skip(this.#left);
    if (this.#hasDescriptor) await toNextHeader(this.#reader);
  }

  /**
   * Whether what begins behind the length is no file. Only of what is compressed: an archive that is stored in this one
   * holds such signs itself.
   */
  async #isDamagedLength(): Promise<boolean> {
    if (this.#hasDescriptor || this.#header.method === STORED || this.#left > MOST_AHEAD) return false;
    const ahead = await this.#reader.upTo(this.#left + SIGN);
    this.#reader.back(ahead);
    return ahead.length === this.#left + SIGN && !isSignature(ahead.readUInt32LE(this.#left));
  }

  /** The checksum behind the data, with or without a signature, and the sizes behind it, in four or eight bytes each. */
  async #descriptor(crc: number): Promise<void> {
    const bytes = Buffer.from(await this.#reader.upTo(28));
    if (bytes.length >= SIGN && bytes.readUInt32LE() !== DESCRIPTOR && isSignature(bytes.readUInt32LE())) {
      // There is none: that it is said is what is damaged.
      this.#reader.back(bytes);
      if (this.#header.crc !== crc) throw corrupt();
      return;
    }
    const start = bytes.length >= 4 && bytes.readUInt32LE() === DESCRIPTOR ? 4 : 0;
    if (start === 0 && (bytes.length < 4 || bytes.readUInt32LE() !== crc)) {
      // Data that is damaged may end anywhere: the next file is looked for from here.
      this.#reader.back(bytes);
      this.#left = Number.POSITIVE_INFINITY;
      this.#isDone = false;
      throw corrupt();
    }
    const isWide = bytes.length >= start + 24 && isSignature(bytes.readUInt32LE(start + 20));
    this.#reader.back(bytes.subarray(start + (isWide ? 20 : 12)));
    if (bytes.length < start + 4 || bytes.readUInt32LE(start) !== crc) throw corrupt();
  }

  async *#stored(): AsyncGenerator<Uint8Array> {
    if (this.#hasDescriptor && this.#size === 0) throw unknownEnd();
    const data = this.#storedData();
    while (true) {
      const bytes = await data.take();
      this.#left = data.left;
      if (bytes === undefined) throw cutOff();
      if (bytes.length === 0) break;
      this.#taken = bytes.length;
      yield bytes;
    }
    if (!this.#hasDescriptor && data.sum !== this.#header.crc) await data.back();
  }

  /** Looked over all the same: where it ends may be elsewhere than it says. */
  async #skipStored(data: StoredData): Promise<void> {
    while (true) {
      const bytes = await data.take();
      if (bytes === undefined) return;
      if (bytes.length === 0) break;
    }
    if (data.sum !== this.#header.crc) await data.back();
  }

  #storedData(): StoredData {
    const crc = this.#hasDescriptor ? undefined : this.#header.crc;
    this.#data ??= new StoredData(this.#reader, this.#size, crc);
    return this.#data;
  }

  async *#inflated(): AsyncGenerator<Uint8Array> {
    const inflation = inflateRaw(
      async () => (this.#left > 0 ? await this.#take() : undefined),
      (unused) => {
        this.#reader.back(unused);
        this.#left += unused.length;
        this.#step = this.#step.subarray(0, this.#step.length - unused.length);
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
    this.#step = bytes;
    return bytes;
  }
}

export function cutOff(): ReadFailure {
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
