/**
 * A stream of bytes read as a file is: seen through its compression, opened where it holds files, else cut into parts.
 * Owns the order of trust (signs of an archive, what was asked for, content, name) and how deep archives may be nested.
 */
import { collect, type Peeked, peek } from './byte-stream.ts';
import { compressionOf, decompress } from './compression/decompress.ts';
import { readMembers } from './containers/members.ts';
import { cutRecords } from './cut-records.ts';
import { cutSlices } from './cut-slices.ts';
import { refuseDocument } from './documents.ts';
import type { DoubtfulDump, Dump } from './dump/tell-dump.ts';
import {
  type ArticleFormat,
  type Compression,
  type ContentFormat,
  type Format,
  formatOf,
  isContainer,
} from './formats.ts';
import type { Part } from './parts.ts';
import { type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { PEEK_BYTES } from './sniff.ts';
import { containerOf, contentFormat } from './sniff-format.ts';

/** Archives and compressions around a text: a dump has two or three. */
const MAX_LAYERS = 8;
/** Expansion up to this many times the record limit is never taken for a bomb: 1 GiB by default. */
const FREE_EXPANSION = 16;

export interface Input {
  readonly origin: Origin;
  /** By name. */
  readonly format: Format;
  /** Archives and compressions around it. */
  readonly depth: number;
  /** Where the stream is a file as it is. */
  readonly location?: string;
}

/** Ends in a `ReadFailure` where the stream does; what came before it was handed on. */
export async function* readInput(
  input: Input,
  source: AsyncIterable<Uint8Array>,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const stream = await peek(source, PEEK_BYTES);
  try {
    yield* readPeeked(input, stream, request);
  } finally {
    await stream.bytes.return(undefined);
  }
}

async function* readPeeked(input: Input, stream: Peeked, request: IngestRequest): AsyncGenerator<Part> {
  const { origin, depth } = input;
  if (stream.whole && stream.prefix.length === 0) {
    yield issueItem(origin, 'empty', 'an empty file');
    return;
  }
  // What a program hands over record by record is no archive, whatever it begins with.
  const isHandedOver = input.format === 'standard-input' && request.stdinFormat !== undefined;
  const compression = isHandedOver ? undefined : compressionOf(stream.prefix);
  const container =
    compression === undefined && !isHandedOver
      ? (containerOf(stream.prefix) ?? byName(input.format))
      : undefined;
  if ((compression ?? container) !== undefined && depth >= MAX_LAYERS) {
    const message = `archives nested deeper than ${MAX_LAYERS} levels; unpack it and read what is in it`;
    throw new ReadFailure('too-deep', message);
  }
  if (compression !== undefined) {
    yield* readCompressed(compression, input, stream.bytes, request);
  } else if (container !== undefined) {
    yield* readMembers(container, input, stream.bytes, request, readInput);
  } else {
    const piped = input.format === 'standard-input' ? request.stdinFormat : undefined;
    const asked = piped ?? formatOf(request.inputFormat ?? 'auto');
    if (asked === undefined) refuseDocument(stream.prefix);
    yield* readContent(
      asked ?? contentFormat(input.format, stream.prefix, request.map),
      stream,
      input,
      request,
    );
  }
}

/** An archive whose beginning is lost may have files that can still be told. */
function byName(format: Format): 'zip' | 'tar' | undefined {
  return isContainer(format) ? format : undefined;
}

async function* readCompressed(
  compression: Compression,
  { origin, format, depth }: Input,
  stream: AsyncIterable<Uint8Array>,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const damages: number[] = [];
  const freeBytes = request.maxRecordBytes * FREE_EXPANSION;
  const inner = decompress(stream, compression, freeBytes, (offset) => damages.push(offset));
  for await (const part of readInput({ origin, format, depth: depth + 1 }, inner, request)) {
    yield* damages.splice(0).map((offset) => damagedMember(origin, offset));
    yield part;
  }
  yield* damages.splice(0).map((offset) => damagedMember(origin, offset));
}

function damagedMember(origin: Origin, offset: number): Part {
  const message = `the gzip member at byte ${offset} of the compressed file is corrupt and was left out; what follows was read`;
  return issueItem(origin, 'corrupt-archive', message);
}

async function* readParquet(
  { location, origin }: Input,
  stream: AsyncIterable<Uint8Array>,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const { openInPlace, spool } = await import('./random-access.ts');
  const access = location === undefined ? await spool(stream) : await openInPlace(location);
  try {
    yield* (await import('./parquet/cut-parquet.ts')).cutParquet(access, origin, request);
  } finally {
    await access.close();
  }
}

async function* cutMailbox({ bytes }: Peeked, origin: Origin, request: IngestRequest): AsyncGenerator<Part> {
  const { MailboxSplitter } = await import('./mail/split-mbox.ts');
  yield* cutSlices(bytes, new MailboxSplitter(request.maxRecordBytes), { kind: 'message' }, origin);
}

async function* readContent(
  format: ContentFormat | 'unknown',
  stream: Peeked,
  input: Input,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const { origin } = input;
  switch (format) {
    case 'json':
    case 'lines':
      return yield* cutRecords(stream, format, origin, request);
    case 'csv':
    case 'tsv':
      return yield* (await import('./table/cut-table.ts')).cutTable(stream, format, origin, request);
    case 'warc':
      return yield* (await import('./warc/cut-warc.ts')).cutWarc(stream, origin, request);
    case 'xml':
      return yield* (await import('./xml/cut-elements.ts')).cutElements(stream, origin, request);
    case 'mbox':
      return yield* cutMailbox(stream, origin, request);
    case 'parquet':
      return yield* readParquet(input, stream.bytes, request);
    case 'zip':
    case 'tar':
      throw new ReadFailure('corrupt-archive', `not a ${format} archive, or its beginning is lost`);
    case 'text':
    case 'markdown':
      return yield* readText(stream, format, false, origin, request);
    case 'html':
    case 'message':
      yield await wholeDocument(stream.bytes, format, false, origin, request);
      return;
    case 'unknown':
      return yield* readText(stream, 'text', true, origin, request);
    default:
      format satisfies never;
  }
}

/** A text is one article, unless it is told to hold many. */
async function* readText(
  stream: Peeked,
  format: 'text' | 'markdown',
  isUnknown: boolean,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const dump = request.split === false ? undefined : await dumpOf(stream, format);
  if (dump !== undefined && !('doubt' in dump)) {
    return yield* (await import('./dump/cut-dump.ts')).cutDump(stream, dump, origin, request);
  }
  yield await wholeDocument(stream.bytes, format, isUnknown, origin, request);
  if (dump !== undefined) yield doubtfulDump(dump, origin);
}

async function dumpOf(stream: Peeked, format: 'text' | 'markdown'): Promise<Dump | DoubtfulDump | undefined> {
  // The same bytes, however the stream came in pieces.
  const prefix = stream.prefix.subarray(0, PEEK_BYTES);
  const isWhole = stream.whole && prefix.length === stream.prefix.length;
  const { tellDump, tellHeadings } = await import('./dump/tell-dump.ts');
  return format === 'markdown' ? tellHeadings(prefix, isWhole) : await tellDump(prefix, isWhole);
}

function doubtfulDump({ doubt, parts, isWhole }: DoubtfulDump, origin: Origin): Part {
  const count = isWhole ? parts : `more than ${parts}`;
  const message = `may hold ${count} ${doubt}, but was read as one; ${REMEDY}`;
  return issueItem(origin, 'split-file', message);
}

const REMEDY = 'a title and the line of its date above each, or one file for each, have them read one by one';

async function wholeDocument(
  stream: AsyncIterable<Uint8Array>,
  format: ArticleFormat,
  isUnknown: boolean,
  origin: Origin,
  request: IngestRequest,
): Promise<Part> {
  const bytes = await collect(stream, request.maxRecordBytes);
  if (bytes === undefined) {
    const message = `longer than ${request.maxRecordBytes} bytes, too long for one article; raise --max-record`;
    return issueItem(origin, 'too-long', message);
  }
  if (bytes.length === 0) return issueItem(origin, 'empty', 'an empty file');
  const isOne = request.split === false;
  return { kind: 'document', origin, format, isUnknown, isOne, bytes: inOwnBuffer(bytes) };
}

/** As a part crosses threads; what was put together of several chunks has a buffer of its own. */
function inOwnBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array<ArrayBuffer> {
  if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) return new Uint8Array(buffer);
  return new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength));
}
