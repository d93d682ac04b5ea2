/**
 * Hours, minutes and seconds as one value in seconds: 2:17:48, 2.17.48, 2h17:48, 2h17'48", 2時間17分48秒. One race has
 * one value whatever the notation. Must not take a date in digits (12.10.25), an address or a version for a time.
 * Constant work.
 */
import { digitsEnd, digitsValue, isDigit, isOneOf, skipSpaces } from './text.ts';

export interface Duration {
  readonly seconds: number;
  readonly end: number;
}

/** Digits and where they end. */
interface Count {
  readonly value: number;
  readonly end: number;
}

const HOUR_SIGNS: readonly string[] = ['時間', '小时', '小時', '시간'];
const MINUTE_SIGNS = '分분';
const SECOND_SIGNS = '秒초';

/** The duration of three parts that begins at a digit, if it is one. */
export function readDuration(text: string, start: number): Duration | undefined {
  const hourEnd = digitsEnd(text, start);
  if (hourEnd - start > 2) return undefined;
  const hours = digitsValue(text, start, hourEnd);
  const ideographic = readIdeographic(text, hours, hourEnd);
  if (ideographic !== undefined) return ideographic;
  if (!isOneOf(text, hourEnd, ':.hH')) return undefined;
  const minutes = sixtieth(text, hourEnd + 1);
  if (minutes === undefined || !isOneOf(text, minutes.end, ":.'′’")) return undefined;
  const seconds = sixtieth(text, minutes.end + 1);
  if (seconds === undefined) return undefined;
  const joint = text[hourEnd];
  // Parts of points are joined alike, and their first has one digit: 12.10.25 and 5.10.25 are days.
  if (joint === '.' && (text[minutes.end] !== '.' || hourEnd - start > 1 || minutes.value <= LAST_MONTH))
    return undefined;
  if (joint === ':' && text[minutes.end] !== ':') return undefined;
  return readFraction(text, toSeconds(hours, minutes.value, seconds.value), seconds.end);
}

const LAST_MONTH = 12;

/** Two digits below sixty. */
function sixtieth(text: string, start: number): Count | undefined {
  const end = digitsEnd(text, start);
  const value = digitsValue(text, start, end);
  return end - start === 2 && value < 60 ? { value, end } : undefined;
}

/** Tenths and hundredths behind the seconds; more parts make it an address. */
function readFraction(text: string, seconds: number, end: number): Duration | undefined {
  if (isOneOf(text, end, '″"')) return { seconds, end: end + 1 };
  if (isOneOf(text, end, "'’") && isOneOf(text, end + 1, "'’")) return { seconds, end: end + 2 };
  if (!isDigit(text, end + 1)) return { seconds, end };
  if (isOneOf(text, end, ':/-')) return undefined;
  if (!isOneOf(text, end, '.,')) return { seconds, end };
  const stop = digitsEnd(text, end + 1);
  if (stop - end > 3 || (isOneOf(text, stop, '.') && isDigit(text, stop + 1))) return undefined;
  return { seconds: Number(`${seconds}.${digitsOf(text, end + 1, stop)}`), end: stop };
}

/** ASCII digits with leading zeros kept. */
function digitsOf(text: string, start: number, end: number): string {
  return String(digitsValue(text, start, end)).padStart(end - start, '0');
}

function readIdeographic(text: string, hours: number, hourEnd: number): Duration | undefined {
  const at = skipSpaces(text, hourEnd);
  if (!HOUR_SIGNS.some((sign) => text.startsWith(sign, at))) return undefined;
  const minutes = countBefore(text, skipSpaces(text, at + 2), MINUTE_SIGNS);
  if (minutes === undefined) return undefined;
  const seconds = countBefore(text, skipSpaces(text, minutes.end), SECOND_SIGNS);
  return seconds === undefined
    ? undefined
    : { seconds: toSeconds(hours, minutes.value, seconds.value), end: seconds.end };
}

/** One or two digits below sixty with one of some signs behind them. */
function countBefore(text: string, start: number, signs: string): Count | undefined {
  const digits = digitsEnd(text, start);
  const value = digitsValue(text, start, digits);
  const at = skipSpaces(text, digits);
  const isCount = digits > start && digits - start <= 2 && value < 60 && isOneOf(text, at, signs);
  return isCount ? { value, end: at + 1 } : undefined;
}

function toSeconds(hours: number, minutes: number, seconds: number): number {
  return (hours * 60 + minutes) * 60 + seconds;
}

/** The end of digits in three parts and more that are no duration, an address or a ratio: 1:2:3. */
export function serialEnd(text: string, start: number): number | undefined {
  let end = digitsEnd(text, start);
  let parts = 1;
  while (isOneOf(text, end, ':') && isDigit(text, end + 1)) {
    end = digitsEnd(text, end + 1);
    parts++;
  }
  return parts > 2 ? end : undefined;
}
