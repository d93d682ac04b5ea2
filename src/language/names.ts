/**
 * Whether a line may be a row of names, which has no language: every word capitalised and none a function word.
 * Must not look at scripts without capitals. Linear in the line.
 */
import { CYRILLIC_WORDS, LATIN_WORDS } from './data/function-words.ts';
import { splitWords } from './tokens.ts';

/** A line-up has some thirty names; longer rows of capitalised words are a text in capitals. */
const MAX_NAMES = 40;
/** Longest line that so few words make: longer ones are not looked at. */
const MAX_LENGTH = 24 * MAX_NAMES;

const wordsOf = (rows: readonly (readonly [string, string])[]): ReadonlySet<string> =>
  new Set(rows.flatMap(([, words]) => words.normalize('NFC').split(' ')));

const FUNCTION_WORDS: ReadonlyMap<string, () => ReadonlySet<string>> = new Map([
  ['Latn', once(() => wordsOf(LATIN_WORDS))],
  ['Cyrl', once(() => wordsOf(CYRILLIC_WORDS))],
]);

/** Names alone, as far as can be told: the text is NFC. */
export function mayBeNames(text: string, script: string): boolean {
  const known = FUNCTION_WORDS.get(script);
  if (known === undefined || text.length > MAX_LENGTH) return false;
  const words = splitWords(text);
  if (words.length > MAX_NAMES || !words.every(isCapitalised)) return false;
  return !words.some((word) => known().has(word.toLowerCase()));
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
