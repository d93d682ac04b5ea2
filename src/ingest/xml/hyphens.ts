/** Lines of print as running text. Owns the question whether a hyphen at the end of a line divides a word. Pure. */

/** A letter, a hyphen or soft hyphen, and below it a small letter: capitals and digits keep theirs (Jean-\nPaul). */
const DIVIDED = /(\p{L})[-\u00ad\u2010\u00ac]\n(?=\p{Ll})/gu;

/** Lines joined by spaces, divided words put together. */
export function joinedLines(text: string): string {
  return text
    .replace(/[ \t]*\r?\n[ \t]*/g, '\n')
    .replace(DIVIDED, '$1')
    .replace(/\n/g, ' ');
}
