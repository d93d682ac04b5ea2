/** Cuts a JSON or JSON Lines stream into parts of whole records. Owns which splitter it takes; must not parse them. */
import type { Peeked } from './byte-stream.ts';
import { cutSlices } from './cut-slices.ts';
import { type LegacyStream, legacyStream } from './encoding/legacy-stream.ts';
import { namesOf } from './fields.ts';
import type { ContentFormat } from './formats.ts';
import { OPEN_ARRAY, OPEN_OBJECT } from './json-scan.ts';
import type { Part } from './parts.ts';
import type { RecordSigns } from './record-array.ts';
import { type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { contentStart, isJsonArray, isJsonLines, isNotUtf8, isOwnReport } from './sniff.ts';
import { LineSplitter } from './split-lines.ts';
import { ValueSplitter } from './split-values.ts';

/** Records and the faults of their stream, in order. */
export async function* cutRecords(
  stream: Peeked,
  format: Extract<ContentFormat, 'json' | 'lines'>,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  refuseForeign(stream.prefix);
  if (isOwnReport(stream.prefix)) {
    const message = 'a report or rules file of dedupe, not a dump of articles; left out';
    yield issueItem(origin, 'own-report', message);
    return;
  }
  const legacy = await legacyStream(stream.prefix);
  const isLines = request.records === undefined && isByLine(await openingOf(stream.prefix, legacy), format);
  const splitter = isLines
    ? new LineSplitter(request.maxRecordBytes)
    : new ValueSplitter(request.maxRecordBytes, signsOf(request));
  if (legacy === undefined) return yield* cutSlices(stream.bytes, splitter, { kind: 'json' }, origin);
  const reading = { kind: 'json', decoded: legacy.reading } as const;
  yield* cutSlices(legacy.textOf(stream.bytes), splitter, reading, origin);
}

/** The look-ahead in UTF-8. */
async function openingOf(prefix: Uint8Array, legacy: LegacyStream | undefined): Promise<Uint8Array> {
  if (legacy === undefined) return prefix;
  const chunks: Uint8Array[] = [];
  for await (const chunk of legacy.textOf([prefix])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isByLine(prefix: Uint8Array, format: 'json' | 'lines'): boolean {
  return format === 'lines' ? !isJsonArray(prefix) : isJsonLines(prefix);
}

function signsOf({ map, records }: IngestRequest): RecordSigns {
  const textNames = namesOf(map, 'text');
  return records === undefined ? { textNames } : { textNames, path: records };
}

/** JSON is UTF-8 (RFC 8259, section 8.1), and in old dumps what their system wrote; UTF-16 is one issue, not one per line. */
function refuseForeign(prefix: Uint8Array): void {
  const foreign = isNotUtf8(prefix);
  switch (foreign) {
    case 'utf-16':
      throw new ReadFailure('invalid-encoding', 'UTF-16 or UTF-32; JSON is read in UTF-8: convert it');
    case 'binary': {
      // What begins as JSON and is damaged loses the damaged records.
      const first = prefix[contentStart(prefix)];
      if (first === OPEN_OBJECT || first === OPEN_ARRAY) return;
      throw new ReadFailure('binary', 'NUL bytes as in a binary file; expected JSON');
    }
    case undefined:
      return;
    default:
      foreign satisfies never;
  }
}
