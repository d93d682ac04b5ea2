/**
 * From which probability on lines of a page are kept. Owns the rule; knows no features.
 * Reference: Lewis, "Evaluating and optimizing autonomous text classification systems" (SIGIR 1995): the set that
 * maximises the expected F1 is a cut of the ranking by probability. O(n log n) in the lines.
 */

/** Within these bounds, because the probabilities of one page are not exact. */
export const LOWEST = 0.35;
const HIGHEST = 0.6;

/**
 * The cut that maximises the expected F1, in which a line counts by its `weights` (words): a page of sure lines is cut
 * near a half, one on which little is sure lower.
 */
export function keepFrom(probabilities: Float32Array, weights: ArrayLike<number>): number {
  let expected = 0;
  const ranked: number[] = [];
  // Of the lines below the lowest cut it matters only how likely the first is: F1 along a ranking has one summit.
  let next = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    expected += p * weights[i]!;
    if (p >= LOWEST) ranked.push(i);
    else if (p > next) next = p;
  }
  ranked.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
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
  // A line raises F1 when it is more likely than half of it.
  if (2 * next > best) return LOWEST;
  return Math.min(HIGHEST, Math.max(LOWEST, cut));
}
