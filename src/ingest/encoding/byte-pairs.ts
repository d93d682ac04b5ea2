/** Which bytes stand behind which in a text, counted once for all encodings that it may be in. Must not judge. */

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
  /** What was counted. */
  readonly sample: Uint8Array;
  /** Bytes above 0x7F in the sample. */
  readonly high: number;
}

/** Linear, with one look at each byte. */
export function countBytePairs(bytes: Uint8Array): BytePairs {
  const totals = new Uint32Array(256);
  for (let i = 0; i < bytes.length; i++) totals[bytes[i]!]!++;
  const sample = sampleOf(bytes);
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
