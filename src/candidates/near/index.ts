/**
 * Copies and candidates for near-duplicates, without comparing all pairs. Owns the order: copies first, the rest, by bands
 * and as excerpts, on one representative a text; and the pieces into which the rest may be cut. Must not decide (that is
 * `match`).
 */
import type { Issue, Staged } from '../../model/issue.ts';
import type { PairList } from '../../model/match.ts';
import { type BandColumns, pairBands } from './bands.ts';
import { type CopyClasses, findCopies, type TextKeyColumns } from './copies.ts';
import type { NearBounds } from './estimate.ts';
import { crowdedIssues, pairExcerpts, type SampleColumns } from './excerpts.ts';
import { PairCollector } from './pairs.ts';

export interface NearColumns extends TextKeyColumns, BandColumns, SampleColumns {}

/** What candidates are found in: arrays, which are only read. */
export interface NearPlan {
  readonly columns: NearColumns;
  readonly copies: CopyClasses;
  /** The first article of each text, ascending; articles without words stand for themselves. */
  readonly representatives: Uint32Array;
}

/** A part of the search: each finds pairs by itself, some of them more than one finds. */
export type NearPiece =
  /** The bands of one half of the sketches, or one half of the sampled shingles. */
  { readonly by: 'bands' | 'excerpts'; readonly half: 0 | 1 };

/** What a part of the search finds. */
export interface NearFound extends Staged<PairList> {
  /** Sampled phrases that too many articles have: counted over all parts before anything is told. */
  readonly crowded: number;
}

/** The longest first. */
export const NEAR_PIECES: readonly NearPiece[] = [
  { by: 'excerpts', half: 0 },
  { by: 'excerpts', half: 1 },
  { by: 'bands', half: 0 },
  { by: 'bands', half: 1 },
];

/** The classes of copies, and on what the search runs; linear. */
export function planNear(columns: NearColumns): NearPlan {
  const { count, textHigh, textLow, shingleCounts, sketches, samples } = columns;
  const copies = findCopies(columns);
  const representatives = copies.representativeOf.filter((representative, index) => representative === index);
  // Behind a column there may be a view that is made each time.
  const views = { count, textHigh, textLow, shingleCounts, sketches, samples };
  return { columns: views, copies, representatives };
}

/** The pairs of representatives that a part of the search finds and that may reach `bounds`, in no order; linear. */
export function nearPairs(
  { columns, representatives }: NearPlan,
  piece: NearPiece,
  bounds: NearBounds,
): NearFound {
  const pairs = new PairCollector();
  const { half } = piece;
  const rows = representatives.filter((row) => columns.shingleCounts[row]! > 0);
  switch (piece.by) {
    case 'bands': {
      const issues = pairBands(columns, rows, half, bounds, pairs);
      return { value: pairs.take(), issues, crowded: 0 };
    }
    case 'excerpts': {
      const crowded = pairExcerpts(columns, rows, half, bounds, pairs);
      return { value: pairs.take(), issues: [], crowded };
    }
    default:
      return piece.by satisfies never;
  }
}

/** What is to be told of all parts of the search. */
export function nearIssues(found: readonly NearFound[]): readonly Issue[] {
  const crowded = found.reduce((sum, part) => sum + part.crowded, 0);
  return [...crowdedIssues(crowded), ...found.flatMap(({ issues }) => issues)];
}
