/** Reads the records of a part as articles. Owns the fields of a record; must not split streams. */

import { isUtf8 } from 'node:buffer';
import { sha256 } from '../lib/digest.ts';
import { utf8Text } from '../lib/utf8-text.ts';
import type { TextReading } from '../model/article.ts';
import { articleItem } from './article-item.ts';
import { mendText } from './encoding/repairs.ts';
import { isMarkup, readMarkup } from './field-markup.ts';
import { isObject } from './fields.ts';
import { MAX_DEPTH, ValueScanner, writtenValue } from './json-scan.ts';
import { readNinjs } from './ninjs.ts';
import type { RecordsPart } from './parts.ts';
import { parseRecord } from './record-json.ts';
import { type FieldNames, fieldNames, RecordStrings } from './record-strings.ts';
import { recordsOf } from './records-of.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin } from './request.ts';
import { tooDeep } from './split.ts';
import { firstInvalidByte } from './utf8.ts';
import type { ReadMarkup } from './xml/found-article.ts';

type Map = IngestRequest['map'];

/**
 * The articles of a part in order, and an issue in the place of each bad record; read one by one as they are asked for,
 * so that what is done with is garbage at once. `markupText` makes text of HTML: needed where a part holds any tag.
 */
export function* readRecords(part: RecordsPart, map: Map, markupText?: ReadMarkup): Generator<IngestItem> {
  const names = fieldNames(map);
  const room = new TextRoom(part.bytes.length);
  const decoded = part.reading.kind === 'json' ? part.reading.decoded : undefined;
  for (const { bytes, place } of recordsOf(part)) {
    yield readRecord(bytes, part.origin, place, names, room, decoded, markupText);
  }
}

/** What a record says as a news item of ninjs, where it is one with a body. */
function newsItem(
  bytes: Buffer,
  origin: Origin,
  place: Place,
  markupText: ReadMarkup,
): IngestItem | undefined {
  const found = readNinjs(parseRecord(utf8Text(bytes)), markupText);
  if (found === undefined) return undefined;
  const { id, facts } = found;
  const { text, reading } = mendText(found.text);
  if (text.trim() === '') return issueItem(origin, 'empty', 'the text of the record is empty', place);
  return articleItem(origin, place, { id, text, facts, reading, rawDigest: sha256(found.text) });
}

/** The texts of a part in UTF-8, one behind the other: none is longer than its record. */
class TextRoom {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(length: number) {
    this.#bytes = Buffer.allocUnsafeSlow(length);
  }

  write(strings: RecordStrings, value: string): Buffer {
    const start = this.#at;
    this.#at = strings.write(value, this.#bytes, start);
    return this.#bytes.subarray(start, this.#at);
  }
}

/** Where a record stands in its stream. */
interface Place {
  readonly record: number;
  readonly offset: number;
}

function readRecord(
  bytes: Buffer,
  origin: Origin,
  position: Place,
  names: FieldNames,
  room: TextRoom,
  decoded: TextReading | undefined,
  markupText: ReadMarkup | undefined,
): IngestItem {
  const { record, offset } = position;
  const strings = isUtf8(bytes) ? new RecordStrings(bytes, names) : undefined;
  const value = strings?.value;
  if (!isFlat(value) && isTooDeep(bytes)) {
    const { code, message } = tooDeep(record, offset);
    return issueItem(origin, code, message, position);
  }
  if (strings === undefined) {
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
  const news =
    markupText !== undefined && strings.isNewsItem()
      ? newsItem(bytes, origin, position, markupText)
      : undefined;
  const written = strings.field('text')?.value;
  if (news?.kind === 'article' || (news !== undefined && typeof written !== 'string')) return news;
  if (typeof written !== 'string') return issueItem(origin, 'missing-text', strings.noText(), position);
  const utf8 = room.write(strings, written);
  const asWritten = utf8Text(utf8);
  const { text, reading } =
    markupText !== undefined && isMarkup(asWritten)
      ? readMarkup(asWritten, markupText, decoded)
      : mendText(asWritten, decoded, utf8, true);
  if (text.trim() === '') return issueItem(origin, 'empty', 'the text of the record is empty', position);
  const facts = {
    title: strings.text('title'),
    date: strings.textOrNumber('date'),
    url: strings.text('url'),
    source: strings.text('source'),
    language: strings.language(),
  };
  const id = ownId(strings, bytes);
  const item = articleItem(origin, position, {
    id,
    text,
    facts,
    reading,
    fields: strings.otherNames(),
    rawDigest: sha256(utf8),
  });
  return text === asWritten ? { ...item, utf8 } : item;
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
function ownId(strings: RecordStrings, bytes: Uint8Array): string | undefined {
  const found = strings.field('id');
  if (typeof found?.value === 'number') return writtenValue(bytes, found.keys);
  if (typeof found?.value !== 'string') return undefined;
  return found.value === '' ? undefined : strings.decode(found.value);
}
