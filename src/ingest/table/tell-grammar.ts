/**
 * How the rows of a table are written, told by its beginning: what a quotation mark and a backslash mean, and whether
 * spaces stand before quotes. Owns the choice; must not cut the table. Linear time.
 */
import { misfitsOf } from './misfits.ts';
import { areQuotesLetters, quotesOf } from './quotes.ts';
import type { RowGrammar } from './row-grammar.ts';

/** RFC 4180, unless the rows say otherwise. `isWhole`: nothing of the table lies behind its beginning. */
export function grammarOf(opening: Buffer, delimiter: string, isWhole: boolean): RowGrammar {
  const usual: RowGrammar = { delimiter, isQuoted: true, hasEscapes: false, isSpaced: false };
  if (delimiter === '\t') {
    const dumped = { ...usual, isQuoted: false, hasEscapes: true };
    if (isDumped(opening, dumped, isWhole)) return dumped;
    if (areQuotesLetters(opening, delimiter)) return { ...usual, isQuoted: false };
  }
  const hasEscapes = opening.includes('\\"');
  const isSpaced = opening.includes(`${delimiter} "`);
  if (!hasEscapes && !isSpaced) return usual;
  // The usual way where another one makes no more sense of the rows: a text may well hold `\"` or `, "`.
  const ways = [usual, { ...usual, isSpaced }, { ...usual, hasEscapes }, { ...usual, isSpaced, hasEscapes }];
  const misfits = ways.map((way) => misfitsOf(opening, way, isWhole));
  return ways[misfits.indexOf(Math.min(...misfits))] ?? usual;
}

/** Backslashes that write nothing known: then those of the table are letters, as in a path or a formula. */
const LETTER = /\\(?![nrtbfv0N.\\\t\n]|x[\da-fA-F]{2}|[0-3][0-7]{2})/;
/** Line ends that are meant: two, or one behind the end of a sentence or a character beyond ASCII. */
const LINE_ENDS = /\\n\\n|[.!?:")\x80-\xbf]\\n/g;
const NOTHING = /(?:^|\t)\\N(?:\t|\r?\n|$)/m;

/**
 * Whether a database wrote it: rows are lines, no quotes enclose anything, and backslashes write line ends (Postgres COPY,
 * mysql --batch, INTO OUTFILE). Every backslash and every row must be so.
 */
function isDumped(opening: Buffer, grammar: RowGrammar, isWhole: boolean): boolean {
  if (!opening.includes('\\')) return false;
  const written = opening.toString('latin1');
  if (!NOTHING.test(written) && (written.match(LINE_ENDS)?.length ?? 0) < 2) return false;
  // Pairs stand for one backslash each, and take no meaning from what follows.
  if (LETTER.test(written.replaceAll('\\\\', ''))) return false;
  const { closed, stray } = quotesOf(opening, grammar.delimiter);
  return (closed === 0 || stray > closed) && misfitsOf(opening, grammar, isWhole) === 0;
}
