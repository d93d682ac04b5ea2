/** Reads the records of a part as articles. Owns the fields of a record; must not split streams. */
import { sha256 } from '../lib/digest.ts';
import { fieldOf, isObject, nameOf, textField, wellFormed } from './fields.ts';
import { MAX_DEPTH, parseJson, ValueScanner, writtenValue } from './json-scan.ts';
import { metadataOf } from './metadata.ts';
import type { RecordsPart } from './parts.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin } from './request.ts';
import { tooDeep } from './split.ts';
import { firstInvalidByte, strictUtf8 } from './utf8.ts';

type Map = IngestRequest['map'];

/** The articles of a part in order, and an issue in the place of each bad record. */
export function readRecords(part: RecordsPart, map: Map): readonly IngestItem[] {
  const items: IngestItem[] = [];
  let at = 0;
  part.lengths.forEach((length, i) => {
    const bytes = part.bytes.subarray(at, at + length);
    at += length;
    items.push(readRecord(bytes, part.origin, { record: part.first + i, offset: part.offsets[i]! }, map));
  });
  return items;
}

/** Where a record stands in its stream. */
interface Place {
  readonly record: number;
  readonly offset: number;
}

function readRecord(bytes: Uint8Array, origin: Origin, position: Place, map: Map): IngestItem {
  const { record, offset } = position;
  const written = strictUtf8(bytes);
  const value = written === undefined ? undefined : parseJson(written);
  if (!isFlat(value) && isTooDeep(bytes)) {
    const { code, message } = tooDeep(record, offset);
    return issueItem(origin, code, message, position);
  }
  if (written === undefined) {
    const at = { record, offset: offset + firstInvalidByte(bytes) };
    return issueItem(origin, 'invalid-encoding', 'a byte that is not UTF-8; convert the dump to UTF-8', at);
  }
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

/** Whether nothing is nested in it, as in nearly all records: told faster than its brackets are counted. */
function isFlat(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const key in value) if (typeof value[key] === 'object') return false;
  return true;
}

function isTooDeep(bytes: Uint8Array): boolean {
  const scanner = new ValueScanner();
  scanner.begin();
  scanner.scan(bytes, 0);
  return scanner.deepest > MAX_DEPTH;
}

/** A string as it is, a number as it is written: 12345678901234567890 does not fit into a double. */
function ownId(value: unknown, bytes: Uint8Array, name: string): string | undefined {
  const found = fieldOf(value, name);
  if (typeof found?.value === 'number') return writtenValue(bytes, found.keys);
  if (typeof found?.value !== 'string') return undefined;
  return found.value === '' ? undefined : wellFormed(found.value);
}
