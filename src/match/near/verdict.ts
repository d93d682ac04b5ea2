/**
 * The verdict on one pair as near-duplicates: near, one contained in the other, or distinct, with every signal. Owns
 * the decision; must not know of a third article, nor where candidates came from. Linear in the two texts.
 */
import type { Evidence, Passage, Verdict } from '../../model/match.ts';
import { THRESHOLDS, type Threshold } from '../../model/options.ts';
import { findChanges } from './changes.ts';
import { pairShingles } from './paired.ts';
import { alignPassages, mirrorPassages } from './passages.ts';
import { refusalOf } from './refusal.ts';
import { type Overlap, overlapOf } from './resemblance.ts';
import { mouldSignal, overlapSignals, probability, refusalSignals } from './signals.ts';
import { findMould, MOULD_RESEMBLANCE } from './templated.ts';
import type { NearText } from './text.ts';
import { MIN_SHARED, NEAR_BOUNDS, type NearBounds } from './thresholds.ts';
import { updateReason } from './update.ts';

/** What is asked of a pair beside its verdict. */
export interface NearOptions {
  readonly threshold: Threshold;
  /** Whether signals, and what would have joined a refused pair, are wanted; nothing else depends on it. */
  readonly isExplained?: boolean;
  /** Whether a pair too far apart to be joined is refused as a mould, too, where it is one. */
  readonly seeksMoulds?: boolean;
}

/**
 * Judges two articles as near-duplicates, with the passages of those that are; mirrored arguments give the mirrored
 * verdict.
 */
export function judgeNear(
  a: NearText,
  b: NearText,
  { threshold, isExplained = true, seeksMoulds = false }: NearOptions,
): Verdict {
  // One direction for both orders of arguments, so that what is found does not depend on which text is called a.
  const isMirrored = a.text > b.text;
  const [first, second] = isMirrored ? [b, a] : [a, b];
  const pair = pairShingles(first.shingles, second.shingles);
  const overlap = overlapOf(pair);
  const bounds = NEAR_BOUNDS[threshold];
  const relation = relationOf(overlap, bounds);
  const passagesOf = (): readonly Passage[] => {
    const passages = alignPassages(first.tokens, second.tokens, pair);
    return isMirrored ? mirrorPassages(passages) : passages;
  };
  const tooFar = (): Verdict => {
    const refused = { score: probability(overlap), evidence: evidenceOf(overlap), signals: [] };
    if (!isExplained) return refused;
    return {
      ...refused,
      evidence: { ...refused.evidence, passages: passagesOf() },
      signals: overlapSignals(overlap),
      nearest: missing(overlap, bounds, threshold),
    };
  };
  const mayBeMould = seeksMoulds && overlap.resemblance >= MOULD_RESEMBLANCE;
  if (relation === undefined && !mayBeMould) return tooFar();
  const changes = findChanges(first, second, pair);
  const mould = findMould(changes);
  const refusal = refusalOf(first, second, overlap, changes, mould, relation !== undefined);
  const score = probability(overlap, mould, refusal);
  const signals = isExplained
    ? [...overlapSignals(overlap), mouldSignal(mould), ...refusalSignals(refusal)]
    : [];
  if (refusal !== undefined) {
    const told = isExplained ? { passages: passagesOf() } : {};
    const evidence = { ...evidenceOf(overlap), ...told, against: [refusal.against] };
    const { nearest } = refusal;
    if (relation !== undefined) return { score, evidence, signals, nearest };
    return { score, evidence, signals, nearest: `${missing(overlap, bounds, threshold)}; and ${nearest}` };
  }
  if (relation === undefined) return tooFar();
  const reason = updateReason(changes, first.heading.date, second.heading.date);
  return {
    relation,
    ...(relation === 'contained' ? { inner: innerOf(overlap, isMirrored) } : {}),
    ...(reason === undefined ? {} : { reason }),
    score,
    evidence: { ...evidenceOf(overlap), passages: passagesOf() },
    signals,
  };
}

function relationOf(overlap: Overlap, bounds: NearBounds): 'near' | 'contained' | undefined {
  if (overlap.shared < MIN_SHARED) return undefined;
  if (overlap.resemblance >= bounds.resemblance) return 'near';
  const isExcerpt = overlap.containment >= bounds.containment && overlap.shared >= bounds.minExcerpt;
  return isExcerpt ? 'contained' : undefined;
}

/** The smaller of both: texts of one size that share so much resemble each other, and are `near`. */
function innerOf({ sizeA, sizeB }: Overlap, isMirrored: boolean): 'a' | 'b' {
  return sizeA < sizeB === isMirrored ? 'b' : 'a';
}

function evidenceOf({ resemblance, containment }: Overlap): Evidence {
  return { names: [], numbers: [], resemblance, containment };
}

/** How far a refused pair falls short of the bounds, and the threshold that would have joined it. */
function missing(overlap: Overlap, bounds: NearBounds, threshold: Threshold): string {
  const { resemblance, containment, shared } = overlap;
  if (shared < MIN_SHARED)
    return `they need at least ${MIN_SHARED} word sequences in common and have ${shared}`;
  const looser = THRESHOLDS.slice(THRESHOLDS.indexOf(threshold) + 1).find(
    (name) => relationOf(overlap, NEAR_BOUNDS[name]) !== undefined,
  );
  const isLong = shared >= bounds.minExcerpt;
  const told =
    `resemblance ${ofNeeded(resemblance, bounds.resemblance)}, or containment ` +
    `${ofNeeded(containment, bounds.containment)}${isLong ? '' : ` over ${bounds.minExcerpt} word sequences (${shared} shared)`}`;
  return looser === undefined ? told : `${told}; --threshold ${looser} joins them`;
}

/** `0.34 of 0.5, short by 0.16`; what suffices is not short. */
function ofNeeded(found: number, least: number): string {
  // Down, so that what falls short is never printed as if it did not.
  const shown = Math.floor(100 * found) / 100;
  const short = found < least ? `, short by ${(least - shown).toFixed(2)}` : '';
  return `${shown.toFixed(2)} of ${least}${short}`;
}
