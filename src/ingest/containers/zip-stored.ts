/**
 * Data that stands in a ZIP archive as it is. Owns its end: where a length is wrong, that is where the checksum fits and the
 * next file begins. Must not decompress.
 */
import { crc32 } from 'node:zlib';
import type { ByteReader } from '../byte-reader.ts';
import { STEP_BYTES } from '../compression/expansion.ts';
import { isSignature, signatureIn } from './zip-header.ts';

/** What was read from the first sign of another file on, up to so many bytes, can be read again. */
const MOST_KEPT = 1 << 20;
/** Of a sign all but its last byte. */
const HALF_SIGN = 3;
const SIGN = 4;

export class StoredData {
  readonly #reader: ByteReader;
  readonly #crc: number | undefined;
  #left: number;
  #sum = 0;
  /** From the first sign of another file on; undefined before it, and where that is too long ago. */
  #kept: Buffer[] | undefined;
  #keptBytes = 0;

  /** `crc`: what the data must come to, where that is known before it. */
  constructor(reader: ByteReader, length: number, crc: number | undefined) {
    this.#reader = reader;
    this.#left = length;
    this.#crc = crc;
  }

  get left(): number {
    return this.#left;
  }

  /** Checksum of what was handed on. */
  get sum(): number {
    return this.#sum;
  }

  /** The next bytes, none where the data is over; undefined where the archive is. */
  async take(): Promise<Buffer | undefined> {
    if (this.#left === 0) return Buffer.alloc(0);
    const bytes = await this.#reader.upTo(Math.min(STEP_BYTES, this.#left));
    if (bytes.length === 0) {
      this.#left = 0;
      return undefined;
    }
    this.#left -= bytes.length;
    if (!bytes.includes('P')) return this.#given(bytes, 0, undefined);
    // A sign may stand across the end of the step.
    const behind = await this.#reader.upTo(HALF_SIGN);
    const seen = Buffer.concat([bytes, behind]);
    this.#reader.back(behind);
    return this.#upToSign(bytes, seen);
  }

  /** As far as the next file, where the checksum says that it is one. */
  #upToSign(bytes: Buffer, seen: Buffer): Buffer {
    const first = signatureIn(seen, 0);
    let summed = 0;
    for (let at = first; at !== -1 && at < bytes.length; at = signatureIn(seen, at + 1)) {
      this.#sum = crc32(bytes.subarray(summed, at), this.#sum);
      summed = at;
      if (this.#sum !== this.#crc) continue;
      this.#reader.back(bytes.subarray(at));
      this.#left = 0;
      return bytes.subarray(0, at);
    }
    return this.#given(bytes, summed, first === -1 || first >= bytes.length ? undefined : first);
  }

  #given(bytes: Buffer, summed: number, sign: number | undefined): Buffer {
    this.#sum = crc32(bytes.subarray(summed), this.#sum);
    if (this.#kept === undefined && sign !== undefined && this.#keptBytes === 0) this.#kept = [];
    if (this.#kept === undefined) return bytes;
    this.#kept.push(this.#keptBytes === 0 ? bytes.subarray(sign) : bytes);
    this.#keptBytes += this.#kept.at(-1)!.length;
    if (this.#keptBytes > MOST_KEPT) this.#kept = undefined;
    return bytes;
  }

  /** Of data that does not come to its checksum, and behind which no file begins: goes back to the first sign of one. */
  async back(): Promise<void> {
    if (this.#kept === undefined) return;
    const next = await this.#reader.upTo(SIGN);
    this.#reader.back(next);
    if (next.length === SIGN && isSignature(next.readUInt32LE())) return;
    this.#reader.back(Buffer.concat(this.#kept));
    this.#kept = undefined;
  }
}
