/**
 * What articles are found by: of each the facts that tell something alone, its weightiest concepts and its day of
 * publication, as rows of an inverted index. Owns this choice; must not compare articles. Linear in the rows.
 */
import { WEIGHT_SCALE } from '../lexicon/concepts.ts';
import { finishHash } from '../lib/hash.ts';
import { FACT, type StoryColumns } from '../model/features.ts';

/** Rows of keys back to back: row i is `keys.subarray(offsets[i], offsets[i + 1])`. */
export interface IndexRows {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly keys: Uint32Array;
  /** Information in quarter bits, parallel to `keys`. */
  readonly weights: Uint8Array;
}

/** Keys below this many quarter bits say nothing alone and would fill the index: 1, 2, the year. */
const LEAST_WEIGHT = 4 * 2;
/** Of a common day of publication: versions of a story share it, and few other articles of an archive do. */
const DAY_WEIGHT = 4 * 10;
/**
 * Concepts that propose partners, the weightiest of an article: a text without names and numbers has these alone.
 * Sweep beside the share that candidates need (`candidates/story`).
 */
const CONCEPT_KEYS = 24;
/** Keep the keys of concepts and days apart from those of facts. */
const CONCEPT_SEED = 0x43000000;
const DAY_SEED = 0x50000000;
/** Quarter bits of a unit of concept weight. */
const QUARTERS = 4 / WEIGHT_SCALE;

export function indexRows(columns: StoryColumns, indexes: Uint32Array): IndexRows {
  const { facts, concepts, published } = columns;
  let capacity = 0;
  for (const index of indexes) capacity += facts.ends[index]! - facts.starts[index]! + CONCEPT_KEYS + 1;
  const offsets = new Uint32Array(indexes.length + 1);
  const keys = new Uint32Array(capacity);
  const weights = new Uint8Array(capacity);
  let length = 0;
  const add = (key: number, weight: number): void => {
    keys[length] = key;
    weights[length++] = weight;
  };
  for (let row = 0; row < indexes.length; row++) {
    const index = indexes[row]!;
    for (let i = facts.starts[index]!; i < facts.ends[index]!; i++) {
      const isPart = facts.kinds[i] === FACT.amount || facts.kinds[i] === FACT.day;
      if (!isPart && facts.weights[i]! >= LEAST_WEIGHT) add(facts.keys[i]!, facts.weights[i]!);
    }
    const start = concepts.starts[index]!;
    const end = concepts.ends[index]!;
    const least = Math.max(LEAST_WEIGHT / QUARTERS, leastOfWeightiest(concepts.weights, start, end));
    for (let i = start; i < end; i++) {
      const weight = concepts.weights[i]!;
      if (weight >= least) add(finishHash(CONCEPT_SEED + concepts.ids[i]!), Math.round(QUARTERS * weight));
    }
    const day = published[index]!;
    if (!Number.isNaN(day)) add(finishHash(DAY_SEED + day), DAY_WEIGHT);
    offsets[row + 1] = length;
  }
  return {
    count: indexes.length,
    offsets,
    keys: keys.subarray(0, length),
    weights: weights.subarray(0, length),
  };
}

const counts = new Uint32Array(256);

/** The weight from which on at most CONCEPT_KEYS concepts are left; equal weights stay together. */
function leastOfWeightiest(weights: Uint8Array, start: number, end: number): number {
  counts.fill(0);
  for (let i = start; i < end; i++) counts[weights[i]!]!++;
  for (let weight = 255, kept = 0; weight > 0; weight--) {
    kept += counts[weight]!;
    if (kept > CONCEPT_KEYS) return weight + 1;
  }
  return 1;
}
