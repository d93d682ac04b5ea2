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

/** Row i is `values.subarray(starts[i], starts[i] + lengths[i])`. */
export interface RowsView {
  readonly values: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
}

/** A list of numbers an article, stored back to back; no memory before the first that is not empty. */
class Rows {
  readonly #values = new Uint32Column();
  readonly #starts = new Uint32Column();
  readonly #lengths = new Uint32Column();

  put(index: ArticleIndex, row: Uint32Array): void {
    if (row.length === 0 && index >= this.#starts.length) return;
    this.#fill(index);
    this.#starts.put(index, this.#values.length);
    this.#lengths.put(index, row.length);
    this.#values.append(row);
  }

  /** The lists of the articles from `index` on. */
  append(index: ArticleIndex, { values, lengths }: KeyLists): void {
    if (values.length === 0) return;
    this.#fill(index);
    let start = this.#values.length;
    for (let i = 0; i < lengths.length; i++) {
      this.#starts.push(start);
      start += lengths[i]!;
    }
    this.#lengths.append(lengths);
    this.#values.append(values);
  }

  view(): RowsView {
    return { values: this.#values.view(), starts: this.#starts.view(), lengths: this.#lengths.view() };
  }

  row(index: ArticleIndex): Uint32Array {
    if (index >= this.#starts.length) return EMPTY;
    const start = this.#starts.at(index);
    return this.#values.view().subarray(start, start + this.#lengths.at(index));
  }

  /** Empty lists for the articles before this one that have none yet. */
  #fill(index: ArticleIndex): void {
    while (this.#starts.length < index) {
      this.#starts.push(0);
      this.#lengths.push(0);
    }
  }
}

const EMPTY = new Uint32Array(0);

export class Columns {
  readonly #textHigh = new Uint32Column();
  readonly #textLow = new Uint32Column();
  readonly #contentKeys = new Uint32Column();
  readonly #shingleCounts = new Uint32Column();
  readonly #sketches = new Uint32Column();
  readonly #samples = new Rows();
  readonly #story = new StoryTable();
  readonly #leadKeys = new Rows();
  readonly #tailKeys = new Rows();
  readonly #endings = new Uint8Column();
  readonly #sourceKeys = new Float64Column();
  readonly #edgeKeys = new Rows();
  readonly #pageKeys = new Rows();

  /** Whether rows of stories are kept: they are most of the memory, and are asked for among translations alone. */
  readonly #hasStories: boolean;

  constructor(hasStories = true) {
    this.#hasStories = hasStories;
  }

  get count(): number {
    return this.#textHigh.length;
  }

  /** Rows of further articles, in one piece. */
  append(batch: RowBatch): void {
    const first = this.count;
    const count = batch.shingleCounts.length;
    for (let i = 0; i < count; i++) {
      this.#textHigh.push(batch.textKeys[2 * i]!);
      this.#textLow.push(batch.textKeys[2 * i + 1]!);
    }
    this.#contentKeys.append(batch.contentKeys);
    this.#shingleCounts.append(batch.shingleCounts);
    // A batch of articles without words has no sketches.
    const hasSketches = batch.sketches.length === BANDS * count;
    this.#sketches.append(hasSketches ? batch.sketches : new Uint32Array(BANDS * count));
    this.#samples.append(first, batch.samples);
    this.#endings.append(batch.endings);
    this.#sourceKeys.append(batch.sourceKeys);
    if (this.#hasStories) this.#story.append(batch);
    this.#leadKeys.append(first, batch.leadKeys);
    this.#tailKeys.append(first, batch.tailKeys);
    this.#edgeKeys.append(first, batch.edgeKeys);
    this.#pageKeys.append(first, batch.pageKeys);
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
    compact.contentKey.forEach((word, i) => {
      this.#contentKeys.put(2 * index + i, word);
    });
    this.#shingleCounts.put(index, compact.shingleCount);
    for (let band = 0; band < BANDS; band++)
      this.#sketches.put(index * BANDS + band, compact.sketch[band] ?? 0);
    this.#samples.put(index, compact.sample);
    this.#sourceKeys.put(index, compact.sourceKey);
    if (this.#hasStories) this.#story.put(index, compact.story);
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
  /** Two words an article. */
  get contentKeys(): Uint32Array {
    return this.#contentKeys.view();
  }
  get shingleCounts(): Uint32Array {
    return this.#shingleCounts.view();
  }
  /** count * BANDS, row by row. */
  get sketches(): Uint32Array {
    return this.#sketches.view();
  }
  /** By row: where its sample stands; rows behind the last that is not empty are left out. */
  get samples(): RowsView {
    return this.#samples.view();
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
