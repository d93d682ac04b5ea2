/**
 * The verdict on one pair as near-duplicates: near, one contained in the other, or distinct, with every signal. Owns
 * the decision; must not know of a third article, nor where candidates came from. Linear in the two texts.
 */
import type { Tokens } from '../../lib/tokens.ts';
import type { Evidence, Signal, Verdict } from '../../model/match.ts';
import { THRESHOLDS, type Threshold } from '../../model/options.ts';
import { type Changes, findChanges } from './changes.ts';
import { measureOverlap, type Overlap } from './resemblance.ts';
import { findMould, type Mould } from './templated.ts';
import { MIN_SHARED, NEAR_BOUNDS, type NearBounds } from './thresholds.ts';
import { updateReason } from './update.ts';

export interface NearText {
  /** Cleaned text. */
  readonly text: string;
  /** Tokens of `text`: asked for by three measures. */
  readonly tokens: Tokens;
  /** Sorted distinct shingle hashes of `text`. */
  readonly shingles: Uint32Array;
  /** RFC 3339 instant or day. */
  readonly date?: string | undefined;
}

/** Judges two articles as near-duplicates; mirrored arguments give the mirrored verdict. */
export function judgeNear(a: NearText, b: NearText, threshold: Threshold): Verdict {
  const overlap = measureOverlap(a.shingles, b.shingles);
  const bounds = NEAR_BOUNDS[threshold];
  const relation = relationOf(overlap, bounds);
  if (relation === undefined) {
    return refused(overlap, overlapSignals(overlap), [], missing(overlap, bounds, threshold));
  }
  const changes = changesOf(a, b);
  const mould = findMould(changes);
  const signals = [...overlapSignals(overlap), mouldSignal(mould)];
  if (mould.isMould) {
    return refused(
      overlap,
      signals,
      [mouldReason(mould)],
      `at least as many facts kept as replaced in place`,
    );
  }
  const reason = updateReason(changes, a.date, b.date);
  return {
    relation,
    ...(relation === 'contained' ? { inner: a.shingles.length <= b.shingles.length ? 'a' : 'b' } : {}),
    ...(reason === undefined ? {} : { reason }),
    score: probability(signals),
    evidence: evidenceOf(overlap, []),
    signals,
  };
}

/** Shared shingles from which on more of them say no more: about one long sentence. */
const FULL_AMOUNT = 16;

function relationOf(overlap: Overlap, bounds: NearBounds): 'near' | 'contained' | undefined {
  if (overlap.shared < MIN_SHARED) return undefined;
  if (overlap.resemblance >= bounds.resemblance) return 'near';
  const isExcerpt = overlap.containment >= bounds.containment && overlap.shared >= bounds.minExcerpt;
  return isExcerpt ? 'contained' : undefined;
}

/** In an order of content, so that alignment does not depend on which text is called a. */
function changesOf(a: NearText, b: NearText): Changes {
  if (a.text <= b.text) return findChanges(a, b);
  const mirrored = findChanges(b, a);
  return { ...mirrored, addedA: mirrored.addedB, addedB: mirrored.addedA };
}

/**
 * Log-odds of a right link: 7 * resemblance + 7 * containment - 6, less up to 2 when little is shared; a start to be
 * calibrated, monotone in all three. Texts of one length give 0.52 at resemblance 0.35, 0.90 at 0.5, 0.9997 at 1; a
 * whole excerpt a fifth as long gives 0.92.
 */
function overlapSignals(overlap: Overlap): Signal[] {
  const { resemblance, containment, shared } = overlap;
  return [
    {
      name: 'prior',
      value: 1,
      contribution: -6,
      note: 'a candidate without shared shingles is another story',
    },
    {
      name: 'resemblance',
      value: resemblance,
      contribution: 7 * resemblance,
      note: `${shared} shared shingles`,
    },
    {
      name: 'amount',
      value: shared,
      contribution: -2 * Math.max(0, 1 - shared / FULL_AMOUNT),
      note: 'a few shared shingles may be a phrase',
    },
    { name: 'containment', value: containment, contribution: 7 * containment, note: 'of the smaller text' },
  ];
}

function mouldSignal(mould: Mould): Signal {
  return {
    name: 'replaced facts',
    value: mould.share,
    contribution: mould.isMould ? -10 * mould.share : 0,
    note: `${mould.replaced} numbers and names replaced in place`,
  };
}

function probability(signals: readonly Signal[]): number {
  const logOdds = signals.reduce((sum, signal) => sum + signal.contribution, 0);
  return 1 / (1 + Math.exp(-logOdds));
}

function refused(
  overlap: Overlap,
  signals: readonly Signal[],
  against: readonly string[],
  nearest: string,
): Verdict {
  return { score: probability(signals), evidence: evidenceOf(overlap, against), signals, nearest };
}

function evidenceOf(overlap: Overlap, against: readonly string[]): Evidence {
  return {
    names: [],
    numbers: [],
    resemblance: overlap.resemblance,
    containment: overlap.containment,
    ...(against.length === 0 ? {} : { against }),
  };
}

function mouldReason(mould: Mould): string {
  const percent = Math.round(100 * mould.share);
  return `the shared prose is a mould: ${mould.replaced} numbers and names were replaced in place, ${percent} % of the facts`;
}

/** The easiest change that would have joined a refused pair. */
function missing(overlap: Overlap, bounds: NearBounds, threshold: Threshold): string {
  if (overlap.shared < MIN_SHARED) return `at least ${MIN_SHARED} shared shingles`;
  const looser = THRESHOLDS.slice(THRESHOLDS.indexOf(threshold) + 1).find(
    (name) => relationOf(overlap, NEAR_BOUNDS[name]) !== undefined,
  );
  if (looser !== undefined) return `--threshold ${looser}`;
  return (
    `resemblance ${bounds.resemblance} (found ${overlap.resemblance.toFixed(2)}) or containment ` +
    `${bounds.containment} of at least ${bounds.minExcerpt} shingles (found ${overlap.containment.toFixed(2)})`
  );
}
