/**
 * Cuts the bounded part of a text that a detector looks at. Owns the cut only; must not judge letters.
 * The sample is taken in pieces from the start, the middle and the end, so that a quotation or a byline in another
 * language at one place cannot stand for the article.
 */

const PIECES = 3;

/** A part of a text by its UTF-16 offsets, half-open. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** At most about `limit` UTF-16 units of a text as up to three pieces joined by a space, cut at white space where there is any. */
export function sampleText(text: string, limit: number): string {
  return text.length <= limit ? text : joined(text, samplePieces(text, limit));
}

/** The pieces of `sampleText`, in order; they do not overlap. */
export function samplePieces(text: string, limit: number): readonly Piece[] {
  if (text.length <= limit) return [{ start: 0, end: text.length }];
  const size = Math.floor(limit / PIECES);
  const step = Math.floor((text.length - size) / 2);
  return [pieceOf(text, 0, size), pieceOf(text, step, size), pieceOf(text, 2 * step, size)];
}

function joined(text: string, pieces: readonly Piece[]): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/**
 * What the larger of two samples has and the smaller has not, in order; undefined where the smaller cuts a word, or is
 * not a part of the larger.
 */
export function furtherPieces(
  text: string,
  smaller: readonly Piece[],
  larger: readonly Piece[],
): readonly Piece[] | undefined {
  const further: Piece[] = [];
  let next = 0;
  for (const { start, end } of larger) {
    let from = start;
    for (let known = smaller[next]; known !== undefined && known.end <= end; known = smaller[++next]) {
      if (known.start < from || !isBetweenWords(text, known.start) || !isBetweenWords(text, known.end))
        return;
      further.push({ start: from, end: known.start });
      from = known.end;
    }
    further.push({ start: from, end });
  }
  return next < smaller.length ? undefined : further;
}

/** Whether white space, or an edge of the text, stands on one side of a position. */
function isBetweenWords(text: string, position: number): boolean {
  return position === 0 || position === text.length || isSpace(text, position - 1) || isSpace(text, position);
}

function isSpace(text: string, position: number): boolean {
  return text.charCodeAt(position) <= 0x20;
}

/** UTF-16 units from which a line is prose: those of lists and menus are shorter, and headlines. */
const PROSE = 80;
/** How far a piece may move to reach prose. */
const MAX_MOVE = 3000;

/**
 * The same, of a text that may begin and end with menus: each piece moves to a line of prose near by, or to the longest
 * line, and stays within its third of the text. Reads a bounded part of the text.
 */
export function sampleProse(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const size = Math.floor(limit / PIECES);
  const third = Math.floor(text.length / PIECES);
  const middle = Math.floor((text.length - size) / 2);
  const first = startOfProse(text, 0, Math.min(MAX_MOVE, third - size));
  const second = startOfProse(text, middle, Math.min(middle + MAX_MOVE, 2 * third - size));
  const end = endOfProse(text, text.length, Math.max(text.length - MAX_MOVE, 2 * third + size));
  return joined(text, [
    pieceOf(text, first, size),
    pieceOf(text, second, size),
    pieceOf(text, end - size, size),
  ]);
}

/** Where the first line of prose starts, or else the longest line; `from` itself may be inside a line. */
function startOfProse(text: string, from: number, to: number): number {
  const part = text.slice(from, Math.max(from, to) + PROSE);
  let longest = 0;
  let best = 0;
  for (let start = 0; start <= to - from; ) {
    const found = part.indexOf('\n', start);
    const end = found < 0 ? part.length : found;
    if (end - start > longest) {
      longest = end - start;
      best = start;
    }
    if (longest >= PROSE) break;
    start = end + 1;
  }
  return from + best;
}

/** Where the last line of prose ends, or else the longest line; `from` itself may be inside a line. */
function endOfProse(text: string, from: number, to: number): number {
  const part = text.slice(Math.min(from, to) - PROSE, from);
  let longest = 0;
  let best = part.length;
  for (let end = part.length; from - (part.length - end) >= to; ) {
    const start = end === 0 ? 0 : part.lastIndexOf('\n', end - 1) + 1;
    if (end - start > longest) {
      longest = end - start;
      best = end;
    }
    if (longest >= PROSE) break;
    end = start - 1;
  }
  return from - part.length + best;
}

/** How far a cut may move to reach white space: longer than nearly all words of spaced scripts. */
const MAX_SHIFT = 24;

/** The words of a piece; at the edges of the text nothing is cut. */
function pieceOf(text: string, from: number, size: number): Piece {
  const to = from + size;
  let start = from;
  if (start > 0) {
    while (start < from + MAX_SHIFT && text.charCodeAt(start - 1) > 0x20) start++;
    if (start === from + MAX_SHIFT) start = wholeCharacter(text, from);
  }
  let end = to;
  if (end < text.length) {
    while (end > to - MAX_SHIFT && text.charCodeAt(end) > 0x20) end--;
    if (end === to - MAX_SHIFT) end = wholeCharacter(text, to);
  }
  return { start, end: Math.max(start, end) };
}

/** The same position, moved off the middle of a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  return unit >= 0xdc00 && unit <= 0xdfff ? position + 1 : position;
}
