/**
 * Reads analysed articles from a spill file that belongs to another thread. Owns nothing but pages of it; must not write
 * or close.
 */
import type { Article, ArticleHead, ArticleIndex, Block } from '../model/article.ts';
import type { ArticleReader } from '../model/port.ts';
import { FilePages } from './file-pages.ts';
import { readBlocks, readHead } from './record.ts';

/** The article of a head and of blocks that are read when they are first asked for. */
export type Complete = (head: ArticleHead, blocksOf: () => readonly Block[]) => Article;

/** An open file of records, and where the record of each article stands. */
export interface SharedRecords {
  readonly file: number;
  /** Bytes that are written. */
  readonly end: number;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
}

/** Crosses threads without a copy. */
export interface SharedSpill {
  readonly heads: SharedRecords;
  readonly bodies: SharedRecords;
}

export class SpillReader implements ArticleReader {
  readonly #complete: Complete;
  readonly #heads: RecordReader;
  readonly #bodies: RecordReader;
  readonly count: number;

  constructor({ heads, bodies }: SharedSpill, complete: Complete) {
    this.#complete = complete;
    this.#heads = new RecordReader(heads);
    this.#bodies = new RecordReader(bodies);
    this.count = heads.offsets.length;
  }

  head(index: ArticleIndex): ArticleHead {
    return readHead(this.#heads.read(index));
  }

  get(index: ArticleIndex): Article {
    return this.#complete(this.head(index), () => readBlocks(this.#bodies.read(index)));
  }
}

class RecordReader {
  readonly #records: SharedRecords;
  readonly #pages: FilePages;

  constructor(records: SharedRecords) {
    this.#records = records;
    this.#pages = new FilePages(records.file);
  }

  /** The record of an article; its bytes are to be used at once. */
  read(index: ArticleIndex): Buffer {
    const { offsets, lengths, end } = this.#records;
    return this.#pages.read(offsets[index]!, lengths[index]!, end);
  }
}
