/**
 * The spill file: analysed articles on disk, so that no archive is ever held in memory. Heads and bodies lie apart: all
 * heads are read for the report, few bodies ever. What a state keeps stays there until it is asked for. Must not interpret
 * what it keeps. Memory: 24 bytes an article, and some pages of both files.
 */
import type { Article, ArticleHead, ArticleIndex } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';
import type { RecordBytes } from './packed-records.ts';
import { type PackedRecords, RecordWriter, readBlocks, readHead, recordHeadOf } from './record.ts';
import { type KeptRecords, type MakeRecord, Records } from './records.ts';
import type { Complete, SharedSpill } from './spill-reader.ts';

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
    this.#heads.append({ bytes: heads, lengths: headLengths });
    this.#bodies.append({ bytes: bodies, lengths: bodyLengths });
  }

  /** Articles whose records, or only bodies, are kept elsewhere and are brought when they are asked for. */
  appendKept(heads: KeptRecords | RecordBytes, bodies: KeptRecords): void {
    if ('bytes' in heads) this.#heads.append(heads);
    else this.#heads.appendKept(heads);
    this.#bodies.appendKept(bodies);
  }

  /** Whatever of these articles is kept elsewhere stands here from now on. */
  bring(indexes: Iterable<ArticleIndex>): void {
    for (const index of indexes) {
      this.#heads.bring(index);
      this.#bodies.bring(index);
    }
  }

  /** Puts records in the place of those of other articles' indexes. */
  putAgain(indexes: readonly ArticleIndex[], records: PackedRecords): void {
    this.#heads.putAgain(indexes, { bytes: records.heads, lengths: records.headLengths });
    this.#bodies.putAgain(indexes, { bytes: records.bodies, lengths: records.bodyLengths });
  }

  /** Puts another head and body in the place of those of an article, to be made of these when they are asked for. */
  putLater(index: ArticleIndex, head: (before: ArticleHead) => ArticleHead, body: MakeRecord): void {
    this.#heads.putLater(index, (before) => Buffer.from(JSON.stringify(head(readHead(before)))));
    this.#bodies.putLater(index, body);
  }

  /** Puts another head in the place of that of an article. */
  putHead(index: ArticleIndex, head: ArticleHead): void {
    const bytes = new TextEncoder().encode(JSON.stringify(head));
    this.#heads.putAgain([index], { bytes, lengths: Uint32Array.of(bytes.length) });
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

  /**
   * What another thread needs to read the articles as they are now, as far as they stand here; those that were brought
   * since are seen after the next call.
   */
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
