/**
 * Whether a line may be a row of names, which has no language. Where capitals are written: every word has one and none
 * is a function word. Elsewhere names look like all other words: a short line without a function word may be such a
 * row. Must not decide what follows from it. Linear in the line.
 */
import { CYRILLIC_WORDS, LATIN_WORDS } from './data/function-words.ts';
import {
  ARABIC_WORDS,
  DEVANAGARI_WORDS,
  ETHIOPIC_WORDS,
  HEBREW_WORDS,
} from './data/function-words-uncased.ts';
import { splitWords, wordsIn } from './tokens.ts';

/** A line-up has some thirty names; longer rows of capitalised words are a text in capitals. */
const MAX_NAMES = 40;
/** Longest line that so few words make: longer ones are not looked at. */
const MAX_LENGTH = 24 * MAX_NAMES;
/** Three names of two words. Headlines without a function word are about as long, so more must not be put in doubt. */
const MAX_UNCASED = 6;

const wordsOf = (rows: readonly (readonly [string, string])[]): ReadonlySet<string> =>
  new Set(rows.flatMap(([, words]) => words.normalize('NFC').split(' ')));

const FUNCTION_WORDS: ReadonlyMap<string, () => ReadonlySet<string>> = new Map([
  ['Latn', once(() => wordsOf(LATIN_WORDS))],
  ['Cyrl', once(() => wordsOf(CYRILLIC_WORDS))],
]);
const UNCASED_WORDS: ReadonlyMap<string, () => ReadonlySet<string>> = new Map([
  ['Arab', once(() => wordsOf(ARABIC_WORDS))],
  ['Hebr', once(() => wordsOf(HEBREW_WORDS))],
  ['Deva', once(() => wordsOf(DEVANAGARI_WORDS))],
  ['Ethi', once(() => wordsOf(ETHIOPIC_WORDS))],
]);

/** Names alone, as far as can be told: the text is NFC. */
export function mayBeNames(text: string, script: string): boolean {
  const known = FUNCTION_WORDS.get(script);
  if (known === undefined || text.length > MAX_LENGTH) return false;
  const words: string[] = [];
  // Nearly all texts end this with their second word.
  for (const word of wordsIn(text)) {
    if (words.push(word) > MAX_NAMES || !isCapitalised(word)) return false;
  }
  return !words.some((word) => known().has(word.toLowerCase()));
}

/** Names or a few words, in a script without capitals: no more can be told. The text is NFC. */
export function mayBeUncasedNames(text: string, script: string): boolean {
  const known = UNCASED_WORDS.get(script);
  if (known === undefined || text.length > 24 * MAX_UNCASED) return false;
  const words = splitWords(text);
  return words.length <= MAX_UNCASED && !words.some((word) => known().has(word));
}

function isCapitalised(word: string): boolean {
  return word.toLowerCase().charCodeAt(0) !== word.charCodeAt(0);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
