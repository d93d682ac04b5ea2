/**
 * Where a text goes over into other languages for good: the teasers of a site in many languages. A paragraph is alien
 * to a text when it is not of the language of its opening. Owns the search; must not drop anything: a text in two
 * languages looks the same, so that callers ask for a second sign, or for paragraphs each in another language than the
 * one before. Linear in the text; of most texts only the opening and the last paragraphs are read.
 */
import { isStrange, type LanguageSample, MAX_ALIKE, MAX_KNOWN, readSample } from './language-sample.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';

/** Alien paragraphs that make a tail, one may be a quotation, and the share of them in it. */
const MIN_ALIENS = 2;
const MIN_ALIEN_SHARE = 0.5;

/** Letters of prose that are read to tell the language of a text, and as many as it takes. */
export const OPENING = 600;
const MIN_OPENING = 400;

/**
 * For each line 2 where all prose from there on is alien to the text, at least two paragraphs, 1 where most of it is,
 * else 0; lines that hold a mark do not count.
 */
export function alienTails(lines: readonly Line[], marks: Marks): Uint8Array {
  const tails = new Uint8Array(lines.length + 1);
  const isAlien = alienTo(openingOf(lines, marks));
  let prose = 0;
  let aliens = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    if (lines[i]!.isProse && marks[i] === undefined) {
      prose++;
      if (isAlien(lines[i]!)) aliens++;
    }
    if (aliens >= MIN_ALIENS && aliens >= MIN_ALIEN_SHARE * prose) tails[i] = aliens === prose ? 2 : 1;
  }
  return tails;
}

/** False where one of the last paragraphs is not alien, so that no tail of nothing but aliens reaches the end. */
export function mayEndAlien(lines: readonly Line[], marks: Marks): boolean {
  let left = MIN_ALIENS;
  let isAlien: ((line: Line) => boolean) | undefined;
  for (let i = lines.length - 1; i >= 0 && left > 0; i--) {
    if (!lines[i]!.isProse || marks[i] !== undefined) continue;
    isAlien ??= alienTo(openingOf(lines, marks));
    if (!isAlien(lines[i]!)) return false;
    left--;
  }
  return left === 0;
}

/** Paragraphs that are alien to the text and to the one next to them. */
const MIN_STRANGERS = 3;
/** Paragraphs below the last of them that may be of the language of the text: a banner. */
const MAX_BELOW = 2;
/** Others among them, a teaser in the language of the text or two in one language: so many for each stranger. */
const MAX_OTHER_SHARE = 0.5;

/**
 * The first line from which on each paragraph is in another language than the one before and than the text, labels
 * above it included; -1 where the text ends in no such way. A text with a translation, with quotations, or the same
 * notice in three languages does not: there paragraphs of one language follow each other, or those of the text return.
 */
export function polyglotTail(lines: readonly Line[]): number {
  let own: LanguageSample | undefined;
  let next: LanguageSample | undefined;
  let strangers = 0;
  let others = 0;
  let below = 0;
  let first = -1;
  for (let i = lines.length - 1; i >= 0 && others <= MAX_OTHER_SHARE * strangers + 1; i--) {
    if (!lines[i]!.isProse) continue;
    own ??= openingOf(lines, []);
    if (own === undefined) return -1;
    const sample = readSample([lines[i]!.text]);
    if (isStrange(sample, own, MAX_KNOWN)) {
      if (next === undefined || isStrange(sample, next, MAX_ALIKE)) strangers++;
      else others++;
      next = sample;
      if (strangers >= MIN_STRANGERS && others <= MAX_OTHER_SHARE * strangers) first = i;
    } else if (next !== undefined) others++;
    else if (++below > MAX_BELOW) return -1;
  }
  while (first > 0 && lines[first - 1]!.isLabel) first--;
  return first;
}

/** Nothing is alien to a text of which too little is known. */
function alienTo(own: LanguageSample | undefined): (line: Line) => boolean {
  return (line) => own !== undefined && isStrange(readSample([line.text]), own, 0.23);
}

/** The first paragraphs of one language, two at least: a caption above them may be of another. */
function openingOf(lines: readonly Line[], marks: Marks): LanguageSample | undefined {
  let opening: string[] = [];
  let known: LanguageSample | undefined;
  let letters = 0;
  for (let i = 0; i < lines.length && letters < OPENING; i++) {
    const line = lines[i]!;
    if (!line.isProse || marks[i] !== undefined || opening.includes(line.text)) continue;
    if (known !== undefined && isStrange(readSample([line.text]), known, MAX_ALIKE)) {
      if (opening.length > 1) break;
      opening = [];
      letters = 0;
    }
    letters += line.length;
    opening.push(line.text);
    known = readSample(opening);
  }
  return letters < MIN_OPENING || opening.length < 2 ? undefined : known;
}
