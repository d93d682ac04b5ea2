/**
 * Chinese and Japanese numerals: positional (二〇二五), multiplicative (三十五, 两百) and mixed with digits (5500億,
 * 1億2000万, 3만 5000). Must not take a single character for a number: 一, 万 and 十 stand in too many words. Linear.
 */

import { isDayOrMonth } from './context.ts';
import { readNumeral, type Separators } from './numeral.ts';
import { digitsEnd, isDigit } from './text.ts';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((sign, value) => [sign, value] as const),
  ['零', 0],
  ['两', 2],
  ['兩', 2],
]);
const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['만', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['억', 1e8],
  ['兆', 1e12],
  ['조', 1e12],
]);
const KOREAN_SMALL: ReadonlyMap<string, number> = new Map([
  ['백', 100],
  ['천', 1000],
]);

export interface HanNumeral {
  readonly value: number;
  readonly end: number;
  /** Written with one sign for each digit, as years are. */
  readonly positional: boolean;
}

const STARTS = new Uint8Array(0x10000);
for (const sign of [...DIGITS.keys(), '十']) STARTS[sign.charCodeAt(0)] = 1;

/** Whether a numeral may begin with a code unit. */
export function startsHanNumeral(unit: number): boolean {
  return STARTS[unit] === 1;
}

/** The numeral that begins at a position, of at least two signs. */
export function readHanNumeral(text: string, start: number): HanNumeral | undefined {
  return readPositional(text, start) ?? readMultiplicative(text, start);
}

/** Three signs and more, one for each digit; two only as part of a date, which is read elsewhere. */
function readPositional(text: string, start: number): HanNumeral | undefined {
  let end = start;
  let value = 0;
  for (let digit = DIGITS.get(text[end] ?? ''); digit !== undefined; digit = DIGITS.get(text[end] ?? '')) {
    value = value * 10 + digit;
    end++;
  }
  const next = text[end] ?? '';
  if (end - start < 4 || SMALL_UNITS.has(next) || LARGE_UNITS.has(next) || end - start > 15) return undefined;
  return { value, end, positional: true };
}

function readMultiplicative(text: string, start: number): HanNumeral | undefined {
  let end = start;
  let total = 0;
  let section = 0;
  let digit = -1;
  let units = 0;
  for (; end < text.length; end++) {
    const sign = text[end] ?? '';
    const value = DIGITS.get(sign);
    const small = SMALL_UNITS.get(sign);
    const large = LARGE_UNITS.get(sign);
    if (value !== undefined) {
      if (digit > 0) break; // 三五: two digits in a row are no multiplicative numeral
      digit = value;
    } else if (small !== undefined) {
      if (digit < 0 && small !== 10) break;
      section += (digit < 0 ? 1 : digit) * small;
      digit = -1;
      units++;
    } else if (large !== undefined) {
      section += Math.max(digit, 0);
      if (section === 0) break;
      total += section * large;
      section = 0;
      digit = -1;
      units++;
    } else break;
  }
  const value = total + section + Math.max(digit, 0);
  // 十 alone stands in 十分 and 十足; a single digit in everything.
  return units === 0 || end - start < 2 ? undefined : { value, end, positional: false };
}

/** One or two signs below a hundred, as months and days are written: 十, 十月, 二十八日. */
export function readSmallHan(text: string, start: number): { value: number; end: number } | undefined {
  const first = DIGITS.get(text[start] ?? '');
  const numeral = readMultiplicative(text, start);
  if (numeral !== undefined) return numeral.value < 100 ? numeral : undefined;
  if (first !== undefined && !DIGITS.has(text[start + 1] ?? '')) return { value: first, end: start + 1 };
  return text[start] === '十' ? { value: 10, end: start + 1 } : undefined;
}

/**
 * Large units after digits: 5500億, 3千万, 1億2000万, 5천만. Returns the value of the whole; undefined when no unit follows.
 */
export function readEastAsianUnits(
  text: string,
  value: number,
  at: number,
  separators: Separators,
  ceiling: number,
): { value: number; end: number } | undefined {
  // All of these signs are ideographs or syllables.
  if (text.charCodeAt(at) !== 0x20 && !isEastAsian(text, at)) return undefined;
  if (text.charCodeAt(at) === 0x20 && !isEastAsian(text, at + 1)) return undefined;
  let total = 0;
  let part = value;
  let end = at;
  let limit = Number.POSITIVE_INFINITY;
  for (;;) {
    const after = text[end] === ' ' && LARGE_UNITS.has(text[end + 1] ?? '') && total === 0 ? end + 1 : end;
    const unit = readUnit(text, after);
    if (unit === undefined || unit.factor >= limit) break;
    total += part * unit.factor;
    part = 0;
    end = unit.end;
    limit = unit.factor;
    const next = isDigit(text, end) ? end : text[end] === ' ' && isDigit(text, end + 1) ? end + 1 : -1;
    if (next < 0) break;
    const numeral = readNumeral(text, next, separators);
    const after2 = numeral.end;
    if (numeral.value === undefined || readUnit(text, after2) === undefined) {
      // 1万2000: the last part has no unit. After a space it is another number, but in Korean: 3만 5000.
      if (
        (next === end || isHangul(text, end - 1)) &&
        numeral.value !== undefined &&
        after2 <= ceiling &&
        !isDayOrMonth(text, after2) &&
        numeral.value < limit &&
        digitsEnd(text, next) === after2
      ) {
        total += numeral.value;
        end = after2;
      }
      break;
    }
    part = numeral.value;
    if (part * (readUnit(text, after2)?.factor ?? 1) >= limit) break;
    end = after2;
  }
  return total === 0 || end === at ? undefined : { value: total, end };
}

function isHangul(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0xac00;
}

/** Whether digits that begin at a position go on an amount: 1万|2000, 3만 |5000. */
export function continuesAmount(text: string, start: number): boolean {
  const at = text[start - 1] === ' ' && isHangul(text, start - 2) ? start - 2 : start - 1;
  const sign = text[at] ?? '';
  return (
    (LARGE_UNITS.has(sign) || SMALL_UNITS.has(sign) || KOREAN_SMALL.has(sign)) && precedesUnit(text, at - 1)
  );
}

function precedesUnit(text: string, at: number): boolean {
  return isDigit(text, at) || (isDigit(text, at - 1) && readUnit(text, at) !== undefined);
}

function isEastAsian(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x3000;
}

/** A large unit, or a small one before it: 千万, 백만. A small unit alone counts after digits: 3千. */
function readUnit(text: string, at: number): { factor: number; end: number } | undefined {
  const sign = text[at] ?? '';
  const small = sign === '十' ? undefined : (SMALL_UNITS.get(sign) ?? KOREAN_SMALL.get(sign));
  const large = LARGE_UNITS.get(text[small === undefined ? at : at + 1] ?? '');
  if (small !== undefined) {
    if (large !== undefined) return { factor: small * large, end: at + 2 };
    return { factor: small, end: at + 1 };
  }
  return large === undefined ? undefined : { factor: large, end: at + 1 };
}
