/**
 * The spill file: analysed articles on disk, so that no archive is ever held in memory. Heads and bodies lie apart: all
 * heads are read for the report, few bodies ever. Must not interpret what it keeps. Memory: 24 bytes an article, and
 * some pages of both files.
 */
import { Float64Column, Uint32Column } from '../lib/growable.ts';
import type { Article, ArticleHead, ArticleIndex } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';
import { PagedFile } from './paged-file.ts';
import { type PackedRecords, RecordWriter, readBlocks, readHead, recordHeadOf } from './record.ts';
import type { Complete, SharedRecords, SharedSpill } from './spill-reader.ts';

export class SpillFile implements ArticlePort {
  readonly #complete: Complete;
  readonly #writer = new RecordWriter();
  readonly #heads = new Records();
  readonly #bodies = new Records();

  constructor(complete: Complete) {
    this.#complete = complete;
  }

  get count(): number {
    return this.#heads.count;
  }

  append({ heads, headLengths, bodies, bodyLengths }: PackedRecords): void {
    this.#heads.append(heads, headLengths);
    this.#bodies.append(bodies, bodyLengths);
  }

  /** Puts records in the place of those of other articles' indexes. */
  putAgain(indexes: readonly ArticleIndex[], records: PackedRecords): void {
    this.#heads.putAgain(indexes, records.heads, records.headLengths);
    this.#bodies.putAgain(indexes, records.bodies, records.bodyLengths);
  }

  replace(index: ArticleIndex, article: Article): void {
    this.#writer.push(recordHeadOf(article), article.blocks);
    this.putAgain([index], this.#writer.take());
  }

  /** Head and body of an article as they were written, in bytes of their own. */
  recordOf(index: ArticleIndex): { readonly head: Uint8Array; readonly body: Uint8Array } {
    return {
      head: Uint8Array.from(this.#heads.locate(index)()),
      body: Uint8Array.from(this.#bodies.locate(index)()),
    };
  }

  head(index: ArticleIndex): ArticleHead {
    return readHead(this.#heads.locate(index)());
  }

  /** The article as it is now: its body may be read later, and is what it was. */
  get(index: ArticleIndex): Article {
    const body = this.#bodies.locate(index);
    return this.#complete(this.head(index), () => readBlocks(body()));
  }

  /** What another thread needs to read the articles as they are now; valid until the next change. */
  share(): SharedSpill {
    return { heads: this.#heads.share(), bodies: this.#bodies.share() };
  }

  close(): void {
    try {
      this.#heads.close();
    } finally {
      this.#bodies.close();
    }
  }
}

/** One file of records, and where the current one of each article stands. */
class Records {
  readonly #file = new PagedFile();
  readonly #offsets = new Float64Column();
  readonly #lengths = new Uint32Column();

  get count(): number {
    return this.#offsets.length;
  }

  append(records: Uint8Array, lengths: Uint32Array): void {
    let offset = this.#file.append(records);
    for (let i = 0; i < lengths.length; i++) {
      this.#offsets.push(offset);
      offset += lengths[i]!;
    }
    this.#lengths.append(lengths);
  }

  putAgain(indexes: readonly ArticleIndex[], records: Uint8Array, lengths: Uint32Array): void {
    let offset = this.#file.append(records);
    indexes.forEach((index, i) => {
      const length = lengths[i] ?? 0;
      this.#offsets.set(index, offset);
      this.#lengths.set(index, length);
      offset += length;
    });
  }

  /** Reads the record that is the current one now; its bytes are to be used at once. */
  locate(index: ArticleIndex): () => Buffer {
    const offset = this.#offsets.at(index);
    const length = this.#lengths.at(index);
    return () => this.#file.read(offset, length);
  }

  share(): SharedRecords {
    return { ...this.#file.share(), offsets: this.#offsets.view(), lengths: this.#lengths.view() };
  }

  close(): void {
    this.#file.close();
  }
}
