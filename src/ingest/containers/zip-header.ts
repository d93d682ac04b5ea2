/** The header before a file in a ZIP archive, and the signs that part files. Must not read the data of files. */
import type { ByteReader } from '../byte-reader.ts';
import { extraField, LOCAL, type ZipDirectory } from './zip-directory.ts';

/** What may follow the last file: the directory and its kin. */
export const AFTER_FILES: ReadonlySet<number> = new Set([
  0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50, 0x05054b50,
]);
const UNKNOWN_SIZE = 0xffffffff;
/** Bytes of a local header between its signature and its name. */
const FIXED = 26;
const SIGNATURE = 4;
/** Bytes that are searched at a time. */
const LOOK = 1 << 16;

export interface LocalHeader {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Bytes of the data; what the directory says where the header cannot be right. */
  readonly compressed: number;
  /** Bytes to the next file by the directory, from the data on. */
  readonly room: number;
}

/** Behind the signature; undefined where no header can be, and nothing is taken. */
export async function localHeader(
  reader: ByteReader,
  directory: ZipDirectory | undefined,
): Promise<LocalHeader | undefined> {
  const start = reader.offset - SIGNATURE;
  const entry = directory?.at(start);
  const fixed = Buffer.from(await reader.upTo(FIXED));
  const [written, extraLength] =
    fixed.length < FIXED ? [0, 0] : [fixed.readUInt16LE(22), fixed.readUInt16LE(24)];
  const nameLength = entry?.nameLength ?? written;
  const variable = Buffer.from(await reader.upTo(nameLength + extraLength));
  const [name, extra] = [variable.subarray(0, nameLength), variable.subarray(nameLength)];
  const behind = await reader.upTo(SIGNATURE - 1);
  reader.back(behind);
  // No name holds a zero, and neither it nor a field the beginning of the next file.
  const isWhole = nameLength > 0 && variable.length === nameLength + extraLength;
  if (!isWhole || name.includes(0) || Buffer.concat([variable, behind]).includes('PK\x03\x04')) {
    reader.back(Buffer.concat([fixed, variable]));
    return undefined;
  }
  const flags = fixed.readUInt16LE(2);
  const room = (directory?.next(start) ?? Number.POSITIVE_INFINITY) - reader.offset;
  const own = compressedSize(fixed, extra);
  // Where the two differ, one of them is damaged: of a file without sizes behind it the one that ends at the next.
  const isOwnRight = entry === undefined || own === entry.compressed || own === room;
  return {
    name,
    flags,
    method: fixed.readUInt16LE(4),
    crc: fixed.readUInt32LE(10),
    compressed: isOwnRight ? own : entry.compressed,
    room: Math.max(0, room),
  };
}

function compressedSize(fixed: Buffer, extra: Buffer): number {
  const written = fixed.readUInt32LE(14);
  const large = written === UNKNOWN_SIZE ? extraField(extra, 0x0001) : undefined;
  return large !== undefined && large.length >= 16 ? Number(large.readBigUInt64LE(8)) : written;
}

/** Goes to the next signature of a file or of the directory. */
export async function toNextHeader(reader: ByteReader): Promise<void> {
  while (true) {
    const bytes = await reader.upTo(LOOK);
    const at = signatureIn(bytes, 0);
    if (at !== -1) return reader.back(bytes.subarray(at));
    if (bytes.length < LOOK) return;
    // A signature may begin in the last bytes.
    reader.back(bytes.subarray(bytes.length - SIGNATURE + 1));
  }
}

/** Where a signature of a file or of the directory stands, at or behind `from`; -1 where none does. */
export function signatureIn(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('PK', from); at !== -1; at = bytes.indexOf('PK', at + 1)) {
    if (at + SIGNATURE > bytes.length) return -1;
    if (isSignature(bytes.readUInt32LE(at))) return at;
  }
  return -1;
}

export function isSignature(number: number): boolean {
  return number === LOCAL || AFTER_FILES.has(number);
}
