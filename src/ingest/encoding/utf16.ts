/** UTF-16, by its mark or by its NULs. Reference: RFC 2781. */
import { hasByte } from '../byte-search.ts';
import { strictUtf8 } from '../utf8.ts';
import { controlShare, isText, MAX_CONTROL_SHARE } from './controls.ts';

/**
 * At least this share of the bytes of UTF-16 are NULs. Sweep over 7,998 news texts in 128 languages (NTREX-128,
 * 2026-11): the smallest share is 0.8 % (Tibetan, then Japanese 1.2 %), so 0.5 % leaves room.
 */
const MIN_NUL_SHARE = 0.005;
/** In a Latin script every second byte is a NUL; from half of that on, no plausible reading as bytes is left. */
const CERTAIN_NUL_SHARE = 0.25;
const NUL_SAMPLE_BYTES = 64 * 1024;

export type Utf16 = 'utf-16le' | 'utf-16be';

/** What a stream of units of two or four bytes was told by. */
export interface Wide {
  readonly encoding: Utf16 | 'utf-32';
  readonly by: 'mark' | 'pattern';
}

/**
 * Whether a stream is in UTF-16 or UTF-32, from its first bytes: by its mark; by the zeros beside two ASCII characters,
 * with which records begin (RFC 4627, section 3); or by the zeros of a text.
 */
export function wideOf(prefix: Uint8Array): Wide | undefined {
  const [a, b, c, d] = prefix;
  if (a === 0xff && b === 0xfe)
    return { encoding: c === 0 && d === 0 && prefix.length > 3 ? 'utf-32' : 'utf-16le', by: 'mark' };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', by: 'mark' };
  if (!hasByte(prefix.subarray(0, NUL_SAMPLE_BYTES), 0)) return undefined;
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32', by: 'mark' };
  const first = prefix.indexOf(0);
  if (first < 2 && prefix.length > 3 && prefix[first + 2] === 0) {
    const isWider = first === 0 ? b === 0 : c === 0;
    return { encoding: isWider ? 'utf-32' : first === 0 ? 'utf-16be' : 'utf-16le', by: 'pattern' };
  }
  const found = utf16ByNuls(wholePairs(prefix.subarray(0, NUL_SAMPLE_BYTES)));
  return found === undefined ? undefined : { encoding: found.encoding, by: 'pattern' };
}

/** Without half a unit, and half a pair in either order, at the end. */
function wholePairs(bytes: Uint8Array): Uint8Array {
  const length = bytes.length & ~1;
  const isHalf = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xd8 && byte < 0xdc;
  const cut = isHalf(bytes[length - 1]) || isHalf(bytes[length - 2]) ? 2 : 0;
  return bytes.subarray(0, Math.max(0, length - cut));
}

/** Undefined where half a pair stands alone. */
export function decodeUtf16(bytes: Uint8Array, encoding: Utf16): string | undefined {
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
export function utf16ByNuls(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: Utf16 } | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, NUL_SAMPLE_BYTES);
  // Nearly all texts: told many times faster than the bytes are counted.
  if (!hasByte(sample, 0)) return undefined;
  let nuls = 0;
  for (const byte of sample) if (byte === 0) nuls++;
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
  return utf16ByVariety(bytes);
}

/** What is known to be UTF-16, whatever its order; undefined where it cannot be. */
export function utf16ByVariety(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: Utf16 } | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const seen = [new Set<number>(), new Set<number>()] as const;
  const most = Math.min(bytes.length, NUL_SAMPLE_BYTES);
  for (let index = 0; index < most; index++) seen[index % 2 === 0 ? 0 : 1].add(bytes[index]!);
  const encoding = seen[0].size < seen[1].size ? 'utf-16be' : 'utf-16le';
  const text = decodeUtf16(bytes, encoding);
  return text === undefined || !isText(text) ? undefined : { text, encoding };
}
