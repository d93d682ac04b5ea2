/**
 * Reads every discovered file in the order of paths and hands on its articles and issues. Owns what becomes of a
 * failing file: one issue, and the next file is read. Memory: one record and one look-ahead.
 */
import { peek } from './byte-stream.ts';
import { type Discovery, discover } from './discover.ts';
import type { Format } from './formats.ts';
import { gunzip } from './gunzip.ts';
import { openFile } from './open-file.ts';
import type { DiscoveredFile } from './order-files.ts';
import { readArticle } from './read-article.ts';
import { readRecords } from './read-records.ts';
import { type IngestItem, type IngestRequest, issueItem, ReadFailure } from './request.ts';
import { isGzip, PEEK_BYTES, sniffFormat } from './sniff.ts';

/** Expansion up to this many times the record limit is never taken for a bomb: 1 GiB by default. */
const FREE_EXPANSION = 16;
/** Issues of one code that one file may report; a log named .jsonl would otherwise fill the report. */
const MAX_ISSUES_PER_FILE = 10_000;

/**
 * Articles and issues ordered by (path, record), the issues of discovery first. A discovery made before can be handed
 * in, so that the caller can look at it without walking twice.
 */
export async function* ingest(request: IngestRequest, discovery?: Discovery): AsyncGenerator<IngestItem> {
  const found = discovery ?? (await discover(request));
  for (const issue of found.issues) yield { kind: 'issue', issue };
  for (const file of found.files) yield* capIssues(file, readFile(file, request));
}

async function* readFile(file: DiscoveredFile, request: IngestRequest): AsyncGenerator<IngestItem> {
  const source = file.type.format === 'standard-input' ? request.stdin : openFile(file.location);
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
): AsyncGenerator<IngestItem> {
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
  const format = effectiveFormat(file.type.format, stream.prefix);
  switch (format) {
    case 'json':
    case 'lines':
      yield* readRecords(stream, format, origin, request);
      return;
    case 'text':
    case 'markdown':
    case 'html':
      yield* await readArticle(stream.bytes, format, origin, request);
      return;
    case 'unknown':
      for (const item of await readArticle(stream.bytes, 'text', origin, request)) yield asUnknown(item);
      return;
    default:
      format satisfies never;
  }
}

function effectiveFormat(format: Format, prefix: Uint8Array): Exclude<Format, 'standard-input'> {
  return format === 'standard-input' ? sniffFormat(prefix) : format;
}

/** A file that was named is read as text whatever it is called; where it is none, its type is the trouble. */
function asUnknown(item: IngestItem): IngestItem {
  if (item.kind === 'article') return item;
  const { code, path } = item.issue;
  if (code !== 'binary' && code !== 'invalid-encoding') return item;
  return issueItem(
    { path },
    'unknown-type',
    'neither a known extension nor plain text; see the list of formats',
  );
}

/** Beyond the cap issues of one code are counted and told in one. */
async function* capIssues(
  file: DiscoveredFile,
  items: AsyncIterable<IngestItem>,
): AsyncGenerator<IngestItem> {
  const counts = new Map<string, { readonly item: IngestItem; count: number }>();
  for await (const item of items) {
    if (item.kind === 'issue') {
      const counted = counts.get(item.issue.code) ?? { item, count: 0 };
      counts.set(item.issue.code, counted);
      if (++counted.count > MAX_ISSUES_PER_FILE) continue;
    }
    yield item;
  }
  for (const { item, count } of counts.values()) {
    if (item.kind !== 'issue' || count <= MAX_ISSUES_PER_FILE) continue;
    const message = `${count - MAX_ISSUES_PER_FILE} more issues of this kind in this file are not listed`;
    yield issueItem(file, item.issue.code, message);
  }
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
