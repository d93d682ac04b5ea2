/**
 * Bytes appended to a temporary file and read back. Owns the file, which has no name from the moment it is open, so
 * that no interruption leaves it behind. Must not interpret what it keeps.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../lib/errors.ts';
import { FilePages } from './file-pages.ts';

/** Writes are gathered to this size: one system call per megabyte, not per article. */
const BUFFER_BYTES = 1 << 20;

export class PagedFile {
  readonly #file: number;
  readonly #pages: FilePages;
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
    this.#pages = new FilePages(this.#file);
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
    return this.#pages.read(offset, length, this.#flushed);
  }

  /** For readers in other threads: the open file and how much of it is written, which is all that was appended. */
  share(): { readonly file: number; readonly end: number } {
    this.#flush();
    return { file: this.#file, end: this.#flushed };
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
}

function spillError(cause: unknown): OutputError {
  return new OutputError(
    `the temporary folder ${tmpdir()} cannot take the working file (${(cause as Error).message}); free space there or point TMPDIR elsewhere`,
    { cause },
  );
}
