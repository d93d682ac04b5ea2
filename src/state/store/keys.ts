/** Keys of the tables of a state, and what they say. Pure. */
import { createHash } from 'node:crypto';
import type { Key } from './database.ts';
import type { FileEntry } from './entries.ts';

/** Names may be longer than a key. */
export function fileKey({ location }: Pick<FileEntry, 'location'>): Key {
  return createHash('sha256').update(location, 'utf16le').digest().subarray(0, 16);
}

export function contentKey(content: number, chunk: number): Key {
  const key = Buffer.alloc(8);
  key.writeUInt32BE(content, 0);
  key.writeUInt32BE(chunk, 4);
  return key;
}

export function contentOf(key: Key): number {
  return new DataView(key.buffer, key.byteOffset).getUint32(0);
}

export function derivedKey(name: string, part: number): Key {
  return Buffer.from(`${name} ${part}`);
}

export function numberKey(number: number): Key {
  const key = Buffer.alloc(4);
  key.writeUInt32BE(number);
  return key;
}
