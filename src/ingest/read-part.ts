/** One part to its articles and issues, in whatever thread. Must not know of its neighbours. */
import { bufferOf } from '../lib/buffer-of.ts';
import { NINJS_FIELDS } from './ninjs.ts';
import type { Part, RecordsPart } from './parts.ts';
import { readArticle } from './read-article.ts';
import { readRecords } from './read-records.ts';
import type { IngestItem, IngestRequest } from './request.ts';

type FieldMap = IngestRequest['map'];

/** Pure: the same in every thread. */
export async function readPart(part: Part, map: FieldMap): Promise<Iterable<IngestItem>> {
  switch (part.kind) {
    case 'records':
      return await readByKind(part, map);
    case 'document':
      return await readArticle(part, map);
    case 'issue':
      return [part];
    default:
      return part satisfies never;
  }
}

/** Each reader is loaded when the first of its records is met. */
async function readByKind(part: RecordsPart, map: FieldMap): Promise<Iterable<IngestItem>> {
  const { reading } = part;
  switch (reading.kind) {
    case 'json':
      return readRecords(
        part,
        map,
        hasTags(part) || hasNewsItems(part) ? (await import('./markup-text.ts')).markupText : undefined,
      );
    case 'row':
      return await (await import('./table/read-rows.ts')).readRows(part, reading, map);
    case 'warc':
      return await (await import('./warc/read-warc.ts')).readWarc(part, reading.maxBytes, map);
    case 'element':
      return await (await import('./xml/read-elements.ts')).readElements(part, reading);
    case 'dump':
      return await (await import('./dump/read-dump.ts')).readDump(part, reading);
    case 'message':
      return await (await import('./mail/read-messages.ts')).readMessages(part, map);
    default:
      return reading satisfies never;
  }
}

/** Whether some text may be markup, whose first sign may be written by its number. */
function hasTags({ bytes }: RecordsPart): boolean {
  const all = bufferOf(bytes);
  return all.includes('<') || all.includes('\\u003c') || all.includes('\\u003C');
}

/** Whether some record may be a news item of ninjs, by the names of its fields; nearly no other record has the first. */
function hasNewsItems({ bytes }: RecordsPart): boolean {
  const all = bufferOf(bytes);
  return all.includes('"uri"') && NINJS_FIELDS.some((name) => all.includes(`"${name}"`));
}
