/**
 * Vietnamese dates, whose months are numbered: ngày 28 tháng 10 năm 2025, tháng 10 năm 2025, tháng 10/2025. Constant
 * work for each candidate.
 */
import { digitsEnd, digitsValue, isDigit, skipSpaces, wordAt, wordBefore } from '../numbers/text.ts';
import { isYear, toIso } from './calendar.ts';
import type { DatePlace } from './place.ts';

/** The date that begins at a digit: the day, or the month behind "tháng". */
export function readVietnamese(text: string, start: number, floor: number): DatePlace | undefined {
  const end = digitsEnd(text, start);
  if (end - start > 2) return undefined;
  const value = digitsValue(text, start, end);
  const before = wordBefore(text, start);
  if (before?.form === 'tháng' && before.start >= floor) {
    const year = yearAfter(text, end);
    const iso = year === undefined ? undefined : toIso({ month: value, year: year.value });
    return iso === undefined || year === undefined ? undefined : { start: before.start, end: year.end, iso };
  }
  const month = numberAfter(text, end, 'tháng');
  if (month === undefined) return undefined;
  const year = yearAfter(text, month.end);
  const iso = toIso({ day: value, month: month.value, ...(year && { year: year.value }) });
  return iso === undefined ? undefined : { start, end: year?.end ?? month.end, iso };
}

function yearAfter(text: string, end: number): { value: number; end: number } | undefined {
  const after = skipComma(text, end);
  const bare = text[end] === '/' ? end + 1 : after > end ? skipSpaces(text, after) : -1;
  const year = numberAfter(text, after, 'năm') ?? (bare < 0 ? undefined : numberAt(text, bare));
  return year !== undefined && isYear(year.value) ? year : undefined;
}

const skipComma = (text: string, at: number): number => (text[at] === ',' ? at + 1 : at);

/** The number behind a certain word. */
function numberAfter(text: string, from: number, form: string): { value: number; end: number } | undefined {
  const word = wordAt(text, skipSpaces(text, from));
  return word?.form === form ? numberAt(text, skipSpaces(text, word.end)) : undefined;
}

function numberAt(text: string, start: number): { value: number; end: number } | undefined {
  if (!isDigit(text, start)) return undefined;
  const end = digitsEnd(text, start);
  return end - start > 4 ? undefined : { value: digitsValue(text, start, end), end };
}
