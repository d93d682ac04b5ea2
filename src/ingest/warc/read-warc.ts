/** WARC records as articles: pages and texts with where and when they were fetched. Must not split streams. */
import { sha256 } from '../../lib/digest.ts';
import { decode } from '../decode.ts';
import type { RecordsPart } from '../parts.ts';
import { recordsOf } from '../records-of.ts';
import { renderedArticle } from '../render.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, type Position } from '../request.ts';
import { declaredCharset } from '../sniff.ts';
import { type Head, mediaType, readHead } from './heads.ts';
import { PAYLOADS } from './kinds.ts';
import { payloadOf } from './payload.ts';

/** The articles of a part in order, and an issue in the place of each bad record. */
export async function readWarc(
  part: RecordsPart,
  maxBytes: number,
  map: IngestRequest['map'],
): Promise<readonly IngestItem[]> {
  const items: IngestItem[] = [];
  for (const { bytes, place } of recordsOf(part))
    items.push(...(await readRecord(bytes, part.origin, place, maxBytes, map)));
  return items;
}

async function readRecord(
  bytes: Buffer,
  origin: Origin,
  place: Position,
  maxBytes: number,
  map: IngestRequest['map'],
): Promise<readonly IngestItem[]> {
  const head = readHead(bytes);
  if (head === undefined) throw new Error('a record was cut without its head');
  const { body, type: written } = answerOf(bytes, head, maxBytes);
  switch (body.kind) {
    case 'too-long':
      return [
        issueItem(
          origin,
          'too-long',
          `the payload expands beyond ${maxBytes} bytes; raise --max-record`,
          place,
        ),
      ];
    case 'corrupt':
      return [
        issueItem(
          origin,
          'corrupt-archive',
          'the payload is not compressed as it says; it was left out',
          place,
        ),
      ];
    case 'bytes':
      break;
    default:
      body satisfies never;
  }
  const { type, charset } = mediaType(written);
  const format = PAYLOADS.get(type) ?? 'text';
  const decoded = await decode(
    body.bytes,
    charset ?? (format === 'html' ? declaredCharset(body.bytes) : undefined),
  );
  if (decoded.kind === 'fault') return [issueItem(origin, decoded.code, decoded.message, place)];
  const id = unbracketed(head.fields.get('warc-record-id'));
  const provenance = {
    url: unbracketed(head.fields.get('warc-target-uri')),
    fetched: head.fields.get('warc-date'),
  };
  return await renderedArticle(decoded.text, format, map, {
    origin,
    place,
    ...(id === undefined ? {} : { id }),
    decoded,
    rawDigest: sha256(body.bytes),
    facts: ({ url, date, ...facts }) => ({
      ...facts,
      url: provenance.url ?? url,
      date: date ?? provenance.fetched,
    }),
  });
}

/** The payload and its media type: of the HTTP answer in the record, else the block itself. */
function answerOf(
  bytes: Buffer,
  head: Head,
  maxBytes: number,
): { readonly body: ReturnType<typeof payloadOf>; readonly type: string | undefined } {
  const isResponse = head.fields.get('warc-type')?.toLowerCase() === 'response';
  const answer = isResponse ? readHead(bytes, head.end) : undefined;
  if (answer?.first.startsWith('HTTP/') === true) {
    const body = payloadOf(bytes.subarray(answer.end), answer, maxBytes);
    return { body, type: answer.fields.get('content-type') };
  }
  return { body: { kind: 'bytes', bytes: bytes.subarray(head.end) }, type: head.fields.get('content-type') };
}

/** Addresses and ids stand in angle brackets, the former only in files of old. */
function unbracketed(written: string | undefined): string | undefined {
  const bare = written?.replace(/^<|>$/g, '');
  return bare === '' ? undefined : bare;
}
