/**
 * Lines that hold nothing but a date: "Monday, 3 May 2024, 14:05", "vor 3 Stunden", "2024-05-03", or a date beside a few
 * words: "By A. Name | 3 May 2024". Owns the tests, by words and by digits; what such a line means is for the passes.
 * Linear in the line, times a constant.
 */
import { DIGIT, SEPARATOR, UNIT_CLASS } from '../lib/characters.ts';
import { normaliseLabel } from '../lib/normalise.ts';
import { hashUnits, type LabelUnits, labelForm } from './label-form.ts';
import type { PhraseList } from './phrases/phrase-list.ts';

/** Longer lines say more than a date: "Wednesday, 23 September 2026 at 14:05 (Central European Summer Time)" has 70. */
const MAX_DATE = 72;

interface DateWords {
  /** Months, days of the week, units of time. */
  readonly strong: ReadonlySet<string>;
  /** The small words beside them. */
  readonly weak: ReadonlySet<string>;
}

export interface DateTest {
  /** Digits, and at least one strong word, and no word that is not of one and the same language. */
  readonly isDate: (label: string) => boolean;
  /** Whether a text is a date with its year before or behind a name or two, or a place. */
  readonly isDated: (text: string) => boolean;
  /** Whether a text holds a date with its year among a few words, and a sign that parts bylines or the time of day. */
  readonly holdsDate: (text: string) => boolean;
  /** False for nearly all labels that are no date, told without a string. */
  readonly mayBeDate: (label: LabelUnits) => boolean;
}

/** A test for labels. */
export function createDateTest(lists: readonly PhraseList[]): DateTest {
  const languages = lists.flatMap((list) => Object.values(list.phrases).map(readWords));
  const known = new Map<string, DateWords[]>();
  for (const words of languages) {
    for (const word of [...words.strong, ...words.weak]) known.set(word, [...(known.get(word) ?? []), words]);
  }
  const openings = new Set(Array.from(known.keys(), (word) => labelForm(word).hash));
  // Most lines with a number begin with a word of no date: they need not be read to the end.
  const mayBeDate = ({ units, from, to }: LabelUnits): boolean => {
    if (to - from > MAX_DATE) return false;
    let start = from;
    while (start < to && isBoundary(units[start]!)) start++;
    let end = start;
    while (end < to && !isBoundary(units[end]!)) end++;
    return start === end || openings.has(hashUnits(units, start, end));
  };
  const isDate = (label: string): boolean => {
    if (label.length > MAX_DATE) return false;
    const runs = readRuns(label);
    if (runs.numbers.length === 0) return false;
    const [first, ...rest] = runs.words;
    if (first === undefined) return isNumericDate(runs);
    return (known.get(first) ?? []).some(
      ({ strong, weak }) =>
        rest.every((word) => strong.has(word) || weak.has(word)) &&
        (isNumericDate(runs) || runs.words.some((word) => strong.has(word))),
    );
  };
  const isDated = (text: string): boolean => {
    if (text.length > 2 * MAX_DATE || !YEAR.test(text)) return false;
    const isYearly = (part: string): boolean => YEAR.test(part) && isDate(normaliseLabel(part));
    const gaps = Array.from(text.matchAll(GAP), ({ index }) => index);
    return (
      gaps.slice(0, MAX_NAMES).some((gap) => isYearly(text.slice(gap)) && areNames(text.slice(0, gap))) ||
      gaps.slice(-MAX_NAMES).some((gap) => isYearly(text.slice(0, gap)) && areNames(text.slice(gap)))
    );
  };
  const holdsDate = (text: string): boolean => {
    if (text.length > 2 * MAX_DATE || !BYLINE_SIGNS.test(text)) return false;
    const year = YEAR.exec(text);
    if (year === null || (text.match(WORDS) ?? []).length > MAX_WORDS) return false;
    const [from, to] = [year.index, year.index + year[0].length];
    const gaps = Array.from(text.matchAll(GAP), ({ index }) => index);
    const starts = [0, ...gaps.filter((gap) => gap < from)].slice(-MAX_BESIDE_YEAR);
    const ends = [...gaps.filter((gap) => gap >= to), text.length].slice(0, MAX_BESIDE_YEAR);
    const isFull = (part: string): boolean => /\p{L}/u.test(part) && isDate(normaliseLabel(part));
    return (
      starts.some((start) => isFull(text.slice(start, to))) ||
      ends.some((end) => isFull(text.slice(from, end)))
    );
  };
  return { isDate, isDated, holdsDate, mayBeDate };
}

/** Of the centuries of news, and of the Buddhist calendar. */
const YEAR = /(?<!\d)(?:19|20|25)\d\d(?!\d)/;
const GAP = / /g;
/** Words of a byline beside its date: "By", two or three names, a place or an office. */
const MAX_NAMES = 6;
/** Words of a line that holds names, an office and a time beside its date. */
const MAX_WORDS = 14;
/** Words of a date on one side of its year. */
const MAX_BESIDE_YEAR = 6;
const WORDS = /[\p{L}\p{M}'\u2019.]+/gu;
/** What parts a name from a date. */
const PARTS = /[|\u00b7\u2022,\u060c\u3001/]/;
/** What parts a byline and no sentence; the time of day behind its date. */
const BYLINE_SIGNS = /[|\u00b7\u2022]|(?<!\d)\d{1,2}(?:[:.]|\s?h\s?)\d\d(?!\d)/;
/** A chronicle: "5 January 2024: the strike begins". */
const TELLS = /^\s*[:\u2013\u2014-]/;
const COLON = /:(?!\d)/;

/** Whether what stands beside a date is names, at most one small word among them, and no statement. */
function areNames(text: string): boolean {
  const words = text.match(WORDS) ?? [];
  if (words.length > MAX_NAMES || TELLS.test(text) || COLON.test(text)) return false;
  const cased = words
    .map((word) => word.charAt(0))
    .filter((first) => first.toLowerCase() !== first.toUpperCase());
  const small = cased.filter((first) => first === first.toLowerCase()).length;
  return small <= 1 && (PARTS.test(text) || cased.length - small >= 2);
}

function readWords(row: string): DateWords {
  const [strong = '', weak = ''] = row.split('|');
  return { strong: new Set(strong.split(' ')), weak: new Set(weak.split(' ')) };
}

interface Runs {
  readonly words: readonly string[];
  /** Digits of each number. */
  readonly numbers: readonly number[];
  /** What stands before each number, if that is a single character right between two numbers. */
  readonly joints: readonly string[];
}

function readRuns(label: string): Runs {
  const words: string[] = [];
  const numbers: number[] = [];
  const joints: string[] = [];
  let end = -1;
  for (let i = 0; i < label.length; ) {
    const found = UNIT_CLASS[label.charCodeAt(i)];
    let to = i + 1;
    if (found === SEPARATOR) {
      i = to;
      continue;
    }
    if (found === DIGIT) {
      while (to < label.length && UNIT_CLASS[label.charCodeAt(to)] === DIGIT) to++;
      numbers.push(to - i);
      joints.push(end === i - 1 && end >= 0 ? label.charAt(end) : '');
      end = to;
    } else {
      while (to < label.length && !isBoundary(label.charCodeAt(to))) to++;
      words.push(label.slice(i, to));
    }
    i = to;
  }
  return { words, numbers, joints };
}

function isBoundary(unit: number): boolean {
  const found = UNIT_CLASS[unit];
  return found === SEPARATOR || found === DIGIT;
}

/** Numbers beside the date: hour, minute, second, and the two of an offset. */
const MAX_TIME_NUMBERS = 5;

/** Day, month and year joined by one sign, the year at an end; a version "1.2.3" or a score "6-4" has no year. */
function isNumericDate({ numbers, joints }: Runs): boolean {
  if (numbers.length < 3 || numbers.length > 3 + MAX_TIME_NUMBERS) return false;
  for (let i = 0; i + 2 < numbers.length; i++) {
    const [first = 0, second = 0, third = 0] = numbers.slice(i, i + 3);
    const joint = joints[i + 1] ?? '';
    const isJoined = '.-/'.includes(joint) && joint !== '' && joints[i + 2] === joint;
    const hasYear = (first === 4 && third <= 2) || (third === 4 && first <= 2);
    if (isJoined && hasYear && second <= 2) return true;
  }
  return false;
}
