/**
 * One block of a tar archive as a header. Owns its fields and its checksum; must not read streams.
 * Reference: POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
 */

export const TAR_BLOCK = 512;

export interface TarHeader {
  readonly name: Uint8Array;
  readonly size: number;
  readonly type: string;
}

/** Whether the checksum is right, as it is for no text. */
export function isTarHeader(block: Uint8Array): boolean {
  const written = octal(block, 148, 8);
  if (written === undefined || block[0] === 0) return false;
  let [unsigned, signed] = [0, 0];
  for (let i = 0; i < TAR_BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return written === unsigned || written === signed;
}

/** Undefined where it is no header, or one with a size that is no number. */
export function readTarHeader(block: Uint8Array): TarHeader | undefined {
  if (!isTarHeader(block)) return undefined;
  const size = sizeOf(block);
  if (size === undefined) return undefined;
  const isPosix = Buffer.from(block.subarray(257, 263)).toString('latin1') === 'ustar\0';
  const prefix = isPosix ? field(block, 345, 155) : new Uint8Array();
  const own = field(block, 0, 100);
  const name = prefix.length === 0 ? own : Buffer.concat([prefix, Buffer.from('/'), own]);
  return { name, size, type: String.fromCharCode(block[156]!) };
}

/** Sizes beyond 8 GiB are written as bytes, with the first bit set (GNU, star). */
function sizeOf(block: Uint8Array): number | undefined {
  if ((block[124]! & 0x80) === 0) return octal(block, 124, 12);
  let size = block[124]! & 0x7f;
  for (let i = 125; i < 136; i++) size = size * 256 + block[i]!;
  return Number.isSafeInteger(size) ? size : undefined;
}

function octal(block: Uint8Array, at: number, length: number): number | undefined {
  const text = Buffer.from(block.subarray(at, at + length)).toString('latin1');
  const digits = /^ *([0-7]+)[ \0]*$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

function field(block: Uint8Array, at: number, length: number): Uint8Array {
  const bytes = block.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
