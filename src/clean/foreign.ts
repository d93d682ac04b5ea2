/**
 * Where a text goes over into other languages for good: the teasers of a site in many languages. A paragraph is alien
 * to a text when it is not of the language of its opening. Owns the search; must not drop anything: a text in two
 * languages looks the same, so that callers ask for a second sign, or for paragraphs each in another language than the
 * one before. Linear in the text; of most texts only the opening and the last paragraphs are read.
 */
import { isStrange, joinSamples, type LanguageSample, likeness, readSample } from './language-sample.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Alien paragraphs that make a tail, one may be a quotation, and the share of them in it. */
const MIN_ALIENS = 2;
const MIN_ALIEN_SHARE = 0.5;

/**
 * Limits for `isStrange`: shares of the grams of a paragraph. Of 21,442 paragraphs in the gold texts of wcxb-dev 3.2,
 * 1.2, and 7.1 in 100 have less than `ALIEN`, `SURE_STRANGER` and `STRANGER` in common with the opening of their text,
 * 12 and 0.4 less than `NEXT` and `OPENING_LIMIT` with the paragraph above; of paragraphs in other languages of the
 * script (newsroom fixtures) 86, 75, 93, 97 and 49. F1 of wcxb and aeb: the same up to an `ALIEN` of 0.26, at 0.3 less.
 */
const ALIEN = 0.26;
const SURE_STRANGER = 0.22;
const STRANGER = 0.3;
const NEXT = 0.16;
const OPENING_LIMIT = 0.05;

/** The lines of a page and what the beginnings of its paragraphs tell, each read once, when it is first asked for. */
export interface Passages {
  readonly lines: readonly Line[];
  readonly sampleOf: (i: number) => LanguageSample;
}

/** The passages of a page. */
export function passagesOf({ lines, units }: Pick<Page, 'lines' | 'units'>): Passages {
  const samples: LanguageSample[] = [];
  const sampleOf = (i: number): LanguageSample => {
    samples[i] ??= readSample(units, lines[i]!.start, lines[i]!.end);
    return samples[i];
  };
  return { lines, sampleOf };
}

/** Letters of prose that are read to tell the language of a text, and as many as it takes. */
export const OPENING = 600;
const MIN_OPENING = 250;
/** Letters after which a label may end the opening. */
const ENOUGH = 400;
const MIN_PARAGRAPHS = 2;

/**
 * For each line, beginning with line `from`, 2 where all prose from there on is alien to the text, at least two
 * paragraphs, 1 where most of it is, else 0; lines that hold a mark do not count.
 */
export function alienTails(passages: Passages, marks: Marks, from = 0): Uint8Array {
  const { lines } = passages;
  const tails = new Uint8Array(lines.length + 1);
  const isAlien = aliensOf(passages, marks);
  let prose = 0;
  let aliens = 0;
  for (let i = lines.length - 1; i >= from; i--) {
    if (lines[i]!.isProse && marks[i] === undefined) {
      prose++;
      if (isAlien(i)) aliens++;
    }
    if (aliens >= MIN_ALIENS && aliens >= MIN_ALIEN_SHARE * prose) tails[i] = aliens === prose ? 2 : 1;
  }
  return tails;
}

/** False where one of the last paragraphs is not alien, so that no tail of nothing but aliens reaches the end. */
export function mayEndAlien(passages: Passages, marks: Marks): boolean {
  const { lines } = passages;
  let left = MIN_ALIENS;
  let isAlien: ((i: number) => boolean) | undefined;
  for (let i = lines.length - 1; i >= 0 && left > 0; i--) {
    if (!lines[i]!.isProse || marks[i] !== undefined) continue;
    isAlien ??= aliensOf(passages, marks);
    if (!isAlien(i)) return false;
    left--;
  }
  return left === 0;
}

/** Paragraphs that are alien to the text and to the one next to them. */
const MIN_STRANGERS = 3;
/**
 * Most that strangers may have in common with the opening, on average: short sentences of one text on many subjects are
 * each as strange as a foreign one may be, all of them together are not. Of threes that pass the limits above, of NTREX
 * in 128 languages, 95 in 100 stay where they are in other languages, 52 in 100 where they are in that of the opening.
 */
const MAX_MEAN = 0.2;
/** Paragraphs below the last of them that may be of the language of the text: a banner. */
const MAX_BELOW = 2;
/**
 * Others among them, a teaser in the language of the text or two in one language: so many for each stranger, and for
 * each of three or more that are strangers for sure.
 */
const MAX_OTHER_SHARE = 0.5;
const MAX_SURE_SHARE = 1;

/**
 * The first line from which on each paragraph is in another language than the one before and than the text, labels
 * above it included; -1 where the text ends in no such way. A text with a translation, with quotations, or the same
 * notice in three languages does not: there paragraphs of one language follow each other, or those of the text return.
 */
export function polyglotTail(passages: Passages): number {
  if (!hasHeadedEnd(passages.lines) || !isMixedAtEnd(passages)) return -1;
  const opening = openingOf(passages, []);
  if (opening === undefined) return -1;
  const tail = findPolyglotTail(passages, opening);
  if (tail >= 0) return tail;
  // The opening of a short text may reach into the tail. Where it does not, it knew more than a shorter one.
  const shorter = openingOf(passages, [], ENOUGH);
  if (shorter === undefined || shorter.last === opening.last) return -1;
  const below = findPolyglotTail(passages, shorter);
  return below <= opening.last ? below : -1;
}

/** Whether a heading stands between paragraphs of a text and as many as make a tail: most texts have none there. */
function hasHeadedEnd(lines: readonly Line[]): boolean {
  let i = lines.length - 1;
  for (let left = MIN_STRANGERS; i >= 0; i--) {
    if (left <= 0 && (lines[i]!.isLabel || isHeadline(lines[i]!))) break;
    if (lines[i]!.isProse) left--;
  }
  for (let left = MIN_PARAGRAPHS; i >= 0; i--) if (lines[i]!.isProse && --left === 0) return true;
  return false;
}

/** False where the last three paragraphs are of one language, as they are in nearly all texts. */
function isMixedAtEnd({ lines, sampleOf }: Passages): boolean {
  let below: LanguageSample | undefined;
  let alike = 0;
  for (let i = lines.length - 1; i >= 0 && alike < MAX_BELOW; i--) {
    if (!lines[i]!.isProse) continue;
    const sample = sampleOf(i);
    if (below !== undefined && isStrange(below, sample, NEXT)) return true;
    if (below !== undefined) alike++;
    below = sample;
  }
  return false;
}

function findPolyglotTail({ lines, sampleOf }: Passages, opening: Opening): number {
  const own = opening.sample;
  let next: LanguageSample | undefined;
  const strangers: number[] = [];
  let others = 0;
  let below = 0;
  let topmost = -1;
  let first = -1;
  let sure = 0;
  const most = () => (sure >= MIN_STRANGERS ? MAX_SURE_SHARE : MAX_OTHER_SHARE) * strangers.length;
  for (let i = lines.length - 1; i > opening.second && others <= most() + 1; i--) {
    if (!lines[i]!.isProse) continue;
    const sample = sampleOf(i);
    if (isStrange(sample, own, STRANGER)) {
      if (next === undefined || isStrange(sample, next, NEXT)) strangers.push(i);
      else others++;
      next = sample;
      if (isStrange(sample, own, SURE_STRANGER)) {
        topmost = i;
        sure++;
      }
      if (strangers.length >= MIN_STRANGERS && others <= most()) first = topmost;
    } else if (next !== undefined) others++;
    else if (++below > MAX_BELOW) return -1;
  }
  const from = first < 0 ? -1 : headedFrom(lines, first, strangers);
  if (from < 0) return -1;
  // Those of the tail, or as many as tell that it is one.
  const told = strangers.slice(0, Math.max(MIN_STRANGERS, strangers.filter((i) => i > from).length));
  const shared = told.reduce((sum, i) => sum + likeness(sampleOf(i), own), 0);
  return shared > MAX_MEAN * told.length ? -1 : from;
}

/**
 * Cards stand below a heading or have one each: the label right above the first of which the language is sure, or above
 * the one that is less so before it; else the next one below. What stands between is taken for the end of the text,
 * whose last paragraphs may be strange to its first.
 */
function headedFrom(lines: readonly Line[], first: number, strangers: readonly number[]): number {
  for (const start of strangers.includes(first - 1) ? [first, first - 1] : [first]) {
    // A headline may be longer than a label; it heads a card, not a section.
    let from = start > 0 && isHeadline(lines[start - 1]!) ? start - 1 : start;
    const below = from;
    while (from > 0 && lines[from - 1]!.isLabel) from--;
    if (from < below || (below < start && hasHeadlines(lines, strangers))) return from;
  }
  const from = lines.findIndex((line, i) => i > first && line.isLabel);
  return from >= 0 && strangers.filter((i) => i > from).length >= MIN_STRANGERS ? from : -1;
}

/** Longest headline, in Latin letters. */
const MAX_HEADLINE = 250;

/** Whether a line may be the headline of a card: no label, because it is long, and no statement. */
function isHeadline(line: Line): boolean {
  return !line.isLabel && !line.isProse && !line.isTerminal && line.length <= MAX_HEADLINE;
}

/** Whether a headline or a label stands right above each of the paragraphs. */
function hasHeadlines(lines: readonly Line[], paragraphs: readonly number[]): boolean {
  return paragraphs.every((i) => lines[i - 1]!.isLabel || isHeadline(lines[i - 1]!));
}

/** Which lines are alien to the text. Nothing is alien to one of which too little is known. */
function aliensOf(passages: Passages, marks: Marks): (i: number) => boolean {
  const own = openingOf(passages, marks)?.sample;
  return (i) => own !== undefined && isStrange(passages.sampleOf(i), own, ALIEN);
}

/** What the first paragraphs tell. */
interface Opening {
  readonly sample: LanguageSample;
  /** The line of the second of them, which is text for sure. */
  readonly second: number;
  /** The line of the last of them. */
  readonly last: number;
}

/**
 * The first paragraphs of one language, two at least: a caption above them may be of another. From `enough` letters on
 * a label ends them.
 */
function openingOf(
  { lines, sampleOf }: Passages,
  marks: Marks,
  enough = Number.POSITIVE_INFINITY,
): Opening | undefined {
  let known: LanguageSample | undefined;
  let paragraphs: string[] = [];
  let second = -1;
  let last = -1;
  let letters = 0;
  for (let i = 0; i < lines.length && letters < OPENING; i++) {
    const line = lines[i]!;
    if (line.isLabel && letters >= enough && paragraphs.length >= MIN_PARAGRAPHS) break;
    if (!line.isProse || marks[i] !== undefined || paragraphs.includes(line.text)) continue;
    const sample = sampleOf(i);
    if (known !== undefined && isStrange(sample, known, OPENING_LIMIT)) {
      if (paragraphs.length >= MIN_PARAGRAPHS) break;
      known = undefined;
      paragraphs = [];
      letters = 0;
    }
    letters += line.length;
    if (paragraphs.push(line.text) === MIN_PARAGRAPHS) second = i;
    last = i;
    known = known === undefined ? sample : joinSamples(known, sample);
  }
  if (known === undefined || letters < MIN_OPENING || paragraphs.length < MIN_PARAGRAPHS) return undefined;
  return { sample: known, second, last };
}
