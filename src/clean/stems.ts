/**
 * Whether a line speaks of what a text speaks of: whether they have the beginning of a longer word in common, or a
 * number. Knows no word of any language: the words that all texts share are mostly shorter. Owns where a stem begins and
 * ends in each kind of script; must not judge. Linear in the lines.
 */
import { DIGIT, FOLD, SEPARATOR, UNIT_CLASS, UNSPACED, WORD } from '../lib/characters.ts';
import { isWide } from '../lib/script.ts';

/** The lines of a page as code units. */
interface Spans {
  readonly units: Uint16Array;
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

/** Units of a stem by kind of script; a word must be longer, so that its ending may differ. */
const LONG = 5;
/** Of Indic scripts, whose vowels and joined letters are units of their own, and of Semitic ones, at any place in a word. */
const MIDDLE = 4;
/** Of scripts whose letters are syllables or words. */
const SHORT = 3;
/** Letters of a word with a capital inside a sentence, which is a stem as it stands. */
const MIN_NAME = 3;
const SPACE = 0x20;
const COMMA = 0x2c;
const FIRST_HIRAGANA = 0x3041;
const LAST_HIRAGANA = 0x309f;
/** Digits of a number that stands in few texts. */
const MIN_DIGITS = 2;

/** Hashes of 32 bits of the stems of some lines of a page. */
export class Stems {
  readonly #page: Spans;
  readonly #known = new Set<number>();

  constructor(page: Spans) {
    this.#page = page;
  }

  /** Adds the stems of line `i`. */
  add(i: number): void {
    this.#visit(i, (stem) => {
      this.#known.add(stem);
      return false;
    });
  }

  /** Whether line `i` has a stem that was added. */
  shares(i: number): boolean {
    return this.#visit(i, (stem) => this.#known.has(stem));
  }

  /** Until `visit` says true; returns whether it did. */
  #visit(i: number, visit: (stem: number) => boolean): boolean {
    const { units, lines } = this.#page;
    const { start, end } = lines[i]!;
    for (let at = start; at < end; ) {
      const kind = UNIT_CLASS[units[at]!]!;
      let to = at + 1;
      while (to < end && UNIT_CLASS[units[to]!] === kind) to++;
      if (kind === DIGIT && to - at >= MIN_DIGITS && visit(hashOf(units, at, to))) return true;
      if (kind === WORD || kind === UNSPACED) {
        const isName = FOLD[units[at]!] !== units[at] && !opensSentence(units, start, at);
        if (visitRun(units, at, to, { isUnspaced: kind === UNSPACED, isName }, visit)) return true;
      }
      at = to;
    }
    return false;
  }
}

function visitRun(
  units: Uint16Array,
  from: number,
  to: number,
  { isUnspaced, isName }: { readonly isUnspaced: boolean; readonly isName: boolean },
  visit: (stem: number) => boolean,
): boolean {
  const length = stemLength(units[from]!);
  if (!isUnspaced && !isSemitic(units[from]!)) {
    if (to - from > (length === SHORT ? SHORT - 1 : length)) return visit(hashOf(units, from, from + length));
    return isName && to - from >= MIN_NAME && visit(hashOf(units, from, to));
  }
  // Words begin anywhere in scripts without spaces, and behind an article or a preposition in Hebrew and Arabic.
  for (let at = from; at + length <= to; at++) {
    if (!isEnding(units, at, at + length) && visit(hashOf(units, at, at + length))) return true;
  }
  return false;
}

/** Hiragana alone, which writes the endings that all Japanese texts share. */
function isEnding(units: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (units[i]! < FIRST_HIRAGANA || units[i]! > LAST_HIRAGANA) return false;
  return true;
}

/** Whether a word stands at the start of its line, or behind a sign other than a comma. */
function opensSentence(units: Uint16Array, start: number, at: number): boolean {
  let before = at - 1;
  while (before >= start && units[before] === SPACE) before--;
  return before < start || (UNIT_CLASS[units[before]!] === SEPARATOR && units[before] !== COMMA);
}

function stemLength(unit: number): number {
  if (isWide(unit) || (unit >= 0x1200 && unit < 0x1400)) return SHORT;
  return isSemitic(unit) || (unit >= 0x900 && unit < 0xe00) ? MIDDLE : LONG;
}

/** Hebrew, Arabic, Syriac. */
function isSemitic(unit: number): boolean {
  return unit >= 0x590 && unit < 0x780;
}

/** Multiplicative hashing (Knuth, TAOCP 3, 6.4), without regard to case. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ FOLD[units[i]!]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash | 0;
}
