/** Lines of print as running text. Owns the question whether a hyphen at the end of a line divides a word. Pure. */

/** A letter, a hyphen or soft hyphen, and below it a small letter: capitals and digits keep theirs (Jean-\nPaul). */
const DIVIDED = /(\p{L})[-\u00ad\u2010\u00ac]\n(?=\p{Ll})/gu;

/** Lines joined by spaces, divided words put together. */
export function joinedLines(text: string): string {
  const lines = text.split('\n').map((line, i, all) => (i === all.length - 1 ? line : line.trimEnd()));
  for (let i = 1; i < lines.length; i++) lines[i] = lines[i]!.trimStart();
  return lines.join('\n').replace(DIVIDED, '$1').replaceAll('\n', ' ');
}
