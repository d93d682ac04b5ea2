/**
 * The bytes of one regular file. Owns the handle, which is closed on every path, and the check that the file stood
 * still while it was read. Must not interpret bytes.
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { errorCode, SPECIAL_FILE_MESSAGE } from './findings.ts';
import { pathToBytes } from './path-name.ts';
import { ReadFailure } from './request.ts';
import type { Witness } from './witness.ts';

const CHUNK_BYTES = 256 * 1024;
/** Without it, opening a pipe that took the place of a file since the walk would wait for a writer for ever. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Chunks of a file; ends in a `ReadFailure` where it cannot be read or changed meanwhile. The witness sees it all. */
export async function* openFile(location: string, witness?: Witness): AsyncGenerator<Uint8Array> {
  let handle: FileHandle;
  try {
    handle = await open(pathToBytes(location), FLAGS);
  } catch (cause) {
    throw new ReadFailure(
      'unreadable',
      `cannot be opened (${errorCode(cause)}); check that it exists and may be read`,
    );
  }
  try {
    yield* chunksOf(handle, witness);
  } finally {
    await handle.close();
  }
}

async function* chunksOf(handle: FileHandle, witness: Witness | undefined): AsyncGenerator<Uint8Array> {
  const before = await handle.stat({ bigint: true });
  if (!before.isFile()) throw new ReadFailure('special-file', SPECIAL_FILE_MESSAGE);
  const size = Number(before.size);
  // A file that grows while it is read must end; files of the kernel that say 0 bytes are read to their end.
  const limit = size > 0 ? size : Number.POSITIVE_INFINITY;
  let position = 0;
  while (position < limit) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, limit - position));
    const { bytesRead } = await readInto(handle, chunk);
    if (bytesRead === 0) break;
    position += bytesRead;
    witness?.take(chunk.subarray(0, bytesRead));
    yield chunk.subarray(0, bytesRead);
  }
  const after = await handle.stat({ bigint: true });
  if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) {
    throw new ReadFailure(
      'changed-while-read',
      'the file changed while it was read; run again when it is complete',
    );
  }
  if ((position === size || size === 0) && after.ctimeNs === before.ctimeNs) witness?.end(after);
}

async function readInto(handle: FileHandle, chunk: Buffer): Promise<{ readonly bytesRead: number }> {
  try {
    return await handle.read(chunk, 0, chunk.length, null);
  } catch (cause) {
    throw new ReadFailure('unreadable', `reading failed (${errorCode(cause)})`);
  }
}
