/**
 * One HTML page as an article: its whole text, the ranges that stand outside the article, its facts. Owns the order
 * of trust: structured data, then the extractor corrected by the markup, then the markup alone where a page is too
 * large or too deep for a tree, or is none. Any string is a page.
 */
import type { DropReason, OutsideRange } from '../../model/article.ts';
import { judgeLines } from './article-lines.ts';
import { isAbsent, matchBody } from './body-match.ts';
import { chooseMetadata, isSameTitle, type PageMetadata } from './page-metadata.ts';
import type { PageLine } from './page-tree.ts';
import { type PageLibraries, type ReadablePage, readReadable, tooLarge } from './readable.ts';
import { readStructuredData } from './structured-data.ts';
import { titleOnPage } from './title-on-page.ts';
import { readTokens, type TokenizerClass, type TokenPage } from './tokens.ts';

export interface HtmlPage {
  readonly text: string;
  /** Ranges of `text` that stand outside the article. */
  readonly outside: readonly OutsideRange[];
  readonly metadata: PageMetadata;
  /** Why the page was read without an extractor, where it was; one line, for people. */
  readonly simplified?: string;
}

/** Share of the text of the tokens that the tree must have: it has all of it on every page measured (decision 0008). */
const LEAST_OF_TEXT = 0.95;

/** `libraries` are asked for only where a tree is built. */
export async function readPage(
  source: string,
  tokenizer: TokenizerClass,
  libraries: () => Promise<PageLibraries>,
): Promise<HtmlPage> {
  const tokens = readTokens(source, tokenizer);
  const data = readStructuredData(tokens.facts.structuredData);
  const metadata = shown(chooseMetadata(tokens.facts, data), tokens.text);
  const body = data.body === undefined ? undefined : readTokens(data.body, tokenizer).text.trim();
  const plain: HtmlPage = { ...readPlainly(tokens, body), metadata };
  const excess = tooLarge(tokens.size, source.length);
  if (excess !== undefined) return { ...plain, simplified: excess };
  if (tokens.text.trim() === '') return plain;
  let page: ReadablePage;
  try {
    page = readReadable(source, tokens.hasBody, await libraries());
  } catch {
    // The libraries were made for pages that browsers have repaired.
    return { ...plain, simplified: 'markup that the extractor cannot read' };
  }
  // Where both read the page alike they give the same text; a tree that lost some of it is not to be trusted.
  if (page.tree.text.length < LEAST_OF_TEXT * tokens.text.length) {
    return { ...plain, simplified: 'markup so broken that its tree loses text' };
  }
  if (page.article.size === 0) return plain;
  return { ...extract(page, metadata.title, body), metadata };
}

function shown(metadata: PageMetadata, text: string): PageMetadata {
  return metadata.title === undefined ? metadata : { ...metadata, title: titleOnPage(metadata.title, text) };
}

type TextOfPage = Pick<HtmlPage, 'text' | 'outside'>;

/** The text from the tokens, with what the markup declares. */
function readPlainly(tokens: TokenPage, body: string | undefined): TextOfPage {
  const { text, outside } = tokens;
  return body !== undefined && isAbsent(body, text, text) ? bodyAfter(text, body) : { text, outside };
}

function extract(page: ReadablePage, title: string | undefined, body: string | undefined): TextOfPage {
  const { text, lines } = page.tree;
  const lineText = ({ start, end }: PageLine): string => text.slice(start, end);
  const reasons = judgeLines({
    lines,
    taken: page.article,
    body: body === undefined ? undefined : matchBody(body, lines.map(lineText)),
    isTitle: (line) => title !== undefined && isSameTitle(lineText(line), title),
  });
  const article = lines.filter((_, i) => reasons[i] === undefined).map(lineText);
  if (body !== undefined && isAbsent(body, text, article.join('\n'))) return bodyAfter(text, body);
  return { text, outside: rangesOf(lines, reasons) };
}

/** The body is part of the page, only not of what is shown: it stands behind all that is. */
function bodyAfter(text: string, body: string): TextOfPage {
  const shown = text.trimEnd();
  if (shown === '') return { text: `${body}\n`, outside: [] };
  return {
    text: `${shown}\n\n${body}\n`,
    outside: [{ start: 0, end: shown.length, reason: 'navigation' }],
  };
}

/** Neighbouring lines with one reason are one range. */
function rangesOf(
  lines: readonly PageLine[],
  reasons: readonly (DropReason | undefined)[],
): readonly OutsideRange[] {
  const ranges: { start: number; end: number; reason: DropReason }[] = [];
  lines.forEach(({ start, end }, i) => {
    const reason = reasons[i];
    const last = ranges.at(-1);
    if (reason === undefined) return;
    if (last?.reason === reason && reasons[i - 1] === reason) last.end = end;
    else ranges.push({ start, end, reason });
  });
  return ranges;
}
