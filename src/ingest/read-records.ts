/** Reads the records of a JSON or JSON Lines stream as articles. Owns the fields of a record; must not split bytes. */
import { sha256 } from '../lib/digest.ts';
import type { Peeked } from './byte-stream.ts';
import { fieldOf, isObject, nameOf, textField, wellFormed } from './fields.ts';
import type { Format } from './formats.ts';
import { parseJson, writtenValue } from './json-scan.ts';
import { metadataOf } from './metadata.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { isJsonArray, isJsonLines, isNotUtf8Json, isOwnReport } from './sniff.ts';
import type { Slice } from './split.ts';
import { splitLines } from './split-lines.ts';
import { splitValues } from './split-values.ts';
import { firstInvalidByte, strictUtf8 } from './utf8.ts';

type Map = IngestRequest['map'];

/** Articles and issues of a stream of records, in order. */
export async function* readRecords(
  stream: Peeked,
  format: Extract<Format, 'json' | 'lines'>,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<IngestItem> {
  refuseForeign(stream.prefix);
  if (isOwnReport(stream.prefix)) {
    yield issueItem(
      origin,
      'own-report',
      'a report or rules file of dedupe, not a dump of articles; left out',
    );
    return;
  }
  const byLine = format === 'lines' ? !isJsonArray(stream.prefix) : isJsonLines(stream.prefix);
  const slices = byLine
    ? splitLines(stream.bytes, request.maxRecordBytes)
    : splitValues(stream.bytes, request.maxRecordBytes, nameOf(request.map, 'text'));
  let records = 0;
  for await (const slice of slices) {
    records++;
    yield readSlice(slice, origin, request.map);
  }
  if (records === 0) yield issueItem(origin, 'empty', 'no record in it');
}

/** JSON is UTF-8 (RFC 8259, section 8.1); anything else is one issue, not one per line. */
function refuseForeign(prefix: Uint8Array): void {
  const foreign = isNotUtf8Json(prefix);
  switch (foreign) {
    case 'utf-16':
      throw new ReadFailure('invalid-encoding', 'UTF-16 or UTF-32; JSON is read in UTF-8: convert it');
    case 'binary':
      throw new ReadFailure('binary', 'NUL bytes as in a binary file; expected JSON');
    case undefined:
      return;
    default:
      foreign satisfies never;
  }
}

function readSlice(slice: Slice, origin: Origin, map: Map): IngestItem {
  switch (slice.kind) {
    case 'fault': {
      const { code, message, offset, record } = slice;
      return issueItem(origin, code, message, record === undefined ? { offset } : { record, offset });
    }
    case 'record':
      return readRecord(slice, origin, map);
    default:
      return slice satisfies never;
  }
}

function readRecord(slice: Extract<Slice, { kind: 'record' }>, origin: Origin, map: Map): IngestItem {
  const { record, offset, bytes } = slice;
  const position = { record, offset };
  const written = strictUtf8(bytes);
  if (written === undefined) {
    const at = { record, offset: offset + firstInvalidByte(bytes) };
    return issueItem(origin, 'invalid-encoding', 'a byte that is not UTF-8; convert the dump to UTF-8', at);
  }
  const value = parseJson(written);
  if (value === undefined)
    return issueItem(origin, 'invalid-json', 'not valid JSON; the record was left out', position);
  if (!isObject(value)) {
    return issueItem(
      origin,
      'invalid-record',
      'a JSON value that is no object; expected {"text": ...}',
      position,
    );
  }
  const textName = nameOf(map, 'text');
  const text = fieldOf(value, textName)?.value;
  if (typeof text !== 'string') {
    // The name comes from the options or is "text": no content of the input is repeated.
    const message = `no string in the field ${JSON.stringify(textName)}; name the right field with --map text=...`;
    return issueItem(origin, 'missing-text', message, position);
  }
  const decoded = wellFormed(text);
  if (decoded.trim() === '') return issueItem(origin, 'empty', 'the text of the record is empty', position);
  const facts = {
    title: textField(value, nameOf(map, 'title')),
    date: textField(value, nameOf(map, 'date')),
    url: textField(value, nameOf(map, 'url')),
    source: textField(value, nameOf(map, 'source')),
  };
  return {
    kind: 'article',
    article: {
      id: ownId(value, bytes, nameOf(map, 'id')) ?? `${origin.path}#${record}`,
      ...origin,
      ...position,
      text: decoded,
      ...metadataOf(facts),
      rawDigest: sha256(decoded),
    },
  };
}

/** A string as it is, a number as it is written: 12345678901234567890 does not fit into a double. */
function ownId(value: unknown, bytes: Uint8Array, name: string): string | undefined {
  const found = fieldOf(value, name);
  if (typeof found?.value === 'number') return writtenValue(bytes, found.keys);
  if (typeof found?.value !== 'string') return undefined;
  return found.value === '' ? undefined : wellFormed(found.value);
}
