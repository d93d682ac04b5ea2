/** How many rows of the beginning of a table do not come out as rows, read in one way. Must not choose. Linear time. */
import { cellsOf, type RowGrammar, rowEnd } from './row-grammar.ts';

const LINE_FEED = 0x0a;

/**
 * Rows that end at a quote in the wrong place, or with another number of cells than the first, or than `width`. The last
 * row of a beginning that is cut says nothing.
 */
export function misfitsOf(opening: Buffer, grammar: RowGrammar, isWhole: boolean, width?: number): number {
  let misfits = 0;
  let expected = width;
  let start = 0;
  while (start < opening.length) {
    const found = rowEnd(opening, start, false, grammar, true);
    if (!isWhole && found.at === opening.length) break;
    const row = opening.toString('latin1', start, found.at);
    if (found.kind !== 'end') misfits++;
    else if (row.trim() !== '') {
      const cells = cellsOf(row, grammar).length;
      expected ??= cells;
      if (cells !== expected) misfits++;
    }
    start = found.kind === 'end' ? found.at : behindLine(opening, found.at);
  }
  return misfits;
}

function behindLine(bytes: Buffer, at: number): number {
  const line = bytes.indexOf(LINE_FEED, at);
  return line === -1 ? bytes.length : line + 1;
}
