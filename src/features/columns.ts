/**
 * The compact rows of a whole collection as columns of numbers: all of it that stays in memory. Owns their layout;
 * must not interpret them. A row may be put again (second cleaning pass): its old keys stay as a gap.
 */

import { Float64Column, Uint8Column, Uint32Column } from '../lib/growable.ts';
import type { ArticleIndex } from '../model/article.ts';
import {
  type CompactFeatures,
  type KeyLists,
  NOT_WHOLE,
  type RowBatch,
  type StoryColumns,
} from '../model/features.ts';
import { type IndexRows, indexRows } from './index-rows.ts';
import { BANDS } from './near/index.ts';
import { StoryTable } from './story-table.ts';

/** A list of numbers an article, stored back to back. */
class Rows {
  readonly #values = new Uint32Column();
  readonly #starts = new Uint32Column();
  readonly #lengths = new Uint32Column();

  put(index: ArticleIndex, row: Uint32Array): void {
    this.#starts.put(index, this.#values.length);
    this.#lengths.put(index, row.length);
    this.#values.append(row);
  }

  append({ values, lengths }: KeyLists): void {
    let start = this.#values.length;
    for (let i = 0; i < lengths.length; i++) {
      this.#starts.push(start);
      start += lengths[i]!;
    }
    this.#lengths.append(lengths);
    this.#values.append(values);
  }

  row(index: ArticleIndex): Uint32Array {
    const start = this.#starts.at(index);
    return this.#values.view().subarray(start, start + this.#lengths.at(index));
  }
}

export class Columns {
  readonly #textHigh = new Uint32Column();
  readonly #textLow = new Uint32Column();
  readonly #shingleCounts = new Uint32Column();
  readonly #sketches = new Uint32Column();
  readonly #story = new StoryTable();
  readonly #leadKeys = new Rows();
  readonly #tailKeys = new Rows();
  readonly #endings = new Uint8Column();
  readonly #sourceKeys = new Float64Column();
  readonly #edgeKeys = new Rows();
  readonly #pageKeys = new Rows();

  get count(): number {
    return this.#textHigh.length;
  }

  /** Rows of further articles, in one piece. */
  append(batch: RowBatch): void {
    const count = batch.shingleCounts.length;
    for (let i = 0; i < count; i++) {
      this.#textHigh.push(batch.textKeys[2 * i]!);
      this.#textLow.push(batch.textKeys[2 * i + 1]!);
    }
    this.#shingleCounts.append(batch.shingleCounts);
    // A batch of articles without words has no sketches.
    const hasSketches = batch.sketches.length === BANDS * count;
    this.#sketches.append(hasSketches ? batch.sketches : new Uint32Array(BANDS * count));
    this.#sourceKeys.append(batch.sourceKeys);
    this.#story.append(batch);
    this.#leadKeys.append(batch.leadKeys);
    this.#tailKeys.append(batch.tailKeys);
    this.#endings.append(batch.endings);
    this.#edgeKeys.append(batch.edgeKeys);
    this.#pageKeys.append(batch.pageKeys);
  }

  push(compact: CompactFeatures): ArticleIndex {
    const index = this.count;
    this.replace(index, compact);
    return index;
  }

  /** Puts a row in its place: one that was put before, or the next. */
  replace(index: ArticleIndex, compact: CompactFeatures): void {
    this.#textHigh.put(index, compact.textKey[0]);
    this.#textLow.put(index, compact.textKey[1]);
    this.#shingleCounts.put(index, compact.shingleCount);
    for (let band = 0; band < BANDS; band++)
      this.#sketches.put(index * BANDS + band, compact.sketch[band] ?? 0);
    this.#sourceKeys.put(index, compact.sourceKey);
    this.#story.put(index, compact.story);
    this.#leadKeys.put(index, compact.leadKeys);
    this.#tailKeys.put(index, compact.tailKeys);
    this.#endings.put(index, compact.ending);
    this.#edgeKeys.put(index, compact.edgeKeys);
    this.#pageKeys.put(index, compact.pageKeys);
  }

  get textHigh(): Uint32Array {
    return this.#textHigh.view();
  }
  get textLow(): Uint32Array {
    return this.#textLow.view();
  }
  get shingleCounts(): Uint32Array {
    return this.#shingleCounts.view();
  }
  /** count * BANDS, row by row. */
  get sketches(): Uint32Array {
    return this.#sketches.view();
  }
  leadKeys(index: ArticleIndex): Uint32Array {
    return this.#leadKeys.row(index);
  }
  tailKeys(index: ArticleIndex): Uint32Array {
    return this.#tailKeys.row(index);
  }
  /** Long blocks in a row at the end of an article that nothing was dropped from, 254 at most; else undefined. */
  ending(index: ArticleIndex): number | undefined {
    const ending = this.#endings.at(index);
    return ending === NOT_WHOLE ? undefined : ending;
  }

  /** By what articles are judged; valid until the next row. */
  get story(): StoryColumns {
    return this.#story.view();
  }

  /** 0 where the source is unknown. */
  get sourceKeys(): Float64Array {
    return this.#sourceKeys.view();
  }
  edgeKeys(index: ArticleIndex): Uint32Array {
    return this.#edgeKeys.row(index);
  }
  pageKeys(index: ArticleIndex): Uint32Array {
    return this.#pageKeys.row(index);
  }
  /** The sketch of one article; all 0 without shingles. */
  sketchRow(index: ArticleIndex): Uint32Array {
    return this.#sketches.view().subarray(index * BANDS, (index + 1) * BANDS);
  }

  /** What the given articles are found by; row i is that of `indexes[i]`. */
  indexRows(indexes: Uint32Array): IndexRows {
    return indexRows(this.story, indexes);
  }
}
