/**
 * Candidates of which one holds the other: articles whose samples of shingles share a member, where one is so much
 * shorter that their resemblance may lie below what bands find. Owns the search; must not decide. Linear in the samples:
 * a shingle of many articles pairs each of them with the longest alone.
 */
import { EqualKeys } from '../../lib/equal-keys.ts';
import type { Issue } from '../../model/issue.ts';
import { Crowd, HUBS, MAX_HOLDERS } from './crowd.ts';
import type { NearBounds } from './estimate.ts';
import { excerptTest } from './excerpt-test.ts';
import type { PairCollector } from './pairs.ts';

export interface SampleColumns {
  readonly shingleCounts: Uint32Array;
  /** First 32 bits of the text key: by it, and not by place, equal lengths are put in order. */
  readonly textHigh: Uint32Array;
  /** Sorted distinct hashes of row i: `values.subarray(starts[i], starts[i] + lengths[i])`. */
  readonly samples: {
    readonly values: Uint32Array;
    readonly starts: Uint32Array;
    readonly lengths: Uint32Array;
  };
}

/**
 * An article asks for longer ones by so many of its sampled shingles, the smallest. Of an excerpt of the beginning that
 * shares four of five, none of them is shared with a probability of 0.0001; of one of another part, where half of them are
 * sampled of the other article, too, of 0.008.
 */
export const ASKED_BY = 6;
/** Shingles that are put together at once: the scratch takes 16 bytes each. */
const AT_ONCE = 1 << 21;
/** Rounds of a half; each walks all samples: beyond so many, the scratch grows and not the work. */
const MOST_ROUNDS = 16;

/**
 * Adds the pairs of `rows` of which one may be an excerpt of the other, by the shingles of one half; how many of these had
 * too many holders.
 */
export function pairExcerpts(
  { shingleCounts, textHigh, samples: { values, starts, lengths } }: SampleColumns,
  rows: Uint32Array,
  half: 0 | 1,
  bounds: NearBounds,
  pairs: PairCollector,
): number {
  const mostOfLonger = mostOf(bounds);
  const mayHold = excerptTest(values, starts, lengths, bounds);
  const crowd = new Crowd(shingleCounts, textHigh);
  const take = (short: number, long: number): void => {
    if (mayHold(short, long)) pairs.add(short, long);
  };
  let crowded = 0;
  // Behind the last row with a sample there is none.
  const sampled = rows.filter((row) => row < lengths.length);
  visitHolders(sampled, half, values, starts, lengths, (holders) => {
    if (crowd.pairShort(holders, mostOfLonger, take)) crowded++;
  });
  return crowded;
}

/**
 * Above this share of the longer text an excerpt resembles it: containment * r / (1 + r - containment * r) reaches the
 * bound of resemblance, and bands find it.
 */
export function mostOf({ resemblance, containment }: NearBounds): number {
  return resemblance / (containment - resemblance + containment * resemblance);
}

/**
 * Calls `visit` with the rows of each sampled shingle of one half that two or more have, doubled, and 1 more for those that
 * ask.
 */
function visitHolders(
  rows: Uint32Array,
  half: 0 | 1,
  values: Uint32Array,
  starts: Uint32Array,
  lengths: Uint32Array,
  visit: (holders: Uint32Array) => void,
): void {
  let total = 0;
  for (const row of rows) total += lengths[row]!;
  // Rounds take keys by bits from the middle: the lowest are 0 in all, the highest part them within a round. Each half has
  // every second one.
  const rounds = 2 * Math.min(MOST_ROUNDS, 2 ** Math.ceil(Math.log2(Math.max(1, total / 2 / AT_ONCE))));
  const most = Math.ceil((2 * total) / rounds);
  let [keys, holders] = [new Uint32Array(most), new Uint32Array(most)];
  let equal = new EqualKeys(most);
  for (let round: number = half; round < rounds; round += 2) {
    let count = 0;
    for (const row of rows) {
      const start = starts[row]!;
      for (let i = start; i < start + lengths[row]!; i++) {
        const key = values[i]!;
        if (((key >>> ROUND_SHIFT) & (rounds - 1)) !== round) continue;
        if (count === keys.length) {
          // Hashes made to fall into one round: there is room for all.
          [keys, holders] = [widened(keys, total), widened(holders, total)];
          equal = new EqualKeys(total);
        }
        keys[count] = key;
        holders[count++] = 2 * row + (i - start < ASKED_BY ? 1 : 0);
      }
    }
    equal.visit(holders.subarray(0, count), keys.subarray(0, count), visit);
  }
}

/** The bits below are 0 in most that are sampled (`lib/sampled`). */
const ROUND_SHIFT = 4;

function widened(values: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(length);
  wide.set(values);
  return wide;
}

/** What is told of phrases that too many articles have. */
export function crowdedIssues(crowded: number): readonly Issue[] {
  if (crowded === 0) return [];
  const message =
    `${crowded} sampled phrases stand in more than ${MAX_HOLDERS} articles each; as excerpts those articles were ` +
    `compared with the ${HUBS} longest that have the phrase`;
  return [{ code: 'bucket-capped', path: '', message }];
}
