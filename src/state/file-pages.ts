/**
 * Reads ranges of an open file through some pages that are kept. Owns the pages; must not write, nor close the file: it
 * may belong to another thread.
 */
import { readSync } from 'node:fs';
import { OutputError } from '../lib/errors.ts';

/** Read at once: a system call costs as much as to read twenty articles. */
const PAGE_BYTES = 1 << 16;
/** Pages kept, the oldest out first: 4 MB. */
const MOST_PAGES = 64;
/** Pages remembered of which one record was read alone: a second one near it brings the whole page. */
const MOST_TOUCHED = 256;

export class FilePages {
  readonly #file: number;
  readonly #pages = new Map<number, Buffer>();
  readonly #touched = new Set<number>();

  constructor(file: number) {
    this.#file = file;
  }

  /**
   * Bytes of a range below `end`, before which the file never changes; they may stand in a page: to be used before the next
   * range is read.
   */
  read(offset: number, length: number, end: number): Buffer {
    const first = Math.floor(offset / PAGE_BYTES);
    const last = Math.floor((offset + length - 1) / PAGE_BYTES);
    if (last > first + 1 || (last + 1) * PAGE_BYTES > end) return this.#readIn(offset, length);
    const start = offset - first * PAGE_BYTES;
    if (this.#isFirstAsked(first)) return this.#readIn(offset, length);
    const page = this.#page(first);
    if (first === last) return page.subarray(start, start + length);
    // The second page may come into the room of the first.
    const bytes = Buffer.allocUnsafe(length);
    const before = page.copy(bytes, 0, start);
    this.#page(last).copy(bytes, before, 0, length - before);
    return bytes;
  }

  /** Whether the page is neither kept nor remembered, as where records are read here and there; from now on it is. */
  #isFirstAsked(number: number): boolean {
    if (this.#pages.has(number) || this.#touched.delete(number)) return false;
    if (this.#touched.size >= MOST_TOUCHED) this.#touched.delete(this.#touched.values().next().value ?? 0);
    this.#touched.add(number);
    return true;
  }

  /**
   * A page of the file, all of which is written: articles are read in their order or near one another. The room of the
   * oldest one is used again: what is given up all the time is collected by stopping every thread.
   */
  #page(number: number): Buffer {
    const known = this.#pages.get(number);
    if (known !== undefined) return known;
    const page = this.#readIn(number * PAGE_BYTES, PAGE_BYTES, this.#oldest());
    this.#pages.set(number, page);
    return page;
  }

  /** The page that goes out, where as many are kept as may be. */
  #oldest(): Buffer | undefined {
    if (this.#pages.size < MOST_PAGES) return undefined;
    const oldest = this.#pages.entries().next().value;
    if (oldest === undefined) return undefined;
    this.#pages.delete(oldest[0]);
    return oldest[1];
  }

  #readIn(offset: number, length: number, room?: Buffer): Buffer {
    const bytes = room ?? Buffer.allocUnsafe(length);
    for (let done = 0; done < length; ) {
      const read = readSync(this.#file, bytes, done, length - done, offset + done);
      if (read === 0) throw new OutputError('the working file in the temporary folder was cut short');
      done += read;
    }
    return bytes;
  }
}
