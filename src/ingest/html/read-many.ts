/** The articles of one HTML file that holds many, as items. Must not decide which files do (`many-articles.ts`). */
import { sha256 } from '../../lib/digest.ts';
import { articleItem } from '../article-item.ts';
import type { Decoded } from '../decode.ts';
import { mendText } from '../encoding/repairs.ts';
import { doubtItems, renderedArticle } from '../render.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, type Position } from '../request.ts';
import { type ArticleOfMany, manyArticles } from './many-articles.ts';

/** Of the file. */
export interface ManyOrigin {
  readonly origin: Origin;
  readonly map: IngestRequest['map'];
  /** Bytes of the mark at its beginning. */
  readonly markBytes: number;
}

type DecodedText = Extract<Decoded, { readonly kind: 'text' }>;

export type ReadMany =
  /** The file is to be read as one, and this be said. */
  | { readonly isOne: true; readonly notes: readonly IngestItem[] }
  | { readonly isOne: false; readonly items: readonly IngestItem[] };

export async function readMany(decoded: DecodedText, file: ManyOrigin): Promise<ReadMany> {
  const { Tokenizer } = await import('htmlparser2');
  const found = manyArticles(decoded.text, Tokenizer);
  if (found === undefined) return { isOne: true, notes: [] };
  if ('doubt' in found) {
    const message = `may hold ${found.doubt} articles in <article> elements, but was read as one; one file for each has them read one by one`;
    return { isOne: true, notes: [issueItem(file.origin, 'split-file', message)] };
  }
  const items: IngestItem[] = [...doubtItems(file.origin, {}, decoded)];
  const offsets = offsetsOf(decoded, found.articles, file.markBytes);
  for (const [i, article] of found.articles.entries()) {
    const offset = offsets?.[i];
    const place = { record: i + 1, ...(offset === undefined ? {} : { offset }) };
    items.push(...(await readOne(article, place, decoded, file)));
  }
  const message = `${found.name}: read as ${found.articles.length} articles, one by one (--no-split reads the file as one)`;
  items.push(issueItem(file.origin, 'split-file', message));
  if (found.leftOut > 0) {
    const left = `parts of the file that are no article, as messages without a text: ${found.leftOut}`;
    items.push(issueItem(file.origin, 'left-out', left));
  }
  return { isOne: false, items };
}

async function readOne(
  { form, text, facts }: ArticleOfMany,
  place: Position,
  { reading: told }: DecodedText,
  { origin, map }: ManyOrigin,
): Promise<readonly IngestItem[]> {
  const rawDigest = sha256(text);
  if (form === 'text') {
    const mended = mendText(text, told);
    const { text: read, reading } = mended;
    return [articleItem(origin, place, { text: read, facts, reading, rawDigest })];
  }
  return await renderedArticle(text, 'html', map, {
    origin,
    place,
    rawDigest,
    decoded: { kind: 'text', text, ...(told === undefined ? {} : { reading: told }) },
    facts: (page) => ({ ...page, title: facts.title ?? page.title }),
  });
}

/** Places in bytes, where the text is UTF-8 as it stands. */
function offsetsOf(
  { text, reading, doubt }: DecodedText,
  articles: readonly ArticleOfMany[],
  markBytes: number,
): readonly number[] | undefined {
  if (doubt !== undefined || (reading !== undefined && reading.encoding !== 'utf-8')) return undefined;
  let at = 0;
  let bytes = markBytes;
  return articles.map(({ start }) => {
    bytes += Buffer.byteLength(text.slice(at, start));
    at = start;
    return bytes;
  });
}
