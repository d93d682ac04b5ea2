/**
 * Standard input, kept so that it can be read again: in a temporary file that has no name any more, so that nothing is
 * left of it whatever ends the run. Must not look at what it keeps.
 */
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError } from '../lib/errors.ts';
import type { ReadyRequest } from './ready.ts';

export interface KeptInput {
  /** From its start, each time. */
  readonly read: () => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Reads the stream to its end. Throws `OutputError` where it cannot be kept. */
async function keepInput(stream: AsyncIterable<Uint8Array>): Promise<KeptInput> {
  try {
    const folder = await mkdtemp(join(tmpdir(), 'dedupe-input-'));
    const file = await open(join(folder, 'input'), 'wx+', 0o600).finally(() =>
      rm(folder, { recursive: true, force: true }),
    );
    for await (const chunk of stream) await file.writeFile(chunk);
    return {
      read: () => chunksOf(file),
      close: () => file.close(),
    };
  } catch (cause) {
    const why = (cause as Error).message;
    throw new OutputError(`standard input cannot be kept in the temporary folder (${why}); set TMPDIR`, {
      cause,
    });
  }
}

/** Runs with the standard input at hand a second time, where something asks for that. */
export async function withInputKept<T>(
  request: ReadyRequest,
  isReadAgain: boolean,
  run: (kept: ReadyRequest) => Promise<T>,
): Promise<T> {
  const isKept = request.operands.includes('-') && (isReadAgain || request.sample !== undefined);
  if (!isKept) return await run(request);
  const input = await keepInput(process.stdin);
  try {
    return await run({ ...request, stdin: input.read });
  } finally {
    await input.close();
  }
}

const CHUNK_BYTES = 1 << 16;

/** By position: other readings may be under way. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
