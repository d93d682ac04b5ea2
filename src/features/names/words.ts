/**
 * Words of a text with their scripts: the raw material of candidates. Owns word boundaries; must not judge words.
 * One pass, linear; a word ends where the script changes, so that `NATO의` is two words.
 */
import { SCRIPTS, scriptNumber } from '../../lib/script.ts';

/** Parallel columns, one entry a word, in order; offsets are UTF-16 units, half-open. */
export interface Words {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Indexes into `SCRIPTS`. */
  readonly scripts: readonly number[];
}

const LATIN = SCRIPTS.indexOf('Latn');
const CYRILLIC = SCRIPTS.indexOf('Cyrl');
const GREEK = SCRIPTS.indexOf('Grek');
const ARMENIAN = SCRIPTS.indexOf('Armn');
const HEBREW = SCRIPTS.indexOf('Hebr');

/** Punctuation inside the blocks of its script: Armenian, Hebrew, Ethiopic, Georgian, Khmer, Burmese, Syriac. */
const PUNCTUATION: readonly (readonly [first: number, last: number])[] = [
  [0x55a, 0x55f],
  [0x589, 0x58a],
  [0x5be, 0x5be],
  [0x5c0, 0x5c0],
  [0x5c3, 0x5c3],
  [0x5c6, 0x5c6],
  [0x700, 0x70d],
  [0x104a, 0x104f],
  [0x10fb, 0x10fb],
  [0x1360, 0x1368],
  [0x17d4, 0x17d6],
];

/** Script number of the letters of the Basic Multilingual Plane, 0 for all else. */
const LETTERS = Uint8Array.from({ length: 0x10000 }, (_, unit) => scriptNumber(unit));
for (const [first, last] of PUNCTUATION) LETTERS.fill(0, first, last + 1);

/** Splits a text into words of one script each. */
export function splitWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const scripts: number[] = [];
  let i = 0;
  while (i < text.length) {
    const script = scriptAt(text, i);
    if (script === 0) {
      i += widthAt(text, i);
      continue;
    }
    const end = endOfWord(text, i, script);
    starts.push(i);
    ends.push(end);
    scripts.push(script);
    i = end;
  }
  return { starts, ends, scripts };
}

/** Whether a script tells names by capitals. Georgian is not one: its capitals are for whole headlines only. */
export function hasCase(script: number): boolean {
  return script === LATIN || script === CYRILLIC || script === GREEK || script === ARMENIAN;
}

/** Whether the letter at an offset is a capital. */
export function isCapital(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text.charAt(offset);
  return letter !== letter.toLowerCase();
}

function endOfWord(text: string, start: number, script: number): number {
  let i = start;
  while (i < text.length) {
    if (scriptAt(text, i) === script) i += widthAt(text, i);
    else if (joins(text, start, i, script)) i++;
    else break;
  }
  const acronym = hasCase(script) && i === start + 1 ? endOfDotted(text, start) : 0;
  return acronym > 0 ? acronym : i;
}

/** Marks, joiners, apostrophes between letters, Hebrew geresh and gershayim: inside a word, though of no script. */
function joins(text: string, start: number, i: number, script: number): boolean {
  const unit = text.charCodeAt(i);
  if ((unit >= 0x300 && unit <= 0x36f) || unit === 0x200c || unit === 0x200d || unit === 0xad) return true;
  const isApostrophe = unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
  if (script === HEBREW) {
    const isMark = isApostrophe || unit === 0x22 || unit === 0x5f3 || unit === 0x5f4;
    return isMark && scriptAt(text, i + 1) === script;
  }
  if (!isApostrophe || !hasCase(script) || scriptAt(text, i + 1) !== script) return false;
  return !parts(text, start, i);
}

/** Whether an apostrophe ends an article (`l'Iran`, `dell'Iran`); `O'Brien` and `D'Alema` stay whole. */
function parts(text: string, start: number, apostrophe: number): boolean {
  if (!isCapital(text, apostrophe + 1) || scriptAt(text, apostrophe + 2) === 0) return false;
  const initial = text.charAt(start);
  return !(apostrophe === start + 1 && (initial === 'O' || initial === 'D'));
}

/** `U.S.`, `С.Ш.А.`: single capitals parted by dots are one word, without its last dot. 0 when it is none. */
function endOfDotted(text: string, start: number): number {
  let end = start;
  let letters = 0;
  for (let i = start; i < text.length && isCapital(text, i) && scriptAt(text, i + 1) === 0; i += 2) {
    letters++;
    end = i + 1;
    if (text.charCodeAt(i + 1) !== 0x2e) break;
  }
  return letters >= 2 ? end : 0;
}

function scriptAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit < 0xdc00) return scriptNumber(text.codePointAt(i) ?? 0);
  return LETTERS[unit] ?? 0;
}

function widthAt(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
}
