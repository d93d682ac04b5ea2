/**
 * Days of the Hebrew calendar, where day, month and year are written in Hebrew letters with their marks: ט״ו בשבט תשפ״ו.
 * Owns the letters and the arithmetic; a day that lasts from evening to evening is the one on which its morning falls.
 * Reference: Reingold and Dershowitz, Calendrical Calculations, chapter 8. Linear.
 */
import { type Day, dayOf } from '../../lib/calendar.ts';

export interface FoundDay {
  readonly day: Day;
  /** What stands around it. */
  readonly rest: string;
}

/** Adar alone is the month before Nisan of a year that has one. */
const MONTHS = {
  תשרי: 'tishri',
  מרחשוון: 'heshvan',
  מרחשון: 'heshvan',
  חשוון: 'heshvan',
  חשון: 'heshvan',
  כסלו: 'kislev',
  כסליו: 'kislev',
  טבת: 'tevet',
  שבט: 'shevat',
  'אדר א׳': 'adar-1',
  'אדר ראשון': 'adar-1',
  'אדר ב׳': 'adar-2',
  'אדר שני': 'adar-2',
  אדר: 'adar',
  ניסן: 'nisan',
  אייר: 'iyar',
  סיוון: 'sivan',
  סיון: 'sivan',
  תמוז: 'tamuz',
  אב: 'av',
  אלול: 'elul',
} as const;
type Month = (typeof MONTHS)[keyof typeof MONTHS];

const DATE =
  /(?<![\p{L}\p{M}׳״])(?<day>[א-ל]׳|[יכ]״[א-ט]|ט״[וז]) ב?(?<month>תשרי|מרחשוון|מרחשון|חשוון|חשון|כסלו|כסליו|טבת|שבט|אדר א׳|אדר ב׳|אדר ראשון|אדר שני|אדר|ניסן|אייר|סיוון|סיון|תמוז|אב|אלול),? (?:ה׳)?(?<year>ת[א-ת]{0,3}״[א-ת])(?![\p{L}\p{M}׳״])/u;

/** `text` in the plain form; undefined where no such date stands in it, or it does not exist. */
export function hebrewDay(text: string): FoundDay | undefined {
  const match = DATE.exec(text.replaceAll("'", '׳').replaceAll('"', '״').replaceAll('’', '׳'));
  if (match?.groups === undefined) return undefined;
  const { day = '', month = '', year = '' } = match.groups;
  const named = MONTHS[month as keyof typeof MONTHS];
  const found = dayIn(MILLENNIUM + valueOfLetters(year), named, valueOfLetters(day));
  if (found === undefined) return undefined;
  return { day: found, rest: `${text.slice(0, match.index)} ; ${text.slice(match.index + match[0].length)}` };
}

/** Years are written without their thousands. */
const MILLENNIUM = 5000;
const LETTERS = 'אבגדהוזחט יכלמנסעפצ קרשת';
const FINAL: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

function valueOfLetters(written: string): number {
  let sum = 0;
  for (const letter of written) {
    const place = LETTERS.indexOf(FINAL[letter] ?? letter);
    if (place !== -1) sum += ((place % 10) + 1) * 10 ** Math.floor(place / 10);
  }
  return sum;
}

function dayIn(year: number, month: Month, day: number): Day | undefined {
  const months = monthsOf(year);
  const at = months.findIndex(([name]) => name === month);
  const length = months[at]?.[1];
  if (length === undefined || day < 1 || day > length) return undefined;
  let days = newYear(year);
  for (const [, before] of months.slice(0, at)) days += before;
  return dayOf(days + day - 1);
}

/** Months of a year with their lengths. */
function monthsOf(year: number): readonly (readonly [Month, number])[] {
  const length = newYear(year + 1) - newYear(year);
  return [
    ['tishri', 30],
    ['heshvan', length % 10 === 5 ? 30 : 29],
    ['kislev', length % 10 === 3 ? 29 : 30],
    ['tevet', 29],
    ['shevat', 30],
    ...(isLeap(year)
      ? ([
          ['adar-1', 30],
          ['adar-2', 29],
        ] as const)
      : ([['adar', 29]] as const)),
    ['nisan', 30],
    ['iyar', 29],
    ['sivan', 30],
    ['tamuz', 29],
    ['av', 30],
    ['elul', 29],
  ];
}

function isLeap(year: number): boolean {
  return (7 * year + 1) % 19 < 7;
}

/** 1 Tishri of the year 1, in days since 1970. */
const EPOCH = -2_092_590;

/** Days since 1970 of the first day of a year. */
function newYear(year: number): number {
  const [before, own, after] = [elapsed(year - 1), elapsed(year), elapsed(year + 1)];
  const delay = after - own === 356 ? 2 : own - before === 382 ? 1 : 0;
  return EPOCH + own + delay;
}

/** Days from the epoch to the mean new moon of Tishri, put off where it falls late or on a day that is no new year. */
function elapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12_084 + 13_753 * months;
  const day = 29 * months + Math.floor(parts / 25_920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}
