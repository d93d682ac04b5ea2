/**
 * Candidate pairs from band keys: articles that share the key of a band (a word of their sketch) fall into one bucket,
 * and buckets are paired.
 * Owns the order of work (one band at a time over sorted row numbers); must not decide, must not see texts.
 *
 * Reference: A. Broder, Identifying and filtering near-duplicate documents, CPM 2000; P. Indyk, R. Motwani, STOC 1998
 * (banding). O(bands * n) for sorting plus at most MAX_BUCKET / 2 pairs an article and band.
 */
import { EqualKeys } from '../../lib/equal-keys.ts';
import { sortRowsByKey } from '../../lib/radix-sort.ts';
import type { Issue } from '../../model/issue.ts';
import { CHAIN_REACH, HUBS, isChained, MAX_BUCKET, MAX_CHAINED, pairAll, pairChained } from './buckets.ts';
import { mayBeNear, type NearBounds, type SketchColumns } from './estimate.ts';
import type { PairCollector } from './pairs.ts';

export interface BandColumns extends SketchColumns {
  readonly textHigh: Uint32Array;
}

export interface Capped {
  buckets: number;
  largest: number;
}

/**
 * Adds the pairs of `rows` that share a band of one half of their sketches, which do not rule out the bounds; one issue for
 * each band whose buckets were capped. The number of bands is a multiple of 2 * GATHERED.
 */
export function pairBands(
  columns: BandColumns,
  rows: Uint32Array,
  half: 0 | 1,
  bounds: NearBounds,
  pairs: PairCollector,
): readonly Issue[] {
  const { count, sketches: bands } = columns;
  const bandCount = count === 0 ? 0 : bands.length / count;
  const middle = bandCount >> 1;
  const [from, to] = half === 0 ? [0, middle] : [middle, bandCount];
  const issues: Issue[] = [];
  const gathered = Array.from({ length: GATHERED }, () => new Uint32Array(rows.length));
  const equal = new EqualKeys(rows.length);
  // Bands in which a row stood in a capped bucket: there, agreement does not mean that the pair was proposed.
  const cappedBands = new Uint8Array(columns.count * Math.ceil(bandCount / 8));
  const cappedWidth = Math.ceil(bandCount / 8);
  const isCapped = (row: number, band: number): boolean =>
    ((cappedBands[row * cappedWidth + (band >> 3)]! >> (band & 7)) & 1) === 1;

  const propose = (a: number, b: number): void => {
    if (mayBeNear(columns, a, b, bounds)) pairs.add(a, b);
  };

  // Capped buckets so far: near-identical articles meet in every band, in another order each time.
  const cappedBefore = new Uint8Array(count);
  const chain = (a: number, b: number): void => {
    if (isChained(cappedBefore[a]!, cappedBefore[b]!)) propose(a, b);
  };

  for (let band = from; band < to; band++) {
    const take = (a: number, b: number): void => {
      if (!agreedBefore(bands, bandCount, a, b, from, band, isCapped)) propose(a, b);
    };
    if (band % GATHERED === 0) gatherKeys(bands, bandCount, rows, band, gathered);
    const capped: Capped = { buckets: 0, largest: 0 };
    equal.visit(rows, gathered[band % GATHERED]!, (bucket) => {
      if (bucket.length <= MAX_BUCKET) {
        pairAll(bucket, take);
        return;
      }
      capped.buckets++;
      capped.largest = Math.max(capped.largest, bucket.length);
      for (const row of bucket) cappedBands[row * cappedWidth + (band >> 3)]! |= 1 << (band & 7);
      pairChained(orderByContent(columns, bucket, bandCount, band), chain);
      for (const row of bucket) cappedBefore[row] = Math.min(MAX_CHAINED, cappedBefore[row]! + 1);
    });
    if (capped.buckets > 0) issues.push(cappedIssue(band, capped));
  }
  return issues;
}

/** Bands whose keys are read at once: they stand side by side, and to come by for each of them costs the more. */
const GATHERED = 4;

/** The keys of the rows in the bands from `first` on, an array a band. */
function gatherKeys(
  bands: Uint32Array,
  bandCount: number,
  rows: Uint32Array,
  first: number,
  into: readonly Uint32Array[],
): void {
  const [one, two, three, four] = into as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  for (let i = 0; i < rows.length; i++) {
    const at = rows[i]! * bandCount + first;
    one[i] = bands[at]!;
    two[i] = bands[at + 1]!;
    three[i] = bands[at + 2]!;
    four[i] = bands[at + 3]!;
  }
}

/** Whether an earlier band of the piece has proposed this pair already: repeats are not stored, so memory stays with the pairs. */
function agreedBefore(
  bands: Uint32Array,
  bandCount: number,
  a: number,
  b: number,
  from: number,
  band: number,
  isCapped: (row: number, band: number) => boolean,
): boolean {
  for (let earlier = from; earlier < band; earlier++) {
    const agree = bands[a * bandCount + earlier] === bands[b * bandCount + earlier];
    if (agree && !isCapped(a, earlier)) return true;
  }
  return false;
}

/**
 * The members of a large bucket by the key of the next band, then by text key: near-duplicates come to stand side by
 * side, each band gives another order, and nothing but content decides it.
 */
function orderByContent(
  columns: BandColumns,
  bucket: Uint32Array,
  bandCount: number,
  band: number,
): Uint32Array {
  const { sketches: bands, textHigh } = columns;
  const rows = bucket.slice();
  const next = (band + 1) % bandCount;
  const keys = new Uint32Array(columns.count > 0 ? bucket.length : 0);
  // Sorted as positions within the bucket, so that the scratch space is as large as the bucket, not the collection.
  const positions = Uint32Array.from(rows, (_, position) => position);
  const spare = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = textHigh[rows[i]!]!;
  sortRowsByKey(positions, keys, spare);
  for (let i = 0; i < rows.length; i++) keys[i] = bands[rows[i]! * bandCount + next]!;
  sortRowsByKey(positions, keys, spare);
  return positions.map((position) => rows[position]!);
}

/** What is told of the capped buckets of one band. */
export function cappedIssue(band: number, capped: Capped): Issue {
  return {
    code: 'bucket-capped',
    path: '',
    message:
      `band ${band}: ${capped.buckets} bucket(s) above ${MAX_BUCKET} articles, the largest ${capped.largest}; ` +
      `but for the first ${HUBS}, each article was compared with ${HUBS + 2 * CHAIN_REACH} others of its bucket at most`,
  };
}
