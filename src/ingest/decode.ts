/**
 * Bytes of a text to a string, and what was assumed. Order: byte order mark, UTF-16 by its NULs, 7-bit encodings by
 * their escapes, strict UTF-8, UTF-8 with a few damaged bytes, then the encodings of old (`encoding/legacy`): as
 * declared where that is plausible, else by the letters. What does not look like text in any of them is an issue.
 */
import type { TextReading } from '../model/article.ts';
import type { IssueCode } from '../model/issue.ts';
import { hasByte } from './byte-search.ts';
import { loadCodec } from './encoding/codec.ts';
import { hasControl, isBinary, isText, isTextInUtf8, MAX_CONTROL_SHARE } from './encoding/controls.ts';
import { decodeSevenBit, sevenBitOf } from './encoding/iso-2022.ts';
import { decodeLegacy } from './encoding/legacy.ts';
import { decodeUtf16, utf16ByNuls, utf16ByVariety } from './encoding/utf16.ts';
import { firstInvalidByte, mendedUtf8, strictUtf8 } from './utf8.ts';

export type Decoded =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Absent for plain UTF-8. */
      readonly reading?: TextReading;
      /** The text in UTF-8, where that is what the bytes were. */
      readonly utf8?: Uint8Array;
      /** What is to be said of the reading: it is unsure, or bytes were lost. */
      readonly doubt?: { readonly code: IssueCode; readonly message: string; readonly offset?: number };
    }
  | {
      readonly kind: 'fault';
      readonly code: IssueCode;
      readonly offset?: number;
      readonly message: string;
    };

/** Text without its byte order mark, line ends as they were; `declared` is the charset that the source names. */
export async function decode(bytes: Uint8Array, declared?: string): Promise<Decoded> {
  const mark = markOf(bytes);
  if (mark === 'utf-32') return invalid('UTF-32, which is not read; convert it to UTF-8');
  if (mark === 'utf-16le' || mark === 'utf-16be') {
    const text = decodeUtf16(bytes.subarray(2), mark);
    if (text === undefined) return invalid(`marked as ${mark} but not valid in it`);
    return isText(text)
      ? { kind: 'text', text, reading: { encoding: mark, by: 'mark', confidence: 1 } }
      : BINARY;
  }
  if (mark === 'utf-8') return decodeMarked(bytes);
  const wide = utf16ByNuls(bytes);
  if (wide !== undefined)
    return {
      kind: 'text',
      text: wide.text,
      reading: { encoding: wide.encoding, by: 'pattern', confidence: 1 },
    };
  const text = strictUtf8(bytes);
  if (text !== undefined) return (await decodeEscaped(bytes, text, declared)) ?? checked(bytes, text);
  return await decodeOther(bytes, declared);
}

type Mark = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

function markOf(bytes: Uint8Array): Mark | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

const MARK_BYTES = 3;

function decodeMarked(bytes: Uint8Array): Decoded {
  const body = bytes.subarray(MARK_BYTES);
  const text = strictUtf8(body);
  const reading = { encoding: 'utf-8', by: 'mark', confidence: 1 } as const;
  if (text !== undefined) return checked(body, text, reading);
  return mended(body, MARK_BYTES, reading) ?? invalid(NO_ENCODING, firstInvalidByte(body) + MARK_BYTES);
}

const ESCAPE = 0x1b;

/** All of it is ASCII, and escapes say that it means more. */
async function decodeEscaped(
  bytes: Uint8Array,
  ascii: string,
  declared: string | undefined,
): Promise<Decoded | undefined> {
  // Looked for in the bytes: in a string of wide characters that takes ten times as long.
  if (declared === undefined && !hasByte(bytes, ESCAPE)) return undefined;
  const encoding = sevenBitOf(ascii, declared?.toLowerCase());
  if (encoding === undefined) return undefined;
  const text = decodeSevenBit(bytes, encoding, await loadCodec());
  if (text.includes('\ufffd') || !isText(text)) return undefined;
  const by = declared?.toLowerCase() === encoding || encoding === 'utf-7' ? 'declared' : 'pattern';
  return { kind: 'text', text, reading: { encoding, by, confidence: 1 } };
}

async function decodeOther(bytes: Uint8Array, declared: string | undefined): Promise<Decoded> {
  const whole = mended(bytes, 0, { encoding: 'utf-8', by: 'utf-8', confidence: 1 });
  if (whole !== undefined) return whole;
  const legacy = hasByte(bytes, 0) ? undefined : await decodeLegacy(bytes, declared);
  if (legacy === undefined) return decodeWide(bytes, declared) ?? undecoded(bytes);
  const { text, damaged, ...reading } = legacy;
  return { kind: 'text', text, reading, ...doubtOf(reading, damaged) };
}

function undecoded(bytes: Uint8Array): Decoded {
  return isBinary(bytes) ? BINARY : invalid(NO_ENCODING, firstInvalidByte(bytes));
}

/** UTF-16 of a script in which hardly a character has a zero byte, that is declared and reads like nothing else. */
function decodeWide(bytes: Uint8Array, declared: string | undefined): Decoded | undefined {
  if (declared === undefined || !/^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared)) return undefined;
  const wide = utf16ByVariety(bytes);
  if (wide === undefined) return undefined;
  return {
    kind: 'text',
    text: wide.text,
    reading: { encoding: wide.encoding, by: 'declared', confidence: 1 },
  };
}

/** Below this the reading is one of several that are as likely as not, and it is said so. */
const UNSURE = 0.9;
/** The same of what is declared, too, and reads so. */
const UNSURE_DECLARED = 0.5;

function doubtOf(
  { encoding, by, confidence }: TextReading,
  damaged: number,
): Pick<Decoded & { kind: 'text' }, 'doubt'> {
  if (damaged > 0) {
    const message = `${bytesOf(damaged)} without a meaning in ${encoding}; read as U+FFFD`;
    return { doubt: { code: 'damaged-text', message } };
  }
  if (confidence >= (by === 'declared' ? UNSURE_DECLARED : UNSURE)) return {};
  const message = `read as ${encoding}, which is likely (${confidence.toFixed(2)}) but not sure; convert the file to UTF-8 if letters are wrong`;
  return { doubt: { code: 'unsure-encoding', message } };
}

/** UTF-8 with a few bytes that are wrong. */
function mended(body: Uint8Array, before: number, reading: TextReading): Decoded | undefined {
  const found = mendedUtf8(body);
  if (found === undefined || !isText(found.text)) return undefined;
  const message = `${bytesOf(found.damaged)} not UTF-8 in a text that is otherwise; read as U+FFFD`;
  const offset = found.first + before;
  return { kind: 'text', text: found.text, reading, doubt: { code: 'damaged-text', message, offset } };
}

function bytesOf(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`;
}

/** `bytes` are the UTF-8 of the text. */
function checked(bytes: Uint8Array, text: string, reading?: TextReading): Decoded {
  const known = reading === undefined ? {} : { reading };
  if (isTextInUtf8(bytes, text)) return { kind: 'text', text, utf8: bytes, ...known };
  const mended = withoutNuls(text);
  if (mended === undefined) return BINARY;
  const message = `NUL in ${bytesOf(mended.nuls)} of a text that is otherwise UTF-8; read as U+FFFD`;
  return { kind: 'text', text: mended.text, ...known, doubt: { code: 'damaged-text', message } };
}

/** NULs are damage where there are few of them, and no other control character beside them. */
function withoutNuls(text: string): { readonly text: string; readonly nuls: number } | undefined {
  const pieces = text.split('\0');
  const nuls = pieces.length - 1;
  if (nuls === 0 || nuls > text.length * MAX_CONTROL_SHARE) return undefined;
  return pieces.some(hasControl) ? undefined : { text: pieces.join('\ufffd'), nuls };
}

const NO_ENCODING = 'neither UTF-8 nor another encoding that could be told; convert it to UTF-8';

const BINARY: Decoded = {
  kind: 'fault',
  code: 'binary',
  message: 'control characters as in a binary file; expected text',
};

function invalid(message: string, offset?: number): Decoded {
  return { kind: 'fault', code: 'invalid-encoding', message, ...(offset === undefined ? {} : { offset }) };
}
