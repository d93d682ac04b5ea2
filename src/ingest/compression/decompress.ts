/** Compressed data by its first bytes, and the stream behind it. Each library is loaded when its data is met. */
import type { Compression } from '../formats.ts';
import { gunzipMembers } from './gunzip-members.ts';

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
];
/** Behind the sign and the block size of bzip2 stands pi, or the root of pi where nothing was compressed. */
const BZIP2_BLOCK: readonly (readonly number[])[] = [
  [0x31, 0x41, 0x59, 0x26],
  [0x17, 0x72, 0x45, 0x38],
];

/** How the data is compressed, if it is. */
export function compressionOf(prefix: Uint8Array): Compression | undefined {
  const found = MAGIC.find(([, magic]) => startsWith(prefix, magic))?.[0];
  // `BZh` could begin a text.
  return found !== 'bzip2' || BZIP2_BLOCK.some((magic) => startsWith(prefix.subarray(4), magic))
    ? found
    : undefined;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/**
 * Up to `freeBytes` of decompressed data is never taken for a bomb. `onDamage` is told where a part was left out, in
 * compressed bytes, where the rest could still be read.
 */
export async function* decompress(
  source: AsyncIterable<Uint8Array>,
  compression: Compression,
  freeBytes: number,
  onDamage: (offset: number) => void,
): AsyncGenerator<Uint8Array> {
  switch (compression) {
    case 'gzip':
      return yield* gunzipMembers(source, freeBytes, onDamage);
    case 'zstd':
      return yield* (await import('./zstd.ts')).unzstd(source, freeBytes);
    case 'bzip2':
      return yield* (await import('./bunzip2.ts')).bunzip2(source, freeBytes);
    case 'xz':
      return yield* (await import('./unxz.ts')).unxz(source, freeBytes);
    default:
      return compression satisfies never;
  }
}
