/**
 * Whether the quotation marks of a table enclose cells or are letters, as in tables of tabs that a database or a person
 * wrote (IANA text/tab-separated-values knows no quotes). Owns the rule; must not cut the table. Linear time.
 */
import { cellsOf, isClosed, rowEnd } from './row-grammar.ts';

const LINE_FEED = 0x0a;

/**
 * They are letters where both hold: read so, no more rows have another number of cells than the first than read in
 * quotes, since a cell in quotes may hold tabs and line ends; and more cells have quotes that enclose nothing (a program
 * that quotes would have enclosed and doubled them) than are enclosed. One damaged quote so turns nothing.
 */
export function areQuotesLetters(opening: Buffer, delimiter: string): boolean {
  if (!opening.includes('"')) return false;
  const { width, misfits, closed, stray } = asLetters(opening, delimiter);
  return stray > closed && misfits <= misfitsInQuotes(opening, delimiter, width);
}

interface Counts {
  /** Cells of the first row. */
  readonly width: number;
  /** Rows with another number of cells. */
  readonly misfits: number;
  /** Cells that are enclosed in quotes, and those that have quotes and are not. */
  readonly closed: number;
  readonly stray: number;
}

function asLetters(opening: Buffer, delimiter: string): Counts {
  let width = 0;
  let misfits = 0;
  let closed = 0;
  let stray = 0;
  for (const line of opening.toString('latin1').split('\n')) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line, delimiter, false);
    if (width === 0) width = cells.length;
    if (cells.length !== width) {
      misfits++;
      continue;
    }
    for (const cell of cells) {
      if (!cell.includes('"')) continue;
      if (isClosed(cell)) closed++;
      else stray++;
    }
  }
  return { width, misfits, closed, stray };
}

/** Rows that end at a quote in the wrong place, or with another number of cells. */
function misfitsInQuotes(opening: Buffer, delimiter: string, width: number): number {
  let misfits = 0;
  let start = 0;
  while (start < opening.length) {
    const found = rowEnd(opening, start, false, delimiter.charCodeAt(0), true);
    const row = opening.toString('latin1', start, found.at);
    if (found.kind !== 'end' || (row.trim() !== '' && cellsOf(row, delimiter, true).length !== width))
      misfits++;
    start = found.kind === 'end' ? found.at : behindLine(opening, found.at);
  }
  return misfits;
}

function behindLine(bytes: Buffer, at: number): number {
  const line = bytes.indexOf(LINE_FEED, at);
  return line === -1 ? bytes.length : line + 1;
}
