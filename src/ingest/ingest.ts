/**
 * Opens every discovered file in the order of paths and hands on what stands in it. Owns what becomes of a failing
 * file: one issue, and the next file is read. Memory: one part and one look-ahead.
 */
import { type Discovery, discover } from './discover.ts';
import { IssueCap } from './issue-cap.ts';
import { openFile } from './open-file.ts';
import type { DiscoveredFile } from './order-files.ts';
import type { Part } from './parts.ts';
import { readInput } from './read-input.ts';
import { readPart } from './read-part.ts';
import { type IngestItem, type IngestRequest, issueItem, type Origin, ReadFailure } from './request.ts';
import { type Seen, Witness } from './witness.ts';

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
  const stream = chunksOf(source, request.onBytes);
  const place = file.type.format === 'standard-input' ? {} : { location: file.location };
  const input = { origin: originOnly(file), format: file.type.format, depth: 0, ...place };
  try {
    yield* readInput(input, leftOpen(stream), request);
    // What was seen of a file is seen of all of it, even of what follows the end of an archive.
    if (witness !== undefined) for await (const _ of stream);
  } catch (failure) {
    if (!(failure instanceof ReadFailure)) throw failure;
    yield issueItem(file, failure.code, failure.message);
  } finally {
    // A stream that nobody came to read to its end still holds its file.
    await stream.return(undefined);
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

/** The stream for who may stop before its end: what follows can still be read. */
async function* leftOpen(stream: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let next = await stream.next(); next.done !== true; next = await stream.next()) yield next.value;
}

/** A stream of ours around one that was handed in: a failure of the caller's is an unreadable input. */
async function* chunksOf(
  source: AsyncIterable<Uint8Array>,
  onBytes: IngestRequest['onBytes'],
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source) {
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof ReadFailure) throw cause;
    throw new ReadFailure('unreadable', 'reading failed before the end');
  }
}

function originOnly(file: DiscoveredFile): Origin {
  return file.pathBytes === undefined ? { path: file.path } : { path: file.path, pathBytes: file.pathBytes };
}
