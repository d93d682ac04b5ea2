/** Rows for tests of stories, from what the test says of them. Owns no expectation. */
import { StoryTable } from '../../../src/features/story-table.ts';
import { type StorySides, storySides } from '../../../src/match/story/sides.ts';
import type { ConceptVector, FactRow } from '../../../src/model/features.ts';

export type ConceptEntry = readonly [id: number, weight: number, place: number];
export type FactEntry = readonly [key: number, weight: number, place: number, kind: number];

export interface RowWords {
  readonly concepts?: readonly ConceptEntry[];
  readonly facts?: readonly FactEntry[];
  readonly quality?: number;
  readonly background?: number;
  readonly letters?: number;
  readonly published?: number;
}

/** Of entries with one key the last counts. */
function byKey<Entry extends readonly number[]>(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry[0], entry])).values()].sort(
    (a, b) => (a[0] ?? 0) - (b[0] ?? 0),
  );
}

function vectorOf({ concepts = [], quality = 1, background = 0 }: RowWords): ConceptVector {
  const sorted = byKey(concepts);
  return {
    ids: Uint16Array.from(sorted, ([id]) => id),
    weights: Uint8Array.from(sorted, ([, weight]) => weight),
    places: Uint8Array.from(sorted, ([, , place]) => place),
    quality,
    background,
  };
}

function factsOf({ facts = [] }: RowWords): FactRow {
  const sorted = byKey(facts);
  return {
    keys: Uint32Array.from(sorted, ([key]) => key),
    weights: Uint8Array.from(sorted, ([, weight]) => weight),
    places: Uint8Array.from(sorted, ([, , place]) => place),
    kinds: Uint8Array.from(sorted, ([, , , kind]) => kind),
  };
}

export function sidesOf(...rows: readonly RowWords[]): StorySides {
  const table = new StoryTable();
  rows.forEach((row, i) => {
    table.put(i, {
      facts: factsOf(row),
      concepts: vectorOf(row),
      letters: row.letters ?? 2000,
      published: row.published ?? Number.NaN,
    });
  });
  return storySides(table.view());
}
