/**
 * Where a row of a table ends, and what its cells say, on bytes. Works in every encoding that writes quotes, delimiters
 * and line ends as ASCII does and uses these bytes for nothing else. Linear time.
 * Reference: RFC 4180, with delimiters other than the comma; a quote inside an unquoted cell is a quote. Two habits of
 * programs beside it: a backslash before what is meant as a letter (MySQL, Postgres), spaces before a quote.
 */
import { cellWithoutEscapes, isEscaped, oddBackslash } from './backslashes.ts';

/** How the rows of a table are written. */
export interface RowGrammar {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Whether a quotation mark that begins a cell encloses it; else it is a letter. */
  readonly isQuoted: boolean;
  /** Whether a backslash takes its meaning from a quote, a delimiter or a line end, or writes what it stands for. */
  readonly hasEscapes: boolean;
  /** Whether spaces may stand between a delimiter and the quote that begins a cell. */
  readonly isSpaced: boolean;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** Where a row ends: behind its line end; `open`: not in these bytes; `broken`: at a quote that closes nothing. */
export type RowEnd =
  | { readonly kind: 'end'; readonly at: number }
  | { readonly kind: 'open'; readonly at: number; readonly inQuotes: boolean }
  | { readonly kind: 'broken'; readonly at: number };

/** Follows one row from a place where a cell begins, or inside a quoted cell. */
export function rowEnd(
  bytes: Buffer,
  from: number,
  inQuotes: boolean,
  grammar: RowGrammar,
  isWhole: boolean,
): RowEnd {
  if (!grammar.isQuoted) return lineEnd(bytes, from, grammar.hasEscapes, isWhole);
  const delimiter = grammar.delimiter.charCodeAt(0);
  let at = from;
  let quoted = inQuotes;
  while (true) {
    if (quoted) {
      const quote = grammar.hasEscapes ? plainQuote(bytes, at) : bytes.indexOf(QUOTE, at);
      if (quote === -1) return { kind: 'open', at: endOf(bytes, at, grammar.hasEscapes), inQuotes: true };
      const next = bytes[quote + 1];
      if (next === undefined)
        return isWhole ? { kind: 'end', at: bytes.length } : { kind: 'open', at: quote, inQuotes: true };
      if (next === QUOTE) at = quote + 2;
      else if (next === delimiter) {
        at = quote + 2;
        quoted = false;
      } else if (next === LINE_FEED) return { kind: 'end', at: quote + 2 };
      else if (next === RETURN) {
        if (bytes[quote + 2] === undefined && !isWhole) return { kind: 'open', at: quote, inQuotes: true };
        if (bytes[quote + 2] !== LINE_FEED && bytes[quote + 2] !== undefined)
          return { kind: 'broken', at: quote };
        return { kind: 'end', at: Math.min(bytes.length, quote + 3) };
      } else return { kind: 'broken', at: quote };
      continue;
    }
    const opening = grammar.isSpaced ? behindSpaces(bytes, at) : at;
    if (bytes[opening] === QUOTE) {
      quoted = true;
      at = opening + 1;
      continue;
    }
    const line = bytes.indexOf(LINE_FEED, at);
    const quote = nextCellQuote(bytes, at, line === -1 ? bytes.length : line, delimiter, grammar.isSpaced);
    if (quote !== -1) {
      quoted = true;
      at = quote + 1;
    } else if (line === -1)
      return isWhole
        ? { kind: 'end', at: bytes.length }
        : { kind: 'open', at: lastCell(bytes, at, delimiter), inQuotes: false };
    else return { kind: 'end', at: line + 1 };
  }
}

/** The next quote that no backslash makes a letter. */
function plainQuote(bytes: Buffer, from: number): number {
  let start = from;
  while (true) {
    const quote = bytes.indexOf(QUOTE, start);
    if (quote === -1 || !isEscaped(bytes, quote, start)) return quote;
    start = quote + 1;
  }
}

/** Where to go on when more bytes come: a backslash at the end belongs to what follows it. */
function endOf(bytes: Buffer, from: number, hasEscapes: boolean): number {
  return hasEscapes ? oddBackslash(bytes, from) : bytes.length;
}

function behindSpaces(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === SPACE) at++;
  return at;
}

/** A quote that begins a cell, in a range that begins inside of one; -1 where there is none. */
function nextCellQuote(
  bytes: Buffer,
  from: number,
  to: number,
  delimiter: number,
  isSpaced: boolean,
): number {
  for (
    let quote = bytes.indexOf(QUOTE, from);
    quote !== -1 && quote < to;
    quote = bytes.indexOf(QUOTE, quote + 1)
  ) {
    let before = quote - 1;
    if (isSpaced) while (before > from && bytes[before] === SPACE) before--;
    if (bytes[before] === delimiter && before >= from) return quote;
  }
  return -1;
}

/** Where to go on when more bytes come: at the last cell, whose beginning says whether it is quoted. */
function lastCell(bytes: Buffer, from: number, delimiter: number): number {
  const last = bytes.lastIndexOf(delimiter);
  return Math.max(from, last + 1);
}

/** The same where a quote is a letter: each line is a row, unless a backslash makes a letter of its end. */
function lineEnd(bytes: Buffer, from: number, hasEscapes: boolean, isWhole: boolean): RowEnd {
  let start = from;
  while (true) {
    const line = bytes.indexOf(LINE_FEED, start);
    if (line === -1) break;
    if (!hasEscapes || !isEscaped(bytes, line, start)) return { kind: 'end', at: line + 1 };
    start = line + 1;
  }
  if (isWhole) return { kind: 'end', at: bytes.length };
  return { kind: 'open', at: endOf(bytes, start, hasEscapes), inQuotes: false };
}

/** The cells of a whole row, without quotes and backslashes that are no letters. */
export function cellsOf(row: string, grammar: RowGrammar): readonly string[] {
  const end = row.endsWith('\n')
    ? row.length - (row.endsWith('\r\n') ? 2 : 1)
    : row.length - (row.endsWith('\r') ? 1 : 0);
  const { hasEscapes, isQuoted } = grammar;
  const cells = isQuoted ? quotedCells(row, end, grammar) : lineCells(row.slice(0, end), grammar);
  return hasEscapes ? cells.map((cell) => cellWithoutEscapes(cell)) : cells;
}

function lineCells(line: string, { delimiter, hasEscapes }: RowGrammar): readonly string[] {
  const pieces = line.split(delimiter);
  if (!hasEscapes) return pieces;
  const cells: string[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen) cells.push(`${cells.pop()}${delimiter}${piece}`);
    else cells.push(piece);
    isOpen = isEscaped(piece, piece.length, 0);
  }
  return cells;
}

function quotedCells(row: string, end: number, grammar: RowGrammar): string[] {
  const { delimiter, hasEscapes, isSpaced } = grammar;
  const cells: string[] = [];
  let at = 0;
  while (true) {
    let opening = at;
    if (isSpaced) while (row[opening] === ' ') opening++;
    if (row[opening] === '"') {
      const close = closingQuote(row, opening + 1, end, hasEscapes);
      cells.push(row.slice(opening + 1, close).replaceAll('""', '"'));
      at = close + 1;
      if (at >= end) return cells;
      at++;
    } else {
      const next = row.indexOf(delimiter, at);
      if (next === -1 || next >= end) {
        cells.push(row.slice(at, end));
        return cells;
      }
      cells.push(row.slice(at, next));
      at = next + 1;
    }
  }
}

/** Whether a cell is in quotes as a program writes it: those inside are doubled. */
export function isClosed(cell: string): boolean {
  return (
    cell.length > 1 && cell.startsWith('"') && closingQuote(cell, 1, cell.length, false) === cell.length - 1
  );
}

function closingQuote(row: string, from: number, end: number, hasEscapes: boolean): number {
  let start = from;
  let at = row.indexOf('"', from);
  while (at !== -1 && at < end) {
    if (hasEscapes && isEscaped(row, at, start)) start = at + 1;
    else if (row[at + 1] === '"') start = at + 2;
    else break;
    at = row.indexOf('"', start);
  }
  return at === -1 || at > end ? end : at;
}
