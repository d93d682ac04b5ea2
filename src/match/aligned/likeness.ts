/**
 * How alike the sentences of two articles are: what they share of names, numbers, dates and concepts, weighed by its
 * information. Owns the measure; must not align. Rows are sorted, so that a pair costs as much as its sentences are long.
 */
import type { ConceptVector, FactRow } from '../../model/features.ts';

/** A sentence as alignment sees it. */
export interface SentenceRow {
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** In units of a Latin letter. */
  readonly letters: number;
  readonly facts: Pick<FactRow, 'keys' | 'weights'>;
  readonly concepts: Pick<ConceptVector, 'ids' | 'weights'>;
}

/** Facts are in quarter bits, concepts in sixteenths. */
const FACT_SCALE = 4;

/** Sixteenths of bits that two sentences share. */
export function sharedWeight(a: SentenceRow, b: SentenceRow): number {
  const { facts: x, concepts: u } = a;
  const { facts: y, concepts: v } = b;
  return (
    FACT_SCALE * sharedOf(x.keys, x.weights, y.keys, y.weights) + sharedOf(u.ids, u.weights, v.ids, v.weights)
  );
}

/** Sixteenths of bits that a sentence tells. */
export function ownWeight({ facts, concepts }: SentenceRow): number {
  let weight = 0;
  for (const bits of facts.weights) weight += FACT_SCALE * bits;
  for (const bits of concepts.weights) weight += bits;
  return weight;
}

type Keys = Uint32Array | Uint16Array;

function sharedOf(keysA: Keys, weightsA: Uint8Array, keysB: Keys, weightsB: Uint8Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < keysA.length && j < keysB.length; ) {
    const difference = keysA[i]! - keysB[j]!;
    if (difference === 0) shared += Math.min(weightsA[i]!, weightsB[j]!);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
