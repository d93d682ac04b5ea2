/**
 * The compact rows of a whole collection as columns of numbers: all of it that stays in memory. Owns their layout;
 * must not interpret them. A row may be put again (second cleaning pass): its old keys stay as a gap.
 */

import { Float64Column, Uint8Column, Uint16Column, Uint32Column } from '../lib/growable.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { CompactFeatures, ConceptVector } from '../model/features.ts';
import { BANDS } from './near/index.ts';

/** A list of numbers an article, stored back to back. */
class Rows<Data extends Uint8Column | Uint16Column | Uint32Column> {
  readonly values: Data;
  readonly #starts = new Uint32Column();
  readonly #lengths = new Uint32Column();

  constructor(values: Data) {
    this.values = values;
  }

  put(index: ArticleIndex, row: Uint8Array | Uint16Array | Uint32Array): void {
    if (index === this.#starts.length) {
      this.#starts.push(this.values.length);
      this.#lengths.push(row.length);
    } else {
      this.#starts.set(index, this.values.length);
      this.#lengths.set(index, row.length);
    }
    this.values.append(row);
  }

  row(index: ArticleIndex): ReturnType<Data['view']> {
    const start = this.#starts.at(index);
    return this.values.view().subarray(start, start + this.#lengths.at(index)) as ReturnType<Data['view']>;
  }
}

export class Columns {
  readonly #textHigh = new Uint32Column();
  readonly #textLow = new Uint32Column();
  readonly #shingleCounts = new Uint32Column();
  readonly #bands = new Uint32Column();
  readonly #storyKeys = new Rows(new Uint32Column());
  readonly #storyWeights = new Rows(new Uint8Column());
  readonly #conceptIds = new Rows(new Uint16Column());
  readonly #conceptWeights = new Rows(new Uint8Column());
  readonly #conceptPlaces = new Rows(new Uint8Column());
  readonly #qualities = new Float64Column();
  readonly #backgrounds = new Float64Column();
  readonly #leadKeys = new Rows(new Uint32Column());
  readonly #tailKeys = new Rows(new Uint32Column());
  readonly #sourceKeys = new Float64Column();
  readonly #edgeKeys = new Rows(new Uint32Column());
  readonly #pageKeys = new Rows(new Uint32Column());

  get count(): number {
    return this.#textHigh.length;
  }

  push(compact: CompactFeatures): ArticleIndex {
    const index = this.count;
    this.#textHigh.push(compact.textKey[0]);
    this.#textLow.push(compact.textKey[1]);
    this.#shingleCounts.push(compact.shingleCount);
    this.#bands.append(compact.bandKeys.length === BANDS ? compact.bandKeys : new Uint32Array(BANDS));
    this.#sourceKeys.push(compact.sourceKey);
    this.#qualities.push(0);
    this.#backgrounds.push(0);
    this.#putRows(index, compact);
    return index;
  }

  replace(index: ArticleIndex, compact: CompactFeatures): void {
    this.#textHigh.set(index, compact.textKey[0]);
    this.#textLow.set(index, compact.textKey[1]);
    this.#shingleCounts.set(index, compact.shingleCount);
    for (let band = 0; band < BANDS; band++)
      this.#bands.set(index * BANDS + band, compact.bandKeys[band] ?? 0);
    this.#putRows(index, compact);
  }

  #putRows(index: ArticleIndex, compact: CompactFeatures): void {
    this.#storyKeys.put(index, compact.storyKeys);
    this.#storyWeights.put(index, compact.storyWeights);
    const { ids, weights, places, quality, background } = compact.concepts;
    this.#conceptIds.put(index, ids);
    this.#conceptWeights.put(index, weights);
    this.#conceptPlaces.put(index, places);
    this.#qualities.set(index, quality);
    this.#backgrounds.set(index, background);
    this.#leadKeys.put(index, compact.leadKeys);
    this.#tailKeys.put(index, compact.tailKeys);
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
  get bands(): Uint32Array {
    return this.#bands.view();
  }
  leadKeys(index: ArticleIndex): Uint32Array {
    return this.#leadKeys.row(index);
  }
  tailKeys(index: ArticleIndex): Uint32Array {
    return this.#tailKeys.row(index);
  }

  /** Views of the columns: valid until the next row. */
  concepts(index: ArticleIndex): ConceptVector {
    return {
      ids: this.#conceptIds.row(index),
      weights: this.#conceptWeights.row(index),
      places: this.#conceptPlaces.row(index),
      quality: this.#qualities.at(index),
      background: this.#backgrounds.at(index),
    };
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
  /** Band keys of one article; all 0 without shingles. */
  bandRow(index: ArticleIndex): Uint32Array {
    return this.#bands.view().subarray(index * BANDS, (index + 1) * BANDS);
  }

  /** Story keys and weights of the given articles, packed; row i is that of `indexes[i]`. */
  storyRows(indexes: ArrayLike<ArticleIndex>): {
    count: number;
    offsets: Uint32Array;
    keys: Uint32Array;
    weights: Uint8Array;
  } {
    const count = indexes.length;
    const offsets = new Uint32Array(count + 1);
    for (let i = 0; i < count; i++) offsets[i + 1] = offsets[i]! + this.#storyKeys.row(indexes[i]!).length;
    const keys = new Uint32Array(offsets[count]!);
    const weights = new Uint8Array(offsets[count]!);
    for (let i = 0; i < count; i++) {
      keys.set(this.#storyKeys.row(indexes[i]!), offsets[i]!);
      weights.set(this.#storyWeights.row(indexes[i]!), offsets[i]!);
    }
    return { count, offsets, keys, weights };
  }
}
