/** Dates with the signs for year, month and day, in numbers or numerals, and with the eras of Japan and Taiwan. */
import { type Day, gregorian } from '../../lib/calendar.ts';

const NUMERALS = '〇零一二三四五六七八九十';
const DATE =
  /(?:(?<era>令和|平成|昭和|大正|明治|(?:中華)?民國|民国|西元|公元|西暦|서기) ?)?(?<year>元|\d{1,4}|[〇零一二三四五六七八九十]{1,6}) ?[年년] ?(?<month>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[月월] ?(?<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号號일]/u;
/** The year before the first of an era, and how many it had. */
const ERAS: Readonly<Record<string, readonly [before: number, years: number]>> = {
  令和: [2018, 99],
  平成: [1988, 31],
  昭和: [1925, 64],
  大正: [1911, 15],
  // Before the sixth year dates were not Gregorian.
  明治: [1867, 45],
  民國: [1911, 199],
  中華民國: [1911, 199],
  民国: [1911, 199],
};
const MEIJI_GREGORIAN = 6;

export interface EastAsianFound {
  readonly day: Day;
  /** What stands around it. */
  readonly rest: string;
}

export function eastAsianDay(text: string): EastAsianFound | undefined {
  const match = DATE.exec(text);
  if (match?.groups === undefined) return undefined;
  const { era, year: written = '', month = '', day = '' } = match.groups;
  const year = yearOf(written, era);
  const found = year === undefined ? undefined : gregorian(year, numeralValue(month), numeralValue(day));
  if (found === undefined) return undefined;
  return { day: found, rest: `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}` };
}

function yearOf(written: string, era: string | undefined): number | undefined {
  const value = written === '元' ? 1 : numeralValue(written);
  const bounds = era === undefined ? undefined : ERAS[era];
  if (bounds === undefined) return written === '元' || written.length < 4 ? undefined : value;
  const [before, years] = bounds;
  if (value < 1 || value > years || (era === '明治' && value < MEIJI_GREGORIAN)) return undefined;
  return before + value;
}

/** 二〇一八 digit by digit, 三十一 by tens. */
function numeralValue(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const digits = Array.from(written, (numeral) => Math.max(0, NUMERALS.indexOf(numeral) - 1));
  const ten = written.indexOf('十');
  if (ten === -1) return digits.reduce((sum, digit) => 10 * sum + digit, 0);
  const tens = ten === 0 ? 1 : digits[ten - 1]!;
  const ones = ten === written.length - 1 ? 0 : digits[ten + 1]!;
  return written.length - ten > 2 || ten > 1 ? 0 : 10 * tens + ones;
}
