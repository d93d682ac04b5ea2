/**
 * Runs of short lines between two paragraphs of the text: ingredients, results, figures. The scorer judges line by line and
 * loses some in the middle. Owns which runs are kept whole: those of which half are kept. Linear.
 */
import type { Line } from './line.ts';
import { areUnknown, type Marks } from './marks.ts';

/** Fewer lines are no run. */
const LEAST_LINES = 3;
/** Share of the lines that are kept without this; swept in decision 0010. */
const LEAST_KEPT = 0.5;

/** By line: 1 for those of runs that are kept whole. `isFound` tells lines that are kept without this. */
export function wholeRuns(lines: readonly Line[], marks: Marks, isFound: (i: number) => boolean): Uint8Array {
  const whole = new Uint8Array(lines.length);
  const isShort = (i: number): boolean => lines[i]?.isProse === false && areUnknown(lines, marks, i, i + 1);
  const isParagraph = (i: number): boolean => lines[i]?.isProse === true && isFound(i);
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    let kept = 0;
    for (to = from; isShort(to); to++) if (isFound(to)) kept++;
    const count = to - from;
    if (count < LEAST_LINES || kept < LEAST_KEPT * count) continue;
    if (isParagraph(from - 1) && isParagraph(to)) whole.fill(1, from, to);
  }
  return whole;
}
