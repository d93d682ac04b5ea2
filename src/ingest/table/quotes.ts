/**
 * Whether the quotation marks of a table enclose cells or are letters, as in tables of tabs that a database or a person
 * wrote (IANA text/tab-separated-values knows no quotes). Owns the rule; must not cut the table. Linear time.
 */
import { misfitsOf } from './misfits.ts';
import { cellsOf, isClosed, type RowGrammar } from './row-grammar.ts';

/**
 * They are letters where both hold: read so, no more rows have another number of cells than the first than read in
 * quotes, since a cell in quotes may hold tabs and line ends; and more cells have quotes that enclose nothing (a program
 * that quotes would have enclosed and doubled them) than are enclosed. One damaged quote so turns nothing.
 */
export function areQuotesLetters(opening: Buffer, delimiter: string): boolean {
  if (!opening.includes('"')) return false;
  const { width, misfits, closed, stray } = quotesOf(opening, delimiter);
  const inQuotes: RowGrammar = { delimiter, isQuoted: true, hasEscapes: false, isSpaced: false };
  return stray > closed && misfits <= misfitsOf(opening, inQuotes, true, width);
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

/** What the quotes of a table are where each line is a row. */
export function quotesOf(opening: Buffer, delimiter: string): Counts {
  const asLetters: RowGrammar = { delimiter, isQuoted: false, hasEscapes: false, isSpaced: false };
  let width = 0;
  let misfits = 0;
  let closed = 0;
  let stray = 0;
  for (const line of opening.toString('latin1').split('\n')) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line, asLetters);
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
