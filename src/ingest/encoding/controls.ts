/** Control characters: how many of them a text can hold. */
import { hasByte } from '../byte-search.ts';

/** More control characters than this and it is not text; UTF-8 text of any language has none at all. */
export const MAX_CONTROL_SHARE = 0.01;

/** C0 controls but tab, line feed, vertical tab, form feed and carriage return; delete. */
function isControl(unit: number): boolean {
  return unit < 0x09 || (unit > 0x0d && unit < 0x20) || unit === 0x7f;
}

export function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (isControl(text.charCodeAt(index))) return true;
  return false;
}

/** No NUL, and hardly a control character. */
export function isText(text: string): boolean {
  let controls = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0) return false;
    if (isControl(unit)) controls++;
  }
  return controls <= text.length * MAX_CONTROL_SHARE;
}

/** The same of a text in UTF-8, by its bytes: four at a time, of which hardly any hold a control character. */
export function isTextInUtf8(bytes: Uint8Array, text: string): boolean {
  return !hasByte(bytes, 0) && controlBytes(bytes) <= text.length * MAX_CONTROL_SHARE;
}

/** Control characters of bytes without a NUL. */
function controlBytes(bytes: Uint8Array): number {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteLength < 8) return controlsWithin(bytes, 0, byteLength);
  const before = (4 - (byteOffset % 4)) % 4;
  const words = new Int32Array(buffer, byteOffset + before, (byteLength - before) >> 2);
  let controls = controlsWithin(bytes, 0, before);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const deleted = word ^ 0x7f7f7f7f;
    // Some byte below 0x20, or one of 0x7F: "Determine if a word has a byte less than n", Anderson, Bit Twiddling Hacks.
    const hits = ((word - 0x20202020) & ~word) | ((deleted - 0x01010101) & ~deleted);
    if ((hits & 0x80808080) !== 0) controls += controlsWithin(bytes, before + 4 * i, before + 4 * i + 4);
  }
  return controls + controlsWithin(bytes, before + 4 * words.length, byteLength);
}

function controlsWithin(bytes: Uint8Array, from: number, to: number): number {
  let controls = 0;
  for (let i = from; i < to; i++) if (isControl(bytes[i]!)) controls++;
  return controls;
}

export function isBinary(bytes: Uint8Array): boolean {
  return hasByte(bytes, 0) || controlShare(bytes) > MAX_CONTROL_SHARE;
}

/** Share of control bytes, NULs left out. */
export function controlShare(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte !== 0 && isControl(byte)) controls++;
  return controls / Math.max(1, bytes.length);
}
