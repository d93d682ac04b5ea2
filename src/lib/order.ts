/**
 * The one string order of all machine output: UTF-16 code units. Owns comparison only; must never ask a locale,
 * or the same archive would be ordered differently in Sweden.
 */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rounds to four digits, the precision of every score in a report. */
export function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
