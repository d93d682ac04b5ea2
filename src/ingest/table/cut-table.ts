/** Cuts a table into parts of whole rows. Owns what its first bytes say of it: encoding, delimiter, header. */
import { createRequire } from 'node:module';
import { bufferOf } from '../../lib/buffer-of.ts';
import type { Peeked } from '../byte-stream.ts';
import { cutSlices } from '../cut-slices.ts';
import { openingOf, recodedStream } from '../encoding/recoded-stream.ts';
import { nameOf, namesOf } from '../fields.ts';
import { endsInReturns, returnsAsFeeds, streamWithFeeds } from '../line-ends.ts';
import type { Part, TableReading } from '../parts.ts';
import { type IngestRequest, type Origin, ReadFailure } from '../request.ts';
import { contentStart, isBinaryStart, PEEK_BYTES } from '../sniff.ts';
import { columnsOf, isNumbered } from './columns.ts';
import { cellsOf, rowEnd } from './row-grammar.ts';
import { RowSplitter } from './split-rows.ts';
import { grammarOf } from './tell-grammar.ts';

/** The part of papaparse that is used; it is CommonJS and carries no types. */
type Parse = (
  text: string,
  options: { readonly preview: number; readonly delimitersToGuess: readonly string[] },
) => { readonly meta: { readonly delimiter: string } };

/** Enough rows to tell the delimiter by. */
const SAMPLE = 1 << 16;
const DELIMITERS = [',', '\t', ';', '|'];

/** Rows and the faults of their stream, in order; offsets are bytes of the UTF-8 where the file is in another encoding. */
export async function* cutTable(
  stream: Peeked,
  format: 'csv' | 'tsv',
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const recoded = await recodedStream(stream.prefix);
  if (recoded === undefined && isBinaryStart(stream.prefix))
    throw new ReadFailure('binary', 'NUL bytes as in a binary file; expected a table');
  // The same bytes, however the stream came in pieces.
  const opening = await openingOf(stream.prefix.subarray(0, PEEK_BYTES), recoded);
  const hasReturns = endsInReturns(outsideQuotes(opening.subarray(0, SAMPLE)));
  const { reading: table, headers } = describe(
    hasReturns ? returnsAsFeeds(opening) : opening,
    stream.whole && stream.prefix.length <= PEEK_BYTES,
    format,
    request,
  );
  const reading = recoded === undefined ? table : { ...table, decoded: recoded.reading };
  if (columnsOf(reading, request.map).text.length === 0) {
    const name = JSON.stringify(nameOf(request.map, 'text'));
    const message = `no column ${name} in the header; name the one of the text with --map text=NAME, or by its number`;
    throw new ReadFailure('missing-text', message);
  }
  const bytes = recoded === undefined ? stream.bytes : recoded.textOf(stream.bytes);
  yield* cutSlices(
    hasReturns ? streamWithFeeds(bytes) : bytes,
    new RowSplitter(request.maxRecordBytes, reading, headers),
    reading,
    origin,
  );
}

/** Line ends inside of cells are often others than those of the rows. */
function outsideQuotes(opening: Uint8Array): Buffer {
  const written = bufferOf(opening).toString('latin1');
  return Buffer.from(written.replace(/"[^"]*(?:"|$)/g, ''), 'latin1');
}

interface Table {
  readonly reading: TableReading;
  /** Rows before the first record. */
  readonly headers: number;
}

function describe(
  prefix: Uint8Array,
  isWhole: boolean,
  format: 'csv' | 'tsv',
  { map }: IngestRequest,
): Table {
  const sample = Buffer.from(prefix.subarray(0, SAMPLE));
  const text = sample
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  // A line by which spreadsheets are told the delimiter.
  const told = /^sep=([,;|\t])\r?\n/.exec(text);
  const delimiter =
    told?.[1] ?? (format === 'tsv' ? '\t' : guess(text, namesOf(map, 'text'), prefix.length > SAMPLE));
  const before = told === null ? 0 : 1;
  const rows = bufferOf(prefix).subarray(contentStart(prefix) + (told?.[0].length ?? 0));
  const grammar = grammarOf(rows, delimiter, isWhole);
  if (isNumbered(map)) return { reading: { kind: 'row', columns: [], ...grammar }, headers: before };
  const end = rowEnd(rows.subarray(0, SAMPLE), 0, false, grammar, true);
  const header = cellsOf(rows.toString('utf8', 0, end.at), grammar);
  const columns = header.map((cell) => cell.trim());
  return { reading: { kind: 'row', columns, ...grammar }, headers: before + 1 };
}

/** The delimiter that sets the name of the text off in the header; else that by which the rows have equally many cells. */
function guess(text: string, names: readonly string[], isCut: boolean): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).toLowerCase();
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const fitting = DELIMITERS.find((delimiter) =>
    cellsOf(header, { delimiter, isQuoted: true, hasEscapes: false, isSpaced: true }).some((cell) =>
      wanted.has(cell.trim()),
    ),
  );
  if (fitting !== undefined && header.includes(fitting)) return fitting;
  const whole = (isCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text).trimEnd();
  const { parse } = createRequire(import.meta.url)('papaparse') as { readonly parse: Parse };
  return parse(whole, { preview: 20, delimitersToGuess: DELIMITERS }).meta.delimiter;
}
