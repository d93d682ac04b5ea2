/**
 * Two texts beside each other, or one below the other where the terminal is narrow. Owns the layout; measures wide
 * letters, and isolates each line of right-to-left text, so that the columns stay where they are.
 */
import { columnsOf, padColumns, wrapColumns } from '../lib/columns.ts';
import { visibleLine } from '../lib/visible.ts';
import type { Palette } from './palette.ts';
import { isolated } from './people.ts';

/** Columns from which on two texts stand beside each other: two columns of five words each. */
const WIDE = 76;
const BETWEEN = ' │ ';
/** Code units read of one side: an article of one sentence must not fill a screen. */
const LONGEST = 2_000;

export function areBeside(width: number): boolean {
  return width >= WIDE;
}

/** `label` stands before both, once. Lines end with line feeds. */
export function* sideBySide(
  label: string,
  [left, right]: readonly [string, string],
  palette: Palette,
  width: number,
): Iterable<string> {
  const lead = columnsOf(label) + 2;
  const below = ' '.repeat(lead);
  if (!areBeside(width)) {
    const room = Math.max(8, width - lead);
    const first = linesOf(left, room);
    for (const [i, line] of first.entries())
      yield `${i === 0 ? `${palette.label(label)}  ` : below}${line}\n`;
    for (const line of linesOf(right, room)) yield `${below}${palette.quiet(line)}\n`;
    return;
  }
  const room = Math.floor((width - lead - BETWEEN.length) / 2);
  const [leftLines, rightLines] = [linesOf(left, room), linesOf(right, room)];
  for (let i = 0; i < Math.max(leftLines.length, rightLines.length); i++) {
    const before = i === 0 ? `${palette.label(label)}  ` : below;
    const line = padColumns(leftLines[i] ?? '', room) + palette.quiet(BETWEEN) + (rightLines[i] ?? '');
    yield `${before}${line.trimEnd()}\n`;
  }
}

function linesOf(text: string, room: number): readonly string[] {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return wrapColumns(visibleLine(shown), room).map(isolated);
}
