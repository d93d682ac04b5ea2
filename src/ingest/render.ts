/** Decoded text in the format of an article file as an article. Must not find, open or decode files. */
import type { OutsideRange } from '../model/article.ts';
import type { ArticleFormat } from './formats.ts';
import { readPage } from './html/page.ts';
import type { PageLibraries } from './html/readable.ts';
import { readMarkdown } from './markdown.ts';
import { type Facts, metadataOf } from './metadata.ts';
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
  /** The facts of the article from those of the page. */
  readonly facts?: (page: Facts) => Facts;
}

/** The article and what is to be said of it, or the issue that there is none. */
export async function renderedArticle(
  text: string,
  format: Exclude<ArticleFormat, 'message'>,
  map: FieldMap,
  { origin, place = {}, id, rawDigest, facts = (page) => page }: Provenance,
): Promise<readonly IngestItem[]> {
  const page = await render(text, format, map);
  if (page.text.trim() === '') return [issueItem(origin, 'empty', 'no text in it', place)];
  const made = place.record === undefined ? origin.path : `${origin.path}#${place.record}`;
  const article = {
    id: id ?? made,
    ...origin,
    ...place,
    text: page.text,
    ...(page.outside === undefined || page.outside.length === 0 ? {} : { outside: page.outside }),
    ...metadataOf(facts(page.facts)),
    rawDigest,
  };
  const notes = page.simplified === undefined ? [] : [simplifiedPage(origin, place, page.simplified)];
  return [...notes, { kind: 'article', hasOwnId: id !== undefined, article }];
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

export async function render(
  text: string,
  format: Exclude<ArticleFormat, 'message'>,
  map: FieldMap,
): Promise<Rendered> {
  switch (format) {
    case 'text':
      return { text, facts: {} };
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

async function loadLibraries(): Promise<PageLibraries> {
  const [{ parseHTML }, { Readability }] = await Promise.all([
    import('linkedom'),
    import('@mozilla/readability'),
  ]);
  return { parseHTML, Readability };
}
