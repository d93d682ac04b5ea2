/**
 * What each code unit is to the tokens of near-duplicates, and the form in which it is compared there: as
 * `characters.ts` says, but without what copies of one text leave out or write otherwise. A text typed without accents
 * or vowel marks, with another apostrophe, with е for ё or with some Persian letters for Arabic ones is a copy of the same
 * words. Owns these two tables; must not be asked whether two texts are the same (`normalise.ts`), nor what a name is:
 * there an accent tells words apart.
 */
import { bareLatin, baseOf, FOLD, INVISIBLE, SEPARATOR, UNIT_CLASS } from './characters.ts';

/** Class of every code unit of the Basic Multilingual Plane. */
export const TOKEN_CLASS = Uint8Array.from(UNIT_CLASS);

/** Marks that stand above, below or behind a letter, and may be left out: first and last. */
const MARKS: readonly (readonly [number, number])[] = [
  // Combining accents that no letter is composed with.
  [0x300, 0x36f],
  // Hebrew points and accents, but the maqaf, paseq and sof pasuq, which part words.
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  // The line that stretches Arabic words, Arabic vowel signs.
  [0x640, 0x640],
  [0x64b, 0x652],
  [0x670, 0x670],
  // The dot of Devanagari letters for foreign sounds.
  [0x93c, 0x93c],
];
/** Modifier letters for which others write an apostrophe, which parts words. */
const APOSTROPHES: readonly [number, number] = [0x2b9, 0x2bf];

for (const [first, last] of MARKS) TOKEN_CLASS.fill(INVISIBLE, first, last + 1);
TOKEN_CLASS.fill(SEPARATOR, APOSTROPHES[0], APOSTROPHES[1] + 1);

/** Letters whose marks do not decompose, and letters for which copies have another: each with the one it is compared as. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    ...['đd', 'ðd', 'øo', 'łl', 'ħh', 'ŧt', 'ıi', 'əe', 'ςσ', 'ёе', 'ѐе', 'ѝи'],
    ...['آا', 'أا', 'إا', 'ٱا', 'ىي', 'یي', 'کك', 'ةه', '\u0901\u0902'],
  ].map((pair) => [pair[0]!, pair[1]!] as const),
);

/** The code unit in which a code unit is compared: folded, and the bare letter. */
export const TOKEN_FORM = Uint16Array.from(FOLD, bareUnit);

/** Latin and Greek letters with marks, by their canonical decompositions (Unicode 16.0), and the letters above. */
function bareUnit(unit: number): number {
  const other = LETTERS.get(String.fromCharCode(unit));
  if (other !== undefined) return other.charCodeAt(0);
  const isGreek = (unit >= 0x370 && unit < 0x400) || (unit >= 0x1f00 && unit < 0x2000);
  return isGreek ? baseOf(unit) : bareLatin(unit);
}
