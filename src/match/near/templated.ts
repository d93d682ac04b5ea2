/**
 * Tells two stories poured into one mould (weather, results, markets) from one story written again. Owns the measure
 * and its bounds; must not know of thresholds of resemblance. Decision note 0004 has the figures.
 *
 * Both kinds of pair share most of their shingles. They differ in their facts: a mould keeps the prose and replaces
 * nearly every number and name, an update changes two or three of them and keeps the rest.
 */
import type { Changes } from './changes.ts';

export interface Mould {
  readonly isMould: boolean;
  /** Facts replaced in place, numbers and names. */
  readonly replaced: number;
  /** Replaced facts over replaced and kept facts, 0..1. */
  readonly share: number;
  /** Shared words for each replaced fact; Infinity when none was replaced. */
  readonly spacing: number;
}

/** Share at which a pair is one mould: in the gap between updates (up to 0.40) and moulds (from 0.64), note 0004. */
export const MOULD_SHARE = 0.55;
/** Below four replaced facts an update (dead, injured, missing) and a mould cannot be told apart by counting. */
export const MOULD_MIN_REPLACED = 4;
/** A mould is replaced throughout: at least one fact in this many shared words (sweep in note 0004). */
export const MOULD_MAX_SPACING = 30;
/** A mould shares this much of its wording at least: of 24 labelled pairs the one that is least alike has 0.16 (note 0004). */
export const MOULD_RESEMBLANCE = 0.15;
/**
 * Kept names vouch for a pair only so far: a mould keeps the names of its publisher and field, and German writes every
 * noun as others write names.
 */
export const MAX_VOUCHING_NAMES = 3;

/** Weighs replaced facts against kept ones. */
export function findMould(changes: Changes): Mould {
  const replaced = changes.replacedNumbers + changes.replacedNames;
  const kept = changes.keptNumbers + Math.min(changes.keptNames, MAX_VOUCHING_NAMES);
  const share = replaced === 0 ? 0 : replaced / (replaced + kept);
  const spacing = replaced === 0 ? Number.POSITIVE_INFINITY : changes.sharedWords / replaced;
  const isMould = replaced >= MOULD_MIN_REPLACED && share >= MOULD_SHARE && spacing <= MOULD_MAX_SPACING;
  return { isMould, replaced, share, spacing };
}
