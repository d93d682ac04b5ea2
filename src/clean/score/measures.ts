/**
 * What the characters of each line say, counted in one pass: length, words, case, digits, pauses, and the words as
 * hashes. Owns the counts; must not judge, and must not look at another line. Linear in the characters.
 */
import { FOLDED, KINDS, UNIT_KIND } from './unit-kinds.ts';

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

/** Measures of all lines of a page, given as texts. */
export function measureLines(lines: readonly { readonly text: string }[]): LineMeasures {
  let units = 0;
  for (const { text } of lines) units += text.length;
  const values = new Float32Array(lines.length * MEASURE_COUNT);
  const wordStart = new Uint32Array(lines.length + 1);
  // A line of n units has at most n words.
  const words = new Uint16Array(units);
  let used = 0;
  for (let i = 0; i < lines.length; i++) {
    used = measureLine(lines[i]!.text, values, i * MEASURE_COUNT, words, used);
    wordStart[i + 1] = used;
  }
  return { values, wordStart, words };
}

/** Counts of one line into `values` from `at`, its words into `words` from `from`; returns the end of the words. */
function measureLine(
  text: string,
  values: Float32Array,
  at: number,
  words: Uint16Array,
  from: number,
): number {
  const end = text.length;
  const counts = values.subarray(at, at + MEASURE_COUNT);
  let letters = 0;
  let capitals = 0;
  let used = from;
  let hash = 0;
  let inWord = 0;
  let longest = 0;
  let length = end;
  let shape = 7;
  let previous = -1;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = UNIT_KIND[unit]!;
    if (i < SHAPE_UNITS) {
      const step = kind <= KINDS.letter || kind === KINDS.mark ? 0 : kind;
      if (step !== previous || step >= KINDS.comma) {
        shape = Math.imul(shape ^ (step >= KINDS.comma ? unit : step), GOLDEN) ^ (shape >>> 15);
      }
      previous = step;
    }
    if (kind <= KINDS.mark) {
      if (inWord === 0) {
        hash = 0x811c;
        if (kind === KINDS.upper) counts[MEASURE.upper]!++;
        if (kind <= KINDS.upper) counts[MEASURE.cased]!++;
      }
      inWord++;
      hash = (Math.imul(hash ^ FOLDED[unit]!, GOLDEN) >>> 7) & 0xffffff;
      if (kind === KINDS.digit) counts[MEASURE.digits]!++;
      else if (kind !== KINDS.mark) letters++;
      if (kind === KINDS.upper) capitals++;
      continue;
    }
    if (inWord > 0) {
      words[used++] = hash;
      if (inWord > longest) longest = inWord;
      inWord = 0;
    }
    if (kind === KINDS.wide || kind === KINDS.unspaced) {
      letters++;
      if (kind === KINDS.wide) length += 2;
      words[used++] = hashUnspaced(text, i, kind === KINDS.wide ? 2 : 3);
    } else if (kind > KINDS.space) countSign(counts, kind, text, i, end);
  }
  if (inWord > 0) {
    words[used++] = hash;
    if (inWord > longest) longest = inWord;
  }
  counts[MEASURE.letters] = letters;
  counts[MEASURE.words] = used - from;
  counts[MEASURE.capitals] = capitals;
  counts[MEASURE.length] = length;
  counts[MEASURE.longest] = longest;
  const isPlain = counts[MEASURE.digits]! + counts[MEASURE.signs]! + counts[MEASURE.pauses]! === 0;
  counts[MEASURE.shape] = isPlain ? NO_SHAPE : (shape >>> 8) & 0xffff;
  return used;
}

/** Where words are not parted by spaces, the last two or three characters stand for a word. */
function hashUnspaced(text: string, at: number, size: number): number {
  let hash = 0;
  for (let i = Math.max(0, at - size + 1); i <= at; i++) {
    hash = (Math.imul(hash ^ text.charCodeAt(i), GOLDEN) >>> 7) & 0xffffff;
  }
  return hash;
}

function countSign(counts: Float32Array, kind: number, text: string, i: number, end: number): void {
  switch (kind) {
    case KINDS.comma:
    case KINDS.stop: {
      // 3.5 and 10:30 are no pauses.
      const next = i + 1 < end ? text.charCodeAt(i + 1) : 0x20;
      if (next !== 0x20 && next !== 0xa0 && next !== 0x0a) return;
      counts[MEASURE.pauses]!++;
      if (kind === KINDS.stop && i + 1 < end) counts[MEASURE.stops]!++;
      return;
    }
    case KINDS.wideComma:
      counts[MEASURE.pauses]!++;
      return;
    case KINDS.wideStop:
      counts[MEASURE.pauses]!++;
      if (i + 1 < end) counts[MEASURE.stops]!++;
      return;
    case KINDS.quote:
      counts[MEASURE.quotes]!++;
      return;
    case KINDS.sign:
      counts[MEASURE.signs]!++;
      return;
    default:
  }
}
