/**
 * The story rows of many articles as columns. Owns their layout; must not interpret them. A row may be put again: its
 * old values stay as a gap.
 */
import { Float64Column, Uint8Column, Uint16Column, Uint32Column } from '../lib/growable.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { RowBatch, StoryColumns, StoryRow } from '../model/features.ts';

type StoryBatch = Pick<RowBatch, 'facts' | 'concepts' | 'letters' | 'published'>;

export class StoryTable {
  readonly #factStarts = new Uint32Column();
  readonly #factEnds = new Uint32Column();
  readonly #keys = new Uint32Column();
  readonly #weights = new Uint8Column();
  readonly #places = new Uint8Column();
  readonly #kinds = new Uint8Column();
  readonly #conceptStarts = new Uint32Column();
  readonly #conceptEnds = new Uint32Column();
  readonly #ids = new Uint16Column();
  readonly #conceptWeights = new Uint8Column();
  readonly #conceptPlaces = new Uint8Column();
  readonly #qualities = new Float64Column();
  readonly #backgrounds = new Float64Column();
  readonly #letters = new Float64Column();
  readonly #published = new Float64Column();

  /** Puts the row of an article in its place; the next free one, or one that was put before. */
  put(index: ArticleIndex, { facts, concepts, letters, published }: StoryRow): void {
    this.#factStarts.put(index, this.#keys.length);
    this.#factEnds.put(index, this.#keys.length + facts.keys.length);
    this.#keys.append(facts.keys);
    this.#weights.append(facts.weights);
    this.#places.append(facts.places);
    this.#kinds.append(facts.kinds);
    this.#conceptStarts.put(index, this.#ids.length);
    this.#conceptEnds.put(index, this.#ids.length + concepts.ids.length);
    this.#ids.append(concepts.ids);
    this.#conceptWeights.append(concepts.weights);
    this.#conceptPlaces.append(concepts.places);
    this.#qualities.put(index, concepts.quality);
    this.#backgrounds.put(index, concepts.background);
    this.#letters.put(index, letters);
    this.#published.put(index, published);
  }

  /** The rows of further articles, in one piece. */
  append({ facts, concepts, letters, published }: StoryBatch): void {
    putRanges(this.#factStarts, this.#factEnds, this.#keys.length, facts.lengths);
    this.#keys.append(facts.values);
    this.#weights.append(facts.weights);
    this.#places.append(facts.places);
    this.#kinds.append(facts.kinds);
    putRanges(this.#conceptStarts, this.#conceptEnds, this.#ids.length, concepts.lengths);
    this.#ids.append(concepts.ids);
    this.#conceptWeights.append(concepts.weights);
    this.#conceptPlaces.append(concepts.places);
    this.#qualities.append(concepts.qualities);
    this.#backgrounds.append(concepts.backgrounds);
    this.#letters.append(letters);
    this.#published.append(published);
  }

  /** Views without a copy; valid until the next row. */
  view(): StoryColumns {
    return {
      facts: {
        starts: this.#factStarts.view(),
        ends: this.#factEnds.view(),
        keys: this.#keys.view(),
        weights: this.#weights.view(),
        places: this.#places.view(),
        kinds: this.#kinds.view(),
      },
      concepts: {
        starts: this.#conceptStarts.view(),
        ends: this.#conceptEnds.view(),
        ids: this.#ids.view(),
        weights: this.#conceptWeights.view(),
        places: this.#conceptPlaces.view(),
        qualities: this.#qualities.view(),
        backgrounds: this.#backgrounds.view(),
      },
      letters: this.#letters.view(),
      published: this.#published.view(),
    };
  }
}

/** Starts and ends of rows that stand one behind the other. */
function putRanges(starts: Uint32Column, ends: Uint32Column, from: number, lengths: Uint32Array): void {
  let at = from;
  for (let i = 0; i < lengths.length; i++) {
    starts.push(at);
    at += lengths[i]!;
    ends.push(at);
  }
}
