/**
 * Raw text to segments: lines, or paragraphs where the text was wrapped at a fixed width. Owns offsets and the white
 * space between segments; must not judge what a segment is. Linear in the length of the text.
 */
import { scriptNumber } from '../lib/script.ts';
import { setBit } from '../lib/unit-table.ts';
import { endingOf } from './punctuation.ts';

export interface Segment {
  /** `raw.slice(start, end)`, without white space at its ends. */
  readonly text: string;
  /** UTF-16 offsets into the raw text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Lines without text before this segment. */
  readonly blankBefore: number;
  /** How many of those hold no-break spaces: page dumps show section breaks so. */
  readonly separatorsBefore: number;
}

/** The segments of a text in order; together they cover every character that is not white space. */
export function segmentText(text: string): readonly Segment[] {
  const lines = splitLines(text);
  return isHardWrapped(lines) ? joinWrapped(text, lines) : lines;
}

const NO_BREAK_SPACE = '\u00a0';
/** By code unit: 1 for what `trim` cuts off. */
const SPACING = new Uint8Array(0x10000);
setBit(SPACING, /\s/g, 1);

/** Whether a text has line breaks other than the line feed, by which nearly all texts are parted. */
export function hasOtherBreaks(text: string): boolean {
  // Three searches for one unit each: an expression for all of them takes four times as long.
  return text.includes('\r') || text.includes('\u2028') || text.includes('\u2029');
}

function splitLines(text: string): Segment[] {
  const lines: Segment[] = [];
  const length = text.length;
  const hasOthers = hasOtherBreaks(text);
  let blankBefore = 0;
  let separatorsBefore = 0;
  let from = 0;
  while (from <= length) {
    const to = hasOthers ? nextBreak(text, from) : nextLineFeed(text, from);
    let start = from;
    while (start < to && SPACING[text.charCodeAt(start)] === 1) start++;
    if (start === to) {
      blankBefore++;
      if (to > from && text.slice(from, to).includes(NO_BREAK_SPACE)) separatorsBefore++;
    } else {
      let end = to;
      while (SPACING[text.charCodeAt(end - 1)] === 1) end--;
      lines.push({ text: text.slice(start, end), start, end, blankBefore, separatorsBefore });
      blankBefore = 0;
      separatorsBefore = 0;
    }
    const isPair = hasOthers && text.charCodeAt(to) === 0x0d && text.charCodeAt(to + 1) === 0x0a;
    from = to + (isPair ? 2 : 1);
  }
  return lines;
}

function nextLineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function nextBreak(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

/** Plain-text mail and agency feeds wrap at 65-80 columns; 100 leaves room, and prose lines of pages are longer. */
const MAX_WRAP_WIDTH = 100;
const MIN_WRAP_WIDTH = 50;
const MIN_WRAPPED_LINES = 6;
/** A line this full, as a share of the width, was broken by the width and not by its author. */
const FULL_LINE = 0.7;
/** Least share of lines that were broken so, with case and without it. */
const WRAPPED = 0.5;
const WRAPPED_WITHOUT_CASE = 0.75;

function isHardWrapped(lines: readonly Segment[]): boolean {
  if (lines.length < MIN_WRAPPED_LINES) return false;
  const width = wrapWidth(lines);
  if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) return false;
  let joints = 0;
  let broken = 0;
  let withoutCase = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined || next === undefined || next.blankBefore > 0) continue;
    joints++;
    if (startsWithoutCase(next.text)) withoutCase++;
    if (line.text.length >= FULL_LINE * width && goesOn(line.text, next.text)) broken++;
  }
  // Verse and lists start most lines afresh; wrapped prose goes on in the middle of a sentence. Without case a headline
  // looks like the middle of one: there nearly all lines must be full.
  const least = withoutCase > joints / 2 ? WRAPPED_WITHOUT_CASE : WRAPPED;
  return joints >= MIN_WRAPPED_LINES - 1 && broken >= least * joints;
}

function wrapWidth(lines: readonly Segment[]): number {
  // A counting pass instead of a sort: nothing above the limit needs to be told apart.
  const counts = new Uint32Array(MAX_WRAP_WIDTH + 2);
  for (const line of lines) {
    const slot = Math.min(line.text.length, MAX_WRAP_WIDTH + 1);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  let above = 0;
  for (let width = MAX_WRAP_WIDTH + 1; width > 0; width--) {
    above += counts[width] ?? 0;
    if (above > lines.length / 20) return width;
  }
  return 0;
}

/** Whether a sentence goes on in the next line. Scripts without case show it by the end of the line alone. */
function goesOn(line: string, next: string): boolean {
  return startsInsideSentence(next) || (startsWithoutCase(next) && endingOf(line) === 'open');
}

function startsInsideSentence(text: string): boolean {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first.toLowerCase() === first && first.toUpperCase() !== first;
}

function startsWithoutCase(text: string): boolean {
  const first = text.codePointAt(0) ?? 0x20;
  const letter = String.fromCodePoint(first);
  return scriptNumber(first) !== 0 && letter.toLowerCase() === letter.toUpperCase();
}

function joinWrapped(text: string, lines: readonly Segment[]): Segment[] {
  const width = wrapWidth(lines);
  const joined: Segment[] = [];
  let previous: Segment | undefined;
  let open: Segment | undefined;
  for (const line of lines) {
    const continues =
      open !== undefined &&
      previous !== undefined &&
      line.blankBefore === 0 &&
      (previous.text.length >= FULL_LINE * width || startsInsideSentence(line.text));
    if (open !== undefined && continues) {
      open = { ...open, end: line.end };
    } else {
      if (open !== undefined) joined.push({ ...open, text: text.slice(open.start, open.end) });
      open = line;
    }
    previous = line;
  }
  if (open !== undefined) joined.push({ ...open, text: text.slice(open.start, open.end) });
  return joined;
}
