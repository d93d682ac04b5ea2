/**
 * Bytes by their place, for formats whose directory stands at the end. A file on the disk is read where it is; what
 * streams out of an archive or a pipe is put into a temporary file, which no name leads to any more where the system can.
 */
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToBytes } from './path-name.ts';

export interface RandomAccess {
  readonly bytes: number;
  readonly read: (start: number, end: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** `location` in the inner form. */
export async function openInPlace(location: string): Promise<RandomAccess> {
  const handle = await open(pathToBytes(location), 'r');
  const { size } = await handle.stat();
  return accessTo(handle, size, async () => undefined);
}

export async function spool(stream: AsyncIterable<Uint8Array>): Promise<RandomAccess> {
  const folder = await mkdtemp(join(tmpdir(), 'dedupe-spool-'));
  const remove = async (): Promise<void> => await rm(folder, { recursive: true, force: true });
  let handle: FileHandle | undefined;
  try {
    handle = await open(join(folder, 'data'), 'wx+', 0o600);
    // Where the system allows it the file is gone with the program, however that ends.
    await remove().catch(() => undefined);
    let size = 0;
    for await (const chunk of stream) {
      await handle.write(chunk, 0, chunk.length, size);
      size += chunk.length;
    }
    return accessTo(handle, size, remove);
  } catch (error) {
    await handle?.close();
    await remove();
    throw error;
  }
}

function accessTo(handle: FileHandle, bytes: number, after: () => Promise<void>): RandomAccess {
  return {
    bytes,
    read: async (start, end) => {
      const wanted = Buffer.alloc(Math.max(0, Math.min(end, bytes) - start));
      const { bytesRead } = await handle.read(wanted, 0, wanted.length, start);
      return wanted.subarray(0, bytesRead);
    },
    close: async () => {
      await handle.close();
      await after();
    },
  };
}
