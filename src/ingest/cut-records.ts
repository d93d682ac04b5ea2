/** Cuts a JSON or JSON Lines stream into parts of whole records. Owns which splitter it takes; must not parse them. */
import type { Peeked } from './byte-stream.ts';
import { nameOf } from './fields.ts';
import type { Format } from './formats.ts';
import { type Part, RecordGatherer } from './parts.ts';
import { type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { isJsonArray, isJsonLines, isNotUtf8Json, isOwnReport } from './sniff.ts';
import { split } from './split.ts';
import { LineSplitter } from './split-lines.ts';
import { ValueSplitter } from './split-values.ts';

/** Records and the faults of their stream, in order. */
export async function* cutRecords(
  stream: Peeked,
  format: Extract<Format, 'json' | 'lines'>,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  refuseForeign(stream.prefix);
  if (isOwnReport(stream.prefix)) {
    const message = 'a report or rules file of dedupe, not a dump of articles; left out';
    yield issueItem(origin, 'own-report', message);
    return;
  }
  const byLine = format === 'lines' ? !isJsonArray(stream.prefix) : isJsonLines(stream.prefix);
  const splitter = byLine
    ? new LineSplitter(request.maxRecordBytes)
    : new ValueSplitter(request.maxRecordBytes, nameOf(request.map, 'text'));
  const gathered = new RecordGatherer(origin);
  let isEmpty = true;
  try {
    for await (const slices of split(stream.bytes, splitter)) {
      isEmpty = false;
      for (const slice of slices) {
        if (slice.kind === 'record') {
          gathered.push(slice.record, slice.offset, slice.bytes);
          if (gathered.isFull) yield* gathered.take();
          continue;
        }
        yield* gathered.take();
        const { code, message, offset, record } = slice;
        yield issueItem(origin, code, message, record === undefined ? { offset } : { record, offset });
      }
    }
  } catch (failure) {
    // What came before the damage is good.
    yield* gathered.take();
    throw failure;
  }
  yield* gathered.take();
  if (isEmpty) yield issueItem(origin, 'empty', 'no record in it');
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
