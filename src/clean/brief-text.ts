/**
 * What the scorer doubts of a page with few paragraphs: all that stands in paragraphs between its title and the list of
 * links or the comments below is the article, or one of the few notes of its site, which speak of other things. Owns
 * which of these paragraphs, and which headings right above them, are of the text. Linear.
 */
import { isUnspaced } from '../lib/script.ts';
import { sentencesOf } from '../lib/sentences.ts';
import { isSentence, type Line } from './line.ts';
import { areUnknown, besideKnown, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import { Stems } from './stems.ts';
import { asksOrShouts } from './title-candidates.ts';

/**
 * Paragraphs of such a page. Counted on 2026-11-28 (decision 0010): on pages with more, nine of ten paragraphs that are
 * dropped are comments, cards and notes; on these, six of seven of those that are taken here are in the gold texts.
 */
const MOST_PARAGRAPHS = 9;
/** A paragraph of several sentences, or as long as two lines of print, is no teaser and no caption. */
const LEAST_SENTENCES = 2;
const LONG = 100;
/** Least probability of a paragraph that speaks of the text: notes on comments and owners are below. */
const LEAST = 0.04;
/** The same of one that is short, or says nothing of the text. */
const POSSIBLE = 0.2;

/** By line: 1 for such paragraphs and headings. `isFound` tells lines that are kept without this. */
export function restOfBriefText(
  page: Page,
  probabilities: Float32Array,
  title: number,
  marks: Marks,
  isFound: (i: number) => boolean,
): Uint8Array {
  const { lines } = page;
  const rest = new Uint8Array(lines.length);
  const isFree = (i: number): boolean => isParagraph(lines[i]!) && marks[i] === undefined;
  const end = title < 0 ? -1 : endOfText(lines, marks, (i) => isFree(i) && isFound(i));
  if (end < 0 || countParagraphs(lines, isFree) > MOST_PARAGRAPHS) return rest;
  const stems = new Stems(page);
  lines.forEach((line, i) => {
    if (i === title || (i > title && isSentence(line) && marks[i] === undefined && isFound(i))) stems.add(i);
  });
  let isBelow = false;
  const isText = (i: number): boolean => i > title && (isFound(i) || rest[i] === 1) && isSentence(lines[i]!);
  for (let i = title + 1; i < end; i++) {
    isBelow ||= isFree(i) && isFound(i);
    if (isFound(i) || !isFree(i) || !isOfText(lines[i]!, probabilities[i]!, isBelow, () => stems.shares(i)))
      continue;
    rest[i] = 1;
    stems.add(i);
    const heading = headingAbove(lines, i, marks, isText);
    if (heading >= 0) rest[heading] = 1;
  }
  return rest;
}

/**
 * The first line known to end a text below the last paragraph of it; where nothing ends it its first paragraph: what is
 * doubtful above that may be its standfirst. -1 where there is no paragraph.
 */
function endOfText(lines: readonly Line[], marks: Marks, isText: (i: number) => boolean): number {
  const last = lines.findLastIndex((_, i) => isText(i));
  const end = lines.findIndex((line, i) => i > last && isEnd(line, marks[i]));
  return end < 0 || last < 0 ? lines.findIndex((_, i) => isText(i)) : end;
}

function isEnd({ phrase }: Line, mark: Marks[number]): boolean {
  const reason = mark?.reason;
  return (
    phrase === 'closer' ||
    phrase === 'comments' ||
    reason === 'closer' ||
    reason === 'comments' ||
    reason === 'after-closer'
  );
}

function countParagraphs(lines: readonly Line[], isFree: (i: number) => boolean): number {
  return lines.reduce((count, _, i) => count + Number(isFree(i)), 0);
}

function isParagraph({ isProse, phrase }: Line): boolean {
  return isProse && phrase === undefined;
}

/** `isBelow`: below a paragraph of the text, where leads of other articles stand, too, of one sentence as a rule. */
function isOfText(
  { text, length, isTerminal }: Line,
  probability: number,
  isBelow: boolean,
  speaksOfText: () => boolean,
): boolean {
  if (probability < LEAST) return false;
  const isSeveral = sentencesOf(text).length >= LEAST_SENTENCES;
  const hasNoStops = !isTerminal && isUnspaced(text.codePointAt(text.length >> 1)!);
  const isPossible = probability >= POSSIBLE && (isTerminal || hasNoStops);
  if (isPossible && isSeveral) return true;
  if (!isSeveral && length < LONG) return isPossible && !isBelow && !asksOrShouts(text) && speaksOfText();
  // Where words are not parted few of their beginnings are known.
  return hasNoStops || speaksOfText();
}

/**
 * The label above such a paragraph that stands below a sentence of the text, with nothing but advertisements, credits and
 * links beside it: the heading of the paragraph. -1 where there is none.
 */
function headingAbove(
  lines: readonly Line[],
  paragraph: number,
  marks: Marks,
  isText: (i: number) => boolean,
): number {
  const heading = besideKnown(lines, marks, paragraph, -1);
  const text = besideKnown(lines, marks, heading, -1);
  if (text < 0 || !isText(text) || !areUnknown(lines, marks, heading, heading + 1)) return -1;
  return lines[heading]!.hasLabel && !lines[heading]!.isProse ? heading : -1;
}
