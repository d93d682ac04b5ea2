/**
 * Where bytes stop being UTF-8. Owns the validity rules only; decoding is Node's.
 * Reference: The Unicode Standard 16.0, table 3-7 (well-formed UTF-8 byte sequences). Linear time.
 */
import { isUtf8 } from 'node:buffer';
import { utf8Text } from '../lib/utf8-text.ts';

/** Index of the first byte that is not part of well-formed UTF-8 at or after `from`, or -1. */
export function firstInvalidByte(bytes: Uint8Array, from = 0): number {
  let index = from;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return -1;
}

/** Strict UTF-8 as a string (a byte order mark stays), or undefined where a byte is wrong. */
export function strictUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return utf8Text(bytes);
}

/** Length in bytes of the well-formed sequence that starts at `index`; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[index + 1] ?? 0;
  if (lead < 0xe0) return isContinuation(second) ? 2 : 0;
  // Overlong forms, surrogates and code points past U+10FFFF are cut off by the second byte alone.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest || !isContinuation(bytes[index + 2] ?? 0)) return 0;
  if (lead < 0xf0) return 3;
  return isContinuation(bytes[index + 3] ?? 0) ? 4 : 0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** A character that ends with the text, cut in two, has at most one byte less. */
const LONGEST_SEQUENCE = 3;

/** At least so many characters of several bytes for each byte that is wrong: in another encoding there are fewer. */
const VALID_FOR_EACH = 8;

/**
 * UTF-8 in which some bytes are wrong (cut off, overwritten), those as U+FFFD; undefined where too many are, or where
 * all is right. `first` is the index of the first wrong byte. Linear.
 */
export function mendedUtf8(
  bytes: Uint8Array,
): { readonly text: string; readonly damaged: number; readonly first: number } | undefined {
  let valid = 0;
  let damaged = 0;
  let first = -1;
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    if (length > 1) valid++;
    if (length === 0) {
      if (damaged++ === 0) first = index;
    }
    index += Math.max(1, length);
  }
  const isCutOff = damaged > 0 && first >= bytes.length - LONGEST_SEQUENCE && valid > 0;
  if (damaged === 0 || (valid < VALID_FOR_EACH * damaged && !isCutOff)) return undefined;
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), damaged, first };
}
