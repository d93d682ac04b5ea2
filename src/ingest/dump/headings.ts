/**
 * Many articles in one Markdown file, each under a heading of the first level. Owns when such headings are titles of
 * articles and not of chapters; must not cut files.
 */
import { isUtf8 } from 'node:buffer';
import { bufferOf } from '../../lib/buffer-of.ts';
import { readMarkdown } from '../markdown.ts';
import { linesOf } from './code-units.ts';
import { dateAmong } from './dates.ts';
import { isHeading } from './forms.ts';
import { type FoundPart, textOf } from './found-part.ts';
import { isBlank } from './headed.ts';
import { isFull, isHeadline, LEAST_PARTS, ODD_SHARE } from './titled.ts';

/** Lines below a heading among which the date is looked for. */
const DATE_WITHIN = 3;

/** The part without its heading and the lines down to its date. */
export function readHeading(lines: readonly string[]): FoundPart {
  const start = lines.findIndex((line) => !isBlank(line));
  const heading = lines[start]?.trim() ?? '';
  if (!isHeading(heading)) return { text: plain(lines), facts: {}, hasHeader: false };
  const title = plain([heading]);
  let seen = 0;
  for (let at = start + 1; at < lines.length && seen < DATE_WITHIN; at++) {
    if (isBlank(lines[at]!)) continue;
    const date = dateAmong(plain([lines[at]!]));
    if (date !== undefined)
      return { text: plain(lines.slice(at + 1)), facts: { title, date }, hasHeader: true };
    seen++;
  }
  return { text: plain(lines.slice(start + 1)), facts: { title }, hasHeader: false };
}

function plain(lines: readonly string[]): string {
  return textOf(readMarkdown(lines.join('\n'), {}).text.split('\n'));
}

/** Whether some lines of the file may be such headings: cheap, and false for nearly all files. */
export function mayBeHeadings(prefix: Uint8Array): boolean {
  const bytes = bufferOf(prefix);
  // Lines of code may look like headings.
  if (bytes.includes('```') || bytes.includes('~~~')) return false;
  let found = 0;
  for (let at = bytes.indexOf('\n# '); at !== -1 && found < LEAST_PARTS; at = bytes.indexOf('\n# ', at + 1))
    found++;
  return found >= LEAST_PARTS - 1 && isUtf8(bytes.subarray(0, bytes.lastIndexOf(0x0a)));
}

/** Headlines with a date below each are articles; headlines above full texts may be. */
export function standingOfHeadings(texts: readonly string[]): 'articles' | 'doubtful' | 'sections' {
  const parts = texts.map((text) => readHeading(linesOf(text)));
  const titles = new Set(parts.map(({ facts }) => facts.title ?? ''));
  const headlines = [...titles].filter(isHeadline).length;
  const isMost = (count: number): boolean => (parts.length - count) * ODD_SHARE <= parts.length;
  if (parts.length < LEAST_PARTS || titles.size < parts.length || !isMost(headlines)) return 'sections';
  if (parts.every(({ hasHeader }) => hasHeader)) return 'articles';
  return isMost(parts.filter(({ text }) => isFull(text)).length) ? 'doubtful' : 'sections';
}
