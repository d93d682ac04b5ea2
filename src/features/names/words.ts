/**
 * Words of a text with their scripts: the raw material of candidates. Owns word boundaries; must not judge words.
 * One pass over code units, linear; a word ends where the script changes, so that `NATO의` is two words.
 */
import { FOLD } from '../../lib/characters.ts';
import { SCRIPTS, scriptNumber } from '../../lib/script.ts';
import { UnitRoom } from '../../lib/text-units.ts';

/** Parallel columns, one entry a word, in order; offsets are UTF-16 units, half-open. */
export interface Words {
  readonly count: number;
  /** At least `count` long, as the other columns. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Indexes into `SCRIPTS`. */
  readonly scripts: Uint8Array;
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

/** What a unit begins: 0 nothing, 1 a word, 2 what only a pair can tell. One load in the hot loop. */
const HALF = 2;
const BEGINS = LETTERS.map((script, unit) => ((unit & 0xfc00) === 0xd800 ? HALF : script === 0 ? 0 : 1));

/** By script number: whether it tells names by capitals. Georgian does not: its capitals are for whole headlines only. */
const CASED = new Uint8Array(SCRIPTS.length);
for (const script of [LATIN, CYRILLIC, GREEK, ARMENIAN]) CASED[script] = 1;

/** 1 for capitals. */
const CAPITALS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  // Folding changes every capital and little else.
  if (FOLD[unit] === unit) continue;
  const letter = String.fromCharCode(unit);
  if (letter !== letter.toLowerCase()) CAPITALS[unit] = 1;
}

/** What may stand inside a word though it is of no script. */
const ALWAYS = 1;
const APOSTROPHE = 2;
const HEBREW_MARK = 3;
const JOINERS = new Uint8Array(0x10000);
JOINERS.fill(ALWAYS, 0x300, 0x370);
for (const unit of [0x200c, 0x200d, 0xad]) JOINERS[unit] = ALWAYS;
// The last two are what Uzbek writes its letters oʻ and gʻ with.
for (const unit of [0x27, 0x2019, 0x2bc, 0x2bb, 0x2018]) JOINERS[unit] = APOSTROPHE;
for (const unit of [0x22, 0x5f3, 0x5f4]) JOINERS[unit] = HEBREW_MARK;

/** 1 where a unit that is no letter of the script of a word surely ends it. */
const ENDS = JOINERS.map((joiner, unit) => (joiner === 0 && (unit & 0xfc00) !== 0xd800 ? 1 : 0));

const scratch = new UnitRoom();

/** Splits a text into words of one script each. */
export function splitWords(text: string): Words {
  return scanWords(scratch.read(text), text.length, columnsFor(text.length));
}

/** Columns with room for the words of a text of a length. */
export interface WordColumns {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly scripts: Uint8Array;
}

export function columnsFor(length: number): WordColumns {
  return {
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
    scripts: new Uint8Array(length),
  };
}

/** The words of `units[0, length)`, behind which zeros stand; the columns are filled and handed back. */
export function scanWords(units: Uint16Array, length: number, columns: WordColumns): Words {
  const { starts, ends, scripts } = columns;
  let count = 0;
  for (let i = 0; i < length; ) {
    const begins = BEGINS[units[i]!]!;
    if (begins === 0) {
      i++;
      continue;
    }
    const script = begins === HALF ? scriptAt(units, i) : LETTERS[units[i]!]!;
    if (script === 0) {
      i += widthAt(units, i);
      continue;
    }
    // Nearly all words are letters and nothing else.
    let end = i;
    while (LETTERS[units[end]!] === script) end++;
    if (end <= i + 1 || ENDS[units[end]!] === 0) end = endOfWord(units, i, end, length, script);
    starts[count] = i;
    ends[count] = end;
    scripts[count++] = script;
    i = end;
  }
  return { count, starts, ends, scripts };
}

/** Whether a script tells names by capitals. */
export function hasCase(script: number): boolean {
  return CASED[script] === 1;
}

/** Whether a code unit is a capital. */
export function isCapital(unit: number): boolean {
  return CAPITALS[unit] === 1;
}

/** Where a word ends whose letters up to a place are known. */
function endOfWord(units: Uint16Array, start: number, from: number, length: number, script: number): number {
  let i = from;
  while (i < length) {
    const unit = units[i]!;
    if (LETTERS[unit] === script) i++;
    else if (isHigh(unit) && scriptAt(units, i) === script) i += widthAt(units, i);
    else if (JOINERS[unit] !== 0 && joins(units, start, i, script)) i++;
    else break;
  }
  const acronym = CASED[script] === 1 && i === start + 1 ? endOfDotted(units, start, length) : 0;
  return acronym > 0 ? acronym : i;
}

/** Marks, joiners, apostrophes between letters, Hebrew geresh and gershayim: inside a word, though of no script. */
function joins(units: Uint16Array, start: number, i: number, script: number): boolean {
  const joiner = JOINERS[units[i]!];
  if (joiner === ALWAYS) return true;
  if (script === HEBREW) return scriptAt(units, i + 1) === script;
  if (joiner !== APOSTROPHE || CASED[script] !== 1 || scriptAt(units, i + 1) !== script) return false;
  return !parts(units, start, i);
}

const LETTER_D = 0x44;
const LETTER_O = 0x4f;

/** Whether an apostrophe ends an article (`l'Iran`, `dell'Iran`); `O'Brien` and `D'Alema` stay whole. */
function parts(units: Uint16Array, start: number, apostrophe: number): boolean {
  if (CAPITALS[units[apostrophe + 1]!] !== 1 || scriptAt(units, apostrophe + 2) === 0) return false;
  const initial = units[start];
  return !(apostrophe === start + 1 && (initial === LETTER_O || initial === LETTER_D));
}

/** `U.S.`, `С.Ш.А.`: single capitals parted by dots are one word, without its last dot. 0 when it is none. */
function endOfDotted(units: Uint16Array, start: number, length: number): number {
  let end = start;
  let letters = 0;
  for (let i = start; i < length && CAPITALS[units[i]!] === 1 && scriptAt(units, i + 1) === 0; i += 2) {
    letters++;
    end = i + 1;
    if (units[i + 1] !== 0x2e) break;
  }
  return letters >= 2 ? end : 0;
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function scriptAt(units: Uint16Array, i: number): number {
  const unit = units[i]!;
  return isHigh(unit) ? scriptNumber(codePointAt(units, i)) : LETTERS[unit]!;
}

function widthAt(units: Uint16Array, i: number): number {
  return isHigh(units[i]!) && codePointAt(units, i) > 0xffff ? 2 : 1;
}

function codePointAt(units: Uint16Array, i: number): number {
  const low = units[i + 1]!;
  const isPair = (low & 0xfc00) === 0xdc00;
  return isPair ? ((units[i]! - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : units[i]!;
}
