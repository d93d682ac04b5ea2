/**
 * Splits a JSON Lines stream into records, one a line, with bounded memory. Must not parse: a broken line costs that
 * line only. Blank lines are no records. Linear time.
 * Reference: jsonlines.org; NDJSON specification 1.0.
 */
import { RecordBuffer } from './byte-stream.ts';
import { MAX_DEPTH, skipSpace, ValueScanner } from './json-scan.ts';
import { BYTE_ORDER_MARK, type Slice, tooDeep, tooLong } from './split.ts';

const LINE_FEED = 0x0a;

/** The records of a stream in order. */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  maxRecordBytes: number,
): AsyncGenerator<Slice> {
  const line = new RecordBuffer(maxRecordBytes);
  let offset = 0;
  let lineStart = 0;
  let record = 0;
  const finish = (): Slice | undefined => {
    const overflown = line.overflown;
    const slice = overflown ? undefined : recordOf(line.take(), lineStart, record + 1);
    if (overflown) line.take();
    if (!overflown && slice === undefined) return undefined;
    record++;
    return slice ?? tooLong(record, lineStart, maxRecordBytes);
  };
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; ) {
      const end = chunk.indexOf(LINE_FEED, from);
      line.push(chunk.subarray(from, end === -1 ? chunk.length : end));
      if (end === -1) break;
      const slice = finish();
      if (slice !== undefined) yield slice;
      from = end + 1;
      lineStart = offset + from;
    }
    offset += chunk.length;
  }
  const last = finish();
  if (last !== undefined) yield last;
}

/** The record in a line, undefined for a blank one; `offset` is moved to its first byte. */
function recordOf(line: Uint8Array, lineStart: number, record: number): Slice | undefined {
  const marked = lineStart === 0 && BYTE_ORDER_MARK.every((byte, index) => line[index] === byte);
  const start = skipSpace(line, marked ? BYTE_ORDER_MARK.length : 0);
  if (start === line.length) return undefined;
  const bytes = line.subarray(start);
  const offset = lineStart + start;
  const scanner = new ValueScanner();
  scanner.begin();
  scanner.scan(bytes, 0);
  return scanner.deepest > MAX_DEPTH ? tooDeep(record, offset) : { kind: 'record', record, offset, bytes };
}
