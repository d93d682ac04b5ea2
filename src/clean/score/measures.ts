/**
 * What the characters of each line say, counted in one pass: length, words, case, digits, pauses, and the words as
 * hashes. Owns the counts; must not judge, and must not look at another line. Linear in the characters.
 */
import { KIND_AND_FOLD, KINDS, UNIT_KIND } from './unit-kinds.ts';

/** Columns of `LineMeasures.values`. Counts, but for `longest` (units of the longest word) and `length` (Latin letters). */
export const MEASURE = {
  letters: 0,
  words: 1,
  /** Words that begin with a letter that has case, and with a capital. */
  cased: 2,
  upper: 3,
  capitals: 4,
  digits: 5,
  /** Commas, stops and the like before white space, and wide ones. */
  pauses: 6,
  /** Sentence ends inside the line. */
  stops: 7,
  quotes: 8,
  /** Signs that menus and trails are drawn with. */
  signs: 9,
  length: 10,
  longest: 11,
  /** Hash of the sequence of kinds of characters: lines of one mould share it. */
  shape: 12,
} as const;
export const MEASURE_COUNT = 13;

export interface LineMeasures {
  /** `MEASURE_COUNT` numbers a line. */
  readonly values: Float32Array;
  /** Hashes (16 bits) of the words of line i stand at `wordStart[i]` .. `wordStart[i + 1]`. */
  readonly wordStart: Uint32Array;
  readonly words: Uint16Array;
}

/** Multiplicative hashing (Knuth, TAOCP 3, 6.4): 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b1;
/** Units from the start of a line that make its shape: moulds differ in what follows. */
const SHAPE_UNITS = 60;
/** Shapes of lines without any sign or digit are all alike. */
const NO_SHAPE = -1;

/** Measures of all lines of a page, which stand at `start` .. `end` of its units. */
export function measureLines(
  lines: readonly { readonly start: number; readonly end: number }[],
  units: Uint16Array,
): LineMeasures {
  let length = 0;
  for (const { start, end } of lines) length += end - start;
  const values = new Float32Array(lines.length * MEASURE_COUNT);
  const wordStart = new Uint32Array(lines.length + 1);
  // A line of n units has at most n words.
  const words = new Uint16Array(length);
  let used = 0;
  for (let i = 0; i < lines.length; i++) {
    const { start, end } = lines[i]!;
    used = measureLine(units, start, end, values, i * MEASURE_COUNT, words, used);
    wordStart[i + 1] = used;
  }
  return { values, wordStart, words };
}

/** Counts of one line into `values` from `at`, its words into `words` from `from`; returns the end of the words. */
function measureLine(
  units: Uint16Array,
  start: number,
  end: number,
  values: Float32Array,
  at: number,
  words: Uint16Array,
  from: number,
): number {
  // Counted in variables and written once: the loop is the hottest of the scorer.
  let letters = 0;
  let cased = 0;
  let upper = 0;
  let capitals = 0;
  let digits = 0;
  let pauses = 0;
  let stops = 0;
  let quotes = 0;
  let signs = 0;
  let used = from;
  let others = 0;
  let longest = 0;
  let length = end - start;
  for (let i = start; i < end; i++) {
    let known = KIND_AND_FOLD[units[i]!]!;
    let kind = known >>> 16;
    if (kind <= KINDS.mark) {
      const wordStart = i;
      let hash = 0x811c;
      if (kind === KINDS.upper) upper++;
      if (kind <= KINDS.upper) cased++;
      do {
        hash = (Math.imul(hash ^ (known & 0xffff), GOLDEN) >>> 7) & 0xffffff;
        if (kind >= KINDS.digit) {
          if (kind === KINDS.digit) digits++;
          others++;
        } else if (kind === KINDS.upper) capitals++;
        if (++i === end) break;
        known = KIND_AND_FOLD[units[i]!]!;
        kind = known >>> 16;
      } while (kind <= KINDS.mark);
      words[used++] = hash;
      letters += i - wordStart;
      if (i - wordStart > longest) longest = i - wordStart;
      if (i === end) break;
    }
    switch (kind) {
      case KINDS.space:
        break;
      case KINDS.wide:
        letters++;
        length += 2;
        words[used++] = hashUnspaced(units, start, i, 2);
        break;
      case KINDS.unspaced:
        letters++;
        words[used++] = hashUnspaced(units, start, i, 3);
        break;
      case KINDS.comma:
      case KINDS.stop:
        if (i + 1 < end && !isPause(units[i + 1]!)) break;
        pauses++;
        if (kind === KINDS.stop && i + 1 < end) stops++;
        break;
      case KINDS.wideComma:
        pauses++;
        break;
      case KINDS.wideStop:
        pauses++;
        if (i + 1 < end) stops++;
        break;
      case KINDS.quote:
        quotes++;
        break;
      case KINDS.sign:
        signs++;
        break;
      default:
    }
  }
  values[at + MEASURE.letters] = letters - others;
  values[at + MEASURE.words] = used - from;
  values[at + MEASURE.cased] = cased;
  values[at + MEASURE.upper] = upper;
  values[at + MEASURE.capitals] = capitals;
  values[at + MEASURE.digits] = digits;
  values[at + MEASURE.pauses] = pauses;
  values[at + MEASURE.stops] = stops;
  values[at + MEASURE.quotes] = quotes;
  values[at + MEASURE.signs] = signs;
  values[at + MEASURE.length] = length;
  values[at + MEASURE.longest] = longest;
  values[at + MEASURE.shape] = digits + signs + pauses === 0 ? NO_SHAPE : shapeOf(units, start, end);
  return used;
}

/** Hash (16 bits) of the kinds of characters with which a line begins. */
function shapeOf(units: Uint16Array, start: number, to: number): number {
  const end = Math.min(to, start + SHAPE_UNITS);
  let shape = 7;
  let previous = -1;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    const kind = UNIT_KIND[unit]!;
    const step = kind <= KINDS.letter || kind === KINDS.mark ? 0 : kind;
    if (step !== previous || step >= KINDS.comma) {
      shape = Math.imul(shape ^ (step >= KINDS.comma ? unit : step), GOLDEN) ^ (shape >>> 15);
    }
    previous = step;
  }
  return (shape >>> 8) & 0xffff;
}

/** Whether white space follows, or nothing: 3.5 and 10:30 hold no pauses. */
function isPause(next: number): boolean {
  return next === 0x20 || next === 0xa0 || next === 0x0a;
}

/** Where words are not parted by spaces, the last two or three characters stand for a word. */
function hashUnspaced(units: Uint16Array, start: number, at: number, size: number): number {
  let hash = 0;
  for (let i = Math.max(start, at - size + 1); i <= at; i++) {
    hash = (Math.imul(hash ^ units[i]!, GOLDEN) >>> 7) & 0xffffff;
  }
  return hash;
}
