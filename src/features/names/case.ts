/**
 * Which words of a script with capitals are written as names. Owns the reading of capitals; must not know languages:
 * German capitalises every noun, and rarity weighs those down later. Two passes over the words, linear.
 */
import { outlineOf } from '../../lib/word-table.ts';
import { LONGEST_WORD } from './keys.ts';
import { MARKS, type Vocabulary } from './vocabulary.ts';
import { hasCase, isCapital, type Words } from './words.ts';

/** A word is no name; it has a capital inside a sentence; or it is all capitals inside such a sentence. */
export const VERDICTS = { none: 0, name: 1, acronym: 2 } as const;

const LOWER = 0;
const SURE = 1;
/** A capital that its place explains: first in a sentence, or in a line that is capitals throughout. */
const DOUBTFUL = 2;

/**
 * From this share of capitals among the longer words of a line its capitals say nothing (`Trump Meets Takaichi`, all
 * caps). By judgement, between German prose (about half) and title case with its small words; the sweep in
 * decisions/0005-name-keys.md could not tell values apart.
 */
const HEADLINE_SHARE = 0.75;
const HEADLINE_WORDS = 3;
const LONGER_WORD = 4;
const ACRONYM_LENGTH = 6;

/** What the capitals of a text say of its words. Longer than the words; valid until the next text is judged. */
export interface CaseVerdicts {
  /** By word: `none` for words of scripts without case and for longer ones than a name. */
  readonly verdicts: Uint8Array;
  /** By word, where there is a verdict: its number in the vocabulary. */
  readonly numbers: Uint32Array;
  /** The same of its lower case. */
  readonly lowers: Uint32Array;
}

/** Room by word. */
interface CaseColumns extends CaseVerdicts {
  readonly states: Uint8Array;
  /** Words with a capital, in their order. */
  readonly capitals: Uint32Array;
}

function columnsFor(count: number): CaseColumns {
  const [numbers, lowers, capitals] = [
    new Uint32Array(count),
    new Uint32Array(count),
    new Uint32Array(count),
  ];
  return { verdicts: new Uint8Array(count), states: new Uint8Array(count), numbers, lowers, capitals };
}

/** Words of most texts; a longer one gets its own room. */
const MOST_WORDS = 1 << 13;
const COLUMNS = columnsFor(MOST_WORDS);

/** Judges each word, and marks in the vocabulary the lower case of those that are taken for names. */
export function judgeCase(units: Uint16Array, words: Words, vocabulary: Vocabulary): CaseVerdicts {
  const columns = words.count <= MOST_WORDS ? COLUMNS : columnsFor(words.count);
  const { verdicts, states, lowers, capitals } = columns;
  verdicts.fill(VERDICTS.none, 0, words.count);
  const count = classify(units, words, columns);
  markCapitals(units, words, columns, count, vocabulary);
  for (let i = 0; i < count; i++) {
    const index = capitals[i]!;
    if (words.ends[index]! - words.starts[index]! > LONGEST_WORD) continue;
    const lower = lowers[index]!;
    const marks = vocabulary.marksOf(lower);
    // Only a word that is also met in lower case is surely a common word; the rest may be names.
    const isCommon = (marks & MARKS.lower) !== 0 && (marks & MARKS.sure) === 0;
    if (states[index] === DOUBTFUL && isCommon) continue;
    const isAcronymHere =
      states[index] === SURE && isAcronym(units, words.starts[index]!, words.ends[index]!);
    verdicts[index] = isAcronymHere ? VERDICTS.acronym : VERDICTS.name;
    vocabulary.mark(lower, MARKS.named);
  }
  return columns;
}

function isAcronym(units: Uint16Array, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 2 * ACRONYM_LENGTH) return false;
  let letters = 0;
  for (let i = start; i < end; i++) {
    if (isCapital(units[i]!)) letters++;
    else if (units[i] !== POINT) return false;
  }
  return letters >= 2 && letters <= ACRONYM_LENGTH;
}

/**
 * The state of every word, line by line, as a line of capitals makes all of its words doubtful; says how many words have
 * a capital.
 */
function classify(units: Uint16Array, words: Words, { states, capitals }: CaseColumns): number {
  const { count, starts, ends, scripts } = words;
  let found = 0;
  let lineStart = 0;
  let previousEnd = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    // Most words stand behind one space.
    const gap =
      start - previousEnd === 1 && units[previousEnd] === SPACE && index > 0
        ? INSIDE
        : gapBefore(units, words, index, previousEnd);
    if (gap === LINE) {
      doubtHeadline(words, states, lineStart, index);
      lineStart = index;
    }
    previousEnd = ends[index]!;
    states[index] = LOWER;
    if (!hasCase(scripts[index]!) || !isCapital(units[start]!)) continue;
    states[index] = gap === INSIDE ? SURE : DOUBTFUL;
    capitals[found++] = index;
  }
  doubtHeadline(words, states, lineStart, count);
  return found;
}

function doubtHeadline(words: Words, states: Uint8Array, from: number, to: number): void {
  const { starts, ends, scripts } = words;
  let longer = 0;
  let capital = 0;
  for (let index = from; index < to; index++) {
    if (ends[index]! - starts[index]! < LONGER_WORD || !hasCase(scripts[index]!)) continue;
    longer++;
    if (states[index] !== LOWER) capital++;
  }
  if (longer < HEADLINE_WORDS || capital < HEADLINE_SHARE * longer) return;
  for (let index = from; index < to; index++) if (states[index] === SURE) states[index] = DOUBTFUL;
}

/** How a word is parted from the one before: not at all, by the end of a sentence, or by a line end. */
const INSIDE = 0;
const SENTENCE = 1;
const LINE = 2;

const POINT = 0x2e;
const SPACE = 0x20;
/** Marks behind which a sentence begins; opening quotes among them, as quoted sentences begin with a capital. */
const STARTERS = '.!?…:;•|։。！？؟।“„«"‚‘¿¡›»';
const GAPS = new Uint8Array(0x10000);
for (let i = 0; i < STARTERS.length; i++) GAPS[STARTERS.charCodeAt(i)] = SENTENCE;
for (const unit of [0x0a, 0x0d]) GAPS[unit] = LINE;

function gapBefore(units: Uint16Array, words: Words, index: number, from: number): number {
  const to = words.starts[index]!;
  if (index === 0) return LINE;
  let gap = INSIDE;
  for (let i = from; i < to; i++) {
    const unit = units[i]!;
    const part = GAPS[unit]!;
    if (part === LINE) return LINE;
    if (part === SENTENCE && !(unit === POINT && isAbbreviation(units, words, index - 1))) gap = SENTENCE;
  }
  return gap;
}

/** `J.`, `Dr.`, `St.`: capitalised and at most two letters; longer ones are rarer than sentence ends. */
function isAbbreviation(units: Uint16Array, words: Words, index: number): boolean {
  const start = words.starts[index]!;
  return words.ends[index]! - start <= 2 && isCapital(units[start]!) && hasCase(words.scripts[index]!);
}

/** Slots of the filter that sets most words in lower case aside by their outline. */
const FILTER = 2048;
/** By slot: whether a doubtful word is sought there that was not met in lower case yet. */
const sought = new Uint16Array(FILTER);

/** Numbers the capitalised words, marks their lower case, and those of them that the text also has in lower case. */
function markCapitals(
  units: Uint16Array,
  words: Words,
  { states, numbers, lowers, capitals }: CaseColumns,
  found: number,
  vocabulary: Vocabulary,
): void {
  const { count, starts, ends } = words;
  let isDoubtful = false;
  for (let i = 0; i < found; i++) {
    const index = capitals[i]!;
    const start = starts[index]!;
    const end = ends[index]!;
    if (end - start > LONGEST_WORD) continue;
    const number = vocabulary.words.add(units, start, end);
    const lower = vocabulary.lowerOf(number, units, start, end);
    numbers[index] = number;
    lowers[index] = lower;
    const marks = vocabulary.marksOf(lower);
    vocabulary.mark(lower, states[index] === SURE ? MARKS.sure : MARKS.doubtful);
    if (states[index] !== DOUBTFUL || (marks & MARKS.doubtful) !== 0) continue;
    if (!isDoubtful) sought.fill(0);
    isDoubtful = true;
    sought[vocabulary.words.outlineOf(lower) & (FILTER - 1)]!++;
  }
  if (!isDoubtful) return;
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    const end = ends[index]!;
    const slot = outlineOf(units, start, end) & (FILTER - 1);
    if (sought[slot] === 0 || states[index] !== LOWER) continue;
    const word = vocabulary.words.find(units, start, end);
    // Marks of words that are not doubtful are not asked for.
    if (word < 0 || (vocabulary.marksOf(word) & (MARKS.doubtful | MARKS.lower)) !== MARKS.doubtful) continue;
    vocabulary.mark(word, MARKS.lower);
    sought[slot]!--;
  }
}
