/**
 * Marks of Markdown in the title of a dump: "# A title", "**A title**". Owns how they are taken off; the block keeps
 * them, as it was written so. Linear.
 */

/** Levels of headings in Markdown. */
const MOST_LEVELS = 6;
const BOLD = '**';

/** What a line says as a title. */
export function titleText(line: string): string {
  let level = 0;
  while (level < MOST_LEVELS && line[level] === '#') level++;
  const isHeading = level > 0 && line[level] === ' ' && line.slice(level).trim() !== '';
  const text = isHeading ? line.slice(level).trim() : line;
  const inner = text.slice(BOLD.length, -BOLD.length);
  const isBold = text.startsWith(BOLD) && text.endsWith(BOLD) && inner.trim() !== '' && !inner.includes('*');
  return isBold ? inner.trim() : text;
}
