/** Days, months and years as numbers: what exists, and how it is written down. Pure arithmetic. */

const MONTH_LENGTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Years that a date may have: before, dates in the news are history books; after, they are something else. */
export const FIRST_YEAR = 1000;
export const LAST_YEAR = 2199;

export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** The Buddhist era of Thailand is 543 years ahead. */
const BUDDHIST_OFFSET = 543;
const BUDDHIST_FIRST = 2400;
const BUDDHIST_LAST = 2699;

/** A year as Thai writes it in ours: 2568 is 2025; years of our own era stay. */
export function ofThaiYear(written: number): number {
  return written >= BUDDHIST_FIRST && written <= BUDDHIST_LAST ? written - BUDDHIST_OFFSET : written;
}

/** Whether a day exists; 29 February is no day of a year that is not a leap year. */
export function isDay(day: number, month: number, year?: number): boolean {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined || day < 1 || day > length) return false;
  if (year === undefined || month !== 2 || day < 29) return true;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `2025-10-28`, `--10-28`, `2025-10` or `2025`; undefined for a date that does not exist. */
export function toIso(parts: DateParts): string | undefined {
  const { year, month, day } = parts;
  if (year !== undefined && !isYear(year)) return undefined;
  if (month === undefined) return day === undefined && year !== undefined ? String(year) : undefined;
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return year === undefined ? undefined : `${year}-${two(month)}`;
  if (!isDay(day, month, year)) return undefined;
  return `${year === undefined ? '-' : year}-${two(month)}-${two(day)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');
