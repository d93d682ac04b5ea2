/**
 * Markdown to text: front matter becomes metadata (`front-matter.ts`); heading marks, links, images, emphasis and fences
 * go; everything else stays as written. Line by line, one pass a pattern, no pattern that looks back over what another took.
 * Reference: CommonMark 0.31, sections 4.2, 6.2, 6.3.
 */
import { type FrontFacts, frontMatterOf } from './front-matter.ts';

export interface MarkdownPage {
  readonly text: string;
  readonly facts: FrontFacts;
}

const FENCE = /^ {0,3}(?:```|~~~)/;

/** Text and front matter of a Markdown file. `map` renames the keys of the front matter. */
export function readMarkdown(source: string, map: Readonly<Record<string, string>>): MarkdownPage {
  const lines = source.split(/\r\n|\n|\r/);
  const front = frontMatterOf(lines, map);
  const body: string[] = [];
  let inCode = false;
  for (const line of lines.slice(front?.lines ?? 0)) {
    if (FENCE.test(line)) inCode = !inCode;
    else body.push(inCode ? line : plainLine(line));
  }
  return { text: body.join('\n'), facts: front?.facts ?? {} };
}

function plainLine(line: string): string {
  if (/^ {0,3}(?:=+|-{2,}|\*{3,}|_{3,})\s*$/.test(line)) return '';
  if (/^ {0,3}\[[^[\]]+\]: ?\S+/.test(line)) return '';
  const bare = line.replace(/^ {0,3}#{1,6}(?=\s|$)\s*/, '').replace(/^(?: {0,3}> ?){1,9}/, '');
  const headed = bare === line ? line : withoutClosingMarks(bare);
  return withoutEmphasis(withoutLinks(headed)).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** `Title ##` is `Title`; a loop, because the pattern for it would look back over every run of marks. */
function withoutClosingMarks(heading: string): string {
  const trimmed = heading.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === '#') end--;
  return end < trimmed.length && (end === 0 || trimmed[end - 1] === ' ')
    ? trimmed.slice(0, end).trimEnd()
    : heading;
}

/** Images go (their text is no prose of the article), links and autolinks leave their text. */
function withoutLinks(line: string): string {
  return line
    .replace(/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g, '')
    .replace(/(?<!\\)\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/<(https?:[^<>\s]*)>/g, '$1');
}

function withoutEmphasis(line: string): string {
  return line
    .replace(/(?<![\\*])(\*{1,3})(?=[^\s*])([^*]*[^\s*\\])\1(?!\*)/g, '$2')
    .replace(/(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])([^_]*[^\s_\\])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~([^~]+)~~/g, '$1')
    .replace(/(?<!`)`([^`]+)`(?!`)/g, '$1');
}
