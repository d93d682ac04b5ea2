/**
 * Dates of a text. Owns the scan by candidate position (a date always begins or ends at digits or Chinese numerals) and
 * the order of the readings; must not guess: 10/11/2025 in English is no date here.
 * Complexity: linear; each reading looks at a bounded stretch.
 */
import { DIGIT, UNIT_CLASS, UNSPACED } from '../../lib/characters.ts';
import { unitsOf } from '../../lib/text-units.ts';
import type { DateMention } from '../../model/features.ts';
import { isGluedBefore } from '../numbers/context.ts';
import { startsHanNumeral } from '../numbers/han.ts';
import { digitsEnd } from '../numbers/text.ts';
import { readEastAsianDate } from './east-asian.ts';
import { readMongolian } from './mongolian.ts';
import { monthsOf } from './months.ts';
import { type DateReader, readDayMonth, readMonthDay, readMonthYear, readYearFirst } from './named.ts';
import { readNumeric } from './numeric.ts';
import { readOtherCalendar } from './other-calendars.ts';
import type { DatePlace } from './place.ts';
import { readVietnamese } from './vietnamese.ts';
import { readYear } from './years.ts';

const HAN = 2;
/** What may begin a date: 1 for a digit, `HAN` for a Chinese numeral. */
const STARTS = UNIT_CLASS.map((kind, unit) => {
  if (kind === DIGIT) return 1;
  return kind === UNSPACED && startsHanNumeral(unit) ? HAN : 0;
});

/** Dates of a text in their order, disjoint; `bcp47` is the language of the text, `und` when unknown. Linear time. */
export function findDates(text: string, bcp47: string): readonly DateMention[] {
  const reader: DateReader = { text, bcp47, months: monthsOf(bcp47) };
  const units = unitsOf(text);
  const mentions: DateMention[] = [];
  let at = 0;
  let floor = 0;
  const { length } = text;
  while (at < length) {
    const start = STARTS[units[at]!];
    if (start === 0) {
      at++;
      continue;
    }
    const isHan = start === HAN;
    const place = isHan ? readEastAsianDate(text, at) : readAtDigit(reader, at, floor);
    if (place === undefined || place.start < floor) {
      at = isHan ? at + 1 : digitsEnd(text, at);
      continue;
    }
    mentions.push({ text: text.slice(place.start, place.end), iso: place.iso, start: place.start });
    at = place.end;
    floor = at;
  }
  return mentions;
}

/** The readings in the order of their certainty. */
function readAtDigit(reader: DateReader, at: number, floor: number): DatePlace | undefined {
  const { text, bcp47 } = reader;
  const eastAsian = readEastAsianDate(text, at);
  if (eastAsian !== undefined) return eastAsian;
  if (isGluedBefore(text, at, bcp47)) return undefined;
  return (
    readOtherCalendar(reader, at, floor) ??
    readNumeric(text, at, bcp47) ??
    readDayMonth(reader, at) ??
    (bcp47 === 'mn' ? readMongolian(text, at) : undefined) ??
    (bcp47 === 'vi' ? readVietnamese(text, at, floor) : undefined) ??
    readMonthDay(reader, at, floor) ??
    readYearFirst(reader, at) ??
    readMonthYear(reader, at, floor) ??
    readYear(text, at, bcp47)
  );
}
