/** Dates in the header lines of dumps, among words that say nothing of the day. Must not read dates itself. */
import { normaliseDate } from '../dates/index.ts';

/** A weekday, a time and its zone may follow. */
const MOST_WORDS_AFTER = 5;
const LONGEST = 100;

/** The part of a line that is a date as a whole or is followed by a weekday or a clock; undefined where none is. */
export function dateIn(line: string): string | undefined {
  const words = line.trim().split(/\s+/, 16);
  if (line.length > LONGEST || !/[\p{Nd}]/u.test(line)) return undefined;
  for (let dropped = 0; dropped <= MOST_WORDS_AFTER && words.length > dropped; dropped++) {
    const after = words.slice(words.length - dropped);
    if (!after.every(isAside)) return undefined;
    const written = words.slice(0, words.length - dropped).join(' ');
    if (normaliseDate(written) !== undefined) return written;
  }
  return undefined;
}

/** The same of a line that lists a date with other things: "12 March 2024 | The Harbour Post | A. Writer". */
export function dateAmong(line: string): string | undefined {
  if (line.length > LONGEST) return undefined;
  const pieces = line.split(/\s[|·•]\s/);
  for (const piece of pieces) {
    const date = dateIn(piece);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A weekday, a time, a zone: short, and none of it a year. */
function isAside(word: string): boolean {
  return word.length <= 14 && !/\d{3}/.test(word);
}
