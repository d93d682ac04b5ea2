/**
 * Opens every discovered file in the order of paths and hands on what stands in it. Owns what becomes of a failing
 * file: one issue, and the next file is read. Memory: one part and one look-ahead.
 */
import { collect, peek } from './byte-stream.ts';
import { cutRecords } from './cut-records.ts';
import { type Discovery, discover } from './discover.ts';
import type { ArticleFormat, Format } from './formats.ts';
import { gunzip } from './gunzip.ts';
import { IssueCap } from './issue-cap.ts';
import { openFile } from './open-file.ts';
import type { DiscoveredFile } from './order-files.ts';
import type { Part } from './parts.ts';
import { readPart } from './read-part.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { isGzip, PEEK_BYTES, sniffFormat } from './sniff.ts';
import { type Seen, Witness } from './witness.ts';

/** Expansion up to this many times the record limit is never taken for a bomb: 1 GiB by default. */
const FREE_EXPANSION = 16;

/**
 * Articles and issues ordered by (path, record), the issues of discovery first. A discovery made before can be handed
 * in, so that the caller can look at it without walking twice.
 */
export async function* ingest(request: IngestRequest, discovery?: Discovery): AsyncGenerator<IngestItem> {
  const found = discovery ?? (await discover(request));
  for (const issue of found.issues) yield { kind: 'issue', issue };
  const cap = new IssueCap();
  for await (const part of cutFiles(request, found)) {
    for (const item of await readPart(part, request.map)) {
      if (item.kind === 'article') yield item;
      else for (const issue of cap.take(item.issue)) yield { kind: 'issue', issue };
    }
  }
  for (const issue of cap.end()) yield { kind: 'issue', issue };
}

/**
 * The discovered files in parts, in the same order: for who reads them (`readPart`) in other threads, and bounds their
 * issues (`IssueCap`) himself.
 */
export async function* cutFiles(request: IngestRequest, discovery: Discovery): AsyncGenerator<Part> {
  for (const file of discovery.files) {
    request.signal?.throwIfAborted();
    yield* cutFile(file, request);
  }
}

/** One file in parts; what is seen of it stands in the witness, when all parts were taken. */
export async function* cutFile(
  file: DiscoveredFile,
  request: IngestRequest,
  witness?: Witness,
): AsyncGenerator<Part> {
  const source = file.type.format === 'standard-input' ? request.stdin : openFile(file.location, witness);
  if (source === undefined) {
    yield issueItem(file, 'missing-path', 'no standard input was handed in');
    return;
  }
  const streams: AsyncGenerator<Uint8Array>[] = [];
  const opened = <T extends AsyncGenerator<Uint8Array>>(stream: T): T => {
    streams.unshift(stream);
    return stream;
  };
  try {
    yield* readStream(file, opened(chunksOf(source)), opened, request);
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    yield issueItem(file, failure.code, failure.message);
  } finally {
    // A stream that nobody came to read to its end still holds its file.
    for (const stream of streams) await stream.return(undefined);
  }
}

async function* readStream(
  file: DiscoveredFile,
  source: AsyncGenerator<Uint8Array>,
  opened: <T extends AsyncGenerator<Uint8Array>>(stream: T) => T,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const origin = originOnly(file);
  let stream = await peek(source, PEEK_BYTES);
  opened(stream.bytes);
  if (file.type.gzip || (file.type.format === 'standard-input' && isGzip(stream.prefix))) {
    const freeBytes = request.maxRecordBytes * FREE_EXPANSION;
    stream = await peek(opened(gunzip(stream.bytes, freeBytes)), PEEK_BYTES);
    opened(stream.bytes);
  }
  if (stream.whole && stream.prefix.length === 0) {
    yield issueItem(origin, 'empty', 'an empty file');
    return;
  }
  const format = effectiveFormat(file.type.format, stream.prefix, request);
  switch (format) {
    case 'json':
    case 'lines':
      yield* cutRecords(stream, format, origin, request);
      return;
    case 'text':
    case 'markdown':
    case 'html':
      yield await wholeDocument(stream.bytes, format, false, origin, request);
      return;
    case 'unknown':
      yield await wholeDocument(stream.bytes, 'text', true, origin, request);
      return;
    default:
      format satisfies never;
  }
}

/** What is to be seen of a file, without reading articles; undefined where it cannot be read or changes. */
export async function witnessFile({ location }: Pick<DiscoveredFile, 'location'>): Promise<Seen | undefined> {
  const witness = new Witness();
  try {
    for await (const _ of openFile(location, witness));
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
  }
  return witness.seen;
}

function effectiveFormat(
  format: Format,
  prefix: Uint8Array,
  { stdinFormat }: Pick<IngestRequest, 'stdinFormat'>,
): Exclude<Format, 'standard-input'> {
  return format === 'standard-input' ? (stdinFormat ?? sniffFormat(prefix)) : format;
}

async function wholeDocument(
  stream: AsyncIterable<Uint8Array>,
  format: ArticleFormat,
  isUnknown: boolean,
  origin: Origin,
  request: IngestRequest,
): Promise<Part> {
  const bytes = await collect(stream, request.maxRecordBytes);
  if (bytes === undefined) {
    const message = `longer than ${request.maxRecordBytes} bytes, too long for one article; raise the record limit`;
    return issueItem(origin, 'too-long', message);
  }
  if (bytes.length === 0) return issueItem(origin, 'empty', 'an empty file');
  return { kind: 'document', origin, format, isUnknown, bytes: new Uint8Array(bytes) };
}

function originOnly(file: DiscoveredFile): Pick<DiscoveredFile, 'path' | 'pathBytes'> {
  return file.pathBytes === undefined ? { path: file.path } : { path: file.path, pathBytes: file.pathBytes };
}

/** A stream of ours around one that was handed in: a failure of the caller's is an unreadable input. */
async function* chunksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (cause) {
    if (cause instanceof ReadFailure) throw cause;
    throw new ReadFailure('unreadable', 'reading failed before the end');
  }
}
