/**
 * Articles with a title alone above them: enough only where everything else of the file looks the same. Owns what such
 * a title is and when the parts of a file are articles, sections, or in doubt; must not cut files.
 */
import { normaliseDate } from '../dates/index.ts';
import type { Facts } from '../metadata.ts';
import { linesOf } from './code-units.ts';
import { type FoundPart, hasLetters, textOf } from './found-part.ts';
import { isBlank, isTitle } from './headed.ts';
import { labelOf } from './labels.ts';

/** Letters of a text under a title alone: a few lines of print. */
const LEAST_TITLED = 150;
/** Lines above a title that are about the article: its number, its address, its date. */
const MOST_ABOVE = 3;
/** Lines right below a title that name who wrote it. */
const MOST_BYLINES = 2;
const LONGEST_BYLINE = 60;

/** The part without its title; undefined where it does not begin with one. */
export function readTitled(lines: readonly string[]): FoundPart | undefined {
  const { at, facts } = above(lines);
  const title = lines[at]?.trim() ?? '';
  if (title === '' || !isTitle(title) || !isApart(lines, at + 1)) return undefined;
  const text = textOf(lines.slice(at + 1));
  return hasLetters(text, LEAST_TITLED) ? { text, facts: { ...facts, title }, hasHeader: true } : undefined;
}

/** What stands above the title, and the number of its line. */
function above(lines: readonly string[]): { readonly at: number; readonly facts: Facts } {
  let facts: Facts = {};
  let seen = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    const fact = seen++ < MOST_ABOVE ? factOf(line) : undefined;
    if (fact === undefined) return { at, facts };
    facts = { ...facts, ...fact };
  }
  return { at: lines.length, facts };
}

function factOf(line: string): Facts | undefined {
  if (
    /^(?:article|artikel|artículo|articolo|artigo|document|dokument|text|story|no\.|nr\.|#) ?\d{1,7}[.:]?$/i.test(
      line,
    )
  )
    return {};
  if (/^https?:\/\/\S{1,2000}$/i.test(line)) return URL.canParse(line) ? { url: line } : undefined;
  if (line.length <= LONGEST_BYLINE && normaliseDate(line) !== undefined) return { date: line };
  return undefined;
}

/** Whether a text is set off from the title above: by an empty line, bylines and one, or as a paragraph on one line. */
function isApart(lines: readonly string[], below: number): boolean {
  const next = lines[below] ?? '';
  if (isBlank(next)) return true;
  // A line that was wrapped to the width of a page is shorter, and ends in the middle of a sentence.
  if (hasLetters(next, LEAST_TITLED)) return /[.!?。！？…।][^\p{L}\p{N}]{0,3}$/u.test(next);
  let end = below;
  while (end < lines.length && end - below < MOST_BYLINES && isByline(lines[end]!)) end++;
  return end > below && isBlank(lines[end] ?? '');
}

/** "By A. Writer", "Von A. Writer | Hafenblatt". */
function isByline(line: string): boolean {
  const byline = line.trim();
  if (byline.length > LONGEST_BYLINE) return false;
  const space = byline.indexOf(' ');
  return space > 0 && labelOf(byline.slice(0, space).toLowerCase()) === 'author';
}

/** What the parts of a file are, by their titles: only what is sure is cut, what is in doubt is said. */
export type Standing = 'articles' | 'doubtful' | 'sections';

/** Of so many parts one may look like a section. */
export const ODD_SHARE = 8;
/** Two parts may be two halves of one text; three begin alike by intent. */
export const LEAST_PARTS = 3;

/** `isLong` where what parts them is no pause inside a text. */
export function standingOf(texts: readonly string[], isLong: boolean): Standing {
  const parts = texts.map((text) => readTitled(linesOf(text)));
  const titled = parts.filter((part) => part !== undefined);
  const titles = titled.map(({ facts }) => facts.title!);
  const isEach = titled.length === parts.length && new Set(titles).size === parts.length;
  if (isLong && isEach && parts.length >= 2) return 'articles';
  if (parts.length < LEAST_PARTS) return 'sections';
  const isMost = (count: number): boolean => (parts.length - count) * ODD_SHARE <= parts.length;
  // Running heads differ by the numbers of their pages.
  const different = new Set(titles.map((title) => title.replace(/\p{Nd}+/gu, '0'))).size;
  if (isEach && different === parts.length && isMost(titled.filter(isSure).length)) return 'articles';
  if (isMost(titled.length) && isMost(different)) return 'doubtful';
  return isLong && texts.every(isFull) ? 'doubtful' : 'sections';
}

/** A headline, not a heading, above a text of its own that comes to its end. */
function isSure({ text, facts }: FoundPart): boolean {
  return isHeadline(facts.title!) && isFull(text) && /[.!?。！？…।][^\p{L}\p{N}]{0,3}$/u.test(text);
}

const LEAST_WORDS = 4;
/** In scripts that do not part words. */
const LEAST_IDEOGRAPHS = 8;

export function isHeadline(title: string): boolean {
  if (!/^[\p{L}\p{Pi}\p{Ps}"'¿¡]/u.test(title)) return false;
  const ideographs = title.match(/[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);
  return (
    title.split(/\s+/, LEAST_WORDS).length >= LEAST_WORDS || (ideographs?.length ?? 0) >= LEAST_IDEOGRAPHS
  );
}

/** Letters and sentences of the shortest report. */
const LEAST_FULL = 400;
const LEAST_SENTENCES = 3;

export function isFull(text: string): boolean {
  const sentences = text.match(/[.!?](?=[\s"'”»)]|$)|[。！？।]/gu)?.length ?? 0;
  return sentences >= LEAST_SENTENCES && hasLetters(text, LEAST_FULL);
}
