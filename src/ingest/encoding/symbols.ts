/**
 * The classes of characters that the letter-pair table knows: letters of a language as they are, all else in a few
 * classes. Shared by the reader and the trainer, so a change here asks for a new table. Must not know encodings.
 */

/** White space. */
export const SPACE = ' ';
export const DIGIT = '0';
/** Punctuation and signs of ASCII. */
export const ASCII_SIGN = '.';
/** Marks that typesetters use in all languages, and the no-break space. */
export const TYPOGRAPHIC = '"';
/** Other signs that texts may hold: currencies, measures, fractions. */
export const RARE_SIGN = '%';
/** Any letter of ASCII, in a language of another script. */
export const FOREIGN = 'a';
/** What no text of the language holds. */
export const OTHER = '?';

const TYPOGRAPHIC_MARKS = new Set(
  '\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2039\u203a\u2013\u2014\u2026\u00a0\u2022\u20ac\u00b7',
);
const RARE_SIGNS = new Set('§©®™°£$¥№×½¼¾²³±µ¿¡ªº¨´¶†‡‰…•·¢¬¦÷‾―\u00ad\u200c\u200d\u200e\u200f');

/** Emission costs in nats of a class, which stands for several characters; letters stand for themselves. */
export const CLASS_COSTS: Readonly<Record<string, number>> = {
  [SPACE]: 0.1,
  [DIGIT]: 2.3,
  [ASCII_SIGN]: 2,
  [TYPOGRAPHIC]: 2.5,
  [RARE_SIGN]: 3.5,
  [FOREIGN]: 2.8,
};

/** `character` is one UTF-16 unit; `isLatin`: whether letters of ASCII are told apart. */
export function symbolOf(character: string, isLatin: boolean): string {
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return asciiSymbol(unit, character, isLatin);
  if (TYPOGRAPHIC_MARKS.has(character)) return TYPOGRAPHIC;
  if (RARE_SIGNS.has(character)) return RARE_SIGN;
  return lowerUnit(character);
}

function asciiSymbol(unit: number, character: string, isLatin: boolean): string {
  if (unit <= 0x20) return SPACE;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  const isLetter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  if (!isLetter) return ASCII_SIGN;
  return isLatin ? character.toLowerCase() : FOREIGN;
}

/** Lower case in one unit; İ has two. */
export function lowerUnit(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : 'i';
}

/** 1 for a letter in lower case, 2 in upper case, 0 for what has no case. */
export function caseOf(character: string): 0 | 1 | 2 {
  const lower = character.toLowerCase();
  if (lower !== character) return 2;
  return character.toUpperCase() === character ? 0 : 1;
}
