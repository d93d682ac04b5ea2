/** Decoded text in the format of an article file as an article. Must not find, open or decode files. */

import { positionAfter } from '../lib/edits.ts';
import type { OutsideRange } from '../model/article.ts';
import { articleItem } from './article-item.ts';
import type { Decoded } from './decode.ts';
import { type Repaired, repairText, withoutDoubling, withRepairs } from './encoding/repairs.ts';
import type { ArticleFormat } from './formats.ts';
import { readPage } from './html/page.ts';
import type { PageLibraries } from './html/readable.ts';
import { readMarkdown } from './markdown.ts';
import type { Facts } from './metadata.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, type Position } from './request.ts';

type FieldMap = IngestRequest['map'];

/** What is known of an article beside its text. */
export interface Provenance {
  readonly origin: Origin;
  /** Absent for files of one article. */
  readonly place?: Position;
  /** The record's own id. */
  readonly id?: string;
  readonly rawDigest: string;
  /** How its bytes were read; absent where a library did that. */
  readonly decoded?: Extract<Decoded, { readonly kind: 'text' }>;
  /** The facts of the article from those of the page. */
  readonly facts?: (page: Facts) => Facts;
}

/** The article and what is to be said of it, or the issue that there is none. */
export async function renderedArticle(
  text: string,
  format: Exclude<ArticleFormat, 'message'>,
  map: FieldMap,
  { origin, place = {}, id, rawDigest, decoded, facts = (page) => page }: Provenance,
): Promise<readonly IngestItem[]> {
  const undone = withoutDoubling(text, decoded?.text === text ? decoded.utf8 : undefined);
  const page = await render(undone.text, format, map);
  const found = repairText(page.text, format === 'html');
  const { text: mended, reading } = withRepairs(page.text, decoded?.reading, undone.repairs, found);
  const outside = page.outside?.map((range) => movedRange(range, found));
  if (mended.trim() === '') return [issueItem(origin, 'empty', 'no text in it', place)];
  const read = { id, text: mended, outside, facts: facts(page.facts), reading, rawDigest };
  const notes = page.simplified === undefined ? [] : [simplifiedPage(origin, place, page.simplified)];
  return [...doubtItems(origin, place, decoded), ...notes, articleItem(origin, place, read)];
}

/** What is to be said of the way in which a text was decoded. */
export function doubtItems(
  origin: Origin,
  place: Position,
  decoded: Provenance['decoded'],
): readonly IngestItem[] {
  if (decoded?.doubt === undefined) return [];
  const { code, message, offset } = decoded.doubt;
  const at = offset === undefined ? {} : { offset: (place.offset ?? 0) + offset };
  return [issueItem(origin, code, message, { ...place, ...at })];
}

function movedRange(range: OutsideRange, found: Repaired | undefined): OutsideRange {
  if (found === undefined) return range;
  const start = positionAfter(found.edits, range.start);
  return { ...range, start, end: positionAfter(found.edits, range.end) };
}

function simplifiedPage(origin: Origin, place: Position, why: string): IngestItem {
  const message = `read by its tags alone, so that more page chrome may be left (${why})`;
  return issueItem(origin, 'simplified-page', message, place);
}

export interface Rendered {
  readonly text: string;
  readonly facts: Facts;
  readonly outside?: readonly OutsideRange[];
  readonly simplified?: string;
}

/** What begins like a line "Title: ...". */
const MAY_BE_FIELD = /^\s{0,80}\p{L}[^\n\r:：]{0,39}[:：]/u;

export async function render(
  text: string,
  format: Exclude<ArticleFormat, 'message'>,
  map: FieldMap,
): Promise<Rendered> {
  switch (format) {
    case 'text': {
      if (MAY_BE_FRONT.test(text)) return await renderFronted(text, map);
      if (!MAY_BE_FIELD.test(text)) return { text, facts: {} };
      const title = (await import('./dump/headed.ts')).namedTitle(text);
      return { text, facts: title === undefined ? {} : { title } };
    }
    case 'markdown':
      return readMarkdown(text, map);
    case 'html': {
      // Loaded only here: a dump without HTML never needs the parsers.
      const { Tokenizer } = await import('htmlparser2');
      const { metadata, ...page } = await readPage(text, Tokenizer, loadLibraries);
      return { ...page, facts: metadata };
    }
    default:
      return format satisfies never;
  }
}

/** What begins like front matter. */
const MAY_BE_FRONT = /^\ufeff?(?:(?:---|\+\+\+)[ \t]{0,9}[\r\n]|\{)/;

/** Plain text whose fields stand above it; what is no field stays. */
async function renderFronted(text: string, map: FieldMap): Promise<Rendered> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const front = (await import('./front-matter.ts')).strictFrontMatterOf(lines, map);
  const below = front === undefined ? '' : lines.slice(front.lines).join('\n');
  return front === undefined || below.trim() === ''
    ? { text, facts: {} }
    : { text: below.replace(/^\n+/, ''), facts: front.facts };
}

async function loadLibraries(): Promise<PageLibraries> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  return { parseHTML, Readability };
}
