/** Reads a file that is one article: plain text, Markdown, HTML or a mail. Must not find or open files, or judge content. */
import { bufferOf } from '../lib/buffer-of.ts';
import { sha256 } from '../lib/digest.ts';
import { type Decoded, decode } from './decode.ts';
import type { DocumentPart } from './parts.ts';
import { renderedArticle } from './render.ts';
import { type IngestItem, type IngestRequest, issueItem } from './request.ts';
import { declaredCharset } from './sniff.ts';
import { BYTE_ORDER_MARK } from './split.ts';

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

async function readKnown(part: DocumentPart, map: Map): Promise<readonly IngestItem[]> {
  const { bytes, format, origin } = part;
  if (format === 'message') {
    const { readMessage } = await import('./mail/read-messages.ts');
    return await readMessage(bufferOf(bytes), origin, {}, map);
  }
  const decoded = await decode(bytes, format === 'html' ? declaredCharset(bytes) : undefined);
  switch (decoded.kind) {
    case 'fault': {
      const position = decoded.offset === undefined ? {} : { offset: decoded.offset };
      return [issueItem(origin, decoded.code, decoded.message, position)];
    }
    case 'text':
      return format === 'html' && !part.isOne
        ? await readPages(part, decoded, map)
        : await renderedArticle(decoded.text, format, map, { origin, decoded, rawDigest: sha256(bytes) });
    default:
      return decoded satisfies never;
  }
}

/** An HTML file is a page, or an export of many articles. */
async function readPages(
  { bytes, origin }: DocumentPart,
  decoded: Extract<Decoded, { readonly kind: 'text' }>,
  map: Map,
): Promise<readonly IngestItem[]> {
  const { readMany } = await import('./html/read-many.ts');
  const markBytes = decoded.reading?.by === 'mark' ? BYTE_ORDER_MARK.length : 0;
  const many = await readMany(decoded, { origin, map, markBytes });
  if (!many.isOne) return many.items;
  const page = await renderedArticle(decoded.text, 'html', map, {
    origin,
    decoded,
    rawDigest: sha256(bytes),
  });
  return [...page, ...many.notes];
}
