/** Cuts a JSON or JSON Lines stream into parts of whole records. Owns which splitter it takes; must not parse them. */
import { ARTICLES_SCHEMA } from '../model/emit.ts';
import type { Peeked } from './byte-stream.ts';
import { cutSlices } from './cut-slices.ts';
import { openingOf, recodedStream } from './encoding/recoded-stream.ts';
import { wideOf } from './encoding/utf16.ts';
import { namesOf } from './fields.ts';
import type { ContentFormat } from './formats.ts';
import { OPEN_ARRAY, OPEN_OBJECT } from './json-scan.ts';
import { endsInReturns, streamWithFeeds } from './line-ends.ts';
import type { Part, Reading } from './parts.ts';
import type { RecordSigns } from './record-array.ts';
import { type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { contentStart, isBinaryStart, isJsonArray, isJsonLines, ownSchema } from './sniff.ts';
import { LineSplitter } from './split-lines.ts';
import { ValueSplitter } from './split-values.ts';

/** Records and the faults of their stream, in order. */
export async function* cutRecords(
  stream: Peeked,
  format: Extract<ContentFormat, 'json' | 'lines'>,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const recoded = await recodedStream(stream.prefix);
  const opening = await openingOf(stream.prefix, recoded);
  refuseForeign(opening);
  const own = ownSchema(opening);
  if (own !== undefined && own !== ARTICLES_SCHEMA) {
    const message =
      'a report or another file that dedupe wrote, not a dump of articles; left out (what --emit articles and uniques write is read)';
    yield issueItem(origin, 'own-report', message);
    return;
  }
  // What --emit articles and uniques wrote holds its records in one known place, be there none.
  const { records = own === undefined ? undefined : 'articles' } = request;
  const isLines = records === undefined && isByLine(opening, format);
  const splitter = isLines
    ? new LineSplitter(request.maxRecordBytes)
    : new ValueSplitter(request.maxRecordBytes, signsOf(request.map, records));
  const bytes = recoded === undefined ? stream.bytes : recoded.textOf(stream.bytes);
  const reading: Reading =
    recoded === undefined ? { kind: 'json' } : { kind: 'json', decoded: recoded.reading };
  const hasReturns = isLines && endsInReturns(opening);
  yield* cutSlices(hasReturns ? streamWithFeeds(bytes) : bytes, splitter, reading, origin);
}

function isByLine(prefix: Uint8Array, format: 'json' | 'lines'): boolean {
  return format === 'lines' ? !isJsonArray(prefix) : isJsonLines(prefix);
}

function signsOf(map: IngestRequest['map'], records: string | undefined): RecordSigns {
  const textNames = namesOf(map, 'text');
  return records === undefined ? { textNames } : { textNames, path: records };
}

/** JSON is UTF-8 (RFC 8259, section 8.1), and in old dumps what their system wrote. */
function refuseForeign(opening: Uint8Array): void {
  if (wideOf(opening)?.encoding === 'utf-32')
    throw new ReadFailure('invalid-encoding', 'UTF-32, which is not read; convert it to UTF-8');
  if (!isBinaryStart(opening)) return;
  // What begins as JSON and is damaged loses the damaged records.
  const first = opening[contentStart(opening)];
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) return;
  throw new ReadFailure('binary', 'NUL bytes as in a binary file; expected JSON');
}
