/**
 * The spill file: analysed articles on disk, so that no archive is ever held in memory. Owns one temporary file,
 * which has no name from the moment it is open, so that no interruption leaves it behind. Must not interpret what
 * it keeps. Memory: 12 bytes an article, and some pages of the file.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../lib/errors.ts';
import { Float64Column, Uint32Column } from '../lib/growable.ts';
import type { Article, ArticleIndex, Block } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';
import { type RecordHead, RecordWriter, readBlocks, readHead, recordHeadOf } from './record.ts';

/** Writes are gathered to this size: one system call per megabyte, not per article. */
const BUFFER_BYTES = 1 << 20;

/** The article of a head and of blocks that are read when they are first asked for. */
export type Complete = (head: RecordHead, blocksOf: () => readonly Block[]) => Article;

/** Read at once: a system call costs as much as to read twenty articles. */
const PAGE_BYTES = 1 << 16;
/** Pages kept, the oldest out first: 4 MB. */
const MOST_PAGES = 64;

export class SpillFile implements ArticlePort {
  readonly #file: number;
  readonly #complete: Complete;
  readonly #writer = new RecordWriter();
  readonly #pages = new Map<number, Buffer>();
  readonly #offsets = new Float64Column();
  readonly #lengths = new Uint32Column();
  readonly #pending = Buffer.allocUnsafe(BUFFER_BYTES);
  #pendingBytes = 0;
  /** File position of the first pending byte. */
  #flushed = 0;

  constructor(complete: Complete) {
    this.#complete = complete;
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

  /** Appends records one behind the other (see `RecordWriter`), of so many bytes each. */
  append(records: Uint8Array, lengths: readonly number[]): void {
    let offset = this.#write(records);
    for (const length of lengths) {
      this.#offsets.push(offset);
      this.#lengths.push(length);
      offset += length;
    }
  }

  /** Puts records in the place of those of other articles' indexes. */
  putAgain(indexes: readonly ArticleIndex[], records: Uint8Array, lengths: readonly number[]): void {
    let offset = this.#write(records);
    indexes.forEach((index, i) => {
      const length = lengths[i] ?? 0;
      this.#offsets.set(index, offset);
      this.#lengths.set(index, length);
      offset += length;
    });
  }

  replace(index: ArticleIndex, article: Article): void {
    this.#writer.push(recordHeadOf(article), article.blocks);
    const { bytes, lengths } = this.#writer.take();
    this.putAgain([index], bytes, lengths);
  }

  /** The bytes of an article as they were written. */
  recordOf(index: ArticleIndex): Uint8Array {
    return this.#read(this.#offsets.at(index), this.#lengths.at(index));
  }

  get(index: ArticleIndex): Article {
    const record = this.#read(this.#offsets.at(index), this.#lengths.at(index));
    return this.#complete(readHead(record), () => readBlocks(record));
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

  /** A copy: what is pending or kept is written over, and blocks are read later. */
  #read(offset: number, length: number): Buffer {
    if (offset >= this.#flushed) {
      const start = offset - this.#flushed;
      return Buffer.from(this.#pending.subarray(start, start + length));
    }
    const first = Math.floor(offset / PAGE_BYTES);
    const last = Math.floor((offset + length - 1) / PAGE_BYTES);
    if (last > first + 1 || (last + 1) * PAGE_BYTES > this.#flushed) return this.#readIn(offset, length);
    const start = offset - first * PAGE_BYTES;
    const page = this.#page(first);
    if (first === last) return Buffer.from(page.subarray(start, start + length));
    const head = page.subarray(start);
    return Buffer.concat([head, this.#page(last).subarray(0, length - head.length)]);
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
