/**
 * How far two texts are about the same things, and in the same order: sums over the concepts that both have. Owns the
 * sums; must not decide. Linear in the concepts of both sides; exact integers, so that it is the same everywhere.
 */
import { WEIGHT_SCALE } from '../../lexicon/concepts.ts';
import { PlaceAgreement } from './places.ts';
import type { StorySides } from './sides.ts';

export interface SharedConcepts {
  /** Cosine of the weights, 0..1. */
  readonly likeness: number;
  /** Summed smaller weights of shared concepts over the weights of a side: the better side, the worse side, 0..1. */
  readonly coverHigh: number;
  readonly coverLow: number;
  /** Of the pair compared last. */
  readonly places: PlaceAgreement;
}

/** So much weight is added to a side, so that a few words that are all shared prove little. */
const UNSEEN = 8 * WEIGHT_SCALE;

const places = new PlaceAgreement();

export function compareConcepts(sides: StorySides, a: number, b: number): SharedConcepts {
  const { starts, ends, ids, weights, places: at } = sides.concepts;
  const endA = ends[a]!;
  const endB = ends[b]!;
  let dot = 0;
  let smaller = 0;
  places.begin();
  for (let i = starts[a]!, j = starts[b]!; i < endA && j < endB; ) {
    const difference = ids[i]! - ids[j]!;
    if (difference === 0) {
      const x = weights[i]!;
      const y = weights[j]!;
      const weight = x < y ? x : y;
      dot += x * y;
      smaller += weight;
      places.add(weight, at[i]!, at[j]!);
    }
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const coverA = smaller / (sides.conceptTotals[a]! + UNSEEN);
  const coverB = smaller / (sides.conceptTotals[b]! + UNSEEN);
  return {
    likeness: dot === 0 ? 0 : dot / (sides.conceptLengths[a]! * sides.conceptLengths[b]!),
    coverHigh: Math.max(coverA, coverB),
    coverLow: Math.min(coverA, coverB),
    places,
  };
}

/** The shared concepts with the bits that each tells, weightiest first, at most `most`. */
export function weightiestShared(
  { concepts: { starts, ends, ids, weights } }: StorySides,
  a: number,
  b: number,
  most: number,
): readonly { readonly id: number; readonly weight: number }[] {
  const shared: { id: number; weight: number }[] = [];
  for (let i = starts[a]!, j = starts[b]!; i < ends[a]! && j < ends[b]!; ) {
    const difference = ids[i]! - ids[j]!;
    if (difference === 0)
      shared.push({ id: ids[i]!, weight: Math.min(weights[i]!, weights[j]!) / WEIGHT_SCALE });
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared.sort((x, y) => y.weight - x.weight || x.id - y.id).slice(0, most);
}
