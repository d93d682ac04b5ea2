/** XML elements as articles, each by the reader of its format. Must not split streams. */
import { sha256 } from '../../lib/digest.ts';
import { articleItem } from '../article-item.ts';
import { decode } from '../decode.ts';
import { mendText } from '../encoding/repairs.ts';
import { markupText } from '../markup-text.ts';
import type { ElementReading, RecordsPart } from '../parts.ts';
import { type CutRecord, recordsOf } from '../records-of.ts';
import { doubtItems } from '../render.ts';
import { type IngestItem, issueItem, type Origin } from '../request.ts';
import { tooDeep } from '../split.ts';
import { readAlto } from './alto.ts';
import { type Element, parseElement } from './element-tree.ts';
import { readExtracted } from './extracted.ts';
import { readFeedItem } from './feed.ts';
import type { FoundArticle } from './found-article.ts';
import { readNewsItem } from './newsml.ts';
import { readNitf } from './nitf.ts';
import { readTei } from './tei.ts';

/** The articles of a part in order, and an issue in the place of each bad element. */
export async function readElements(
  part: RecordsPart,
  reading: ElementReading,
): Promise<readonly IngestItem[]> {
  const items: IngestItem[] = [];
  const language = /\sxml:lang\s{0,9}=\s{0,9}["']([\w-]{2,35})["']/.exec(reading.head)?.[1];
  for (const record of recordsOf(part))
    items.push(...(await readOne(record, part.origin, reading, language)));
  return items;
}

async function readOne(
  { bytes, place }: CutRecord,
  origin: Origin,
  { charset, decoded: before }: ElementReading,
  language: string | undefined,
): Promise<readonly IngestItem[]> {
  const decoded = await decode(bytes, charset);
  if (decoded.kind === 'fault') {
    const offset = place.offset + (decoded.offset ?? 0);
    return [issueItem(origin, decoded.code, decoded.message, { ...place, offset })];
  }
  const parsed = parseElement(decoded.text);
  switch (parsed.kind) {
    case 'too-deep': {
      const { code, message } = tooDeep(place.record, place.offset);
      return [issueItem(origin, code, message, place)];
    }
    case 'none':
      return [issueItem(origin, 'invalid-record', 'no element that could be read', place)];
    case 'element':
      break;
    default:
      parsed satisfies never;
  }
  const { text: written, id, facts } = foundIn(parsed.element, language);
  const { text, reading } = mendText(written, before ?? decoded.reading);
  const notes = [
    ...doubtItems(origin, place, decoded),
    ...(parsed.isWellFormed ? [] : [issueItem(origin, 'simplified-page', NOT_WELL_FORMED, place)]),
  ];
  if (text.trim() === '') return [...notes, issueItem(origin, 'empty', 'no text in it', place)];
  return [...notes, articleItem(origin, place, { id, text, facts, reading, rawDigest: sha256(bytes) })];
}

const NOT_WELL_FORMED =
  'markup that is not well-formed was read as far as it goes, so that text may be missing';

function foundIn(element: Element, language: string | undefined): FoundArticle {
  switch (element.name) {
    case 'nitf':
      return readNitf(element);
    case 'newsItem':
    case 'NewsItem':
      return readNewsItem(element, markupText);
    case 'TEI':
    case 'TEI.2':
      return readTei(element);
    case 'alto':
      return readAlto(element);
    case 'doc':
      return readExtracted(element);
    default:
      return readFeedItem(element, language, markupText);
  }
}
