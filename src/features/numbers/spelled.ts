/**
 * Numbers written as words: three, zwanzig, fünfundzwanzig, twenty-five. Never one, which is an article in most
 * languages. Owns the lookup by language; one map read for each word.
 */
import { FOLD } from '../../lib/characters.ts';
import { SPELLED_ROWS, SPELLED_VALUES, TEEN_ROWS, TEEN_VALUES } from './data/spelled.ts';
import { tableKey, type Word, wordAt } from './text.ts';

/** Number words of a language, and by outline whether one of them has it. */
export interface SpelledNumbers {
  readonly values: ReadonlyMap<string, number>;
  readonly outlines: Uint8Array;
  /** The same by the first two letters. */
  readonly openings: Uint8Array;
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

const OUTLINES = 4096;

const TABLE: ReadonlyMap<string, SpelledNumbers> = new Map(
  SPELLED_ROWS.map(([language, words]) => [language, readRow(language, words)]),
);
const NONE: SpelledNumbers = { values: new Map(), outlines: new Uint8Array(0), openings: new Uint8Array(0) };

function readRow(language: string, words: string): SpelledNumbers {
  const numbers = new Map<string, number>();
  const read = (row: string, values: readonly number[]): void =>
    row.split(' ').forEach((word, place) => {
      if (word === '-') return;
      for (const form of word.split('/')) numbers.set(form.normalize('NFC'), values[place] ?? 0);
    });
  read(words, SPELLED_VALUES);
  read(TEEN_ROWS.get(language) ?? '-', TEEN_VALUES);
  const tens = [...numbers].filter(([, value]) => value >= 20 && value < 100);
  (UNITS_WITH_ONE.get(language) ?? []).forEach((unit, place) => {
    for (const joint of JOINTS.get(language) ?? [])
      for (const [ten, value] of tens) numbers.set(`${unit}${joint}${ten}`, value + place + 1);
  });
  const outlines = new Uint8Array(OUTLINES);
  const openings = new Uint8Array(OUTLINES);
  for (const word of numbers.keys()) {
    openings[openingOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
    outlines[outlineOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;
  }
  return { values: numbers, outlines, openings };
}

/**
 * First letter, last letter and length, thrown into few enough numbers: nearly all words of a text are set aside by it,
 * before a string is made of them.
 */
function outlineOf(first: number, last: number, length: number): number {
  return (FOLD[first]! * 31 + FOLD[last]! * 7 + length) & (OUTLINES - 1);
}

/** Whether the letters `units[start, end)` may spell a number. */
export function mayBeSpelled(
  units: Uint16Array,
  start: number,
  end: number,
  numbers: SpelledNumbers,
): boolean {
  if (numbers.outlines[outlineOf(units[start]!, units[end - 1]!, end - start)] !== 1) return false;
  // The second letter may compose with what follows.
  if (end - start < 2 || !staysAlone(units[start + 1]!) || !staysAlone(units[start + 2]!)) return true;
  return numbers.openings[openingOf(units[start]!, units[start + 1]!)] === 1;
}

function openingOf(first: number, second: number): number {
  return (FOLD[first]! * 31 + FOLD[second]! * 1021) & (OUTLINES - 1);
}

/** Units that are one letter each in the form that words are compared in: most of Latin, and of Cyrillic. */
function staysAlone(unit: number): boolean {
  return unit < 0x300 ? unit !== DOTTED_I : unit >= 0x400 && unit < 0x482;
}

const DOTTED_I = 0x130;

export function spelledNumbersOf(bcp47: string): SpelledNumbers {
  return TABLE.get(tableKey(bcp47, TABLE)) ?? NONE;
}

/** The number that a word spells, with a unit joined by a hyphen: twenty-five, dix-neuf. */
export function readSpelled(
  text: string,
  word: Word,
  numbers: SpelledNumbers,
): { value: number; end: number } | undefined {
  const value = numbers.values.get(word.form);
  if (value === undefined) return undefined;
  if (value < 10 || value > 90 || text[word.end] !== '-') return { value, end: word.end };
  const unit = wordAt(text, word.end + 1);
  const joined = unit === undefined ? undefined : numbers.values.get(`${word.form}-${unit.form}`);
  if (unit !== undefined && joined !== undefined) return { value: joined, end: unit.end };
  if (value < 20) return { value, end: word.end };
  const small =
    unit === undefined ? undefined : (numbers.values.get(unit.form) ?? (unit.form === 'one' ? 1 : undefined));
  return unit === undefined || small === undefined || small > 9
    ? { value, end: word.end }
    : { value: value + small, end: unit.end };
}
