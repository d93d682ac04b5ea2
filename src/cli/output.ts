/**
 * Where data goes: standard output and files. Owns back-pressure, quiet ends of closed pipes, and atomic files
 * (temporary file beside the target, fsync, rename, fsync of the folder). Must not know what it writes.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { OutputError } from '../lib/errors.ts';
import { forgetTemporary, rememberTemporary } from './temporary.ts';

/** Bytes where no string can hold them: file names that are not UTF-8. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

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

/** Chunks put together to larger ones; of those that wait for nothing no one is waited for. */
function joined(chunks: Chunks): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> {
  return Symbol.iterator in chunks ? joinedAtOnce(chunks) : joinedAsTheyCome(chunks);
}

function* joinedAtOnce(chunks: Iterable<string | Uint8Array>): Iterable<string | Uint8Array> {
  const joining = new Joining();
  for (const chunk of chunks) yield* joining.take(chunk);
  yield* joining.end();
}

async function* joinedAsTheyCome(
  chunks: AsyncIterable<string | Uint8Array>,
): AsyncIterable<string | Uint8Array> {
  const joining = new Joining();
  for await (const chunk of chunks) yield* joining.take(chunk);
  yield* joining.end();
}

const NOTHING: readonly string[] = [];

/** Strings that are written together; bytes are written as they are. */
class Joining {
  #pending = '';

  take(chunk: string | Uint8Array): readonly (string | Uint8Array)[] {
    if (typeof chunk !== 'string') return [...this.end(), chunk];
    this.#pending += chunk;
    return this.#pending.length < WRITE_CHARACTERS ? NOTHING : this.end();
  }

  end(): readonly string[] {
    const pending = this.#pending;
    this.#pending = '';
    return pending === '' ? NOTHING : [pending];
  }
}

/** A file that is complete but not yet visible. */
export interface PreparedFile {
  commit(): Promise<void>;
  /** Takes back what was not committed. */
  discard(): Promise<void>;
}

/**
 * Writes the chunks to a temporary file beside `path`, which changes only at `commit`. `name` is the path as the
 * user wrote it.
 */
export async function prepareFile(path: string, name: string, chunks: Chunks): Promise<PreparedFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const discard = async (): Promise<void> => {
    await rm(temporary, { force: true });
    forgetTemporary(temporary);
  };
  rememberTemporary(temporary);
  let handle: FileHandle | undefined;
  try {
    // Made in one step: a signal that came while another thread makes it would leave it behind.
    closeSync(openSync(temporary, 'wx', 0o666));
    handle = await open(temporary, 'r+');
    const old = await stat(path).catch(() => undefined);
    // A report that was readable by its owner only stays so.
    if (old !== undefined) await handle.chmod(old.mode & 0o777);
    await writeAll(handle, chunks);
    await handle.sync();
    await handle.close();
    handle = undefined;
  } catch (cause) {
    await handle?.close().catch(() => undefined);
    await discard();
    throw failed(name, cause);
  }
  return {
    commit: async () => {
      try {
        await rename(temporary, path);
        await syncFolder(dirname(path));
      } catch (cause) {
        throw failed(name, cause);
      }
    },
    discard,
  };
}

/** While a chunk is written the next one is made. */
async function writeAll(handle: FileHandle, chunks: Chunks): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const text of joined(chunks)) {
      await writing;
      writing = handle.writeFile(text);
      // Whoever fails to make the next one does not ask: a failure that nobody asks about would end the process.
      writing.catch(() => undefined);
    }
  } catch (error) {
    // The file is not closed under a write, and what failed first is told.
    await writing.catch(() => undefined);
    throw error;
  }
  await writing;
}

async function syncFolder(folder: string): Promise<void> {
  // Some file systems do not open or sync folders; the rename itself has already happened.
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Errors of the disk become `OutputError`; anything else is a defect and stays what it is. */
function failed(name: string, cause: unknown): unknown {
  if (cause instanceof OutputError || (cause as NodeJS.ErrnoException).code === undefined) return cause;
  return new OutputError(
    `${name} could not be written (${(cause as Error).message}); the old file, if any, is untouched`,
    { cause },
  );
}
