/**
 * Values as checked bytes: plain data in JSON, its typed arrays behind it as they lie in memory. Owns the layout and the
 * check on reading; must not know what a value means.
 *
 * Little endian: CRC-32 of the key under which it is stored and all that follows, bytes of the JSON (uint32 each), JSON, padding, arrays, each at a multiple
 * of 8. In the JSON an array is `{"$": kind, "n": elements}`, in the order in which they follow.
 */
import { crc32 } from 'node:zlib';
import { StateError } from '../../lib/errors.ts';

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
type Column = InstanceType<(typeof KINDS)[number]>;

interface ColumnMark {
  /** Position in KINDS. */
  readonly $: number;
  readonly n: number;
}

const PREFIX_BYTES = 8;
const NO_KEY = new Uint8Array(0);

/** Plain objects, arrays, strings, numbers, booleans and the typed arrays of KINDS; no other key may be called "$". */
export function packValue(value: unknown, key: Uint8Array = NO_KEY): Uint8Array {
  const columns: Column[] = [];
  const json = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, told: unknown) {
    // What the holder has: a Buffer would otherwise tell itself as an object of numbers.
    const part = this[key];
    if (!ArrayBuffer.isView(part)) return told;
    const kind = KINDS.findIndex((Kind) => part instanceof Kind);
    if (kind === -1) throw new TypeError('an array of a kind that is not stored');
    columns.push(part as Column);
    return { $: kind, n: (part as Column).length } satisfies ColumnMark;
  });
  const text = Buffer.from(json, 'utf8');
  let length = aligned(PREFIX_BYTES + text.length);
  const places = columns.map((column) => {
    const place = length;
    length = aligned(length + column.byteLength);
    return place;
  });
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(text.length, 4);
  text.copy(bytes, PREFIX_BYTES);
  columns.forEach(({ buffer, byteOffset, byteLength }, i) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), places[i]);
  });
  bytes.writeUInt32LE(checksumOf(bytes, key), 0);
  return bytes;
}

/** The value again, its arrays in one buffer of their own. Throws `StateError` where the bytes are not what was written. */
export function unpackValue(stored: Uint8Array, what: string, key: Uint8Array = NO_KEY): unknown {
  // A copy at the start of a buffer: columns of wide numbers must stand at multiples of their width.
  const bytes = Buffer.from(new Uint8Array(stored).buffer);
  if (bytes.length < PREFIX_BYTES || bytes.readUInt32LE(0) !== checksumOf(bytes, key)) {
    throw new StateError(`${what} is damaged: its checksum does not fit`);
  }
  const end = PREFIX_BYTES + bytes.readUInt32LE(4);
  let at = aligned(end);
  return JSON.parse(bytes.toString('utf8', PREFIX_BYTES, end), (_, part: unknown) => {
    if (!isMark(part)) return part;
    const Kind = KINDS[part.$]!;
    const column = new Kind(bytes.buffer as ArrayBuffer, at, part.n);
    at = aligned(at + column.byteLength);
    return column;
  });
}

function checksumOf(bytes: Buffer, key: Uint8Array): number {
  return crc32(bytes.subarray(4), crc32(key));
}

function isMark(part: unknown): part is ColumnMark {
  return typeof part === 'object' && part !== null && '$' in part;
}

function aligned(length: number): number {
  return (length + 7) & ~7;
}
