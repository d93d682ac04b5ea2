/**
 * Lines of tables: CSV (RFC 4180), TSV, Markdown. Owns what makes a cell harmless. Must not know which columns there are.
 *
 * In CSV for a spreadsheet a cell that would run as a formula gets an apostrophe. CSV for programs and TSV hold each cell
 * as it is: an apostrophe would change ids, paths and the dash that opens a line of speech. Characters that a terminal
 * acts on are escapes everywhere.
 *
 * A cell of TSV is never quoted, so that `cut` and `awk` can read it: tab, line ends and backslash are written `\t`,
 * `\n`, `\r`, `\\`, as PostgreSQL's COPY does. There a quotation mark is a letter.
 * Reference: RFC 4180; OWASP, "CSV Injection"; GitHub Flavored Markdown, "Tables".
 */
import { createRequire } from 'node:module';
import { visibleCell } from '../lib/visible.ts';
import { markdownText } from './markdown-text.ts';

const TABLE_FORMATS = ['csv', 'tsv', 'md'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** One row as a line with its end. */
export type TableLine = (cells: readonly string[]) => string;

export interface TableWriter {
  /** What stands before the first row. */
  readonly head: string;
  readonly line: TableLine;
}

/**
 * The signs that open a formula, also in full width, behind whatever a spreadsheet may take off first; and the white
 * space that hides one.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
type Unparse = (rows: readonly (readonly string[])[], options: object) => string;

/** The library is loaded when the first table is written: it costs 30 ms, and most runs write none. */
function loadUnparse(): Unparse {
  const { unparse } = createRequire(import.meta.url)('papaparse') as { readonly unparse: Unparse };
  return unparse;
}

/** Who opens a table of CSV. */
export type TableReader = 'spreadsheet' | 'program';

/** Writes the head of a table and then its rows, one by one. */
export function tableWriter(
  format: TableFormat,
  columns: readonly string[],
  reader: TableReader,
): TableWriter {
  switch (format) {
    case 'csv': {
      const line = csvLine(reader);
      return { head: line(columns), line };
    }
    case 'tsv':
      return { head: tsvLine(columns), line: tsvLine };
    case 'md':
      return { head: `${mdLine(columns)}|${' --- |'.repeat(columns.length)}\n`, line: mdLine };
    default:
      return format satisfies never;
  }
}

function csvLine(reader: TableReader): TableLine {
  const unparse = loadUnparse();
  const options = { newline: '\r\n', escapeFormulae: reader === 'spreadsheet' ? FORMULA : false };
  return (cells) => `${unparse([cells.map(visibleCell)], options)}\r\n`;
}

function tsvLine(cells: readonly string[]): string {
  return `${cells.map(tsvCell).join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function tsvCell(text: string): string {
  return visibleCell(text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign));
}

function mdLine(cells: readonly string[]): string {
  return `| ${cells.map(markdownText).join(' | ')} |\n`;
}
