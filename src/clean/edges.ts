/**
 * The article inside a page dump: one run of lines, chosen so that prose in it outweighs the menus in it. What lies
 * before and after is navigation. Runs only on pages that show chrome by other signs.
 * Reference: Bentley, "Programming Pearls" (1984), column "Algorithm design techniques" (maximum-sum segment);
 * Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (2009).
 * One pass over the lines.
 */
import { drop, type Marks, REASON_OF_PHRASE } from './marks.ts';
import type { Line, Page } from './page.ts';

export interface Interval {
  readonly from: number;
  /** Half-open. */
  readonly to: number;
}

/**
 * Swept on 2026-11-23 over aeb (181) and every fourth wcxb-dev article (178), F1 aeb / wcxb: label 30 .868 / .871,
 * 60 .883 / .864, 90 .881 / .855; barrier 150 .885 / .864, 300 .883 / .864, 800 .882 / .864; phrase and loose move
 * either by less than .004.
 */
const PENALTIES = { label: 60, phrase: 120, loose: 30, barrier: 150 } as const;
/** One long paragraph counts no more than this (same sweep: 200 .877 / .861, 300 .883 / .864, 600 .878 / .863). */
const MAX_PROSE = 300;

function weigh(line: Line, isMarked: boolean): number {
  if (line.phrase === 'closer' || line.phrase === 'comments') return -PENALTIES.barrier;
  if (line.phrase !== undefined) return -PENALTIES.phrase;
  if (isMarked) return 0;
  if (line.isProse) return Math.min(line.length, MAX_PROSE);
  return line.isLabel ? -PENALTIES.label : -PENALTIES.loose;
}

/** The run of lines with the greatest sum of weights; empty for a page without prose. */
export function bestInterval(page: Page, marks: Marks): Interval {
  let best: Interval = { from: 0, to: 0 };
  let bestSum = 0;
  let sum = 0;
  let from = 0;
  page.lines.forEach((line, i) => {
    sum += weigh(line, marks[i] !== undefined);
    if (sum <= 0) {
      sum = 0;
      from = i + 1;
    } else if (sum > bestSum) {
      bestSum = sum;
      best = { from, to: i + 1 };
    }
  });
  return best;
}

/** Drops everything outside the interval but the title; a line that a phrase list knows gets the reason of its class. */
export function markEdges(page: Page, interval: Interval, title: number, marks: Marks): void {
  for (let i = 0; i < page.lines.length; i++) {
    if ((i >= interval.from && i < interval.to) || i === title) continue;
    const phrase = page.lines[i]?.phrase;
    drop(marks, i, phrase === undefined ? 'navigation' : REASON_OF_PHRASE[phrase], 0.7);
  }
}

/** Lines above the text among which its title is sought. */
const TITLE_WINDOW = 25;
const MIN_TITLE = 15;
const MAX_TITLE = 250;

/**
 * The line above the interval that is most like a title: long for a line without a stop, near the text, best of all
 * repeated on the page (as the last item of the trail, or below the picture); -1 when there is none.
 */
export function findTitle(page: Page, interval: Interval, labelCounts: ReadonlyMap<string, number>): number {
  let title = -1;
  let bestScore = 0;
  for (let i = Math.max(0, interval.from - TITLE_WINDOW); i < interval.from; i++) {
    const line = page.lines[i];
    if (line === undefined || line.phrase !== undefined) continue;
    if (line.length < MIN_TITLE || line.length > MAX_TITLE) continue;
    const isRepeated = (labelCounts.get(line.label) ?? 0) > 1;
    const score = Math.min(line.length, 80) + (isRepeated ? 40 : 0) - 4 * (interval.from - i);
    if (score > bestScore) {
      bestScore = score;
      title = i;
    }
  }
  return title;
}
