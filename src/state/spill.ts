/**
 * The spill file: analysed articles on disk, so that no archive is ever held in memory. Owns one temporary file,
 * which has no name from the moment it is open, so that no interruption leaves it behind. Must not interpret what
 * it keeps. Memory: 12 bytes an article.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../lib/errors.ts';
import { Float64Column, Uint32Column } from '../lib/growable.ts';
import type { Article, ArticleIndex } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';

/** Writes are gathered to this size: one system call per megabyte, not per article. */
const BUFFER_BYTES = 1 << 20;

export class SpillFile implements ArticlePort {
  readonly #file: number;
  readonly #offsets = new Float64Column();
  readonly #lengths = new Uint32Column();
  readonly #pending = Buffer.allocUnsafe(BUFFER_BYTES);
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

  get count(): number {
    return this.#offsets.length;
  }

  /** Appends an encoded article (see `encodeArticle`) and returns its index. */
  append(encoded: Uint8Array): ArticleIndex {
    const index = this.#offsets.length;
    this.#offsets.push(this.#write(encoded));
    this.#lengths.push(encoded.byteLength);
    return index;
  }

  replace(index: ArticleIndex, article: Article): void {
    const encoded = encodeArticle(article);
    this.#offsets.set(index, this.#write(encoded));
    this.#lengths.set(index, encoded.byteLength);
  }

  get(index: ArticleIndex): Article {
    const length = this.#lengths.at(index);
    const offset = this.#offsets.at(index);
    return decodeArticle(this.#read(offset, length));
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(bytes: Uint8Array): number {
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

  #read(offset: number, length: number): Buffer {
    if (offset >= this.#flushed) {
      const start = offset - this.#flushed;
      return this.#pending.subarray(start, start + length);
    }
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

/** Bytes of an article for the spill file; the inverse of `decodeArticle`. */
export function encodeArticle(article: Article): Uint8Array {
  return Buffer.from(JSON.stringify(article), 'utf8');
}

export function decodeArticle(bytes: Uint8Array): Article {
  return JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
  ) as Article;
}
