/**
 * Publication dates as metadata gives them, normalised only where nothing has to be guessed: `03/04/2020` and
 * zone names outside RFC 2822 are left alone. A local time without a zone gives its day. Pure: no clock, no locale.
 * Reference: ISO 8601-1:2019; RFC 3339 section 5.6; RFC 2822 sections 3.3 and 4.3.
 */

/** Longer strings are no dates; a bound on the work. */
const MAX_LENGTH = 100;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Minutes east of Greenwich of the zone names that RFC 2822 defines. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([Zz]|UTC|GMT|[+-]\d{2}:?(?:\d{2})?))?)?$/;
const ISO_BASIC =
  /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?:\d{2})?)?)?$/;
/** What may follow a day written in English; the names of the groups tell the parts. */
const CLOCK =
  '(?:,? (?:at )?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?: ?(?<half>[ap])\\.?m\\.?)?(?: hours)?(?: \\(?(?<zone>[a-z]{1,5}|[+-]\\d{2}:?\\d{2})\\)?(?: \\([a-z ]{1,40}\\))?)?)?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]{3,9})\\.?,? (?<year>\\d{4})${CLOCK}$`,
);
const MONTH_FIRST = new RegExp(
  `^${WEEKDAY}(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})${CLOCK}$`,
);

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
  /** Minutes east of Greenwich, where a zone was given. */
  readonly zone?: number;
}

/** RFC 3339 day, or instant in UTC to the second; undefined where the date cannot be read with certainty. */
export function normaliseDate(written: string): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const text = written.trim().replace(/\s+/g, ' ');
  const parts = readIso(text) ?? readEnglish(text.toLowerCase());
  return parts === undefined || !isValid(parts) ? undefined : render(parts);
}

function readIso(text: string): Parts | undefined {
  const match = ISO.exec(text) ?? ISO_BASIC.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...timeOf(hour, minute, second),
    ...zoneOf(zone),
  };
}

function readEnglish(text: string): Parts | undefined {
  const groups = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const month = monthNumber(groups['month'] ?? '');
  const hour = to24Hours(groups['hour'], groups['half']);
  if (month === undefined || hour === 'impossible') return undefined;
  return {
    year: Number(groups['year']),
    month,
    day: Number(groups['day']),
    ...timeOf(hour, groups['minute'], groups['second']),
    ...zoneOf(groups['zone']),
  };
}

function timeOf(hour?: string, minute?: string, second?: string): Pick<Parts, 'time'> {
  if (hour === undefined || minute === undefined) return {};
  return { time: { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) } };
}

function zoneOf(zone?: string): Pick<Parts, 'zone'> {
  if (zone === undefined) return {};
  const numeric = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return { zone: numeric[1] === '-' ? -minutes : minutes };
  }
  const named = ZONES[zone.toLowerCase()];
  // IST is India, Israel or Ireland: without certainty the local day remains.
  return named === undefined ? {} : { zone: named };
}

/** `may`, `sep`, `sept` and the full names. */
function monthNumber(name: string): number | undefined {
  const short = name === 'sept' ? 'sep' : name;
  const index = MONTHS.findIndex((month) => month === short || month.slice(0, 3) === short);
  return index === -1 ? undefined : index + 1;
}

function to24Hours(hour: string | undefined, half: string | undefined): string | undefined | 'impossible' {
  if (hour === undefined || half === undefined) return hour;
  const value = Number(hour);
  if (value < 1 || value > 12) return 'impossible';
  return String((value % 12) + (half === 'p' ? 12 : 0));
}

function isValid({ year, month, day, time, zone }: Parts): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (year < 1000 || day < 1 || day > days) return false;
  // 60 is a leap second.
  if (time !== undefined && (time.hour > 23 || time.minute > 59 || time.second > 60)) return false;
  return zone === undefined || Math.abs(zone) < 24 * 60;
}

function render({ year, month, day, time, zone }: Parts): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  if (time === undefined || zone === undefined) return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const seconds = Math.min(time.second, 59);
  const instant = new Date(Date.UTC(year, month - 1, day, time.hour, time.minute - zone, seconds));
  return `${instant.toISOString().slice(0, 19)}Z`;
}
