/**
 * JSON of records as programs write it that are not strict: `NaN` and `Infinity`, by which Python and others say that
 * there is no number, are read as null. Owns what is allowed so; all else that is no JSON is none. Linear.
 * Reference: RFC 8259, section 6, which knows no such numbers.
 */
import { parseJson } from './json-scan.ts';

const SIGN = /NaN|Infinity/;
/** Outside of strings, where nothing else has letters but `true`, `false`, `null` and mistakes. */
const NO_NUMBER = /(?<![\w.+-])(?:NaN|-?Infinity)(?![\w.])/g;

/** As `parseJson`, of a record. */
export function parseRecord(text: string): unknown {
  const value = parseJson(text);
  return value === undefined && SIGN.test(text) ? parseJson(withNulls(text)) : value;
}

/** The JSON of a record as it is parsed; undefined where it is none. */
export function strictRecord(text: string): string | undefined {
  if (parseJson(text) !== undefined) return text;
  const strict = SIGN.test(text) ? withNulls(text) : text;
  return parseJson(strict) === undefined ? undefined : strict;
}

/** Strings are skipped from quote to quote and stay as they are. */
function withNulls(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const outside = text.slice(at, quote === -1 ? text.length : quote);
    pieces.push(outside.replace(NO_NUMBER, 'null'));
    if (quote === -1) break;
    const end = stringEnd(text, quote);
    pieces.push(text.slice(quote, end));
    at = end;
  }
  return pieces.join('');
}

/** Behind the quote that closes the string. */
function stringEnd(text: string, quote: number): number {
  let at = text.indexOf('"', quote + 1);
  while (at !== -1) {
    let before = at;
    while (text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at + 1;
    at = text.indexOf('"', at + 1);
  }
  return text.length;
}
