/**
 * Where data goes: standard output and files. Owns back-pressure, quiet ends of closed pipes, and atomic files
 * (temporary file beside the target, fsync, rename, fsync of the folder). Must not know what it writes.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { OutputError } from '../lib/errors.ts';

export type Chunks = Iterable<string> | AsyncIterable<string>;

/** Chunks are joined to writes of about this many characters. */
const WRITE_CHARACTERS = 1 << 16;

/** Thrown when the reader has closed the pipe: the run ends quietly with exit code 0. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Writes all chunks to a stream, waiting for each write. Throws `ReaderGone` or `OutputError`. */
export async function writeStream(stream: Writable, chunks: Chunks): Promise<void> {
  let failure: Error | undefined;
  const onError = (error: Error): void => {
    failure = error;
  };
  stream.on('error', onError);
  try {
    for await (const text of joined(chunks)) {
      await new Promise<void>((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      });
    }
    if (failure !== undefined) throw failure;
  } catch (error) {
    const cause = failure ?? error;
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') throw new ReaderGone();
    if (code === undefined) throw cause;
    throw new OutputError(`standard output could not be written (${(cause as Error).message})`, { cause });
  } finally {
    // The listener stays for late errors of a dead stream, which would otherwise end the process with a stack.
    if (failure === undefined) setImmediate(() => stream.off('error', onError));
  }
}

async function* joined(chunks: Chunks): AsyncIterable<string> {
  let pending: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pending.push(chunk);
    length += chunk.length;
    if (length >= WRITE_CHARACTERS) {
      yield pending.join('');
      pending = [];
      length = 0;
    }
  }
  if (length > 0) yield pending.join('');
}

/** A file that is complete but not yet visible. */
export interface PreparedFile {
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** Writes the chunks to a temporary file beside `path`. The target changes only at `commit`. */
export async function prepareFile(path: string, chunks: Chunks): Promise<PreparedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  let handle: FileHandle | undefined;
  try {
    await refuseFolder(path);
    handle = await open(temporary, 'wx', 0o666);
    for await (const text of joined(chunks)) await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    handle = undefined;
  } catch (cause) {
    await handle?.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw failed(path, cause);
  }
  return {
    commit: async () => {
      try {
        await rename(temporary, path);
        await syncFolder(dirname(path));
      } catch (cause) {
        await rm(temporary, { force: true });
        throw failed(path, cause);
      }
    },
    discard: () => rm(temporary, { force: true }),
  };
}

async function refuseFolder(path: string): Promise<void> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory() === true) throw new OutputError(`${path} is a folder; name a file`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  // Some file systems do not sync folders; the rename itself has already happened.
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** Errors of the disk become `OutputError`; anything else is a defect and stays what it is. */
function failed(path: string, cause: unknown): unknown {
  if (cause instanceof OutputError || (cause as NodeJS.ErrnoException).code === undefined) return cause;
  return new OutputError(
    `${path} could not be written (${(cause as Error).message}); the old file, if any, is untouched`,
    {
      cause,
    },
  );
}
