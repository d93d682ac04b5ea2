/**
 * Dates with the name of a month: 28 October 2025, October 28, den 28. oktober, 28 de octubre de 2025, 2025. október
 * 28., spalio 28 d. Each reading begins at a digit and looks a few words to either side: constant work.
 */
import {
  digitsEnd,
  digitsValue,
  isDigit,
  isLetter,
  isOneOf,
  isSpace,
  skipSpaces,
  tableKey,
  wordAt,
} from '../numbers/text.ts';
import { isYear, ofThaiYear, toIso } from './calendar.ts';
import { AFTER_YEAR, DAY_ENDINGS, LINKS, MONTH_FIRST, SPANS } from './data/links.ts';
import { type MonthPlace, type Months, monthAt, monthEndingAt } from './months.ts';
import type { DatePlace } from './place.ts';

/** What is known of the language of a text, looked up once. */
export interface DateReader {
  readonly text: string;
  readonly bcp47: string;
  readonly months: Months;
}

/** 28 October 2025, with the days of a span before it: 28-30 October. */
export function readDayMonth(reader: DateReader, start: number, depth = 0): DatePlace | undefined {
  const { text } = reader;
  const end = digitsEnd(text, start);
  if (end - start > 2) return undefined;
  const day = digitsValue(text, start, end);
  const after = skipDayEnding(text, end);
  const month = monthAfter(reader, after);
  if (month !== undefined) {
    const year = yearAfter(reader, month.end);
    return place(start, year?.end ?? month.end, {
      day,
      month: month.number,
      ...(year && { year: year.value }),
    });
  }
  if (depth > 0) return undefined;
  const other = spanTarget(text, after);
  const target = other === undefined ? undefined : readDayMonth(reader, other, 1);
  // The first day of a span takes month and year of the second.
  return target === undefined ? undefined : ofSpan(start, end, day, target.iso);
}

function ofSpan(start: number, end: number, day: number, iso: string): DatePlace | undefined {
  const month = Number(iso.slice(-5, -3));
  const year = iso.startsWith('--') ? undefined : Number(iso.slice(0, 4));
  return place(start, end, { day, month, ...(year !== undefined && { year }) });
}

/** Where the second day of a span begins. */
function spanTarget(text: string, at: number): number | undefined {
  const next = skipSpaces(text, at);
  const isDash = isOneOf(text, next, '-–—‑');
  const word = isDash ? undefined : wordAt(text, next);
  if (!isDash && (word === undefined || !SPANS.has(word.form))) return undefined;
  const target = skipSpaces(text, word?.end ?? next + 1);
  return isDigit(text, target) ? target : undefined;
}

function skipDayEnding(text: string, end: number): number {
  if (isOneOf(text, end, '.°')) return end + 1;
  const at = isOneOf(text, end, "-–’'") ? end + 1 : end;
  const word = wordAt(text, at);
  return word !== undefined && DAY_ENDINGS.has(word.form) ? word.end : end;
}

/** The month after a position, over at most two linking words. */
function monthAfter(reader: DateReader, from: number): MonthPlace | undefined {
  const { text, months, bcp47 } = reader;
  let at = skipSpaces(text, from);
  for (let links = 0; links <= 2; links++) {
    const month = monthAt(text, at, months, bcp47);
    if (month !== undefined) return month;
    const link = wordAt(text, at);
    if (link === undefined || !LINKS.has(link.form)) return undefined;
    at = skipSpaces(text, isOneOf(text, link.end, "'’") ? link.end + 1 : link.end);
  }
  return undefined;
}

/** The year after a month or a day: four digits, over a comma, a point or a linking word. */
function yearAfter(reader: DateReader, from: number): { value: number; end: number } | undefined {
  const { text } = reader;
  let at = isOneOf(text, from, ',.،') ? from + 1 : from;
  at = skipSpaces(text, at);
  const eraEnd = readThaiEra(text, at);
  if (eraEnd !== undefined) return fourDigitYear(reader, skipSpaces(text, eraEnd));
  const link = wordAt(text, at);
  if (link !== undefined && LINKS.has(link.form)) at = skipSpaces(text, link.end);
  return fourDigitYear(reader, at);
}

/** The end of the Thai name of an era, with the word for year before it: พ.ศ. (Buddhist), ค.ศ. (ours), ปี พ.ศ. */
function readThaiEra(text: string, from: number): number | undefined {
  const at = text.startsWith('ปี', from) ? skipSpaces(text, from + 2) : from;
  if (text.startsWith('พ.ศ.', at) || text.startsWith('ค.ศ.', at)) return at + 4;
  return at === from ? undefined : at;
}

function fourDigitYear(reader: DateReader, at: number): { value: number; end: number } | undefined {
  const { text } = reader;
  const end = digitsEnd(text, at);
  // 2025,5 and 2025.5 are numbers; 2025. ends a sentence or, in Croatian, the year.
  if (end - at !== 4 || (isDigit(text, end + 1) && isOneOf(text, end, '.,:'))) return undefined;
  const written = digitsValue(text, at, end);
  // Thai months are followed by years of the Buddhist era, also where พ.ศ. is not written.
  const value = reader.bcp47 === 'th' ? ofThaiYear(written) : written;
  return isYear(value) ? { value, end } : undefined;
}

/** October 28, 2025; október 28-án; 2025 m. spalio 28 d. */
export function readMonthDay(reader: DateReader, start: number, floor: number): DatePlace | undefined {
  const { text, bcp47 } = reader;
  const end = digitsEnd(text, start);
  if (end - start > 2 || !MONTH_FIRST.has(tableKey(bcp47, MONTH_FIRST))) return undefined;
  if (isDigit(text, end + 1) && isOneOf(text, end, '.,:/')) return undefined;
  if (isCounted(text, end)) return undefined;
  const month = monthBefore(reader, start);
  if (month === undefined || month.start < floor) return undefined;
  const day = digitsValue(text, start, end);
  const dayEnd = skipDayEnding(text, skipSpanEnd(text, end));
  const year = yearAfter(reader, dayEnd) ?? undefined;
  const stop = year?.end ?? (isOneOf(text, end, '.') ? end : skipDayEnding(text, end));
  return place(month.start, stop, { day, month: month.number, ...(year && { year: year.value }) });
}

/** "In May 12 per cent of": a percentage is no day. */
function isCounted(text: string, end: number): boolean {
  const at = skipSpaces(text, end);
  if (isOneOf(text, at, '%°$€£')) return true;
  const word = wordAt(text, at);
  return word !== undefined && /^(?:percent|per|million|billion|thousand|people|years|km)$/.test(word.form);
}

/** October 28-30, 2025: the year stands behind the second day. */
function skipSpanEnd(text: string, end: number): number {
  if (!isOneOf(text, end, '-–') || !isDigit(text, end + 1)) return end;
  const second = digitsEnd(text, end + 1);
  return second - end <= 3 ? second : end;
}

/** The month that ends before a position, over spaces. */
function monthBefore(reader: DateReader, start: number): MonthPlace | undefined {
  const { text, months, bcp47 } = reader;
  let end = start;
  while (end > start - 2 && isSpace(text, end - 1)) end--;
  return end === start ? undefined : monthEndingAt(text, end, months, bcp47);
}

/** October 2025, octubre de 2025, octobre 2025. */
export function readMonthYear(reader: DateReader, start: number, floor: number): DatePlace | undefined {
  const { text } = reader;
  const year = fourDigitYear(reader, start);
  if (year === undefined || isLetter(text, start - 1)) return undefined;
  const link = linkBefore(text, start);
  const month = monthBefore(reader, link) ?? monthAtComma(reader, link);
  if (month === undefined || month.start < floor) return undefined;
  return place(month.start, year.end, { month: month.number, year: year.value });
}

function monthAtComma(reader: DateReader, start: number): MonthPlace | undefined {
  const { text } = reader;
  const at = isSpace(text, start - 1) ? start - 1 : start;
  return isOneOf(text, at - 1, ',') ? monthEndingAt(text, at - 1, reader.months, reader.bcp47) : undefined;
}

/** The start of the linking words before a position: octubre de |2025, พ.ศ. */
function linkBefore(text: string, start: number): number {
  let at = isSpace(text, start - 1) ? start - 1 : start;
  if (isOneOf(text, at - 2, 'ศ') && (text.endsWith('พ.ศ.', at) || text.endsWith('ค.ศ.', at))) return at - 4;
  if (text.endsWith('ปี', at)) return at - 2;
  let begin = at;
  while (at - begin < 5 && isLetter(text, begin - 1)) begin--;
  const word = begin < at ? wordAt(text, begin) : undefined;
  if (word === undefined || !LINKS.has(word.form)) return start;
  at = begin;
  return at;
}

/** Year first: 2025. október 28., 2025. gada 28. oktobrī, 2025 m. spalio 28 d., 2025eko urriaren 28. */
export function readYearFirst(reader: DateReader, start: number): DatePlace | undefined {
  const { text, months, bcp47 } = reader;
  const end = digitsEnd(text, start);
  const value = digitsValue(text, start, end);
  if (end - start !== 4 || !isYear(value)) return undefined;
  let at = isOneOf(text, end, '.-') ? end + 1 : end;
  at = skipSpaces(text, at);
  const word = wordAt(text, at);
  if (word !== undefined && AFTER_YEAR.has(word.form)) {
    at = skipSpaces(text, isOneOf(text, word.end, '.') ? word.end + 1 : word.end);
  } else if (at === end) return undefined;
  const month = monthAt(text, at, months, bcp47);
  if (month === undefined) return dayAfterYear(reader, start, at, value);
  if (!MONTH_FIRST.has(tableKey(bcp47, MONTH_FIRST))) return undefined;
  const dayStart = skipSpaces(text, month.end);
  const dayEnd = digitsEnd(text, dayStart);
  const isShort = dayEnd > dayStart && dayEnd - dayStart <= 2;
  return isShort
    ? place(start, dayEnd, { day: digitsValue(text, dayStart, dayEnd), month: month.number, year: value })
    : place(start, month.end, { month: month.number, year: value });
}

/** Latvian and Kazakh: year, day, month. */
function dayAfterYear(reader: DateReader, start: number, at: number, year: number): DatePlace | undefined {
  const { text } = reader;
  const end = digitsEnd(text, at);
  if (end === at || end - at > 2 || !/^(?:lv|kk|ky|uz|tt|bn)$/.test(reader.bcp47)) return undefined;
  // Uzbek and Kyrgyz join the month by a hyphen: 2026-yil 12-may.
  const month = monthAfter(reader, isOneOf(text, end, '-') ? end + 1 : skipDayEnding(text, end));
  return month === undefined
    ? undefined
    : place(start, month.end, { day: digitsValue(text, at, end), month: month.number, year });
}

function place(
  start: number,
  end: number,
  parts: { readonly year?: number; readonly month?: number; readonly day?: number },
): DatePlace | undefined {
  const iso = toIso(parts);
  return iso === undefined ? undefined : { start, end, iso };
}
