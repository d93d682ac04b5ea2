/**
 * What stands around digits that are no quantity: codes, addresses, fractions, days and months written in characters.
 * Must not read values. Constant work.
 */
import { magnitudesOf, readMagnitude } from './magnitudes.ts';
import {
  digitsEnd,
  digitsValue,
  isDigit,
  isLetter,
  isOneOf,
  isSpace,
  isSpacedLetter,
  skipSpaces,
  tableKey,
  wordEndingAt,
} from './text.ts';
import { readUnitAfter } from './units.ts';

/** Signs that glue digits to an address, a tag or a formula. */
const GLUE = '/=_@#&?\\';

/** What a prefix of small letters before a hyphen looks like, by language: Zulu abantu abangu-46, Maltese il-46. */
const PREFIXES: ReadonlyMap<string, RegExp> = new Map([
  ...['zu', 'xh', 'nr', 'ss'].map((language) => [language, /^[a-z]{0,8}[aeiou]$/] as const),
  ['mt', /^[a-zċġħż]{1,4}$/],
]);

/** Whether digits that begin at a position belong to a word or code before them: B2B, COVID-19, /2025/. */
export function isGluedBefore(text: string, start: number, bcp47: string): boolean {
  if (isOneOf(text, start - 1, GLUE)) return true;
  if (isCasedLetter(text, start - 1)) return true;
  // A hyphen after a letter of a cased script makes a code; Hebrew and Arabic write prefixes so: ב-5.
  if (!isOneOf(text, start - 1, '-') || !isCasedLetter(text, start - 2)) return false;
  const prefix = PREFIXES.get(tableKey(bcp47, PREFIXES));
  const word = prefix === undefined ? undefined : wordEndingAt(text, start - 1);
  return word === undefined || prefix?.test(text.slice(word.start, word.end)) !== true;
}

/** Whether digits that end at a position go on as a code, an address or a fraction: 5G, 1/3, 3@. */
export function isGluedAfter(text: string, end: number): boolean {
  if (isOneOf(text, end, '@_\\')) return true;
  if (isOneOf(text, end, '/') && isDigit(text, end + 1)) return true;
  return isCasedLetter(text, end);
}

/** Whether digits that end at a position are a month or a day of the month, part of a date that is not here: 10月, 28일. */
export function isDayOrMonth(text: string, end: number): boolean {
  return isOneOf(text, end, '月日号號월일');
}

/** The end of the code that digits ending at a position go on as. */
export function codeEnd(text: string, end: number): number {
  let at = end;
  while (isSpacedLetter(text, at) || isDigit(text, at)) at++;
  return at;
}

/** The end of digits that begin with a zero and have no decimal part, with the groups after them: 0800 555 111. */
export function telephoneEnd(text: string, start: number): number | undefined {
  let end = digitsEnd(text, start);
  if (end - start < 2 || digitsValue(text, start, start + 1) !== 0) return undefined;
  if (isOneOf(text, end, '.,٫:') && isDigit(text, end + 1)) return undefined;
  while ((isSpace(text, end) || isOneOf(text, end, '-')) && isDigit(text, end + 1))
    end = digitsEnd(text, end + 1);
  return end;
}

/** A letter of Latin, Greek or Cyrillic, where words and numbers are written apart. */
function isCasedLetter(text: string, at: number): boolean {
  return text.charCodeAt(at) < 0x530 && isLetter(text, at);
}

/** Whether digits that end at a position count something: a unit or a magnitude follows. */
export function hasUnitOrMagnitude(text: string, end: number, bcp47: string): boolean {
  if (readUnitAfter(text, end, bcp47) !== undefined) return true;
  return readMagnitude(text, skipSpaces(text, end), magnitudesOf(bcp47)) !== undefined;
}
