/**
 * Which blocks to keep, given how likely each is part of the article. Owns the decision rule; knows no features.
 * Reference: Lewis, "Evaluating and optimizing autonomous text classification systems" (1995): the set that maximises
 * the expected F1 is a cut of the ranking by probability. O(n log n) in the blocks.
 */

/** Blocks below this are dropped whatever the rest says; above that they are kept. */
const BOUNDS = { lowest: 0.3, highest: 0.6 } as const;

/**
 * The probability from which on blocks are kept: the cut of the ranking that maximises the expected F1, in which a
 * block counts by its `weights` (words); within bounds, because probabilities of a single page are not exact.
 */
export function keepFrom(probabilities: Float32Array, weights: ArrayLike<number>): number {
  const ranked = Array.from(probabilities.keys()).filter((i) => probabilities[i]! > 0);
  ranked.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  let expected = 0;
  for (const i of ranked) expected += probabilities[i]! * weights[i]!;
  let hits = 0;
  let kept = 0;
  let best = 0;
  let cut: number = BOUNDS.highest;
  for (const i of ranked) {
    hits += probabilities[i]! * weights[i]!;
    kept += weights[i]!;
    const f1 = (2 * hits) / (kept + expected);
    if (f1 > best) {
      best = f1;
      cut = probabilities[i]!;
    }
  }
  return Math.min(BOUNDS.highest, Math.max(BOUNDS.lowest, cut));
}
