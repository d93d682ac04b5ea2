/**
 * Days of the Ethiopian calendar, where an Amharic month stands with the mark of its era: ኅዳር 17 ቀን 2018 ዓ.ም. Several of
 * these names are those of Gregorian months in Tigrinya, which has the same mark, so that something else must be Amharic.
 * Linear.
 */
import { type Day, ethiopian } from '../../lib/calendar.ts';
import { ETHIOPIAN_MONTHS, monthNumbers } from '../../lib/calendar-months.ts';
import type { FoundDay } from './hebrew.ts';

const MONTHS = monthNumbers(ETHIOPIAN_MONTHS);
/** Names that Tigrinya spells alike. */
const SHARED = /^(?:መስከረም|ሕዳር|ታሕሳስ|መጋቢት|ሚያዝያ|ግንቦት|ጳጉሜን)$/u;

const DATE =
  /(?<![\p{L}\p{M}])(?<month>መስከረም|ጥቅምት|[ኅህሕ]ዳር|ታኅሣሥ|ታ[ኅህሕ]ሳስ|ጥር|የካቲት|መጋቢት|ሚያ[ዝዚ]ያ|ግንቦት|ሰኔ|[ሐሀ]ምሌ|ነ[ሐሀ]ሴ|ጳጉሜን?) (?<day>\d{1,2}) ?(?<word>ቀን)?,? ?(?<year>\d{4}) ?ዓ[./]? ?ም\.?(?![\p{L}\p{M}])/u;
const MONTH_NAME =
  /(?<![\p{L}\p{M}])(?:መስከረም|ጥቅምት|[ኅህሕ]ዳር|ታኅሣሥ|ታ[ኅህሕ]ሳስ|ጥር|የካቲት|መጋቢት|ሚያ[ዝዚ]ያ|ግንቦት|ሰኔ|[ሐሀ]ምሌ|ነ[ሐሀ]ሴ|ጳጉሜን?)(?![\p{L}\p{M}])/u;

/** Days of the week in Amharic, from Sunday on. */
const WEEKDAYS: readonly RegExp[] = [/እ[ሑሁ]ድ/u, /ሰኞ/u, /ማክሰኞ/u, /ረቡዕ/u, /[ሐሀ]ሙስ/u, /[ዓአ]ርብ/u, /ቅዳሜ/u];

/** Whether the text holds a month of this name, which is Gregorian in Tigrinya alone. */
export function namesEthiopianMonth(text: string): boolean {
  return MONTH_NAME.test(text);
}

/** `text` in the plain form; undefined where no such date stands in it, or it does not exist. */
export function ethiopianDay(text: string, language: string | undefined): FoundDay | undefined {
  const match = DATE.exec(text);
  if (match?.groups === undefined) return undefined;
  const { month = '', day = '', word, year = '' } = match.groups;
  const isAmharic = /^am(?:-|$)/i.test(language ?? '') || word !== undefined || !SHARED.test(month);
  const found = isAmharic ? ethiopian(Number(year), MONTHS.get(month) ?? 0, Number(day)) : undefined;
  if (found === undefined) return undefined;
  const rest = `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`;
  return { day: found, rest: withoutWeekday(rest, found) };
}

/** A day of the week that fits goes; one that does not stays, and makes it no date. */
function withoutWeekday(rest: string, day: Day): string {
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay();
  return rest.replace(WEEKDAYS[weekday]!, ' ');
}
