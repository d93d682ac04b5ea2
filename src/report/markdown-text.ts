/**
 * Text of strangers inside Markdown: it stays text, on one line, whatever a renderer would make of it (links, images,
 * HTML, mentions of people, table cells). Must not know what a report is.
 * Reference: CommonMark 0.31, "Backslash escapes"; GitHub Flavored Markdown, "Autolinks (extension)".
 */
import { visibleLine } from '../lib/visible.ts';

/** Signs that mean something inside a line; `:` is among them as addresses become links by it. */
const SIGNS = /[\\`*_{}[\]<>#|~&:@$]/g;
/** What makes a list, or a heading of the line above, at the start of a line. */
const OPENING = /^[-+=]/;
const NUMBERED = /^(\d{1,9})([.)])/;
/** `www.` alone begins a link. */
const WWW = /(www)\./gi;
/** What names people and numbers where Markdown is shown is found after escapes are undone: only this parts them. */
const MENTION = /([@#])(?=[\p{L}\p{N}])/gu;
const WORD_JOINER = '\u2060';

/** As text on one line. Terminal escapes, bidi controls and line ends of it are shown, not acted on. */
export function markdownText(text: string): string {
  return visibleLine(text)
    .replace(MENTION, `$1${WORD_JOINER}`)
    .replace(SIGNS, '\\$&')
    .replace(OPENING, '\\$&')
    .replace(NUMBERED, '$1\\$2')
    .replace(WWW, '$1\\.');
}

/** As code, which no renderer looks into: for ids and paths, which people copy. */
export function markdownCode(text: string): string {
  const shown = visibleLine(text);
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') || shown === '' ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** The same in a table, where even code ends at a bar. */
export function markdownCodeCell(text: string): string {
  return markdownCode(text).replaceAll('|', '\\|');
}
