/**
 * Bytes of a one-article file to text. Order: byte order mark, UTF-16 by its NULs, strict UTF-8, the charset that
 * the page declares, windows-1252. Never guesses beyond that: what does not look like text is an issue.
 * windows-1252 goes through iconv-lite because `TextDecoder` of some Node 20 releases maps 0x80-0x9F to controls.
 * Reference: WHATWG Encoding Standard, section 4.2 (labels); RFC 2781 (UTF-16).
 */
import type { IssueCode } from '../model/issue.ts';
import { firstInvalidByte, strictUtf8 } from './utf8.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly code: IssueCode; readonly offset?: number; readonly message: string };

/**
 * At least this share of the bytes of UTF-16 are NULs. Sweep over 7,998 news texts in 128 languages (NTREX-128,
 * 2026-11): the smallest share is 0.8 % (Tibetan, then Japanese 1.2 %), so 0.5 % leaves room.
 */
const MIN_NUL_SHARE = 0.005;
/** In a Latin script every second byte is a NUL; from half of that on, no plausible reading as bytes is left. */
const CERTAIN_NUL_SHARE = 0.25;
/** More control characters than this and it is not text; UTF-8 text of any language has none at all. */
const MAX_CONTROL_SHARE = 0.01;
/**
 * Largest share of bytes above 0x7F in windows-1252. Same sweep: at most 13.8 % in the 56 languages it can write
 * (Icelandic), at least 50 % in the 8-bit encodings of Cyrillic, Greek, Hebrew, Arabic and Thai; 25 % lies between.
 * windows-1250, -1254 and -1257 (1-14 %) cannot be told apart this way: their rare letters come out wrong.
 */
const MAX_HIGH_SHARE = 0.25;

const NUL_SAMPLE_BYTES = 64 * 1024;

/** Text without its byte order mark, line ends as they were; `declared` is the charset an HTML page names. */
export async function decode(bytes: Uint8Array, declared?: string): Promise<Decoded> {
  const mark = markOf(bytes);
  if (mark === 'utf-32') return invalid('UTF-32, which is not read; convert it to UTF-8');
  if (mark === 'utf-16le' || mark === 'utf-16be') {
    const text = decodeUtf16(bytes.subarray(2), mark);
    return text === undefined ? invalid(`marked as ${mark} but not valid in it`) : checked(text);
  }
  const body = mark === 'utf-8' ? bytes.subarray(3) : bytes;
  const wide = mark === undefined ? utf16ByNuls(body) : undefined;
  if (wide !== undefined) return checked(wide);
  const text = strictUtf8(body);
  if (text !== undefined) return checked(text);
  if (mark === undefined) {
    const legacy = body.includes(0) ? undefined : await decodeLegacy(body, declared);
    if (legacy !== undefined) return { kind: 'text', text: legacy };
    if (isBinary(body)) return binary();
  }
  const offset = firstInvalidByte(body) + (bytes.length - body.length);
  return invalid('neither UTF-8 nor another encoding that could be told; convert it to UTF-8', offset);
}

type Mark = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

function markOf(bytes: Uint8Array): Mark | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 without a mark: spaces, digits and line ends have a zero byte. Which byte of a pair is the high one shows in
 * its variety, since a text stays in few blocks of Unicode; the side of the zeros alone would not do, for U+4E00 (one
 * in Chinese) and U+3000 (the space) have theirs on the low side.
 */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, NUL_SAMPLE_BYTES);
  // Nearly all texts: told many times faster than the bytes are counted.
  if (!sample.includes(0)) return undefined;
  const seen = [new Set<number>(), new Set<number>()] as const;
  let nuls = 0;
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index] ?? 0;
    if (byte === 0) nuls++;
    seen[index % 2 === 0 ? 0 : 1].add(byte);
  }
  const share = nuls / Math.max(1, sample.length);
  if (share < MIN_NUL_SHARE) return undefined;
  // Plain text with a few stray NULs would turn into invented Chinese.
  if (
    share < CERTAIN_NUL_SHARE &&
    controlShare(sample) <= MAX_CONTROL_SHARE &&
    strictUtf8(bytes) !== undefined
  ) {
    return undefined;
  }
  const text = decodeUtf16(bytes, seen[0].size < seen[1].size ? 'utf-16be' : 'utf-16le');
  return text === undefined || checked(text).kind === 'fault' ? undefined : text;
}

async function decodeLegacy(bytes: Uint8Array, declared: string | undefined): Promise<string | undefined> {
  // Loaded only here: most dumps are UTF-8 and never need the tables.
  const { default: iconv } = await import('iconv-lite');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (declared !== undefined && iconv.encodingExists(declared)) {
    const text = iconv.decode(buffer, declared);
    if (!text.includes('\ufffd') && checked(text).kind === 'text') return text;
  }
  if (!looksLikeWindows1252(bytes)) return undefined;
  return iconv.decode(buffer, 'windows-1252');
}

/** No control and no byte without a meaning there, and mostly ASCII: Cyrillic or Chinese bytes are neither. */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (isControl(byte) || UNASSIGNED_1252.has(byte)) return false;
    if (byte >= 0x80) high++;
  }
  return high <= bytes.length * MAX_HIGH_SHARE;
}

const UNASSIGNED_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** C0 controls but tab, line feed, vertical tab, form feed and carriage return; delete. */
function isControl(unit: number): boolean {
  return unit < 0x09 || (unit > 0x0d && unit < 0x20) || unit === 0x7f;
}

function checked(text: string): Decoded {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return binary();
    if (isControl(unit)) controls++;
  }
  return controls > text.length * MAX_CONTROL_SHARE ? binary() : { kind: 'text', text };
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || controlShare(bytes) > MAX_CONTROL_SHARE;
}

/** Share of control bytes, NULs left out. */
function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte !== 0 && isControl(byte)) controls++;
  return controls / Math.max(1, bytes.length);
}

function binary(): Decoded {
  return { kind: 'fault', code: 'binary', message: 'control characters as in a binary file; expected text' };
}

function invalid(message: string, offset?: number): Decoded {
  return { kind: 'fault', code: 'invalid-encoding', message, ...(offset === undefined ? {} : { offset }) };
}
