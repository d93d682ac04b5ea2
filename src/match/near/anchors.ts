/**
 * Anchors of an alignment: shingles that occur once in each of two texts, as many of them as stand in the same order.
 * Owns their choice; must not extend them.
 *
 * Reference: B. Cohen, patience diff (2004); longest increasing subsequence by M. Fredman (1975). O(n log n).
 */
import { Room } from '../../lib/room.ts';
import { NOWHERE, onlyPlaces, type PairedShingles } from './paired.ts';

/** Places in the one text and in the other, ascending in both; overwritten by the next call. */
export interface Anchors {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

const rooms = {
  placeInA: new Room(),
  a: new Room(),
  b: new Room(),
  tails: new Room(),
  before: new Room(),
};

/** The anchors of two texts. */
export function findAnchors(pair: PairedShingles): Anchors {
  const a = rooms.a.atLeast(pair.sizeA);
  const b = rooms.b.atLeast(pair.sizeA);
  const count = pairOnly(pair, a, b);
  return { a, b, count: keepIncreasing(a, b, count) };
}

/** Writes the places of shingles that occur once in each text, ascending in the first; their number. */
function pairOnly(pair: PairedShingles, a: Int32Array, b: Int32Array): number {
  const { sizeA, placeInB } = pair;
  const placeInA = onlyPlaces(pair.a, pair.lengthA, sizeA, rooms.placeInA.atLeast(sizeA));
  let count = 0;
  // Numbers are given in the order of the first text.
  for (let number = 0; number < sizeA; number++) {
    if (placeInA[number]! < 0 || placeInB[number]! < 0) continue;
    a[count] = placeInA[number]!;
    b[count++] = placeInB[number]!;
  }
  return count;
}

/** Keeps a longest subsequence that ascends in `b` (`a` ascends already) at the front of both; its length. */
function keepIncreasing(a: Int32Array, b: Int32Array, count: number): number {
  const tails = rooms.tails.atLeast(count);
  const before = rooms.before.atLeast(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    // Nearly all come behind the longest chain so far.
    let low = length > 0 && b[tails[length - 1]!]! < b[i]! ? length : 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (b[tails[middle]!]! < b[i]!) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : NOWHERE;
    tails[low] = i;
    if (low === length) length++;
  }
  // The chain is read from its end, and its members stand no further to the front than they are put.
  let at = length > 0 ? tails[length - 1]! : NOWHERE;
  for (let to = length - 1; to >= 0; to--) {
    tails[to] = at;
    at = before[at]!;
  }
  for (let to = 0; to < length; to++) {
    a[to] = a[tails[to]!]!;
    b[to] = b[tails[to]!]!;
  }
  return length;
}
