/**
 * Runs of figures between two paragraphs of the text: ingredients and their amounts, tables with a line for each cell. The
 * scorer takes them for a menu or the list of a shop. Owns which lines these are: a run of which half begin or end in a
 * number. Linear.
 */
import type { Line } from './line.ts';
import { areUnknown, type Marks } from './marks.ts';

/** Fewer figures are a box beside the text. */
const LEAST_FIGURES = 4;
/** Fewer lines, too. */
const LEAST_LINES = 5;
const FIGURE = /^\p{N}|\p{N}$/u;

/** By line: 1 for those of such runs. `isFound` tells lines that are kept without this. */
export function figuresOfText(
  lines: readonly Line[],
  marks: Marks,
  isFound: (i: number) => boolean,
): Uint8Array {
  const figures = new Uint8Array(lines.length);
  const isShort = (i: number): boolean => lines[i]?.isProse === false && areUnknown(lines, marks, i, i + 1);
  const isParagraph = (i: number): boolean => lines[i]?.isProse === true && isFound(i);
  for (let from = 0, to = 0; from < lines.length; from = to + 1) {
    for (to = from; isShort(to); ) to++;
    if (to - from < LEAST_LINES || !isParagraph(aboveMarks(lines, from)) || !isParagraph(to)) continue;
    const start = headOfFigures(lines, from, to);
    figures.fill(1, start, endOfFigures(lines, start, to));
  }
  return figures;
}

/** The line above a run and the marks of advertisements over it. */
function aboveMarks(lines: readonly Line[], from: number): number {
  let i = from - 1;
  while (lines[i]?.phrase === 'advertisement') i--;
  return i;
}

/** The line above the first figure: what heads them. */
function headOfFigures(lines: readonly Line[], from: number, to: number): number {
  let i = from;
  while (i < to && !FIGURE.test(lines[i]!.text)) i++;
  return Math.max(from, i - 1);
}

/** The line behind the last one up to which half of the lines are figures; `start` where there are too few. */
function endOfFigures(lines: readonly Line[], start: number, to: number): number {
  let count = 0;
  let end = start;
  for (let i = start; i < to; i++) {
    if (FIGURE.test(lines[i]!.text)) count++;
    if (2 * count >= i + 1 - start && count >= LEAST_FIGURES && i + 1 - start >= LEAST_LINES) end = i + 1;
  }
  return end;
}
