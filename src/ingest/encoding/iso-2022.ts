/**
 * The 7-bit encodings of mail: ISO-2022-JP, ISO-2022-KR, HZ and UTF-7. Owns the escapes of the first three, whose
 * characters are those of the 8-bit encodings with the eighth bit set. Linear.
 * Reference: RFC 1468 and 2237 (Japanese), RFC 1557 (Korean), RFC 1843 (HZ), RFC 2152 (UTF-7).
 */
import type { Codec } from './codec.ts';

export type SevenBit = 'iso-2022-jp' | 'iso-2022-kr' | 'hz-gb-2312' | 'utf-7';

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;
const LINE_FEED = 0x0a;

/**
 * Which of them a text is in: by escapes that no other text holds; HZ and UTF-7, whose signs a text may hold, by
 * their names.
 */
export function sevenBitOf(text: string, declared: string | undefined): SevenBit | undefined {
  if (declared === 'hz-gb-2312' && text.includes('~{')) return 'hz-gb-2312';
  if (declared !== undefined && UTF_7.test(declared) && text.includes('+')) return 'utf-7';
  if (!text.includes('\x1b')) return undefined;
  if (text.includes('\x1b$)C')) return 'iso-2022-kr';
  return JAPANESE_SIGNS.some((sign) => text.includes(`\x1b${sign}`)) ? 'iso-2022-jp' : undefined;
}

const UTF_7 = /^(?:unicode-1-1-)?utf-?7$/;
const JAPANESE_SIGNS = ['$@', '$B', '$(D', '(I'];

/** The text of valid escapes; what stands in none is ASCII. */
export function decodeSevenBit(bytes: Uint8Array, encoding: SevenBit, codec: Codec): string {
  switch (encoding) {
    case 'iso-2022-jp':
      return codec.decode(ofJapanese(bytes), 'eucjp');
    case 'iso-2022-kr':
      return codec.decode(ofKorean(bytes), 'cp949');
    case 'hz-gb-2312':
      return codec.decode(ofHz(bytes), 'gb18030');
    case 'utf-7':
      return codec.decode(bytes, 'utf-7');
    default:
      return encoding satisfies never;
  }
}

type Set = 'ascii' | 'double' | 'supplement' | 'kana';

function ofJapanese(bytes: Uint8Array): Uint8Array {
  const out = new Room(2 * bytes.length);
  let set: Set = 'ascii';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === ESCAPE) {
      const sign = String.fromCharCode(...bytes.subarray(i + 1, i + 4));
      const found = JAPANESE.find(([known]) => sign.startsWith(known));
      if (found !== undefined) {
        set = found[1];
        i += found[0].length;
        continue;
      }
    }
    if (byte <= 0x20) out.push(byte);
    else if (set === 'ascii') out.push(byte);
    else if (set === 'kana') out.push(0x8e, byte | 0x80);
    else {
      const second = bytes[++i] ?? 0x3f;
      if (set === 'supplement') out.push(0x8f);
      out.push(byte | 0x80, second | 0x80);
    }
  }
  return out.bytes();
}

const JAPANESE: readonly (readonly [sign: string, set: Set])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(I', 'kana'],
  ['$@', 'double'],
  ['$B', 'double'],
  ['$(D', 'supplement'],
];

function ofKorean(bytes: Uint8Array): Uint8Array {
  const out = new Room(bytes.length);
  let isDouble = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    // The one escape says that Korean follows.
    if (byte === ESCAPE && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29) i += 3;
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) isDouble = byte === SHIFT_OUT;
    else out.push(isDouble && byte > 0x20 ? byte | 0x80 : byte);
  }
  return out.bytes();
}

function ofHz(bytes: Uint8Array): Uint8Array {
  const out = new Room(bytes.length);
  let isDouble = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const next = bytes[i + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d)) {
      isDouble = next === 0x7b;
      i++;
    } else if (byte === TILDE && !isDouble && (next === TILDE || next === LINE_FEED)) {
      if (next === TILDE) out.push(TILDE);
      i++;
    } else if (isDouble && byte > 0x20 && next !== undefined) {
      out.push(byte | 0x80, next | 0x80);
      i++;
    } else out.push(byte);
  }
  return out.bytes();
}

/** Bytes one behind the other. */
class Room {
  readonly #bytes: Uint8Array;
  #length = 0;

  constructor(most: number) {
    this.#bytes = new Uint8Array(most + 4);
  }

  push(...bytes: readonly number[]): void {
    for (const byte of bytes) this.#bytes[this.#length++] = byte;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
