/**
 * What each character is to a tokeniser, and the form in which it is compared. Owns one table of ranges, written out
 * rather than taken from `\p{...}` so that a result does not change with the Unicode version of Node: whatever is not
 * listed as a separator is part of a word.
 */
import { isUnspaced } from './script.ts';

export const SEPARATOR = 0;
export const WORD = 1;
export const DIGIT = 2;
export const UNSPACED = 3;
/** Skipped inside a word: soft hyphen, zero-width and direction marks. */
export const INVISIBLE = 4;
/** Combining kana voicing marks: they belong to the character before. */
export const MARK = 5;

/** Half of a character beyond the first plane: `astralClass` knows. */
export const SURROGATE = 6;

/** Punctuation, symbols and spaces (Unicode 16.0, UnicodeData.txt; by block where the whole block is symbols). */
const SEPARATORS: readonly (readonly [number, number])[] = [
  [0x00, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xa9],
  [0xab, 0xb4],
  [0xb6, 0xb9],
  [0xbb, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2c2, 0x2c5],
  [0x37e, 0x37e],
  [0x387, 0x387],
  [0x55a, 0x55f],
  [0x589, 0x58f],
  [0x5be, 0x5be],
  [0x5c0, 0x5c0],
  [0x5c3, 0x5c3],
  [0x5f3, 0x5f4],
  [0x600, 0x60f],
  [0x61b, 0x61f],
  [0x66a, 0x66d],
  [0x6d4, 0x6d4],
  [0x700, 0x70d],
  [0x964, 0x965],
  [0x970, 0x970],
  [0xe2f, 0xe2f],
  [0xe3f, 0xe3f],
  [0xe4f, 0xe4f],
  [0xe5a, 0xe5b],
  [0xf04, 0xf14],
  [0xf3a, 0xf3d],
  [0x104a, 0x104f],
  [0x10fb, 0x10fb],
  [0x1360, 0x1368],
  [0x17d4, 0x17db],
  [0x1800, 0x180a],
  [0x2000, 0x200a],
  [0x2010, 0x2029],
  [0x202f, 0x205f],
  [0x2070, 0x209c],
  [0x20a0, 0x20cf],
  [0x2100, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x2ff0, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x3030],
  [0x303d, 0x303f],
  [0x309b, 0x309c],
  [0x30a0, 0x30a0],
  [0x30fb, 0x30fb],
  [0x3200, 0x33ff],
  [0xfd3e, 0xfd3f],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffe0, 0xffff],
];

const INVISIBLES: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

/** First digit of each native set of ten in use. */
const DIGIT_ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];

/** Between two digits these belong to the number: 3.5, 1,000, 10:30, and the Arabic separators. */
export const NUMBER_JOINERS: ReadonlySet<number> = new Set([
  0x2e, 0x2c, 0x3a, 0x66b, 0x66c, 0xff0e, 0xff0c, 0xff1a,
]);

/** Spaces that part groups of three digits: plain, no-break, thin, narrow no-break. */
export const GROUP_SPACES: ReadonlySet<number> = new Set([0x20, 0xa0, 0x2009, 0x202f]);

/** Class of every code unit of the Basic Multilingual Plane: one load in the hot loops. */
export const UNIT_CLASS = new Uint8Array(0x10000).fill(WORD);
/** The code unit in which a code unit is compared: lower case, narrow, ASCII digits. */
export const FOLD = Uint16Array.from({ length: 0x10000 }, (_, unit) => foldUnit(unit));

for (let unit = 0; unit < 0x10000; unit++) if (isUnspaced(unit)) UNIT_CLASS[unit] = UNSPACED;
for (const [first, last] of SEPARATORS) UNIT_CLASS.fill(SEPARATOR, first, last + 1);
for (const [first, last] of INVISIBLES) UNIT_CLASS.fill(INVISIBLE, first, last + 1);
for (const zero of DIGIT_ZEROS) UNIT_CLASS.fill(DIGIT, zero, zero + 10);
UNIT_CLASS.fill(MARK, 0x3099, 0x309b);
UNIT_CLASS.fill(SURROGATE, 0xd800, 0xe000);

/** One unit for one unit, so that offsets stay: characters whose lower case is longer keep its first unit. */
function foldUnit(unit: number): number {
  if (GROUP_SPACES.has(unit)) return 0x20;
  const zero = DIGIT_ZEROS.find((first) => unit >= first && unit < first + 10);
  if (zero !== undefined) return 0x30 + unit - zero;
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return String.fromCharCode(narrow).toLowerCase().charCodeAt(0);
}

/** Base letter of a Latin letter with a mark, else the unit: canonical decompositions of U+00C0-024F, U+1E00-1EFF. */
export function bareLatin(unit: number): number {
  const isMarked = (unit >= 0xc0 && unit < 0x250) || (unit >= 0x1e00 && unit < 0x1f00);
  return isMarked ? baseOf(unit) : unit;
}

/** The first of what a code unit decomposes into. */
export function baseOf(unit: number): number {
  return String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
}

/** Class of a code point beyond the first plane: pictographs part tokens, ideographs stand alone. */
export function astralClass(codePoint: number): number {
  if (isUnspaced(codePoint)) return UNSPACED;
  return (codePoint >= 0x1f000 && codePoint <= 0x1faff) || codePoint >= 0xe0000 ? SEPARATOR : WORD;
}
