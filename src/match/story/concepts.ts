/**
 * How far two texts are about the same things, and in the same order: sums over the concepts that both have. Owns the
 * sums; must not decide. Linear in the concepts of both sides; exact integers, so that it is the same everywhere.
 */
import { WEIGHT_SCALE } from '../../lexicon/concepts.ts';
import type { ConceptVector } from '../../model/features.ts';

export interface SharedConcepts {
  /** Cosine of the weights, 0..1. */
  readonly likeness: number;
  /** Summed smaller weights of shared concepts over the weights of a side: the better side, the worse side, 0..1. */
  readonly coverHigh: number;
  readonly coverLow: number;
  /** Bits that the places of the shared concepts speak for one text, against two texts on one subject. */
  readonly placeBits: number;
  /** The same for each shared concept. */
  readonly placeMean: number;
  /** Correlation of the places, weighted, drawn towards 0 where little is shared; -1..1. */
  readonly placeOrder: number;
  readonly count: number;
}

/**
 * What a gap between the places of one concept says (places are shares of the text, 0..255): in a translation six of
 * ten gaps fall off with a scale of 0.03 and the rest are as random as between any two texts, 2 (1 - gap).
 * A single concept never says more than these bits.
 */
const PLACE_SHARE = 0.6;
const PLACE_SCALE = 0.03;
const MOST_PLACE_BITS = 3.5;
const LEAST_PLACE_BITS = -1.4;
const PLACE_BITS = Float64Array.from({ length: 256 }, (_, gap) => {
  const share = gap / 255;
  const random = 2 * (1 - share) + 1e-9;
  const same = (PLACE_SHARE * Math.exp(-share / PLACE_SCALE)) / PLACE_SCALE + (1 - PLACE_SHARE) * random;
  return Math.max(LEAST_PLACE_BITS, Math.min(MOST_PLACE_BITS, Math.log2(same / random)));
});
/** So much weight is added to a side, so that a few words that are all shared prove little. */
const UNSEEN = 8 * WEIGHT_SCALE;
/** So many shared concepts without a tendency are added to the mean. */
const UNSEEN_PLACES = 6;
const UNSEEN_VARIANCE = 6;

export function compareConcepts(a: ConceptVector, b: ConceptVector): SharedConcepts {
  let dot = 0;
  let smaller = 0;
  let bits = 0;
  let count = 0;
  let sum = 0;
  let x1 = 0;
  let y1 = 0;
  let x2 = 0;
  let y2 = 0;
  let xy = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) {
      const weight = Math.min(a.weights[i]!, b.weights[j]!);
      const x = a.places[i]!;
      const y = b.places[j]!;
      dot += a.weights[i]! * b.weights[j]!;
      smaller += weight;
      bits += PLACE_BITS[Math.abs(x - y)]!;
      count++;
      sum += weight;
      x1 += weight * x;
      y1 += weight * y;
      x2 += weight * x * x;
      y2 += weight * y * y;
      xy += weight * x * y;
    }
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  const [lengthA, totalA] = sizesOf(a);
  const [lengthB, totalB] = sizesOf(b);
  const coverA = smaller / (totalA + UNSEEN);
  const coverB = smaller / (totalB + UNSEEN);
  return {
    likeness: dot === 0 ? 0 : dot / (lengthA * lengthB),
    coverHigh: Math.max(coverA, coverB),
    coverLow: Math.min(coverA, coverB),
    placeBits: bits,
    placeMean: bits / (count + UNSEEN_PLACES),
    placeOrder: correlation(sum, x1, y1, x2, y2, xy),
    count,
  };
}

/** Below so many concepts on one side their likeness says little. */
const ENOUGH = 40;
/**
 * Least likeness beyond the background of two articles that are worth reading: 99 of 100 translations of whole stories
 * into any language have more (half of those below are short), 85 of 100 pairs that share two names have less.
 */
const LEAST_SURPLUS = 0.01;

/** Whether two articles may tell one story or event, by what they are about alone: asked before they are read. */
export function mayBeStory(a: ConceptVector, b: ConceptVector): boolean {
  if (a.ids.length < ENOUGH || b.ids.length < ENOUGH) return true;
  return compareConcepts(a, b).likeness - Math.sqrt(a.background * b.background) >= LEAST_SURPLUS;
}

/** The shared concepts with the bits that each tells, weightiest first, at most `most`. */
export function weightiestShared(
  a: ConceptVector,
  b: ConceptVector,
  most: number,
): readonly { readonly id: number; readonly weight: number }[] {
  const shared: { id: number; weight: number }[] = [];
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0)
      shared.push({ id: a.ids[i]!, weight: Math.min(a.weights[i]!, b.weights[j]!) / WEIGHT_SCALE });
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared.sort((x, y) => y.weight - x.weight || x.id - y.id).slice(0, most);
}

function sizesOf({ weights }: ConceptVector): readonly [length: number, total: number] {
  let squares = 0;
  let total = 0;
  for (const weight of weights) {
    squares += weight * weight;
    total += weight;
  }
  return [Math.sqrt(squares), total];
}

/** Weighted; sums are of weights in sixteenths and places in 255ths. */
function correlation(sum: number, x1: number, y1: number, x2: number, y2: number, xy: number): number {
  if (sum === 0) return 0;
  const scale = 255 * 255 * WEIGHT_SCALE;
  const varianceX = Math.max(0, x2 - (x1 * x1) / sum) / scale;
  const varianceY = Math.max(0, y2 - (y1 * y1) / sum) / scale;
  const covariance = (xy - (x1 * y1) / sum) / scale;
  return covariance / (Math.sqrt(varianceX * varianceY) + UNSEEN_VARIANCE);
}
