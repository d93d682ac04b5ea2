/**
 * The file of a saved report, opened: a path, a gzip file, or standard input, which is kept in a working file first, for
 * a report is gone through more than once. Owns opening and closing; must not look into a report.
 */
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NoInputError, UsageError } from '../../lib/errors.ts';
import { PagedFile } from '../../state/paged-file.ts';
import type { SavedFile } from './layout.ts';

export interface OpenedFile extends SavedFile {
  close(): void;
}

const GZIP = [0x1f, 0x8b];

/** Throws `NoInputError` where there is no such file, `UsageError` where it cannot be a report. */
export async function openSavedFile(path: string, stdin: Readable): Promise<OpenedFile> {
  if (path === '-') return await spooled(stdin, 'standard input');
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    throw new NoInputError(`no report ${path} (${(cause as Error).message}); name a file that -o wrote`, {
      cause,
    });
  }
  const status = fstatSync(file);
  if (status.isFile() && !isGzip(file)) return { file, name: path, close: () => closeSync(file) };
  if (status.isDirectory()) {
    closeSync(file);
    throw new UsageError(`${path} is a folder; name the file of a report`);
  }
  return await spooled(createReadStream(path, { fd: file }), path);
}

function isGzip(file: number): boolean {
  const head = Buffer.alloc(GZIP.length);
  return readSync(file, head, 0, GZIP.length, 0) === GZIP.length && GZIP.every((byte, i) => head[i] === byte);
}

async function spooled(source: Readable, name: string): Promise<OpenedFile> {
  const pages = new PagedFile();
  try {
    for await (const bytes of unpacked(source)) pages.append(bytes);
    return { file: pages.share().file, name, close: () => pages.close() };
  } catch (cause) {
    pages.close();
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw cause;
    throw new UsageError(`${name} is no whole gzip file (${(cause as Error).message}); write it again`, {
      cause,
    });
  }
}

/** The bytes of the source, or what they are the gzip form of. */
async function* unpacked(source: Readable): AsyncIterable<Uint8Array> {
  const chunks = (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const head = [];
  for (let length = 0; length < GZIP.length; ) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    head.push(value);
    length += value.length;
  }
  const first = Buffer.concat(head);
  const all = Readable.from(restOf(first, chunks), { objectMode: false });
  // Who reads the last of the two sees every failure; the callback has nothing to add.
  if (GZIP.every((byte, i) => first[i] === byte)) yield* pipeline(all, createGunzip(), () => undefined);
  else yield* all;
}

async function* restOf(first: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
}
