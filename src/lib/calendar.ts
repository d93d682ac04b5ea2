/** Days of the calendars that news is dated by, as days of the Gregorian one. Owns what exists; pure arithmetic. */

export interface Day {
  readonly year: number;
  /** 1..12. */
  readonly month: number;
  readonly day: number;
}

/** Before it no date was Gregorian; after it no article can be from. */
const FIRST_YEAR = 1583;
const LAST_YEAR = 2199;
const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_MS = 86_400_000;

/** The day where it exists. */
export function gregorian(year: number, month: number, day: number): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > (MONTHS[month - 1] ?? 0)) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !isLeap ? undefined : { year, month, day };
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysOf(day) + 4) % 7) + 7) % 7;
}

/** Days since 1970. */
export function daysOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function dayOf(days: number): Day {
  const date = new Date(days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const BUDDHIST = 543;
/** Years that only the Buddhist era can mean. */
export function isBuddhistYear(year: number): boolean {
  return year >= 2400 && year <= 2699;
}

export function buddhist(year: number, month: number, day: number): Day | undefined {
  return gregorian(year - BUDDHIST, month, day);
}

/** 1 Farvardin 1300, in days since 1970. */
const SOLAR_START = -17_818;
const FIRST_SOLAR_YEAR = 1300;
const LAST_SOLAR_YEAR = 1450;

/** Of the solar Hijri calendar of Iran and Afghanistan; leap years by the cycle of 33 years, right from 1300 to 1450. */
export function solarHijri(year: number, month: number, day: number): Day | undefined {
  if (year < FIRST_SOLAR_YEAR || year > LAST_SOLAR_YEAR || month < 1 || month > 12) return undefined;
  const length = month < 7 ? 31 : month < 12 || isSolarLeap(year) ? 30 : 29;
  if (day < 1 || day > length) return undefined;
  let days = SOLAR_START;
  for (let at = FIRST_SOLAR_YEAR; at < year; at++) days += isSolarLeap(at) ? 366 : 365;
  const before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
  return dayOf(days + before + day - 1);
}

export function isSolarYear(year: number): boolean {
  return year >= FIRST_SOLAR_YEAR && year <= LAST_SOLAR_YEAR;
}

function isSolarLeap(year: number): boolean {
  return (25 * year + 11) % 33 < 8;
}

/** 1 Meskerem of the year 1, in days since 1970. */
const ETHIOPIAN_EPOCH = -716_367;
/** Before it dates of news are none, after it neither. */
const FIRST_ETHIOPIAN_YEAR = 1850;
const LAST_ETHIOPIAN_YEAR = 2190;

/** Of the Ethiopian calendar, months 1..13. Reference: Reingold and Dershowitz, Calendrical Calculations, chapter 4. */
export function ethiopian(year: number, month: number, day: number): Day | undefined {
  const isLeap = year % 4 === 3;
  const length = month === 13 ? (isLeap ? 6 : 5) : 30;
  if (
    year < FIRST_ETHIOPIAN_YEAR ||
    year > LAST_ETHIOPIAN_YEAR ||
    month < 1 ||
    month > 13 ||
    day < 1 ||
    day > length
  )
    return undefined;
  return dayOf(ETHIOPIAN_EPOCH + 365 * (year - 1) + Math.floor(year / 4) + 30 * (month - 1) + day - 1);
}

/** Day of an ISO week: 1 is Monday. */
export function ofIsoWeek(year: number, week: number, weekday: number): Day | undefined {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return undefined;
  const fourth = gregorian(year, 1, 4);
  if (fourth === undefined) return undefined;
  const monday = daysOf(fourth) - ((weekdayOf(fourth) + 6) % 7);
  const found = monday + 7 * (week - 1) + weekday - 1;
  // Week 53 is there where 28 December is in week 52 or its year is longer.
  if (week === 53 && dayOf(monday + 7 * 52 + 3).year !== year) return undefined;
  return dayOf(found);
}
