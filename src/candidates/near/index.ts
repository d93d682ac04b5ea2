/**
 * Copies and candidates for near-duplicates, without comparing all pairs. Owns the order: copies first, the rest, by bands and as excerpts, on
 * one representative a text. Must not decide (that is `match`).
 */
import type { Staged } from '../../model/issue.ts';
import { type BandColumns, pairBands } from './bands.ts';
import { type CopyClasses, findCopies, type TextKeyColumns } from './copies.ts';
import type { NearBounds } from './estimate.ts';
import { pairExcerpts, type SampleColumns } from './excerpts.ts';
import { PairCollector, type PairList } from './pairs.ts';

export interface NearColumns extends TextKeyColumns, BandColumns, SampleColumns {}

export interface NearCandidates {
  readonly copies: CopyClasses;
  /** The first article of each text, ascending; articles without words stand for themselves. */
  readonly representatives: Uint32Array;
  /** Pairs of representatives. */
  readonly pairs: PairList;
}

/** Copies, representatives and the pairs of a collection that may reach `bounds`; linear in its size. */
export function nearCandidates(columns: NearColumns, bounds: NearBounds): Staged<NearCandidates> {
  const copies = findCopies(columns);
  const representatives = copies.representativeOf.filter((representative, index) => representative === index);
  const rows = representatives.filter((row) => columns.shingleCounts[row]! > 0);
  const pairs = new PairCollector();
  const capped = pairBands(columns, rows, bounds, pairs);
  const known = columns.samples.lengths.length;
  const sampled = rows.filter((row) => row < known);
  const crowded = pairExcerpts(columns, sampled, bounds, pairs);
  return { value: { copies, representatives, pairs: pairs.finish() }, issues: [...capped, ...crowded] };
}
