/**
 * From which probability on lines of a page are kept. Owns the rule; knows no features.
 * Reference: Lewis, "Evaluating and optimizing autonomous text classification systems" (SIGIR 1995): the set that
 * maximises the expected F1 is a cut of the ranking by probability. O(n log n) in the lines.
 */

/** Within these bounds, because the probabilities of one page are not exact. */
const LOWEST = 0.35;
const HIGHEST = 0.6;

/**
 * The cut that maximises the expected F1, in which a line counts by its `weights` (words): a page of sure lines is cut
 * near a half, one on which little is sure lower.
 */
export function keepFrom(probabilities: Float32Array, weights: ArrayLike<number>): number {
  const ranked = Array.from(probabilities.keys()).filter((i) => probabilities[i]! > 0);
  ranked.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  let expected = 0;
  for (const i of ranked) expected += probabilities[i]! * weights[i]!;
  let hits = 0;
  let kept = 0;
  let best = 0;
  let cut = HIGHEST;
  for (const i of ranked) {
    hits += probabilities[i]! * weights[i]!;
    kept += weights[i]!;
    const f1 = (2 * hits) / (kept + expected);
    if (f1 > best) {
      best = f1;
      cut = probabilities[i]!;
    }
  }
  return Math.min(HIGHEST, Math.max(LOWEST, cut));
}
