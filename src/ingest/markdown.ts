/**
 * Markdown to text: front matter becomes metadata; heading marks, links, images, emphasis and fences go; everything
 * else stays as written. Line by line, one pass a pattern, no pattern that looks back over what another took.
 * Reference: CommonMark 0.31, sections 4.2, 6.2, 6.3; front matter is the subset of YAML with plain scalars.
 */
import { FIELDS, type Field } from '../model/record-fields.ts';
import { namesOf } from './fields.ts';

export interface MarkdownPage {
  readonly text: string;
  readonly facts: Readonly<Partial<Record<Field, string>>>;
}

const FENCE = /^ {0,3}(?:```|~~~)/;

/** Text and front matter of a Markdown file. `map` renames the keys of the front matter. */
export function readMarkdown(source: string, map: Readonly<Record<string, string>>): MarkdownPage {
  const lines = source.split(/\r\n|\n|\r/);
  const end = frontMatterEnd(lines);
  const body: string[] = [];
  let inCode = false;
  for (const line of lines.slice(end)) {
    if (FENCE.test(line)) inCode = !inCode;
    else body.push(inCode ? line : plainLine(line));
  }
  return { text: body.join('\n'), facts: frontMatter(lines.slice(1, Math.max(1, end - 1)), map) };
}

/** Number of lines that the front matter takes, its fences counted; 0 without one. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return close === -1 ? 0 : close + 1;
}

function frontMatter(
  lines: readonly string[],
  map: Readonly<Record<string, string>>,
): Readonly<Partial<Record<Field, string>>> {
  const values = new Map<string, string>();
  for (const line of lines) {
    // Top-level keys only: an indented line belongs to a value of a kind we do not read.
    const colon = line.indexOf(':');
    if (colon <= 0 || /^[\s#-]/.test(line)) continue;
    const key = line.slice(0, colon).trim();
    const value = scalar(line.slice(colon + 1).trim());
    if (value !== undefined) values.set(key, value);
  }
  const facts: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const name = namesOf(map, field).find((known) => values.has(known));
    const value = name === undefined ? undefined : values.get(name);
    if (value !== undefined) facts[field] = value;
  }
  return facts;
}

/** A YAML scalar on one line; undefined for anything else (lists, maps, block scalars). */
function scalar(written: string): string | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const close = closingQuote(written, quote);
    if (close === -1) return undefined;
    const inner = written.slice(1, close);
    return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
  }
  const comment = written.indexOf(' #');
  const plain = (comment === -1 ? written : written.slice(0, comment)).trim();
  return plain === '' || /^[[{|>&*!]/.test(plain) ? undefined : plain;
}

function closingQuote(written: string, quote: string): number {
  for (let at = 1; at < written.length; at++) {
    if (quote === '"' && written[at] === '\\') at++;
    else if (written[at] === quote) {
      if (quote === '"' || written[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
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
