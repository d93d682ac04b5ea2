/**
 * Numbers written as words: three, zwanzig, fünfundzwanzig, twenty-five. Never one, which is an article in most
 * languages. Owns the lookup by language; one map read for each word.
 */
import { FOLD } from '../../lib/characters.ts';
import { SPELLED_ROWS, SPELLED_VALUES } from './data/spelled.ts';
import { tableKey, type Word, wordAt } from './text.ts';

/** Number words of a language, and the outlines of all of them. */
export interface SpelledNumbers {
  readonly values: ReadonlyMap<string, number>;
  readonly outlines: ReadonlySet<number>;
}

const UNITS_WITH_ONE: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']],
  ['nl', ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen']],
]);
/** What joins the unit to the ten in one word: fünfundzwanzig, drieëntwintig, vijfentwintig. */
const JOINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['de', ['und']],
  ['nl', ['en', 'ën']],
]);

const TABLE: ReadonlyMap<string, SpelledNumbers> = new Map(
  SPELLED_ROWS.map(([language, words]) => [language, readRow(language, words)]),
);
const NONE: SpelledNumbers = { values: new Map(), outlines: new Set() };

function readRow(language: string, words: string): SpelledNumbers {
  const numbers = new Map<string, number>();
  words.split(' ').forEach((word, place) => {
    if (word === '-') return;
    for (const form of word.split('/')) numbers.set(form.normalize('NFC'), SPELLED_VALUES[place] ?? 0);
  });
  const tens = [...numbers].filter(([, value]) => value >= 20 && value < 100);
  (UNITS_WITH_ONE.get(language) ?? []).forEach((unit, place) => {
    for (const joint of JOINTS.get(language) ?? [])
      for (const [ten, value] of tens) numbers.set(`${unit}${joint}${ten}`, value + place + 1);
  });
  const outlines = new Set([...numbers.keys()].map((word) => outlineOf(word, 0, word.length)));
  return { values: numbers, outlines };
}

/**
 * First letter, last letter and length as one number: nearly all words of a text are set aside by it, before a string
 * is made of them.
 */
function outlineOf(text: string, start: number, end: number): number {
  const first = FOLD[text.charCodeAt(start)] ?? 0;
  const last = FOLD[text.charCodeAt(end - 1)] ?? 0;
  return (first * 0x10000 + last) * 0x40 + (end - start);
}

/** Whether letters of a text may spell a number. */
export function mayBeSpelled(text: string, start: number, end: number, numbers: SpelledNumbers): boolean {
  return numbers.outlines.has(outlineOf(text, start, end));
}

export function spelledNumbersOf(bcp47: string): SpelledNumbers {
  return TABLE.get(tableKey(bcp47, TABLE)) ?? NONE;
}

/** The number that a word spells, with a unit joined by a hyphen: twenty-five. */
export function readSpelled(
  text: string,
  word: Word,
  numbers: SpelledNumbers,
): { value: number; end: number } | undefined {
  const value = numbers.values.get(word.form);
  if (value === undefined) return undefined;
  if (value < 20 || value > 90 || text[word.end] !== '-') return { value, end: word.end };
  const unit = wordAt(text, word.end + 1);
  const small =
    unit === undefined ? undefined : (numbers.values.get(unit.form) ?? (unit.form === 'one' ? 1 : undefined));
  return unit === undefined || small === undefined || small > 9
    ? { value, end: word.end }
    : { value: value + small, end: unit.end };
}
