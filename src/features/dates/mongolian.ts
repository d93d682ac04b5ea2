/**
 * Mongolian dates, whose months are numbered: 2026 оны 1-р сарын 23, 1 дүгээр сарын 23-нд. Constant work for each
 * candidate.
 */
import { hasUnitOrMagnitude } from '../numbers/context.ts';
import { digitsEnd, digitsValue, isDigit, isOneOf, skipSpaces, wordAt } from '../numbers/text.ts';
import { isYear, toIso } from './calendar.ts';
import type { DatePlace } from './place.ts';

/** What stands between a year, a month and a day. */
const AFTER_YEAR: ReadonlySet<string> = new Set(['оны', 'онд', 'он']);
const RANK: ReadonlySet<string> = new Set(['р', 'дугаар', 'дүгээр']);
const AFTER_MONTH = 'сарын';

/** The date that begins at a digit: its year, or its month where no year is named. */
export function readMongolian(text: string, start: number): DatePlace | undefined {
  const end = digitsEnd(text, start);
  const value = digitsValue(text, start, end);
  if (end - start <= 2) return withDay(text, start, start, undefined);
  const word = wordAt(text, skipSpaces(text, end));
  if (end - start !== 4 || !isYear(value) || word === undefined || !AFTER_YEAR.has(word.form))
    return undefined;
  return withDay(text, start, skipSpaces(text, word.end), value);
}

function withDay(
  text: string,
  start: number,
  monthStart: number,
  year: number | undefined,
): DatePlace | undefined {
  const monthEnd = digitsEnd(text, monthStart);
  if (monthEnd === monthStart || monthEnd - monthStart > 2) return undefined;
  const rank = wordAt(text, isOneOf(text, monthEnd, '-') ? monthEnd + 1 : skipSpaces(text, monthEnd));
  const isRank = rank !== undefined && RANK.has(rank.form);
  const word = isRank ? wordAt(text, skipSpaces(text, rank.end)) : rank;
  if (word?.form !== AFTER_MONTH) return undefined;
  const dayStart = skipSpaces(text, word.end);
  const dayEnd = digitsEnd(text, dayStart);
  if (!isDigit(text, dayStart) || dayEnd - dayStart > 2 || isAmount(text, dayEnd)) return undefined;
  // "The first 9 months, 25": without a year only an ending says that it is a day.
  if (year === undefined && !isOneOf(text, dayEnd, '-')) return undefined;
  const month = digitsValue(text, monthStart, monthEnd);
  const iso = toIso({ day: digitsValue(text, dayStart, dayEnd), month, ...(year !== undefined && { year }) });
  return iso === undefined ? undefined : { start, end: dayEnd, iso };
}

/** Whether the digits go on, or count something. */
function isAmount(text: string, end: number): boolean {
  return (isOneOf(text, end, '.,') && isDigit(text, end + 1)) || hasUnitOrMagnitude(text, end, 'mn');
}
