/**
 * The run of lines with the greatest sum of gains. Owns the search; knows not what a gain is. One pass.
 * Reference: Bentley, "Programming Pearls" (1984), maximum-sum segment; Pasternack and Roth, "Extracting article text
 * from the web with maximum subsequence segmentation" (2009).
 */

/** The first such run, half-open; empty when no gain is positive. */
export function heaviestRun(
  count: number,
  gainOf: (i: number) => number,
): { readonly from: number; readonly to: number } {
  let best = { from: 0, to: 0 };
  let bestSum = 0;
  let sum = 0;
  let from = 0;
  for (let i = 0; i < count; i++) {
    sum += gainOf(i);
    if (sum <= 0) {
      sum = 0;
      from = i + 1;
    } else if (sum > bestSum) {
      bestSum = sum;
      best = { from, to: i + 1 };
    }
  }
  return best;
}
