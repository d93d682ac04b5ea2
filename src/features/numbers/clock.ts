/**
 * Clock times as minutes since midnight: 14:30, 14.30 Uhr, 2.30 p.m., 2pm, 14h30, 14時30分, kl. 14.30. A point alone
 * (14.30) is no time without a word that says so. Constant work for each candidate.
 */
import {
  digitsEnd,
  digitsValue,
  isDigit,
  isLetter,
  isOneOf,
  skipSpaces,
  wordAt,
  wordBefore,
} from './text.ts';

export interface Clock {
  /** Minutes since midnight, 0..1440. */
  readonly minutes: number;
  readonly end: number;
}

/** Words after a time that make it one, and before it. */
const AFTER: ReadonlySet<string> = new Set(
  'uhr auer godzin hodin hod часов саат น horas hores val'.split(' '),
);
const BEFORE: ReadonlySet<string> = new Set([
  'kl',
  'klo',
  'kello',
  'klokken',
  'klockan',
  'klukkan',
  'klokka',
  'godz',
  'pukul',
  'saat',
  'jam',
  'kell',
  'plkst',
  'val',
  'ura',
  'alle',
  'ore',
  'ora',
  'orele',
  'ob',
  'الساعة',
  'בשעה',
  'ساعت',
]);

/** The time that begins at a digit, if it is one. */
export function readClock(text: string, start: number): Clock | undefined {
  const hourEnd = digitsEnd(text, start);
  const hour = digitsValue(text, start, hourEnd);
  if (hourEnd - start > 2 || hour > 24) return undefined;
  return (
    readWithMinutes(text, start, hour, hourEnd) ??
    readEastAsian(text, start, hour, hourEnd) ??
    readHourAlone(text, hour, hourEnd)
  );
}

function readWithMinutes(text: string, start: number, hour: number, hourEnd: number): Clock | undefined {
  if (!isOneOf(text, hourEnd, ':：.h')) return undefined;
  const end = digitsEnd(text, hourEnd + 1);
  const minute = digitsValue(text, hourEnd + 1, end);
  if (end - hourEnd !== 3 || minute > 59 || continues(text, end)) return undefined;
  const half = readHalf(text, end);
  if (half !== undefined) return hour > 12 ? undefined : toClock(hour, minute, half);
  const word = wordAt(text, skipSpaces(text, end));
  const isNamed = word !== undefined && AFTER.has(word.form);
  const named = isNamed ? word.end : end;
  if (isOneOf(text, hourEnd, '.')) {
    const before = wordBefore(text, start, true);
    const isAnnounced = before !== undefined && BEFORE.has(before.form);
    return isNamed || isAnnounced ? { minutes: hour * 60 + minute, end: named } : undefined;
  }
  return { minutes: hour * 60 + minute, end: named };
}

/** A third part makes it a duration (`duration.ts`) or a verse: 1:45:30. */
function continues(text: string, end: number): boolean {
  return isDigit(text, end + 1) && isOneOf(text, end, ':.,');
}

/** Halves of the day before the hour: 下午3点, 午後3時, 오후 3시. */
const AFTERNOON: readonly string[] = ['下午', '晚上', '午後', '午后', '오후', '夜'];
const MORNING: readonly string[] = ['上午', '早上', '凌晨', '午前', '오전', '清晨'];

function halfBefore(text: string, start: number): 'morning' | 'afternoon' | undefined {
  const at = text[start - 1] === ' ' ? start - 1 : start;
  if (AFTERNOON.some((word) => text.endsWith(word, at))) return 'afternoon';
  return MORNING.some((word) => text.endsWith(word, at)) ? 'morning' : undefined;
}

function readEastAsian(text: string, start: number, written: number, hourEnd: number): Clock | undefined {
  const at = skipSpaces(text, hourEnd);
  if (!isOneOf(text, at, '時时点點시') || isOneOf(text, at + 1, '間间')) return undefined;
  const half = halfBefore(text, start);
  const hour = half === 'afternoon' && written < 12 ? written + 12 : written;
  const minuteStart = skipSpaces(text, at + 1);
  const minuteEnd = digitsEnd(text, minuteStart);
  if (minuteEnd > minuteStart && minuteEnd - minuteStart <= 2 && isOneOf(text, minuteEnd, '分분')) {
    return { minutes: hour * 60 + digitsValue(text, minuteStart, minuteEnd), end: minuteEnd + 1 };
  }
  // 点 alone may be a point of a list or of a score; 시 may begin another word.
  const sign = text[at] ?? '';
  const isHour = half !== undefined || ((sign === '時' || sign === '시') && at === hourEnd);
  return isHour && !isOneOf(text, at + 1, '간장민') ? { minutes: hour * 60, end: at + 1 } : undefined;
}

function readHourAlone(text: string, hour: number, hourEnd: number): Clock | undefined {
  const half = readHalf(text, hourEnd);
  if (half !== undefined && hour >= 1 && hour <= 12) return toClock(hour, 0, half);
  const word = wordAt(text, skipSpaces(text, hourEnd));
  return word?.form === 'uhr' ? { minutes: hour * 60, end: word.end } : undefined;
}

/** am, pm, a.m., p.m. */
function readHalf(text: string, end: number): { isAfternoon: boolean; end: number } | undefined {
  const at = skipSpaces(text, end);
  if (!isOneOf(text, at, 'aApP')) return undefined;
  const dotted = isOneOf(text, at + 1, '.');
  const second = at + (dotted ? 2 : 1);
  if (!isOneOf(text, second, 'mM') || isLetter(text, second + 1)) return undefined;
  const stop = second + (dotted && isOneOf(text, second + 1, '.') ? 2 : 1);
  return { isAfternoon: isOneOf(text, at, 'pP'), end: stop };
}

function toClock(hour: number, minute: number, half: { isAfternoon: boolean; end: number }): Clock {
  return { minutes: (hour % 12) * 60 + minute + (half.isAfternoon ? 720 : 0), end: half.end };
}
