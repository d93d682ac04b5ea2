/**
 * Words for powers of ten in the language of a text: Milliarden, млрд, करोड़, ล้าน. Owns the lookup over the CLDR
 * table; must not read digits. A lookup costs a few map reads.
 */
import { DECIMAL_COMMA, MAGNITUDE_ROWS, SPACED_THOUSANDS } from '../../lexicon/data/magnitudes.ts';
import type { Separators } from './numeral.ts';
import { tableKey, wordAt, wordBefore } from './text.ts';

/** Powers of ten by word, lower case. */
type Powers = ReadonlyMap<string, number>;

/** A magnitude that a word begins with. */
interface Beginning {
  readonly power: number;
  /** Letters of the word that it takes; all of them where an ending of the language follows. */
  readonly length: number;
  /** The word is the magnitude and nothing else. */
  readonly isExact: boolean;
}

/** The magnitudes of a language, and what words next to numbers were found to begin with: most are none. */
export interface Magnitudes {
  readonly powers: Powers;
  readonly known: Map<string, Beginning | null>;
}

const WORDS_KEPT = 4096;

const TABLE: ReadonlyMap<string, Magnitudes> = new Map(
  MAGNITUDE_ROWS.map(([language, words]) => [language, { powers: readRow(words), known: new Map() }]),
);
/** For a text of unknown language: the words that mean one power wherever they are written. */
const UNAMBIGUOUS: Magnitudes = {
  powers: agreeing([...TABLE.values()].map(({ powers }) => powers)),
  known: new Map(),
};
/** Languages that put the magnitude before the digits: Swahili "milioni 5", Sinhala "මිලියන 5". */
const PREPOSED: ReadonlySet<string> = new Set(['sw', 'ha', 'so', 'yo', 'ig', 'rw', 'si', 'my', 'zu', 'xh']);

function readRow(words: string): Powers {
  const entries = words === '' ? [] : words.split(' ').map((entry) => entry.split(':'));
  return new Map(entries.map(([word, power]) => [word ?? '', Number(power)]));
}

function agreeing(tables: readonly Powers[]): Powers {
  const powers = new Map<string, number>();
  const disputed = new Set<string>();
  for (const table of tables) {
    for (const [word, power] of table) {
      if ((powers.get(word) ?? power) !== power) disputed.add(word);
      powers.set(word, power);
    }
  }
  return new Map([...powers].filter(([word]) => !disputed.has(word)));
}

export function magnitudesOf(bcp47: string): Magnitudes {
  return TABLE.get(tableKey(bcp47, TABLE)) ?? UNAMBIGUOUS;
}

/** The magnitude that stands before digits, in a language that puts it there; Burmese runs on before it. */
export function readPreposed(
  text: string,
  start: number,
  bcp47: string,
  { powers }: Magnitudes,
): { readonly power: number; readonly start: number } | undefined {
  if (!PREPOSED.has(bcp47)) return undefined;
  const word = wordBefore(text, start);
  if (word === undefined) return undefined;
  const power = powers.get(word.form);
  if (power !== undefined) return { power, start: word.start };
  if (!isRunningScript(word.form)) return undefined;
  for (const [name, ending] of powers)
    if (word.form.endsWith(name)) return { power: ending, start: word.end - name.length };
  return undefined;
}

/** Separators of a language; of an unknown one as in English. */
export function separatorsOf(bcp47: string): Separators {
  const language = tableKey(bcp47, TABLE);
  return {
    decimalComma: DECIMAL_COMMA.has(language),
    spaced:
      SPACED_THOUSANDS.has(language) || language === 'no' || language === 'da' || language === 'uz-Cyrl',
    mixed: language === 'es',
  };
}

/** Letters that a case ending may add to a magnitude of at least five letters. */
const MAX_ENDING = 4;
/** A longer word that begins like a magnitude and goes on so is a person: milliardaire, миллиардер, miliardář. */
const PERSON = /^(?:er|ер|är|ær|air|ar|ár|ář|öö|os|n?äär)/;

/** The magnitude that begins at a position, with its power of ten; endings of the language are taken along. */
export function readMagnitude(
  text: string,
  at: number,
  magnitudes: Magnitudes,
): { power: number; end: number } | undefined {
  const word = wordAt(text, at);
  if (word === undefined) return undefined;
  const beginning = beginningOf(word.form, magnitudes);
  if (beginning === null) return undefined;
  const { power, length, isExact } = beginning;
  if (isExact) return { power, end: withPoint(text, word.end, word.form) };
  return { power, end: length === word.form.length ? word.end : word.start + length };
}

function beginningOf(form: string, { powers, known }: Magnitudes): Beginning | null {
  const before = known.get(form);
  if (before !== undefined) return before;
  const found = findBeginning(form, powers);
  if (known.size === WORDS_KEPT) known.clear();
  known.set(form, found);
  return found;
}

function findBeginning(form: string, powers: Powers): Beginning | null {
  const exact = powers.get(form);
  if (exact !== undefined) return { power: exact, length: form.length, isExact: true };
  // Scripts whose words run on, and languages whose endings do: the longest known beginning.
  const longest = Math.min(form.length - 1, 16);
  for (let length = longest; length >= 2; length--) {
    const power = powers.get(form.slice(0, length));
    if (power === undefined) continue;
    if (isRunningScript(form)) return { power, length, isExact: false };
    const ending = form.slice(length);
    if (length >= 5 && ending.length <= MAX_ENDING && !PERSON.test(ending))
      return { power, length: form.length, isExact: false };
  }
  return null;
}

/** Longest abbreviation of the table: a dot after it is its own, "5 Mrd. Euro". */
const MAX_ABBREVIATION = 5;

function withPoint(text: string, end: number, form: string): number {
  return form.length <= MAX_ABBREVIATION && text[end] === '.' && text[end + 1] === ' ' ? end + 1 : end;
}

/** Thai, Lao, Khmer, Burmese: words run on without spaces. */
function isRunningScript(form: string): boolean {
  const unit = form.charCodeAt(0);
  return (
    (unit >= 0xe00 && unit <= 0xeff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff)
  );
}
