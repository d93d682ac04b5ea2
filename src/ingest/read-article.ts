/** Reads a file that is one article: plain text, Markdown or HTML. Must not find files or judge content. */
import { sha256 } from '../lib/digest.ts';
import type { TextRange } from '../model/article.ts';
import { collect } from './byte-stream.ts';
import { decode } from './decode.ts';
import type { ArticleFormat } from './formats.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { type Facts, metadataOf } from './metadata.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin } from './request.ts';
import { declaredCharset } from './sniff.ts';

/** The article of a stream, or the issue that there is none. */
export async function readArticle(
  stream: AsyncIterable<Uint8Array>,
  format: ArticleFormat,
  origin: Origin,
  request: IngestRequest,
): Promise<IngestItem> {
  const bytes = await collect(stream, request.maxRecordBytes);
  if (bytes === undefined) {
    const message = `longer than ${request.maxRecordBytes} bytes, too long for one article; raise the record limit`;
    return issueItem(origin, 'too-long', message);
  }
  if (bytes.length === 0) return issueItem(origin, 'empty', 'an empty file');
  const decoded = await decode(bytes, format === 'html' ? declaredCharset(bytes) : undefined);
  switch (decoded.kind) {
    case 'fault': {
      const position = decoded.offset === undefined ? {} : { offset: decoded.offset };
      return issueItem(origin, decoded.code, decoded.message, position);
    }
    case 'text':
      break;
    default:
      return decoded satisfies never;
  }
  const page = await render(decoded.text, format, request.map);
  if (page.text.trim() === '') return issueItem(origin, 'empty', 'no text in it');
  const article = {
    id: origin.path,
    ...origin,
    text: page.text,
    ...(page.outside === undefined || page.outside.length === 0 ? {} : { outside: page.outside }),
    ...metadataOf(page.facts),
    rawDigest: sha256(bytes),
  };
  return { kind: 'article', article };
}

async function render(
  text: string,
  format: ArticleFormat,
  map: IngestRequest['map'],
): Promise<{ readonly text: string; readonly facts: Facts; readonly outside?: readonly TextRange[] }> {
  switch (format) {
    case 'text':
      return { text, facts: {} };
    case 'markdown':
      return readMarkdown(text, map);
    case 'html': {
      // Loaded only here: a dump without HTML never needs the parser.
      const { Tokenizer } = await import('htmlparser2');
      const page = readHtml(text, Tokenizer);
      return { text: page.text, facts: page, outside: page.outside };
    }
    default:
      return format satisfies never;
  }
}
