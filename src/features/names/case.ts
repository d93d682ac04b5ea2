/**
 * Which words of a script with capitals are written as names. Owns the reading of capitals; must not know languages:
 * German capitalises every noun, and rarity weighs those down later. Two passes over the words, linear.
 */
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

/** What the capitals of a text say of its words, by word. */
export interface CaseVerdicts {
  /** `none` for words of scripts without case and for longer ones than a name. */
  readonly verdicts: Uint8Array;
  /** Numbers in the vocabulary, of words with a capital. */
  readonly numbers: Uint32Array;
  /** The same of their lower case. */
  readonly lowers: Uint32Array;
}

/** Judges each word, and marks in the vocabulary the lower case of those that are taken for names. */
export function judgeCase(units: Uint16Array, words: Words, vocabulary: Vocabulary): CaseVerdicts {
  const { count } = words;
  const numbers = new Uint32Array(hasCased(words) ? 2 * count : 0);
  const found = {
    verdicts: new Uint8Array(count),
    numbers: numbers.subarray(0, count),
    lowers: numbers.subarray(count),
  };
  if (numbers.length === 0) return found;
  const states = classify(units, words);
  markCapitals(units, words, states, vocabulary, found);
  const { verdicts, lowers } = found;
  for (let index = 0; index < count; index++) {
    if (states[index] === LOWER || words.ends[index]! - words.starts[index]! > LONGEST_WORD) continue;
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
  return found;
}

function hasCased(words: Words): boolean {
  for (let index = 0; index < words.count; index++) if (hasCase(words.scripts[index]!)) return true;
  return false;
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

/** The state of every word, line by line, as a line of capitals makes all of its words doubtful. */
function classify(units: Uint16Array, words: Words): Uint8Array {
  const { count, starts, ends, scripts } = words;
  const states = new Uint8Array(count);
  let lineStart = 0;
  let previousEnd = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index]!;
    const gap = gapBefore(units, words, index, previousEnd);
    if (gap === LINE) {
      doubtHeadline(words, states, lineStart, index);
      lineStart = index;
    }
    previousEnd = ends[index]!;
    if (!hasCase(scripts[index]!) || !isCapital(units[start]!)) continue;
    states[index] = gap === INSIDE ? SURE : DOUBTFUL;
  }
  doubtHeadline(words, states, lineStart, count);
  return states;
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
  if (to - from === 1 && units[from] === SPACE) return INSIDE;
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

/** Slots of the filter that sets most words in lower case aside by length and first letter. */
const FILTER = 1024;

/** Numbers the capitalised words, marks their lower case, and those of them that the text also has in lower case. */
function markCapitals(
  units: Uint16Array,
  words: Words,
  states: Uint8Array,
  vocabulary: Vocabulary,
  { numbers, lowers }: CaseVerdicts,
): void {
  const { count, starts, ends } = words;
  const filter = new Uint8Array(FILTER);
  for (let index = 0; index < count; index++) {
    if (states[index] === LOWER) continue;
    const start = starts[index]!;
    const end = ends[index]!;
    if (end - start > LONGEST_WORD) continue;
    const number = vocabulary.words.add(units, start, end);
    const lower = vocabulary.lowerOf(number, units, start, end);
    numbers[index] = number;
    lowers[index] = lower;
    vocabulary.mark(lower, states[index] === SURE ? MARKS.sure : MARKS.doubtful);
    if (states[index] === DOUBTFUL) {
      filter[filterSlot(vocabulary.words.firstUnit(lower), vocabulary.words.lengthOf(lower))] = 1;
    }
  }
  for (let index = 0; index < count; index++) {
    if (states[index] !== LOWER) continue;
    const start = starts[index]!;
    const end = ends[index]!;
    if (filter[filterSlot(units[start]!, end - start)] === 0) continue;
    const word = vocabulary.words.find(units, start, end);
    if (word >= 0) vocabulary.mark(word, MARKS.lower);
  }
}

function filterSlot(first: number, length: number): number {
  return (first * 31 + length) & (FILTER - 1);
}
