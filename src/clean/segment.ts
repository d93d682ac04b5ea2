/**
 * Raw text to segments: lines, or paragraphs where the text was wrapped at a fixed width. Owns offsets and the white
 * space between segments; must not judge what a segment is. Linear in the length of the text.
 */
import { setBit } from '../lib/unit-table.ts';
import { joinWrapped } from './wrapped.ts';

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
  return joinWrapped(text, splitLines(text));
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
