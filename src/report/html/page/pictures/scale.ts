/** Numbers and days to places on a line. Pure; days are counted since 1970 without a time zone. */
export const DAY = 86_400_000;

/** Days since 1970, or undefined where the day cannot be read. */
export function dayNumber(day: string): number | undefined {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}

export function dayText(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

export type Unit = 'day' | 'week' | 'month' | 'year';

/** The finest unit in which the span has at most so many parts. */
export function unitFor(first: number, last: number, most: number): Unit {
  const days = last - first + 1;
  if (days <= most) return 'day';
  if (days / 7 <= most) return 'week';
  return days / 30.4 <= most ? 'month' : 'year';
}

/** First day of the part in which this day lies; weeks begin on Monday. */
export function startOf(day: number, unit: Unit): number {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1970-01-01 was a Thursday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'month':
      return dayNumber(`${dayText(day).slice(0, 7)}-01`) ?? day;
    case 'year':
      return dayNumber(`${dayText(day).slice(0, 4)}-01-01`) ?? day;
    default:
      return unit satisfies never;
  }
}

/** First day of the part behind the one that begins here. */
export function nextStart(start: number, unit: Unit): number {
  const within = { day: 1, week: 7, month: 32, year: 367 }[unit];
  return startOf(start + within, unit);
}

/** A step of 1, 2 or 5 times a power of ten that parts the range into about so many. */
export function niceStep(range: number, parts: number): number {
  const rough = Math.max(range / parts, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((step) => step * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}
