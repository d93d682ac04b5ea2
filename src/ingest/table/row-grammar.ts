/**
 * Where a row of a table ends, and what its cells say, on bytes. Works in every encoding that writes quotes, delimiters
 * and line ends as ASCII does and uses these bytes for nothing else. Linear time.
 * Reference: RFC 4180, with delimiters other than the comma; a quote inside an unquoted cell is a quote.
 */

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

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
  delimiter: number,
  isWhole: boolean,
): RowEnd {
  let at = from;
  let quoted = inQuotes;
  while (true) {
    if (quoted) {
      const quote = bytes.indexOf(QUOTE, at);
      if (quote === -1) return { kind: 'open', at: bytes.length, inQuotes: true };
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
    if (bytes[at] === QUOTE) {
      quoted = true;
      at++;
      continue;
    }
    const line = bytes.indexOf(LINE_FEED, at);
    const quote = nextCellQuote(bytes, at, line === -1 ? bytes.length : line, delimiter);
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

/** A quote that begins a cell, in a range that begins inside of one; -1 where there is none. */
function nextCellQuote(bytes: Buffer, from: number, to: number, delimiter: number): number {
  for (
    let quote = bytes.indexOf(QUOTE, from);
    quote !== -1 && quote < to;
    quote = bytes.indexOf(QUOTE, quote + 1)
  ) {
    if (bytes[quote - 1] === delimiter && quote > from) return quote;
  }
  return -1;
}

/** Where to go on when more bytes come: at the last cell, whose beginning says whether it is quoted. */
function lastCell(bytes: Buffer, from: number, delimiter: number): number {
  const last = bytes.lastIndexOf(delimiter);
  return Math.max(from, last + 1);
}

/** The same where a quote is a letter: each line is a row. */
export function lineEnd(bytes: Buffer, from: number, isWhole: boolean): RowEnd {
  const line = bytes.indexOf(LINE_FEED, from);
  if (line !== -1) return { kind: 'end', at: line + 1 };
  const at = bytes.length;
  return isWhole ? { kind: 'end', at } : { kind: 'open', at, inQuotes: false };
}

/** The cells of a whole row, quotes taken off unless they are letters. */
export function cellsOf(row: string, delimiter: string, isQuoted: boolean): readonly string[] {
  const end = row.endsWith('\n')
    ? row.length - (row.endsWith('\r\n') ? 2 : 1)
    : row.length - (row.endsWith('\r') ? 1 : 0);
  if (!isQuoted) return row.slice(0, end).split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (true) {
    if (row[at] === '"') {
      const close = closingQuote(row, at + 1, end);
      cells.push(row.slice(at + 1, close).replaceAll('""', '"'));
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
  return cell.length > 1 && cell.startsWith('"') && closingQuote(cell, 1, cell.length) === cell.length - 1;
}

function closingQuote(row: string, from: number, end: number): number {
  let at = row.indexOf('"', from);
  while (at !== -1 && at < end && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  return at === -1 || at > end ? end : at;
}
