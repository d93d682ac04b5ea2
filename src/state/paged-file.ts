/**
 * Bytes appended to a temporary file and read back. Owns the file, which has no name from the moment it is open, so
 * that no interruption leaves it behind, and some pages of it. Must not interpret what it keeps.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../lib/errors.ts';

/** Writes are gathered to this size: one system call per megabyte, not per article. */
const BUFFER_BYTES = 1 << 20;
/** Read at once: a system call costs as much as to read twenty articles. */
const PAGE_BYTES = 1 << 16;
/** Pages kept, the oldest out first: 4 MB. */
const MOST_PAGES = 64;

export class PagedFile {
  readonly #file: number;
  readonly #pages = new Map<number, Buffer>();
  readonly #pending = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #pendingBytes = 0;
  /** File position of the first pending byte. */
  #flushed = 0;

  constructor() {
    try {
      const folder = mkdtempSync(join(tmpdir(), 'dedupe-'));
      try {
        this.#file = openSync(join(folder, 'articles'), 'w+', 0o600);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    } catch (cause) {
      throw spillError(cause);
    }
  }

  /** Appends bytes; the offset at which they stand. */
  append(bytes: Uint8Array): number {
    if (this.#pendingBytes + bytes.byteLength > BUFFER_BYTES) this.#flush();
    const at = this.#flushed + this.#pendingBytes;
    if (bytes.byteLength > BUFFER_BYTES) {
      this.#writeOut(bytes);
    } else {
      this.#pending.set(bytes, this.#pendingBytes);
      this.#pendingBytes += bytes.byteLength;
    }
    return at;
  }

  /** Bytes that may stand in a page or be written over later: to be read at once. They never change in the file. */
  read(offset: number, length: number): Buffer {
    if (offset >= this.#flushed) {
      const start = offset - this.#flushed;
      return this.#pending.subarray(start, start + length);
    }
    const first = Math.floor(offset / PAGE_BYTES);
    const last = Math.floor((offset + length - 1) / PAGE_BYTES);
    if (last > first + 1 || (last + 1) * PAGE_BYTES > this.#flushed) return this.#readIn(offset, length);
    const start = offset - first * PAGE_BYTES;
    const page = this.#page(first);
    if (first === last) return page.subarray(start, start + length);
    const head = page.subarray(start);
    return Buffer.concat([head, this.#page(last).subarray(0, length - head.length)]);
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    this.#writeOut(this.#pending.subarray(0, this.#pendingBytes));
    this.#pendingBytes = 0;
  }

  #writeOut(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.byteLength; ) {
        done += writeSync(this.#file, bytes, done, bytes.byteLength - done, this.#flushed + done);
      }
    } catch (cause) {
      throw spillError(cause);
    }
    this.#flushed += bytes.byteLength;
  }

  /** A page of the file, all of which is written: articles are read in their order or near one another. */
  #page(number: number): Buffer {
    const known = this.#pages.get(number);
    if (known !== undefined) return known;
    if (this.#pages.size >= MOST_PAGES) this.#pages.delete(this.#pages.keys().next().value ?? 0);
    const page = this.#readIn(number * PAGE_BYTES, PAGE_BYTES);
    this.#pages.set(number, page);
    return page;
  }

  #readIn(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file, bytes, done, length - done, offset + done);
      if (read === 0) throw new OutputError('the working file in the temporary folder was cut short');
      done += read;
    }
    return bytes;
  }
}

function spillError(cause: unknown): OutputError {
  return new OutputError(
    `the temporary folder ${tmpdir()} cannot take the working file (${(cause as Error).message}); free space there or point TMPDIR elsewhere`,
    { cause },
  );
}
