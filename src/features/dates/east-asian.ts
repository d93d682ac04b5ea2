/**
 * Dates of Chinese, Japanese and Korean: 2025年10月28日, 10月28日, 二〇二五年十月, 2025년 10월 28일, 令和7年, 民國114年.
 * A month or a day alone is no date. Constant work for each candidate.
 */
import { continuesAmount, readHanNumeral, readSmallHan } from '../numbers/han.ts';
import { digitsEnd, digitsValue, isDigit, isOneOf } from '../numbers/text.ts';
import { isYear, toIso } from './calendar.ts';
import type { DatePlace } from './place.ts';

const YEAR_SIGNS = '年년';
const MONTH_SIGNS = '月월';
const DAY_SIGNS = '日号號일';
/** Eras that count from one: the year before their first. */
const ERAS: readonly (readonly [name: string, before: number])[] = [
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['民國', 1911],
  ['民国', 1911],
];

interface Count {
  readonly value: number;
  readonly end: number;
  readonly digits: number;
}

/** The date that begins at a digit or Chinese numeral; `start` moves back over the name of an era. */
export function readEastAsianDate(text: string, start: number): DatePlace | undefined {
  const first = readCount(text, start);
  // 1만1000년 전 is eleven thousand years ago.
  if (first === undefined || (isDigit(text, start) && continuesAmount(text, start))) return undefined;
  const yearEnd = signEnd(text, first.end, YEAR_SIGNS);
  if (yearEnd === undefined) return readMonthAndDay(text, start, start, undefined);
  const era = ERAS.find(([name]) => text.endsWith(name, start));
  const year = era === undefined ? first.value : first.value + era[1];
  const begin = era === undefined ? start : start - era[0].length;
  if (!isYear(year) || (era === undefined && first.digits !== 4)) return undefined;
  // 2000年间, 1000년간: a span; 年代: a decade.
  if (isOneOf(text, yearEnd, '间間간代대')) return undefined;
  const iso = toIso({ year });
  const alone = iso === undefined ? undefined : { start: begin, end: yearEnd, iso };
  return readMonthAndDay(text, begin, afterSpace(text, yearEnd), year) ?? alone;
}

function readMonthAndDay(
  text: string,
  begin: number,
  at: number,
  year: number | undefined,
): DatePlace | undefined {
  const month = readSmallCount(text, at);
  const monthEnd = month === undefined ? undefined : signEnd(text, month.end, MONTH_SIGNS);
  if (month === undefined || monthEnd === undefined) return undefined;
  const day = readSmallCount(text, afterSpace(text, monthEnd));
  const dayEnd = day === undefined ? undefined : signEnd(text, day.end, DAY_SIGNS);
  const full =
    day === undefined || dayEnd === undefined
      ? undefined
      : toIso(
          year === undefined
            ? { month: month.value, day: day.value }
            : { year, month: month.value, day: day.value },
        );
  if (full !== undefined && dayEnd !== undefined) return { start: begin, end: dayEnd, iso: full };
  const iso = year === undefined ? undefined : toIso({ year, month: month.value });
  return iso === undefined ? undefined : { start: begin, end: monthEnd, iso };
}

function readCount(text: string, start: number): Count | undefined {
  if (isDigit(text, start)) {
    const end = digitsEnd(text, start);
    return end - start > 4 ? undefined : { value: digitsValue(text, start, end), end, digits: end - start };
  }
  const numeral = readHanNumeral(text, start);
  if (numeral?.positional) return { ...numeral, digits: numeral.end - start };
  const small = readSmallHan(text, start);
  return small === undefined ? undefined : { ...small, digits: 2 };
}

function readSmallCount(text: string, start: number): Count | undefined {
  const count = readCount(text, start);
  return count === undefined || count.digits > 2 ? undefined : count;
}

/** The end of one of the signs after at most one space. */
function signEnd(text: string, at: number, signs: string): number | undefined {
  const next = afterSpace(text, at);
  return isOneOf(text, next, signs) ? next + 1 : undefined;
}

const afterSpace = (text: string, at: number): number => (isOneOf(text, at, ' ') ? at + 1 : at);
