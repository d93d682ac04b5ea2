/** Reads a file that is one article: plain text, Markdown or HTML. Must not find or open files, or judge content. */
import { sha256 } from '../lib/digest.ts';
import type { OutsideRange } from '../model/article.ts';
import { decode } from './decode.ts';
import type { ArticleFormat } from './formats.ts';
import { readPage } from './html/page.ts';
import type { PageLibraries } from './html/readable.ts';
import { readMarkdown } from './markdown.ts';
import { type Facts, metadataOf } from './metadata.ts';
import type { DocumentPart } from './parts.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin } from './request.ts';
import { declaredCharset } from './sniff.ts';

type Map = IngestRequest['map'];

/** The article of a file and what is to be said of it, or the issue that there is none. */
export async function readArticle(part: DocumentPart, map: Map): Promise<readonly IngestItem[]> {
  const items = await readKnown(part, map);
  return part.isUnknown ? items.map(asUnknown) : items;
}

/** A file that was named is read as text whatever it is called; where it is none, its type is the trouble. */
function asUnknown(item: IngestItem): IngestItem {
  if (item.kind === 'article') return item;
  const { code, path } = item.issue;
  if (code !== 'binary' && code !== 'invalid-encoding') return item;
  return issueItem(
    { path },
    'unknown-type',
    'neither a known extension nor plain text; see the list of formats',
  );
}

async function readKnown({ bytes, format, origin }: DocumentPart, map: Map): Promise<readonly IngestItem[]> {
  const decoded = await decode(bytes, format === 'html' ? declaredCharset(bytes) : undefined);
  switch (decoded.kind) {
    case 'fault': {
      const position = decoded.offset === undefined ? {} : { offset: decoded.offset };
      return [issueItem(origin, decoded.code, decoded.message, position)];
    }
    case 'text':
      break;
    default:
      return decoded satisfies never;
  }
  const page = await render(decoded.text, format, map);
  if (page.text.trim() === '') return [issueItem(origin, 'empty', 'no text in it')];
  const article = {
    id: origin.path,
    ...origin,
    text: page.text,
    ...(page.outside === undefined || page.outside.length === 0 ? {} : { outside: page.outside }),
    ...metadataOf(page.facts),
    rawDigest: sha256(bytes),
  };
  const notes = page.simplified === undefined ? [] : [simplifiedPage(origin, page.simplified)];
  return [...notes, { kind: 'article', article }];
}

function simplifiedPage(origin: Origin, why: string): IngestItem {
  const message = `read by its tags alone, so that more page chrome may be left (${why})`;
  return issueItem(origin, 'simplified-page', message);
}

interface Rendered {
  readonly text: string;
  readonly facts: Facts;
  readonly outside?: readonly OutsideRange[];
  readonly simplified?: string;
}

async function render(text: string, format: ArticleFormat, map: Map): Promise<Rendered> {
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
