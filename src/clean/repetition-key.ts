/**
 * The keys by which the blocks of a source are counted: without regard to numbers, and with them. Owns what counts as
 * the same line; must not decide what is dropped. Linear in the compared part.
 */
import { astralClass, SEPARATOR, SURROGATE, UNIT_CLASS, UNSPACED, WORD } from '../lib/characters.ts';
import { hashString } from '../lib/hash.ts';
import { normaliseText } from '../lib/normalise.ts';
import { MAX_LABEL } from './line.ts';

const DIGITS = /\d+/g;
const ANY_DIGIT = /\d/;
/** `12:30` and `#3` are no label. */
const MIN_LETTERS = 2;

/** Of a longer block its beginning and its length are compared. */
const MAX_COMPARED = 120;

/** Keeps the key of `Room 0` with its number apart from the key of any numbered room. */
const EXACT_SEED = 0x80000000;

/** Hash of a block without regard to case, numbers and what stands at its end; undefined for one without letters. */
export function repetitionKey(text: string): number | undefined {
  return bothKeys(text)[0];
}

/** The same with regard to numbers; it is the `repetitionKey` of a block that has none. */
export function exactKey(text: string): number | undefined {
  return bothKeys(text)[1];
}

/** Both keys of a block: without regard to numbers, and with them. */
export function bothKeys(text: string): readonly [repetition: number | undefined, exact: number | undefined] {
  const form = comparedForm(text);
  if (!ANY_DIGIT.test(form)) {
    const key = keyOf(text, form, 0);
    return [key, key];
  }
  return [keyOf(text, form.replace(DIGITS, '0'), 0), keyOf(text, form, EXACT_SEED)];
}

function comparedForm(text: string): string {
  return normaliseText(text.length > MAX_COMPARED ? text.slice(0, MAX_COMPARED) : text).toLowerCase();
}

function keyOf(text: string, form: string, seed: number): number | undefined {
  let end = form.length;
  while (end > 0 && UNIT_CLASS[form.charCodeAt(end - 1)] === SEPARATOR) end--;
  if (end <= MAX_LABEL && countLetters(form) < MIN_LETTERS) return undefined;
  return hashString(form.slice(0, end), (text.length > MAX_COMPARED ? text.length : 0) + seed);
}

/** Characters of words and of scripts without spaces; digits are none. */
function countLetters(form: string): number {
  let letters = 0;
  for (const character of form) {
    const unit = UNIT_CLASS[character.charCodeAt(0)];
    const found = unit === SURROGATE ? astralClass(character.codePointAt(0) ?? 0) : unit;
    if (found === WORD || found === UNSPACED) letters++;
  }
  return letters;
}
