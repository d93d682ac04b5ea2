/** Reads a stream of chunks by counts of bytes instead. Must not interpret them. */
import { bufferOf } from '../lib/buffer-of.ts';

export class ByteReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #at = 0;
  #isOver = false;
  /** Bytes handed on or skipped. */
  offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#iterator = source[Symbol.asyncIterator]();
  }

  /** So many bytes, fewer only where the stream ends. */
  async upTo(length: number): Promise<Buffer> {
    await this.#fill(length);
    const bytes = this.#held.subarray(this.#at, this.#at + length);
    this.#at += bytes.length;
    this.offset += bytes.length;
    return bytes;
  }

  /** Puts back bytes, the last that were handed on. */
  back(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.offset -= bytes.length;
    if (this.#at >= bytes.length) {
      this.#at -= bytes.length;
      return;
    }
    this.#held = Buffer.concat([bytes, this.#held.subarray(this.#at)]);
    this.#at = 0;
  }

  /** What is at hand, at least one byte and at most `most`; empty at the end of the stream. */
  async some(most: number): Promise<Buffer> {
    await this.#fill(1);
    return await this.upTo(Math.min(most, this.#held.length - this.#at));
  }

  /** How many of these bytes there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const bytes = await this.some(left);
      if (bytes.length === 0) break;
      left -= bytes.length;
    }
    return length - left;
  }

  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  async #fill(length: number): Promise<void> {
    if (this.#held.length - this.#at >= length) return;
    const pieces: Uint8Array[] = [this.#held.subarray(this.#at)];
    let count = this.#held.length - this.#at;
    while (count < length && !this.#isOver) {
      const next = await this.#iterator.next();
      if (next.done === true) this.#isOver = true;
      else {
        pieces.push(next.value);
        count += next.value.length;
      }
    }
    this.#held =
      pieces.length === 2 && pieces[0]!.length === 0 ? bufferOf(pieces[1]!) : Buffer.concat(pieces);
    this.#at = 0;
  }
}
