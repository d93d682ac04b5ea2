/**
 * Alignment of two token lists: the runs they share in the same order, and so the gaps between. Owns the runs; must
 * not judge them.
 *
 * Windows of one shingle that occur once in each text are the anchors, their longest increasing chain keeps the order,
 * and each anchor is extended as far as tokens agree. Reference: B. Cohen, patience diff (2004); longest increasing
 * subsequence by M. Fredman (1975). O(n log n) in tokens, whatever the texts.
 */
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';
import { eachWindow } from './windows.ts';

/** Equal tokens from `a` in the one list and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A word weighs 5, a character of an unspaced script 3, as in shingles. */
const WORD_WEIGHT = 5;
const CHARACTER_WEIGHT = 3;
const WINDOW_WEIGHT = 15;

/** Weight of one token. */
export function tokenWeight(tokens: Tokens, at: number): number {
  return tokens.kinds[at] === TOKEN_KINDS.character ? CHARACTER_WEIGHT : WORD_WEIGHT;
}

/** Shared runs of at least one window, ascending on both sides, not overlapping. */
export function alignTokens(a: Tokens, b: Tokens): readonly Run[] {
  const runs: Run[] = [];
  let aFloor = 0;
  let bFloor = 0;
  for (const [aAt, bAt] of anchors(a, b)) {
    if (aAt < aFloor || bAt < bFloor) continue;
    let back = 0;
    while (
      aAt - back > aFloor &&
      bAt - back > bFloor &&
      a.hashes[aAt - back - 1] === b.hashes[bAt - back - 1]
    )
      back++;
    let forth = 0;
    while (aAt + forth < a.count && bAt + forth < b.count && a.hashes[aAt + forth] === b.hashes[bAt + forth])
      forth++;
    runs.push({ a: aAt - back, b: bAt - back, length: back + forth });
    aFloor = aAt + forth;
    bFloor = bAt + forth;
  }
  return runs;
}

/** Positions of windows that occur once in each list, in an order that ascends in both. */
function anchors(a: Tokens, b: Tokens): readonly (readonly [number, number])[] {
  const inA = uniqueWindows(a);
  const inB = uniqueWindows(b);
  const pairs: (readonly [number, number])[] = [];
  for (const [hash, position] of inA) {
    const other = inB.get(hash);
    if (position >= 0 && other !== undefined && other >= 0) pairs.push([position, other]);
  }
  // Map order is insertion order, which is ascending in `a`.
  return increasing(pairs);
}

/** Window hash to its only position, or -1 when it repeats. */
function uniqueWindows(tokens: Tokens): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  eachWindow(tokens, WINDOW_WEIGHT, tokenWeight, (start, key) => {
    found.set(key, found.has(key) ? -1 : start);
  });
  return found;
}

/** A longest subsequence that ascends in the second part; the first part ascends already. */
function increasing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[i]![1]) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = i;
  }
  const chain: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!);
  return chain.reverse();
}
