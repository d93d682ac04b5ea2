/** Days of the Umm al-Qura calendar, by the table of its months. Owns what exists; pure arithmetic. */
import {
  FIRST_HIJRI_DAY,
  FIRST_HIJRI_YEAR,
  HIJRI_MONTHS,
  LAST_HIJRI_YEAR,
} from '../../lexicon/data/hijri-months.ts';
import { type Day, dayOf } from '../../lib/calendar.ts';

/** Of the Umm al-Qura calendar; undefined outside 1343 to 1500. */
export function hijri(year: number, month: number, day: number): Day | undefined {
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR || month < 1 || month > 12 || day < 1)
    return undefined;
  let days = FIRST_HIJRI_DAY;
  for (let at = FIRST_HIJRI_YEAR; at <= year; at++) {
    const place = 3 * (at - FIRST_HIJRI_YEAR);
    const bits = Number.parseInt(HIJRI_MONTHS.slice(place, place + 3), 16);
    const last = at === year ? month - 1 : 12;
    for (let one = 0; one < last; one++) days += 29 + ((bits >> one) & 1);
    if (at === year && day > 29 + ((bits >> (month - 1)) & 1)) return undefined;
  }
  return dayOf(days + day - 1);
}
