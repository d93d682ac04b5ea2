/**
 * Alignment of two token lists: the runs they share in the same order, and so the gaps between. Owns the runs; must
 * not judge them. Each anchor is extended as far as tokens agree. O(n log n) in tokens, whatever the texts.
 */
import type { Tokens } from '../../lib/tokens.ts';
import { findAnchors } from './anchors.ts';
import type { PairedShingles } from './paired.ts';

/** Equal tokens from `a` in the one list and from `b` in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Shared runs of at least one shingle, ascending on both sides, not overlapping; `pair`: their shingles. */
export function alignTokens(a: Tokens, b: Tokens, pair: PairedShingles): readonly Run[] {
  const anchors = findAnchors(pair);
  const runs: Run[] = [];
  let aFloor = 0;
  let bFloor = 0;
  for (let i = 0; i < anchors.count; i++) {
    const aAt = anchors.a[i]!;
    const bAt = anchors.b[i]!;
    if (aAt < aFloor || bAt < bFloor) continue;
    const run = extendRun(a, b, aAt, bAt, aFloor, bFloor);
    runs.push(run);
    aFloor = run.a + run.length;
    bFloor = run.b + run.length;
  }
  return runs;
}

/** The longest run of equal tokens through a place in each list that begins at neither's floor or later. */
export function extendRun(
  a: Tokens,
  b: Tokens,
  aAt: number,
  bAt: number,
  aFloor: number,
  bFloor: number,
): Run {
  const aHashes = a.hashes;
  const bHashes = b.hashes;
  const mostBack = Math.min(aAt - aFloor, bAt - bFloor);
  let back = 0;
  while (back < mostBack && aHashes[aAt - back - 1] === bHashes[bAt - back - 1]) back++;
  const mostForth = Math.min(a.count - aAt, b.count - bAt);
  let forth = 0;
  while (forth < mostForth && aHashes[aAt + forth] === bHashes[bAt + forth]) forth++;
  return { a: aAt - back, b: bAt - back, length: back + forth };
}
