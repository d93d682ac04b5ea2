/**
 * Which bytes stand behind which in a text, counted once for all encodings that it may be in; tags and references of
 * markup are none of it, as they read like no language. Must not judge.
 */

/** Bytes from the first one above 0x7F on of which pairs are counted: some ten thousand words. */
const SAMPLE_BYTES = 64 * 1024;
/** How much before the first such byte is counted: the words around it tell its language. */
const BEFORE = 1024;
const SPACE = 0x20;

export interface BytePairs {
  /** `first * 256 + second`, each once. */
  readonly pairs: Uint16Array;
  readonly counts: Uint32Array;
  /** How often each byte stands in the whole text. */
  readonly totals: Uint32Array;
  /** What was counted, without markup. */
  readonly sample: Uint8Array;
  /** Bytes above 0x7F in the sample. */
  readonly high: number;
}

/** Linear, with one look at each byte. */
export function countBytePairs(bytes: Uint8Array): BytePairs {
  const totals = new Uint32Array(256);
  for (let i = 0; i < bytes.length; i++) totals[bytes[i]!]!++;
  const sample = withoutMarkup(sampleOf(bytes));
  const table = new Uint32Array(65536);
  let before = SPACE;
  let high = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    table[before * 256 + byte]!++;
    if (byte >= 0x80) high++;
    before = byte;
  }
  table[before * 256 + SPACE]!++;
  const pairs = new Uint16Array(table.length);
  let used = 0;
  for (let pair = 0; pair < table.length; pair++) if (table[pair] !== 0) pairs[used++] = pair;
  const counts = Uint32Array.from(pairs.subarray(0, used), (pair) => table[pair]!);
  return { pairs: pairs.slice(0, used), counts, totals, sample, high };
}

/** Ends between two characters of any encoding where there is a line end or a space in reach. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - BEFORE);
  const sample = bytes.subarray(start, start + SAMPLE_BYTES);
  let end = sample.length;
  while (end > sample.length - BEFORE && sample[end - 1]! > SPACE) end--;
  return end > sample.length - BEFORE ? sample.subarray(0, end) : sample;
}

const OPEN = 0x3c;
const CLOSE = 0x3e;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
/** A tag is not longer, or it is none; a reference neither. */
const LONGEST_TAG = 2048;
const LONGEST_REFERENCE = 12;

/** Tags and references as spaces: no encoding of old has their first signs within a character. */
function withoutMarkup(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(OPEN) && !bytes.includes(AMPERSAND)) return bytes;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const end = markupEnd(bytes, i);
    out[length++] = end === -1 ? bytes[i]! : SPACE;
    if (end !== -1) i = end;
  }
  return out.subarray(0, length);
}

/** The last byte of the tag or reference that begins here, or -1. */
function markupEnd(bytes: Uint8Array, at: number): number {
  const [sign, next] = [bytes[at], bytes[at + 1] ?? SPACE];
  if (sign === OPEN && (isLetter(next) || next === 0x2f || next === 0x21 || next === 0x3f))
    return endOf(bytes, at, CLOSE, LONGEST_TAG);
  if (sign === AMPERSAND && (isLetter(next) || next === 0x23))
    return endOf(bytes, at, SEMICOLON, LONGEST_REFERENCE);
  return -1;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** -1 where the same sign begins something else first, or nothing ends soon. */
function endOf(bytes: Uint8Array, from: number, close: number, longest: number): number {
  const most = Math.min(bytes.length, from + longest);
  for (let i = from + 1; i < most; i++) {
    if (bytes[i] === close) return i;
    if (bytes[i] === bytes[from]) return -1;
  }
  return -1;
}
