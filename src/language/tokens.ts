/**
 * Words of a sample for the language detector: runs of letters and marks, lower-cased without a locale. Must not be
 * used for shingles: it drops digits and knows no words of unspaced scripts. Linear.
 */
import { scriptNumber } from '../lib/script.ts';

/** Letters that words are made of, besides those with a script: combining marks of the general block. */
function isMark(unit: number): boolean {
  return unit >= 0x300 && unit <= 0x36f;
}

/** Punctuation that stands inside the letter ranges of its script: Ethiopic word space and stops, Tibetan tsheg and shad. */
function isPartingSign(unit: number): boolean {
  return (unit >= 0x1360 && unit <= 0x1368) || (unit >= 0xf08 && unit <= 0xf14);
}

/** Whether a UTF-16 unit belongs to a word. */
export function isWordUnit(unit: number): boolean {
  return (scriptNumber(unit) !== 0 && !isPartingSign(unit)) || isMark(unit);
}

/** Words of a text in their order, as written; apostrophes, of any kind, part words (l'eau, qu'il, o'zbek). */
export function splitWords(text: string): readonly string[] {
  return [...wordsIn(text)];
}

/** The same, one by one. */
export function* wordsIn(text: string): Iterable<string> {
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const letter = i < text.length && isWordUnit(text.charCodeAt(i));
    if (letter && start < 0) start = i;
    if (!letter && start >= 0) {
      yield text.slice(start, i);
      start = -1;
    }
  }
}
