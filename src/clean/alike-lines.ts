/**
 * Lines that are alike by more than their length: they begin with years in their order, or hold the result of a game. Owns
 * what such lines are; must not decide whether they are of the text. Linear in the lines that are looked at.
 */
import { DIGIT, FOLD, SEPARATOR, UNIT_CLASS } from '../lib/characters.ts';
import type { Line } from './line.ts';
import { areUnknown, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** The line behind those that are alike from line `from` on, `most` at most; `from` itself where that is none of these. */
export function alikeItems({ lines, units }: Page, from: number, marks: Marks, most: number): number {
  const line = lines[from];
  const order = line === undefined ? undefined : KINDS.find((kind) => kind(line, units) !== undefined);
  if (order === undefined) return from;
  const stop = Math.min(lines.length, from + most);
  let last = 0;
  let to = from;
  for (; to < stop && areUnknown(lines, marks, to, to + 1); to++) {
    const next = order(lines[to]!, units);
    if (next === undefined || next < last) break;
    last = next;
  }
  return to;
}

/** "1938: born in Oni", in the digits of any script; years of other calendars, too. */
const OF_YEAR = /^(\p{Nd}{4})年?\s?[:：–—-]\s?\S/u;
const [FIRST_YEAR, LAST_YEAR] = [1000, 2600];
/** "Garuda Hulu 3-1 Mutiara Laut": two numbers between words. */
const OF_RESULT = /\p{L}{2}[^\p{Nd}]{0,3}\s(\p{Nd}{1,3})\s?[-–:]\s?(\p{Nd}{1,3})\s[^\p{Nd}]{0,3}\p{L}{3}/u;
const [HYPHEN, DASH, COLON] = [0x2d, 0x2013, 0x3a];
/** Longer lines tell of a game. */
const LONGEST_RESULT = 80;
const [HOURS, MINUTES] = [24, 59];

/** By what lines are alike: undefined where one is none of these, else a number that never falls from line to line. */
const KINDS: readonly ((line: Line, units: Uint16Array) => number | undefined)[] = [
  ({ text, start }, units) => {
    // Most lines begin with no digit, which is told by a load.
    if (UNIT_CLASS[units[start]!] !== DIGIT) return undefined;
    const digits = OF_YEAR.exec(text)?.[1];
    const year = digits === undefined ? 0 : valueOfDigits(digits);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
  },
  ({ text, start, end }, units) => {
    const numbers = mayHoldResult(units, start, end) ? OF_RESULT.exec(text) : null;
    return numbers === null || mayBeTime(numbers[1]!, numbers[2]!) ? undefined : 0;
  },
];

/**
 * Whether what may be a digit stands right before a sign between two numbers, or one unit before it: few lines have that.
 * Digits that the tokeniser does not know are letters to it, and those beyond the first plane end in a surrogate.
 */
function mayHoldResult(units: Uint16Array, start: number, end: number): boolean {
  if (end - start > LONGEST_RESULT) return false;
  for (let i = start + 1; i < end; i++) {
    const unit = units[i]!;
    if (unit !== HYPHEN && unit !== DASH && unit !== COLON) continue;
    if (mayBeDigit(units[i - 1]!) || (i > start + 1 && mayBeDigit(units[i - 2]!))) return true;
  }
  return false;
}

/** In ASCII a digit, beyond it whatever is no separator. */
function mayBeDigit(unit: number): boolean {
  const kind = UNIT_CLASS[unit];
  return kind === DIGIT || (unit > 0x7f && kind !== SEPARATOR);
}

/** Hours and minutes of a timetable ("20:45"), or two hours of which the second has two digits ("9-17"). */
function mayBeTime(first: string, second: string): boolean {
  return second.length === 2 && valueOfDigits(first) <= HOURS && valueOfDigits(second) <= MINUTES;
}

const ZERO = 0x30;

/** Of digits of any script. */
export function valueOfDigits(digits: string): number {
  let value = 0;
  for (let i = 0; i < digits.length; i++) value = 10 * value + FOLD[digits.charCodeAt(i)]! - ZERO;
  return value;
}
