/**
 * Whether one HTML file is an export of many articles, and where each stands: exports of databases by their class
 * names, other files by `<article>` elements that hold nearly all of their text. Must not read files. Linear.
 */
import type { TextRange } from '../../model/article.ts';
import { readNumbered } from '../dump/databases.ts';
import { readFactiva } from '../dump/factiva.ts';
import { hasLetters } from '../dump/found-part.ts';
import { isFull, LEAST_PARTS, ODD_SHARE } from '../dump/titled.ts';
import type { Facts } from '../metadata.ts';
import { elementRanges, type Wanted } from './element-ranges.ts';
import { readStructuredData } from './structured-data.ts';
import { readTokens, type TokenizerClass } from './tokens.ts';

/** One of them: a text that was read, or a page of its own. */
export interface ArticleOfMany {
  /** In the source. */
  readonly start: number;
  readonly form: 'text' | 'html';
  readonly text: string;
  readonly facts: Facts;
}

export type ManyArticles =
  | {
      readonly name: string;
      readonly articles: readonly ArticleOfMany[];
      /** Parts that are none: a message without a text. */
      readonly leftOut: number;
    }
  | { readonly doubt: number };

/** How a database or a program exports. */
interface ExportForm {
  readonly name: string;
  /** Stands in the source of each such file. */
  readonly sign: string;
  readonly wanted: Wanted;
  readonly read: (source: string, tokenizer: TokenizerClass) => Omit<ArticleOfMany, 'start'> | undefined;
}

const EXPORTS: readonly ExportForm[] = [
  {
    name: 'a Factiva export',
    sign: 'Headline',
    wanted: {
      element: 'div',
      isWanted: (classes) =>
        classes.includes('article') && classes.some((name) => /^[a-z]{2}Article$/.test(name)),
    },
    read: (source, tokenizer) => asDump(readFactiva(linesOfPage(source, tokenizer))),
  },
  {
    name: 'a Europresse export',
    sign: 'titreArticle',
    wanted: { element: 'article', isWanted: () => true },
    read: (source, tokenizer) => asDump(readNumbered(linesOfPage(source, tokenizer))),
  },
  {
    name: 'a Telegram export',
    sign: 'message default',
    wanted: {
      element: 'div',
      isWanted: (classes) => classes.includes('message') && classes.includes('default'),
    },
    read: readTelegram,
  },
];

/** Undefined where the file is one page. */
export function manyArticles(source: string, tokenizer: TokenizerClass): ManyArticles | undefined {
  for (const form of EXPORTS) {
    if (!source.includes(form.sign)) continue;
    const ranges = elementRanges(source, form.wanted, tokenizer);
    const articles = ranges.flatMap(({ start, end }) => {
      const read = form.read(source.slice(start, end), tokenizer);
      return read === undefined ? [] : [{ start, ...read }];
    });
    if (articles.length >= 2) return { name: form.name, articles, leftOut: ranges.length - articles.length };
  }
  return bySiblings(source, tokenizer);
}

function linesOfPage(source: string, tokenizer: TokenizerClass): readonly string[] {
  return readTokens(source, tokenizer).text.split('\n');
}

function asDump({
  text,
  facts,
  hasHeader,
}: ReturnType<typeof readFactiva>): Omit<ArticleOfMany, 'start'> | undefined {
  return hasHeader && hasLetters(text, 1) ? { form: 'text', text, facts } : undefined;
}

/** A message with a text; its date stands in the title of its clock. */
function readTelegram(source: string, tokenizer: TokenizerClass): Omit<ArticleOfMany, 'start'> | undefined {
  const inner = (name: string): string | undefined => {
    const [range] = elementRanges(
      source,
      { element: 'div', isWanted: (all) => all.includes(name) },
      tokenizer,
    );
    if (range === undefined) return undefined;
    return readTokens(source.slice(range.start, range.end), tokenizer).text.trim();
  };
  const text = inner('text') ?? '';
  if (!hasLetters(text, 1)) return undefined;
  const clock = / title="(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?"/.exec(
    source.slice(0, 4000),
  );
  const [, day, month, year, time, zone = ''] = clock ?? [];
  const date = clock === null ? undefined : `${year}-${month}-${day}T${time}${zone}`;
  return { form: 'text', text, facts: { date, source: inner('from_name') } };
}

/** Share of the letters of a file that its articles have where it holds nothing else. */
const LEAST_OF_LETTERS = 0.8;
/** Types of pages that are one article, whatever parts it has: a live blog has many. */
const ONE_ARTICLE = ['meta:article:published_time', 'meta:datepublished'];

function bySiblings(source: string, tokenizer: TokenizerClass): ManyArticles | undefined {
  if ((source.match(/<article[\s>]/gi)?.length ?? 0) < LEAST_PARTS) return undefined;
  let hasReplies = false;
  const isWanted = (classes: readonly string[]): boolean => {
    hasReplies ||= isReply(classes);
    return true;
  };
  const ranges = elementRanges(source, { element: 'article', isWanted }, tokenizer);
  if (ranges.length < LEAST_PARTS || hasReplies) return undefined;
  const page = readTokens(source, tokenizer);
  if (isOneArticle(page.facts.named) || readStructuredData(page.facts.structuredData).headline !== undefined)
    return undefined;
  const parts = ranges.map((range) => partOf(source, range, tokenizer));
  const isTitled = new Set(parts.map(({ title }) => title)).size === parts.length;
  const full = parts.filter(({ title, text }) => title !== undefined && isFull(text));
  if (full.length < LEAST_PARTS) return undefined;
  const letters = parts.reduce((sum, { text }) => sum + lettersOf(text), 0);
  const isAll = letters >= LEAST_OF_LETTERS * lettersOf(page.text) && !hasMainHeading(source, ranges);
  if (!isAll || !isTitled || (parts.length - full.length) * ODD_SHARE > parts.length)
    return { doubt: full.length };
  const articles = parts.map(({ start, title, html }) => ({
    start,
    form: 'html' as const,
    text: html,
    facts: { title },
  }));
  return { name: 'a page of <article> elements', articles, leftOut: 0 };
}

/** Comments and reviews are articles to HTML, as is what they are about. */
function isReply(classes: readonly string[]): boolean {
  return classes.some((name) => /comment|repl(?:y|ies)|review|teaser/i.test(name));
}

/** Whether a heading of the page stands outside its articles, with a story of its own below it, it may be. */
function hasMainHeading(source: string, ranges: readonly TextRange[]): boolean {
  for (const { index } of source.matchAll(/<h1(?=[\s>])/gi)) {
    if (!ranges.some(({ start, end }) => index >= start && index < end) && isFollowed(source, index, ranges))
      return true;
  }
  return false;
}

/** Whether paragraphs follow before the next article. */
function isFollowed(source: string, heading: number, ranges: readonly TextRange[]): boolean {
  const next = ranges.find(({ start }) => start > heading)?.start ?? source.length;
  return /<p(?=[\s>])/i.test(source.slice(heading, next));
}

function isOneArticle(named: ReadonlyMap<string, string>): boolean {
  return (
    named.get('meta:og:type')?.toLowerCase() === 'article' || ONE_ARTICLE.some((name) => named.has(name))
  );
}

function partOf(
  source: string,
  { start, end }: TextRange,
  tokenizer: TokenizerClass,
): {
  readonly start: number;
  readonly html: string;
  readonly text: string;
  readonly title: string | undefined;
} {
  const html = source.slice(start, end);
  return { start, html, text: readTokens(html, tokenizer).text, title: headingOf(html, tokenizer) };
}

/** Headings of a part that are looked at, and how much of each. */
const MOST_HEADINGS = 4;
const LONGEST_HEADING = 2000;

/** The first heading with words. */
function headingOf(html: string, tokenizer: TokenizerClass): string | undefined {
  let looked = 0;
  for (const { index } of html.matchAll(/<h[1-4](?=[\s>])/gi)) {
    if (looked++ === MOST_HEADINGS) return undefined;
    const heading = html.slice(index, index + LONGEST_HEADING);
    const end = heading.search(/<\/h[1-4]/i);
    const text = end === -1 ? '' : readTokens(heading.slice(0, end), tokenizer).text;
    const title = text.replace(/\s+/g, ' ').trim();
    if (title !== '') return title;
  }
  return undefined;
}

function lettersOf(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
