/** What each UTF-16 unit is to the block scorer. Owns the table; one load a character in the hot loop. */
import { DIGIT, FOLD, MARK, SEPARATOR, UNIT_CLASS, UNSPACED, WORD } from '../../lib/characters.ts';

/** Kinds up to `mark` are parts of words of spaced scripts. */
export const KINDS = {
  lower: 0,
  upper: 1,
  /** A letter without case. */
  letter: 2,
  digit: 3,
  mark: 4,
  /** An ideograph, a kana, a Hangul syllable: counts for three letters. */
  wide: 5,
  /** A letter of an unspaced alphabet. */
  unspaced: 6,
  space: 7,
  comma: 8,
  stop: 9,
  wideComma: 10,
  wideStop: 11,
  quote: 12,
  sign: 13,
  other: 14,
} as const;

const COMMAS = ',;:';
const STOPS = '.!?…';
const WIDE_COMMAS = '、，；،؛፣՝';
const WIDE_STOPS = '。！？｡؟۔।॥։።၊။។';
const QUOTES = '"“”„‟«»‹›「」『』';
const SIGNS = '|/›»·•©®™→▶►▸@#&+=_~*[]{}<>\\';

/** Kind of every UTF-16 unit; surrogates count as letters without case. */
export const UNIT_KIND: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));

/** The kind, shifted by 16 bits, and the unit in which a unit is compared: words are hashed without regard to case. */
export const KIND_AND_FOLD = new Uint32Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) KIND_AND_FOLD[unit] = (UNIT_KIND[unit]! << 16) | FOLD[unit]!;

function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (COMMAS.includes(character)) return KINDS.comma;
  if (STOPS.includes(character)) return KINDS.stop;
  if (WIDE_COMMAS.includes(character)) return KINDS.wideComma;
  if (WIDE_STOPS.includes(character)) return KINDS.wideStop;
  if (QUOTES.includes(character)) return KINDS.quote;
  if (SIGNS.includes(character)) return KINDS.sign;
  if ((unit >= 0x3041 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)) return KINDS.wide;
  switch (UNIT_CLASS[unit]) {
    case DIGIT:
      return KINDS.digit;
    case MARK:
      return KINDS.mark;
    case UNSPACED:
      return KINDS.unspaced;
    case SEPARATOR:
      return character.trim() === '' ? KINDS.space : KINDS.other;
    case WORD:
      return caseOf(character);
    default:
      return KINDS.mark;
  }
}

function caseOf(character: string): number {
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  if (lower === upper) return KINDS.letter;
  return character === lower ? KINDS.lower : KINDS.upper;
}
