/**
 * Values as checked bytes: plain data in JSON, its typed arrays behind it as they lie in memory, deflated where that makes
 * them smaller. Owns the layout and the check on reading; must not know what a value means.
 *
 * Little endian: CRC-32 of the key under which it is stored and all that follows, bytes of the JSON (uint32 each), JSON, padding, arrays, each at a multiple
 * of 8. In the JSON an array is `{"$": kind, "n": elements}`, in the order in which they follow. Where the top bit of the
 * second number is set, the bytes of what follows it (uint32) come next, and it is deflated, numbers of 16 bits as their
 * steps (`steps.ts`).
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { bufferOf } from '../../lib/buffer-of.ts';
import { StateError } from '../../lib/errors.ts';
import { fromSteps, toSteps } from './steps.ts';

const KINDS = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;

interface ColumnMark {
  /** Position in KINDS. */
  readonly $: number;
  readonly n: number;
}

const PREFIX_BYTES = 8;
const NO_KEY = new Uint8Array(0);
const DEFLATED = 0x80000000;
/** Behind the prefix of what is deflated. */
const LENGTH_BYTES = 4;
/** Of 1,500 bytes of the rows of an article 1 leaves 1,182, 3 1,177, 6 1,172 (10,000 articles of the scale collection). */
const LEVEL = 3;

/**
 * Plain objects, arrays, strings, numbers, booleans and the typed arrays of KINDS; no other key may be called "$". `isDense`:
 * it holds what was packed already.
 */
export function packValue(value: unknown, key: Uint8Array = NO_KEY, isDense = false): Uint8Array {
  const plain = plainValue(value, isDense);
  const bytes = isDense ? plain : (deflated(plain) ?? plainValue(value, true));
  bytes.writeUInt32LE(checksumOf(bytes, key), 0);
  return bytes;
}

/** Undefined where it would not be smaller. */
function deflated(plain: Buffer): Buffer | undefined {
  const packed = deflateRawSync(plain.subarray(PREFIX_BYTES), { level: LEVEL });
  const length = PREFIX_BYTES + LENGTH_BYTES + packed.length;
  if (length >= plain.length) return undefined;
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE((plain.readUInt32LE(4) | DEFLATED) >>> 0, 4);
  bytes.writeUInt32LE(plain.length - PREFIX_BYTES, PREFIX_BYTES);
  packed.copy(bytes, PREFIX_BYTES + LENGTH_BYTES);
  return bytes;
}

/** The value as it lies behind its checksum. `isAsItIs`: numbers of 16 bits are not turned into steps. */
function plainValue(value: unknown, isAsItIs: boolean): Buffer {
  const columns: Column[] = [];
  const json = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, told: unknown) {
    // What the holder has: a Buffer would otherwise tell itself as an object of numbers.
    const part = this[key];
    if (!ArrayBuffer.isView(part)) return told;
    const kind = KINDS.findIndex((Kind) => part instanceof Kind);
    if (kind === -1) throw new TypeError('an array of a kind that is not stored');
    columns.push(part instanceof Uint16Array && !isAsItIs ? toSteps(part) : (part as Column));
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
  return bytes;
}

/** The value again, its arrays in one buffer of their own. Throws `StateError` where the bytes are not what was written. */
export function unpackValue(stored: Uint8Array, what: string, key: Uint8Array = NO_KEY): unknown {
  if (
    stored.length < PREFIX_BYTES ||
    bufferOf(stored).readUInt32LE(0) !== checksumOf(bufferOf(stored), key)
  ) {
    throw new StateError(`${what} is damaged: its checksum does not fit`);
  }
  const [jsonBytes, isDeflated] = headOf(bufferOf(stored));
  const bytes = isDeflated ? inflated(bufferOf(stored)) : ownBytes(stored.subarray(PREFIX_BYTES));
  let at = aligned(PREFIX_BYTES + jsonBytes) - PREFIX_BYTES;
  return JSON.parse(bytes.toString('utf8', 0, jsonBytes), (_, part: unknown) => {
    if (!isMark(part)) return part;
    const Kind = KINDS[part.$]!;
    const column = new Kind(bytes.buffer as ArrayBuffer, at, part.n);
    at = aligned(at + column.byteLength);
    return isDeflated && column instanceof Uint16Array ? fromSteps(column) : column;
  });
}

function headOf(stored: Buffer): readonly [jsonBytes: number, isDeflated: boolean] {
  const written = stored.readUInt32LE(4);
  return written >= DEFLATED ? [written - DEFLATED, true] : [written, false];
}

/** At the start of a buffer of its own: columns of wide numbers must stand at multiples of their width. */
function inflated(stored: Buffer): Buffer {
  const length = stored.readUInt32LE(PREFIX_BYTES);
  // Some bytes more than needed: zlib takes another buffer when one is full.
  const packed = stored.subarray(PREFIX_BYTES + LENGTH_BYTES);
  const bytes = inflateRawSync(packed, { chunkSize: length + ROOM, maxOutputLength: length + ROOM });
  return bytes.byteOffset === 0 && bytes.buffer.byteLength === length + ROOM ? bytes : ownBytes(bytes);
}

/** The least that zlib takes. */
const ROOM = 64;

function ownBytes(bytes: Uint8Array): Buffer {
  return Buffer.from(new Uint8Array(bytes).buffer);
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
