/**
 * Cuts the bounded part of a text that a detector looks at. Owns the cut only; must not judge letters.
 * The sample is taken in pieces from the start, the middle and the end, so that a quotation or a byline in another
 * language at one place cannot stand for the article.
 */

const PIECES = 3;

/** At most about `limit` UTF-16 units of a text as up to three pieces joined by a space, cut at white space where there is any. */
export function sampleText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const size = Math.floor(limit / PIECES);
  const step = Math.floor((text.length - size) / (PIECES - 1));
  const pieces: string[] = [];
  for (let piece = 0; piece < PIECES; piece++) {
    const start = piece * step;
    pieces.push(trimToWords(text, start, start + size));
  }
  return pieces.join(' ');
}

/** How far a cut may move to reach white space: longer than nearly all words of spaced scripts. */
const MAX_SHIFT = 24;

function trimToWords(text: string, from: number, to: number): string {
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
  return text.slice(start, end);
}

/** The same position, moved off the middle of a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  return unit >= 0xdc00 && unit <= 0xdfff ? position + 1 : position;
}
