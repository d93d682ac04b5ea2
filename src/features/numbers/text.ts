/**
 * Steps over characters, words and digit runs that the readers of numbers and dates share. Owns positions only; must
 * not know what a word means. Each step is linear in what it passes.
 */
import { DIGIT, FOLD, MARK, UNIT_CLASS, UNSPACED, WORD } from '../../lib/characters.ts';
import { unitsOf } from '../../lib/text-units.ts';
import { WordTable } from '../../lib/word-table.ts';

/** Words longer than this are in no table; the step over them stops there. */
const MAX_WORD = 40;

/** A word of the text, half-open, with its comparison form. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, NFC. */
  readonly form: string;
}

/** The code unit at a position, 0 beyond the ends: a load by NaN is a search by name, and slows all others down. */
function unitAt(text: string, at: number): number {
  return text.charCodeAt(at) | 0;
}

export function isDigit(text: string, at: number): boolean {
  return UNIT_CLASS[unitAt(text, at)] === DIGIT;
}

/** Letters of spaced and unspaced scripts, and marks; half pairs are no letters. One load in the hot loops. */
const LETTERS = Uint8Array.from(UNIT_CLASS, (kind, unit) =>
  (kind === WORD || kind === UNSPACED || kind === MARK) && (unit & 0xf800) !== 0xd800 ? 1 : 0,
);
/** The zero width joiner stands inside words of Sinhala: අප්‍රේල්. */
LETTERS[0x200d] = 1;

/** End of the letters of `units` that begin at a position, at most MAX_WORD on; behind the end stand zeros. */
export function unitLettersEnd(units: Uint16Array, start: number): number {
  let end = start;
  while (LETTERS[units[end]!] === 1 && end - start < MAX_WORD) end++;
  return end;
}

/** Whether a letter of a spaced or unspaced script, or a mark, stands at a position. */
export function isLetter(text: string, at: number): boolean {
  return LETTERS[unitAt(text, at)] === 1;
}

/** Whether a letter of a script that parts words by spaces stands at a position. */
export function isSpacedLetter(text: string, at: number): boolean {
  const unit = unitAt(text, at);
  return UNIT_CLASS[unit] === WORD && (unit & 0xf800) !== 0xd800;
}

/** Plain, no-break, thin and narrow no-break space. */
export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0xa0 || unit === 0x2009 || unit === 0x202f;
}

/** Whether one of some signs stands at a position. */
export function isOneOf(text: string, at: number, signs: string): boolean {
  const unit = text.charCodeAt(at);
  for (let i = 0; i < signs.length; i++) if (signs.charCodeAt(i) === unit) return true;
  return false;
}

/** End of the digits that begin at a position. */
export function digitsEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end++;
  return end;
}

/** Value of digits of any script; exact up to 15 digits. */
export function digitsValue(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + ((FOLD[text.charCodeAt(at)] ?? 0x30) - 0x30);
  return value;
}

/** The position after at most two spaces. */
export function skipSpaces(text: string, at: number): number {
  let next = at;
  while (next < at + 2 && isSpace(text, next)) next++;
  return next;
}

/** End of the letters that begin at a position, at most MAX_WORD on. */
export function lettersEnd(text: string, start: number): number {
  let end = start;
  while (end - start < MAX_WORD && isLetter(text, end)) end++;
  return end;
}

/** The word that begins exactly at a position, if a letter stands there. */
export function wordAt(text: string, start: number): Word | undefined {
  const end = lettersEnd(text, start);
  return end === start ? undefined : { start, end, form: formOf(text, start, end) };
}

/** The word that ends exactly at a position, if a letter stands before it. */
export function wordEndingAt(text: string, end: number): Word | undefined {
  let start = end;
  while (end - start < MAX_WORD && isLetter(text, start - 1)) start--;
  return end === start ? undefined : { start, end, form: formOf(text, start, end) };
}

/** The word before a position, over at most two spaces; a dot or comma after it is passed when `overPoint` says so. */
export function wordBefore(text: string, at: number, overPoint = false): Word | undefined {
  let end = at;
  while (end > at - 2 && isSpace(text, end - 1)) end--;
  if (overPoint && (text[end - 1] === '.' || text[end - 1] === ',')) end--;
  return wordEndingAt(text, end);
}

/**
 * The comparison form of a word. Few words stand beside numbers, and each reading asks for them anew: what was made of
 * their units is kept, and a string that is met again has its hash already.
 */
function formOf(text: string, start: number, end: number): string {
  if (forms.length > FORMS_KEPT) {
    forms = [];
    words = new WordTable();
  }
  const number = words.add(unitsOf(text), start, end);
  forms[number] ??= makeForm(text, start, end);
  return forms[number];
}

const FORMS_KEPT = 32_768;
let words = new WordTable();
/** By the number of a word. */
let forms: string[] = [];

function makeForm(text: string, start: number, end: number): string {
  const lower = text.slice(start, end).toLowerCase();
  for (let at = start; at < end; at++) {
    // Nothing below the combining marks can be composed.
    if (text.charCodeAt(at) >= 0x300) return lower.normalize('NFC');
  }
  return lower;
}

/** The table key of a tag: `de-AT` is `de`, `sr-Latn` and `zh-Hant` stay. */
export function tableKey(bcp47: string, table: { has(key: string): boolean }): string {
  if (bcp47 === 'yue') return 'zh-Hant';
  if (table.has(bcp47)) return bcp47;
  const dash = bcp47.indexOf('-');
  const language = dash < 0 ? bcp47 : bcp47.slice(0, dash);
  return language === 'no' ? 'nb' : language;
}
