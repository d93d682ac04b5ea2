/**
 * One file of records, and where the current one of each article stands. Records that are kept elsewhere are brought here,
 * with their neighbours, when the first of them is asked for. Owns places; must not interpret records.
 * Memory: 12 bytes an article.
 */
import { bufferOf } from '../lib/buffer-of.ts';
import { Float64Column, Uint32Column } from '../lib/growable.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { RecordBlock, RecordBytes } from './packed-records.ts';
import { PagedFile } from './paged-file.ts';
import type { SharedRecords } from './spill-reader.ts';

/** Records that are kept elsewhere: those near a position, from 0. The same ones each time. */
export interface KeptRecords {
  readonly count: number;
  blockAt(position: number): RecordBlock;
}

/** All records one by one, as bytes to be used at once. */
export function* allRecords(records: KeptRecords | RecordBytes): Iterable<Buffer> {
  const count = 'bytes' in records ? records.lengths.length : records.count;
  for (let position = 0; position < count; ) {
    const { bytes, lengths } = 'bytes' in records ? records : records.blockAt(position);
    const all = bufferOf(bytes);
    let at = 0;
    for (const length of lengths) {
      yield all.subarray(at, at + length);
      at += length;
    }
    position += lengths.length;
  }
}

/** In the place of where a record stands: it is kept elsewhere, or is made of the one before when it is asked for. */
const ELSEWHERE = -1;
const LATER = -2;

/** Makes a record of the one that it takes the place of. */
export type MakeRecord = (before: Buffer) => Uint8Array;

interface LaterRecord {
  /** Where the one before stands. */
  offset: number;
  length: number;
  readonly make: MakeRecord;
}

export class Records {
  readonly #file = new PagedFile();
  readonly #offsets = new Float64Column();
  readonly #lengths = new Uint32Column();
  /** Records that are kept elsewhere, and the index of the first of each. */
  readonly #kept: KeptRecords[] = [];
  readonly #firsts = new Uint32Column();
  readonly #later = new Map<ArticleIndex, LaterRecord>();

  get count(): number {
    return this.#offsets.length;
  }

  append({ bytes, lengths }: RecordBytes): void {
    let offset = this.#file.append(bytes);
    for (let i = 0; i < lengths.length; i++) {
      this.#offsets.push(offset);
      offset += lengths[i]!;
    }
    this.#lengths.append(lengths);
  }

  appendKept(kept: KeptRecords): void {
    this.#firsts.push(this.count);
    this.#kept.push(kept);
    for (let i = 0; i < kept.count; i++) {
      this.#offsets.push(ELSEWHERE);
      this.#lengths.push(0);
    }
  }

  putAgain(indexes: readonly ArticleIndex[], { bytes, lengths }: RecordBytes): void {
    let offset = this.#file.append(bytes);
    indexes.forEach((index, i) => {
      const length = lengths[i] ?? 0;
      this.#later.delete(index);
      this.#offsets.set(index, offset);
      this.#lengths.set(index, length);
      offset += length;
    });
  }

  /** Puts a record in the place of another, to be made when it is first asked for. */
  putLater(index: ArticleIndex, make: MakeRecord): void {
    // Of what is to be made itself.
    if (this.#later.has(index)) this.bring(index);
    this.#later.set(index, { offset: this.#offsets.at(index), length: this.#lengths.at(index), make });
    this.#offsets.set(index, LATER);
  }

  /** Reads the record that is the current one now; its bytes are to be used at once. */
  locate(index: ArticleIndex): () => Buffer {
    this.bring(index);
    const offset = this.#offsets.at(index);
    const length = this.#lengths.at(index);
    return () => this.#file.read(offset, length);
  }

  /** From now on the record stands here. */
  bring(index: ArticleIndex): void {
    const offset = this.#offsets.at(index);
    if (offset === ELSEWHERE) this.#bringBlock(index);
    else if (offset === LATER) this.#make(index);
  }

  #make(index: ArticleIndex): void {
    const later = this.#later.get(index)!;
    if (later.offset === ELSEWHERE) this.#bringBlock(index);
    const bytes = later.make(this.#file.read(later.offset, later.length));
    this.putAgain([index], { bytes, lengths: Uint32Array.of(bytes.length) });
  }

  #bringBlock(index: ArticleIndex): void {
    const range = this.#rangeOf(index);
    const start = this.#firsts.at(range);
    const { first, bytes, lengths } = this.#kept[range]!.blockAt(index - start);
    let offset = this.#file.append(bytes);
    for (let i = 0; i < lengths.length; i++) {
      this.#settle(start + first + i, offset, lengths[i]!);
      offset += lengths[i]!;
    }
  }

  /** Another record may have been put in the place of one that was kept elsewhere. */
  #settle(index: ArticleIndex, offset: number, length: number): void {
    if (this.#offsets.at(index) === ELSEWHERE) {
      this.#offsets.set(index, offset);
      this.#lengths.set(index, length);
      return;
    }
    const later = this.#later.get(index);
    if (later?.offset !== ELSEWHERE) return;
    later.offset = offset;
    later.length = length;
  }

  share(): SharedRecords {
    return { ...this.#file.share(), offsets: this.#offsets.view(), lengths: this.#lengths.view() };
  }

  close(): void {
    this.#file.close();
  }

  /** The last range that begins at or before an index. */
  #rangeOf(index: ArticleIndex): number {
    let [low, high] = [0, this.#kept.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firsts.at(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
