/**
 * Dates of the calendars by which Persian, Pashto and Amharic papers tell days, as days of the Gregorian one: ۱۲ خرداد
 * ۱۴۰۵, د ۱۴۰۵ کال د غبرګولي ۱۲مه, ሰኔ 12 ቀን 2018. Without a year the day is that of most years: in leap years it is one
 * off. Constant work for each candidate.
 */
import { type Day, ethiopian, isSolarYear, solarHijri } from '../../lib/calendar.ts';
import { ETHIOPIAN_MONTHS, monthNumbers, SOLAR_MONTHS } from '../../lib/calendar-months.ts';
import {
  digitsEnd,
  digitsValue,
  isLetter,
  isOneOf,
  skipSpaces,
  tableKey,
  type Word,
  wordAt,
  wordBefore,
} from '../numbers/text.ts';
import { toIso } from './calendar.ts';
import type { DateReader } from './named.ts';
import type { DatePlace } from './place.ts';

type Reading = (text: string, start: number, floor: number) => DatePlace | undefined;

/** How days are told, by language. */
const READINGS: ReadonlyMap<string, Reading> = new Map([
  ['fa', readPersian],
  ['ps', readPashto],
  ['am', readAmharic],
]);

/** The date whose day, or whose year in Pashto, begins at a digit. */
export function readOtherCalendar(
  { text, bcp47 }: DateReader,
  start: number,
  floor: number,
): DatePlace | undefined {
  return READINGS.get(tableKey(bcp47, READINGS))?.(text, start, floor);
}

/** Years of the solar calendar without leap days around them, and of the Ethiopian one: for days without a year. */
const USUAL_SOLAR_YEAR = 1404;
const USUAL_ETHIOPIAN_YEAR = 2018;

const SOLAR = monthNumbers(SOLAR_MONTHS);
const ETHIOPIAN = monthNumbers(ETHIOPIAN_MONTHS);

/** Names that hardly ever mean something else beside a number; the others want a year: "12 bullets" is ۱۲ تیر. */
const SURE: ReadonlySet<string> = new Set(
  'فروردین اردیبهشت خرداد مرداد شهریور آبان آذر بهمن اسفند غبرګولی چنګاښ لړم لیندۍ مرغومی سلواغه سلواغې'.split(
    ' ',
  ),
);

/** ۱۲ خرداد ۱۴۰۵, ۱۲ خردادماه, ۱۲ جوزا سال ۱۴۰۵. */
function readPersian(text: string, start: number): DatePlace | undefined {
  const end = digitsEnd(text, start);
  if (end - start === 4) return readSolarDigits(text, start, end);
  if (end - start > 2) return undefined;
  const word = wordAt(text, skipSpaces(text, end));
  const month = word === undefined ? undefined : solarMonth(word);
  if (word === undefined || month === undefined) return undefined;
  const year = yearAt(text, skipWords(text, word.end, ['ماه', 'سال']));
  if (year === undefined && !month.isSure) return undefined;
  const day = solarHijri(year?.value ?? USUAL_SOLAR_YEAR, month.number, digitsValue(text, start, end));
  return place(start, year?.end ?? word.end, day, year !== undefined);
}

/** ۱۴۰۵/۰۳/۱۲, 1405-3-12. */
function readSolarDigits(text: string, start: number, end: number): DatePlace | undefined {
  const sign = text[end] ?? '';
  if (!isSolarYear(digitsValue(text, start, end)) || !isOneOf(text, end, '/-')) return undefined;
  const monthEnd = digitsEnd(text, end + 1);
  const dayEnd = digitsEnd(text, monthEnd + 1);
  const isShort = monthEnd - end <= 3 && dayEnd > monthEnd + 1 && dayEnd - monthEnd <= 3;
  if (!isShort || text[monthEnd] !== sign) return undefined;
  const month = digitsValue(text, end + 1, monthEnd);
  const day = solarHijri(digitsValue(text, start, end), month, digitsValue(text, monthEnd + 1, dayEnd));
  return place(start, dayEnd, day, true);
}

/** د ۱۴۰۵ کال د غبرګولي ۱۲مه, د غبرګولي په ۱۲مه. */
function readPashto(text: string, start: number, floor: number): DatePlace | undefined {
  const year = yearAt(text, start);
  if (year === undefined) return readPashtoDay(text, start, floor);
  const digits = readSolarDigits(text, start, year.end);
  if (digits !== undefined) return digits;
  const at = skipWords(text, year.end, ['کال', 'د']);
  const word = at === year.end ? undefined : wordAt(text, at);
  const month = word === undefined ? undefined : solarMonth(word);
  if (word === undefined || month === undefined) return undefined;
  const dayStart = skipWords(text, word.end, ['په', 'میاشتې', 'د']);
  const dayEnd = digitsEnd(text, dayStart);
  if (dayEnd === dayStart || dayEnd - dayStart > 2) return undefined;
  const day = solarHijri(year.value, month.number, digitsValue(text, dayStart, dayEnd));
  return place(start, dayEnd, day, true);
}

function readPashtoDay(text: string, start: number, floor: number): DatePlace | undefined {
  const end = digitsEnd(text, start);
  if (end - start > 2) return readPersian(text, start);
  const before = wordBefore(text, start);
  const word = before?.form === 'په' ? wordBefore(text, before.start) : before;
  const month = word === undefined || word.start < floor ? undefined : solarMonth(word);
  if (word === undefined || month === undefined || !(month.isSure || isOneOf(text, end, '،')))
    return readPersian(text, start);
  const year = isOneOf(text, end, '،') ? yearAt(text, skipSpaces(text, end + 1)) : undefined;
  const day = solarHijri(year?.value ?? USUAL_SOLAR_YEAR, month.number, digitsValue(text, start, end));
  return place(word.start, year?.end ?? end, day, year !== undefined);
}

/** ሰኔ 12 ቀን 2018 ዓ.ም., ሰኔ 12/2018, ሰኔ 12. */
function readAmharic(text: string, start: number, floor: number): DatePlace | undefined {
  const end = digitsEnd(text, start);
  if (end - start > 2) return undefined;
  const word = wordBefore(text, start);
  if (word === undefined || word.start < floor) return undefined;
  // "In" and "of" are letters at the word: በሰኔ 12, የሰኔ 12.
  const month =
    ETHIOPIAN.get(word.form) ?? (/^[በየከለ]/u.test(word.form) ? ETHIOPIAN.get(word.form.slice(1)) : undefined);
  if (month === undefined) return undefined;
  const year = yearAt(text, isOneOf(text, end, '/') ? end + 1 : skipWords(text, end, ['ቀን']));
  const day = ethiopian(year?.value ?? USUAL_ETHIOPIAN_YEAR, month, digitsValue(text, start, end));
  return place(word.start, year?.end ?? end, day, year !== undefined);
}

/** The month of a word in whichever spelling of its last letter, with the word for month at its end. */
function solarMonth({ form }: Word): { readonly number: number; readonly isSure: boolean } | undefined {
  const name = form
    .replace(/ي/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/\u200c?ماه$/u, '');
  const number = SOLAR.get(name);
  return number === undefined ? undefined : { number, isSure: SURE.has(name) };
}

/** The position behind spaces and such words, each at most once, in this order. */
function skipWords(text: string, from: number, words: readonly string[]): number {
  let at = from;
  for (const expected of words) {
    const word = wordAt(text, skipSpaces(text, at));
    if (word?.form === expected) at = word.end;
  }
  return skipSpaces(text, isOneOf(text, at, '،,') ? at + 1 : at);
}

/** Four digits alone. */
function yearAt(text: string, at: number): { readonly value: number; readonly end: number } | undefined {
  const end = digitsEnd(text, at);
  return end - at === 4 && !isLetter(text, at - 1) ? { value: digitsValue(text, at, end), end } : undefined;
}

function place(start: number, end: number, day: Day | undefined, hasYear: boolean): DatePlace | undefined {
  const iso = day === undefined ? undefined : toIso(hasYear ? day : { month: day.month, day: day.day });
  return iso === undefined ? undefined : { start, end, iso };
}
