/**
 * Dates of publication as newsrooms and their programs write them, to an RFC 3339 instant or day, or to nothing: what
 * could be two days (03/04/2020 without anything that decides) is none, and so is what holds a word that no date holds.
 * A local time without a zone gives its day. Pure: no clock, no locale, and no table of the running Node. Linear.
 * Reference: ISO 8601-1:2019; RFC 3339; RFC 2822 sections 3.3 and 4.3; Unicode CLDR (names).
 */
import { type Day, daysOf, gregorian } from '../../lib/calendar.ts';
import { type Clock, isTime, takeClock } from './clock.ts';
import { eastAsianDay } from './east-asian.ts';
import { ethiopianDay, namesEthiopianMonth } from './ethiopian.ts';
import { hebrewDay } from './hebrew.ts';
import { DAY_SECONDS, epochSeconds, instantOf, isoDay } from './iso.ts';
import { namedDay } from './named.ts';
import { numericDay } from './numeric.ts';
import { plainDate } from './plain.ts';
import { type Token, tokensOf } from './words.ts';

/** Longer strings are no dates; a bound on the work. */
const MAX_LENGTH = 100;

/** RFC 3339 day, or instant in UTC to the second; `language` is the declared one, BCP 47. */
export function normaliseDate(dated: string, language?: string): string | undefined {
  if (dated.length > MAX_LENGTH) return undefined;
  const written = withoutProgram(dated);
  if (INSTANT.test(written)) return isDay(written) ? written : undefined;
  const usual = USUAL.exec(written);
  if (usual !== null) return usualDate(usual);
  const { text, hasPersianDigits } = plainDate(written);
  const iso = isoDay(text);
  if (iso !== undefined) return withTime(iso.day, iso.rest);
  const seconds = epochSeconds(text);
  if (seconds !== undefined) return instantOf(seconds);
  const isOther = otherCalendar(text, hasPersianDigits, language);
  if (isOther !== undefined) return isOther.date;
  if (!/\d/.test(text) && !/[年]/u.test(text)) return undefined;
  return spokenDate(text, hasPersianDigits, language) ?? bothCalendars(text, hasPersianDigits, language);
}

/** The zone by its name behind an ISO time (RFC 9557), and what .NET puts around milliseconds. */
const ZONE_NAME = /(?<=\d|z)\[!?[a-z][a-z\d_+/-]{1,48}\]$/i;
const MILLISECONDS = /^\\?\/date\((\d{9,13})(?:[+-]\d{4})?\)\\?\/$/i;

/** A date without what programs alone write around it. */
function withoutProgram(written: string): string {
  if (written.endsWith(']')) return written.replace(ZONE_NAME, '');
  return written.endsWith('/') ? (MILLISECONDS.exec(written)?.[1] ?? written) : written;
}

/** As it is written here, too; what a leap second or the end of a day means is told below. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

function isDay(instant: string): boolean {
  const [year, month, day] = [instant.slice(0, 4), instant.slice(5, 7), instant.slice(8, 10)];
  return gregorian(Number(year), Number(month), Number(day)) !== undefined;
}

/** As most programs write it: told without a look at all other forms. */
const USUAL =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:([Zz])|([+-])(\d{2}):?(\d{2}))?)?$/;

function usualDate([, year, month, day, ...time]: RegExpExecArray): string | undefined {
  const found = gregorian(Number(year), Number(month), Number(day));
  const [hour, minute, second, zulu, sign, hours, minutes] = time;
  if (found === undefined || hour === undefined) return found && rendered(found, undefined);
  const offset = 60 * Number(hours) + Number(minutes);
  const zone = zulu !== undefined ? 0 : sign === '-' ? -offset : offset;
  const known =
    zulu === undefined && sign === undefined ? {} : { zone: Number(hours) > 14 ? Number.NaN : zone };
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0), isHalf: false };
  return rendered(found, { ...clock, ...known });
}

/** The rest behind an ISO date is a time with a zone, or nothing. */
function withTime(day: Day, rest: string): string | undefined {
  if (rest === '') return rendered(day, undefined);
  const { clock, rest: left } = takeClock(rest);
  if (clock === undefined || /[^\s;,)\]]/u.test(left)) return undefined;
  return rendered(day, clock);
}

function spokenDate(text: string, hasPersianDigits: boolean, language?: string): string | undefined {
  const eastAsian = eastAsianDay(text);
  if (eastAsian !== undefined) {
    const { clock, rest } = takeClock(eastAsian.rest);
    return onlySays(rest, eastAsian.day) ? rendered(eastAsian.day, clock, halfOf(clock, rest)) : undefined;
  }
  const { clock, rest } = takeClock(text);
  const numeric = numericDay(rest, hasPersianDigits, language);
  if (numeric !== undefined) return rendered(numeric, clock, halfOf(clock, rest));
  const tokens = tokensOf(rest);
  const named = tokens === undefined ? undefined : namedDay(tokens, clock !== undefined, language);
  const found = named ?? numberedDay(rest);
  return found === undefined ? undefined : rendered(found, clock, halfOf(clock, rest));
}

/**
 * A date that is marked as one of the Hebrew or the Ethiopian calendar, alone or beside the same Gregorian day, which is
 * the surer one. Undefined where there is no such mark.
 */
function otherCalendar(
  text: string,
  hasPersianDigits: boolean,
  language: string | undefined,
): { readonly date: string | undefined } | undefined {
  if (!/[\u05d0-\u05ea\u1200-\u135a]/u.test(text)) return undefined;
  const found = hebrewDay(text) ?? ethiopianDay(text, language);
  // A month that is Gregorian in Tigrinya alone is none where that is not declared.
  if (found === undefined) return isEthiopian(text, language) ? { date: undefined } : undefined;
  const { clock, rest } = takeClock(found.rest);
  if (onlySays(rest, found.day)) return { date: rendered(found.day, clock, halfOf(clock, rest)) };
  const beside = spokenDate(withoutMarks(found.rest), hasPersianDigits, language);
  const apart =
    beside === undefined ? Number.POSITIVE_INFINITY : daysBetween(beside, rendered(found.day, undefined)!);
  return { date: apart <= EVENING ? beside : undefined };
}

/** A Hebrew day begins on the evening before. */
const EVENING = 1;

function isEthiopian(text: string, language: string | undefined): boolean {
  return namesEthiopianMonth(text) && !/^ti(?:-|$)/i.test(language ?? '');
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / (DAY_SECONDS * 1000);
}

/** Months by their number and a word: Vietnamese (ngày 2 tháng 8 năm 2018, 2 thg 8, 2018), Mongolian (2018 оны 8-р сарын 2). */
const NUMBERED: readonly RegExp[] = [
  /(?<!\d)(?<day>\d{1,2}) (?:tháng|thg) (?<month>\d{1,2})(?: năm|,)? (?<year>\d{4})(?!\d)/u,
  /(?<!\d)(?<year>\d{4}) оны (?<month>\d{1,2})(?:-р)? сарын (?<day>\d{1,2})(?!\d)/u,
];

function numberedDay(text: string): Day | undefined {
  for (const form of NUMBERED) {
    const match = form.exec(text);
    if (match?.groups === undefined) continue;
    const { year, month, day: written } = match.groups;
    const day = gregorian(Number(year), Number(month), Number(written));
    const around = `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`;
    return day !== undefined && onlySays(around, day) ? day : undefined;
  }
  return undefined;
}

/** Whether nothing stands there but words without a day of their own, and days of the week that fit. */
function onlySays(rest: string, day: Day): boolean {
  const tokens = tokensOf(rest);
  const weekday = (((daysOf(day) + 4) % 7) + 7) % 7;
  return tokens?.every((token) => fits(token, weekday)) ?? false;
}

function fits(token: Token, weekday: number): boolean {
  if (token.kind === 'number') return false;
  return token.day?.has(weekday) === true || token.isFiller || token.half !== undefined;
}

/** 0 or 1 where the words around a time say which half of the day it is in. */
function halfOf(clock: Clock | undefined, rest: string): number | undefined {
  if (clock?.zone === undefined) return undefined;
  const halves = new Set(
    (tokensOf(rest) ?? []).flatMap((token) =>
      token.kind === 'word' && token.half !== undefined && token.half.size === 1
        ? [...token.half.keys()]
        : [],
    ),
  );
  return halves.size === 1 ? [...halves][0] : undefined;
}

/** The same day in the Hijri and the Gregorian calendar: the Gregorian is the surer one. */
function bothCalendars(text: string, hasPersianDigits: boolean, language?: string): string | undefined {
  const parts = text.split(/ - | – |\||الموافق|[()/]/u).filter((part) => /\d/.test(part));
  if (parts.length !== 2) return undefined;
  const isHijri = (part: string): boolean =>
    /هـ|ه(?![\p{L}\p{M}])/u.test(part) || /(?<!\d)1[34]\d\d(?!\d)/.test(part);
  const gregorianPart = parts.filter((part) => !isHijri(part));
  if (gregorianPart.length !== 1) return undefined;
  const found = spokenDate(gregorianPart[0]!.trim(), hasPersianDigits, language);
  const other = parts.find(isHijri)!.replace(/هـ|ه(?![\p{L}\p{M}])/u, ' ');
  const hijri = spokenDate(other.trim(), hasPersianDigits, language);
  if (found === undefined || hijri === undefined) return undefined;
  return daysBetween(found, hijri) <= 2 ? found : undefined;
}

function rendered(day: Day, clock: Clock | undefined, half?: number): string | undefined {
  if (clock !== undefined && !isTime(clock)) return undefined;
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  if (clock?.zone === undefined) return `${day.year}-${twoDigits(day.month)}-${twoDigits(day.day)}`;
  const hour = hourOf(clock, half);
  const seconds = 60 * (60 * hour + clock.minute - clock.zone) + Math.min(clock.second, 59);
  return instantOf(DAY_SECONDS * daysOf(day) + seconds);
}

function hourOf({ hour, half }: Clock, word: number | undefined): number {
  const isAfternoon = half === undefined ? word : half === 'p' ? 1 : 0;
  if (isAfternoon === undefined || hour > 12) return hour;
  return (hour % 12) + 12 * isAfternoon;
}

const MARK = /[\s;,()–-]/u;

/** Without the marks and spaces at both ends. */
function withoutMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && MARK.test(text.charAt(start))) start++;
  while (end > start && MARK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
