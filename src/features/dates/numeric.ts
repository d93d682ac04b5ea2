/**
 * Dates in digits alone: 2025-10-28, 28.10.2025, 28/10/2025, 28.10. Month-first forms (10/28/2025) are taken only where
 * no day is meant by either reading. Constant work for each candidate.
 */
import { digitsEnd, digitsValue, isDigit, isLetter, isOneOf, isSpace } from '../numbers/text.ts';
import { isYear, toIso } from './calendar.ts';
import type { DatePlace } from './place.ts';

/** Languages in which 28.10. is a day and not two sentences. */
const DAY_POINTS: ReadonlySet<string> = new Set('de da nb nn fi et cs sk sl hr bs sr lv is lb hu'.split(' '));

/** The date in digits that begins at a digit. */
export function readNumeric(text: string, start: number, bcp47: string): DatePlace | undefined {
  const firstEnd = digitsEnd(text, start);
  const mark = text[firstEnd] ?? '';
  if (!isOneOf(text, firstEnd, '-./‐‑')) return undefined;
  // "28. 10. 2025" is how Czech and Slovene set it.
  const secondStart = mark === '.' && isSpace(text, firstEnd + 1) ? firstEnd + 2 : firstEnd + 1;
  if (!isDigit(text, secondStart)) return undefined;
  const secondEnd = digitsEnd(text, secondStart);
  const first = { value: digitsValue(text, start, firstEnd), length: firstEnd - start };
  const second = { value: digitsValue(text, secondStart, secondEnd), length: secondEnd - secondStart };
  if (second.length > 2 || first.length > 4) return undefined;
  if (text[secondEnd] !== mark) return undefined;
  const thirdStart = mark === '.' && isSpace(text, secondEnd + 1) ? secondEnd + 2 : secondEnd + 1;
  const thirdEnd = digitsEnd(text, thirdStart);
  const third = { value: digitsValue(text, thirdStart, thirdEnd), length: thirdEnd - thirdStart };
  const isSpaced = secondStart > firstEnd + 1;
  if (third.length === 0 || (thirdStart > secondEnd + 1 && !isSpaced)) {
    return first.length <= 2 && !isSpaced
      ? readDayPoint(text, start, secondEnd, first.value, second.value, mark, bcp47)
      : undefined;
  }
  if (goesOn(text, thirdEnd)) return undefined;
  if (first.length === 4 && third.length <= 2)
    return place(start, thirdEnd, first.value, second.value, third.value);
  if (first.length > 2 || third.length !== 4 || !isYear(third.value)) return undefined;
  const [day, month] = order(first.value, second.value, mark, bcp47);
  return month === undefined || day === undefined
    ? undefined
    : place(start, thirdEnd, third.value, month, day);
}

/** Day and month of d/m/yyyy or m/d/yyyy; empty when both readings exist and differ. */
function order(a: number, b: number, mark: string, bcp47: string): readonly [day?: number, month?: number] {
  if (mark === '.' || !isMonthFirstPossible(bcp47)) return [a, b];
  if (a > 12) return [a, b];
  if (b > 12) return [b, a];
  return a === b ? [a, b] : [];
}

/** English writes both orders, and so may a text of unknown language or of the Philippines. */
function isMonthFirstPossible(bcp47: string): boolean {
  const language = bcp47.split('-')[0];
  return language === 'en' || language === 'und' || language === 'fil';
}

/** 28.10. without a year, before a space or the end. */
function readDayPoint(
  text: string,
  start: number,
  secondEnd: number,
  day: number,
  month: number,
  mark: string,
  bcp47: string,
): DatePlace | undefined {
  if (mark !== '.' || !DAY_POINTS.has(bcp47.split('-')[0] ?? '') || isLetter(text, secondEnd + 1))
    return undefined;
  const iso = toIso({ month, day });
  return iso === undefined ? undefined : { start, end: secondEnd + 1, iso };
}

/** Further digits make it a version, an address or a telephone number. */
function goesOn(text: string, end: number): boolean {
  return isDigit(text, end + 1) && isOneOf(text, end, '-./:,');
}

function place(start: number, end: number, year: number, month: number, day: number): DatePlace | undefined {
  const iso = toIso({ year, month, day });
  return iso === undefined ? undefined : { start, end, iso };
}
