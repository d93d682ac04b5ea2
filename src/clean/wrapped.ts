/**
 * Paragraphs that were wrapped at a fixed width, put together again. Owns the width of a text and which lines the width
 * broke; headings, menus and lists between the paragraphs stay as they are. Linear in the lines.
 */
import { scriptNumber } from '../lib/script.ts';
import { endingOf } from './punctuation.ts';

/** A line of a text, as `Segment` says it. */
interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly blankBefore: number;
}

/** Plain-text mail and agency feeds wrap at 65-80 columns; 100 leaves room, and prose lines of pages are longer. */
const MAX_WRAP_WIDTH = 100;
const MIN_WRAP_WIDTH = 50;
/** Lines that go on in the next, of which a wrapped text has at least so many. */
const MIN_BROKEN = 5;
/** A line this full, as a share of the width, was broken by the width and not by its author. */
const FULL_LINE = 0.7;
/** Share of the lines that go on in the next which the width broke: in a wrapped text nearly all. */
const WRAPPED = 0.75;
/** Lines longer than the width by this are no lines of a wrapped paragraph: one long word may be. */
const TOO_LONG = 1.1;
/** Of the joints of a paragraph at least so many are inside a sentence. */
const INSIDE = 1 / 3;

/** The same lines, or those of a wrapped text with its paragraphs joined. */
export function joinWrapped<Line extends TextLine>(text: string, lines: readonly Line[]): readonly Line[] {
  const width = wrapWidth(lines);
  return width === 0 ? lines : joinParagraphs(text, lines, width);
}

/** The width at which paragraphs of this text were wrapped; 0 where none were. */
function wrapWidth(lines: readonly TextLine[]): number {
  if (!mayBeWrapped(lines)) return 0;
  // A counting pass instead of a sort: nothing above the limit needs to be told apart.
  const counts = new Uint32Array(MAX_WRAP_WIDTH + 2);
  let goingOn = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1]!.blankBefore > 0 || !goesOn(lines[i]!.text, lines[i + 1]!.text)) continue;
    counts[Math.min(lines[i]!.text.length, MAX_WRAP_WIDTH + 1)]!++;
    goingOn++;
  }
  if (goingOn < MIN_BROKEN) return 0;
  let above = 0;
  let width = MAX_WRAP_WIDTH + 1;
  for (; width > 0; width--) {
    above += counts[width]!;
    if (above > goingOn / 20) break;
  }
  if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) return 0;
  let broken = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { text, blankBefore } = lines[i + 1]!;
    if (blankBefore === 0 && goesOn(lines[i]!.text, text) && isBroken(lines[i]!.text, text, width)) broken++;
  }
  return broken >= MIN_BROKEN && broken >= WRAPPED * goingOn ? width : 0;
}

/** Whether enough lines have a length that the width of a wrapped text leaves: of most texts none has. */
function mayBeWrapped(lines: readonly TextLine[]): boolean {
  let count = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { length } = lines[i]!.text;
    if (length >= FULL_LINE * MIN_WRAP_WIDTH && length <= TOO_LONG * MAX_WRAP_WIDTH && ++count >= MIN_BROKEN)
      return true;
  }
  return false;
}

/** Whether the first word of the next line had no room on this one. */
function isBroken(line: string, next: string, width: number): boolean {
  if (line.length < FULL_LINE * width || line.length > TOO_LONG * width) return false;
  const space = next.indexOf(' ');
  return line.length + 1 + (space < 0 ? next.length : space) > width;
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

function joinParagraphs<Line extends TextLine>(
  text: string,
  lines: readonly Line[],
  width: number,
): readonly Line[] {
  const joined: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    let inside = 0;
    for (; to < lines.length && lines[to]!.blankBefore === 0; to++) {
      const line = lines[to - 1]!.text;
      const next = lines[to]!.text;
      const isInside = goesOn(line, next);
      // A line that someone cut short goes on, too.
      if (!isBroken(line, next, width) && !(startsInsideSentence(next) && line.length <= width)) break;
      if (isInside) inside++;
    }
    if (to > from + 1 && isParagraph(lines, from, to, inside)) {
      const first = lines[from]!;
      const { end } = lines[to - 1]!;
      joined.push({ ...first, end, text: text.slice(first.start, end) });
    } else for (let i = from; i < to; i++) joined.push(lines[i]!);
    from = to;
  }
  return joined;
}

/**
 * Between blank lines stands one paragraph. Without them headlines may fill their lines by chance, but no sentence runs
 * from one into the next, or ends in the last.
 */
function isParagraph(lines: readonly TextLine[], from: number, to: number, inside: number): boolean {
  const isApart = (i: number) => i === 0 || i === lines.length || lines[i]!.blankBefore > 0;
  if (isApart(from) && isApart(to)) return true;
  const joints = to - from - 1;
  if (joints > 1) return inside >= INSIDE * joints;
  return inside === 1 || (endingOf(lines[from]!.text) === 'open' && endingOf(lines[to - 1]!.text) !== 'open');
}
