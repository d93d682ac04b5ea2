/**
 * Dates in numbers: 2018-08-02, 2018. 8. 2., 13/08/2018. Owns what may decide between day and month: a number above
 * twelve, a day of the week, a language that always writes the day first. Else there are two dates, and so there is none.
 */
import { type Day, gregorian, isSolarYear, solarHijri, weekdayOf } from '../../lib/calendar.ts';
import { isDayFirst, type Meanings } from './names.ts';
import { tokensOf } from './words.ts';

const THREE = /(?<![\d.,/-])(\d{1,4}) ?([./-]|\. ) ?(\d{1,2}) ?\2 ?(\d{1,4})(?:\.(?!\d))?(?![\d/-])/u;

export function numericDay(text: string, hasPersianDigits: boolean, language?: string): Day | undefined {
  const match = THREE.exec(text);
  if (match === null) return undefined;
  const weekdays = weekdaysOf(`${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}`);
  if (weekdays === undefined) return undefined;
  const [, first = '', sign = '', second = '', third = ''] = match;
  const days =
    first.length === 4
      ? third.length <= 2
        ? yearFirst(Number(first), Number(second), Number(third), hasPersianDigits, language)
        : []
      : third.length === 4 && first.length <= 2
        ? yearLast(
            Number(first),
            Number(second),
            Number(third),
            sign,
            isDayFirstHere(weekdays, sign, language),
          )
        : [];
  const found = days.filter((day) => weekdays.every((meanings) => meanings.has(weekdayOf(day))));
  return found.length === 1 ? found[0] : undefined;
}

/** The days of the week around it; undefined where anything stands there that says nothing of a day. */
function weekdaysOf(rest: string): readonly Meanings[] | undefined {
  const tokens = tokensOf(rest);
  if (tokens === undefined) return undefined;
  const weekdays: Meanings[] = [];
  for (const token of tokens) {
    if (token.kind === 'number' || token.era !== undefined) return undefined;
    if (token.day !== undefined) weekdays.push(token.day);
    else if (!token.isFiller && token.half === undefined) return undefined;
  }
  return weekdays;
}

function yearFirst(
  year: number,
  month: number,
  day: number,
  hasPersianDigits: boolean,
  language: string | undefined,
): readonly Day[] {
  const isPersian = hasPersianDigits || language?.split('-')[0] === 'fa';
  const found = isPersian && isSolarYear(year) ? solarHijri(year, month, day) : gregorian(year, month, day);
  return found === undefined ? [] : [found];
}

/** Languages that write the month first somewhere. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['en', 'es', 'fil', 'haw', 'chr']);

/**
 * By the declared language, or by a day of the week that only such languages write so; before dots by one that no
 * language writes so that puts the month first.
 */
function isDayFirstHere(weekdays: readonly Meanings[], sign: string, language: string | undefined): boolean {
  if (language !== undefined && isDayFirst(language)) return true;
  const isSo = sign.startsWith('.') ? (tag: string) => !MONTH_FIRST.has(tag) : isDayFirst;
  return weekdays.some((meanings) => [...meanings.values()].every((languages) => [...languages].every(isSo)));
}

/** Both orders that are possible; nobody writes the month first before dots. */
function yearLast(a: number, b: number, year: number, sign: string, isDayFirst: boolean): readonly Day[] {
  const dayFirst = gregorian(year, b, a);
  const monthFirst = sign.startsWith('.') && a <= 12 && b > 12 ? undefined : gregorian(year, a, b);
  if (dayFirst === undefined || monthFirst === undefined || a === b) {
    const only = dayFirst ?? monthFirst;
    return only === undefined ? [] : [only];
  }
  if (isDayFirst) return [dayFirst];
  return [dayFirst, monthFirst];
}
