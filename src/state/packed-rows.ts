/**
 * Compact rows of several articles as bytes, to cross from one thread to another in one piece: a message of a dozen
 * arrays an article costs more than it takes to fill them. Owns the layout; must not interpret the rows.
 *
 * Layout of a row, in words of 32 bits: text key (2), shingle count, source key (2, a double), the length of each list,
 * then the lists. Weights are bytes, filled up to a whole word. Byte order is that of the machine: both ends are on it.
 */
import type { CompactFeatures } from '../model/features.ts';

/** The lists of 32-bit numbers of a row, in the order in which they are written. */
const LISTS = ['bandKeys', 'storyKeys', 'leadKeys', 'tailKeys', 'edgeKeys', 'pageKeys'] as const;
const HEAD_WORDS = 5 + LISTS.length;

export function packRows(rows: readonly CompactFeatures[]): Uint8Array<ArrayBuffer> {
  let words = 0;
  for (const row of rows) words += wordsOf(row);
  const packed = new Uint32Array(words);
  const bytes = new Uint8Array(packed.buffer);
  const double = new Float64Array(1);
  const halves = new Uint32Array(double.buffer);
  let at = 0;
  for (const row of rows) {
    double[0] = row.sourceKey;
    packed[at] = row.textKey[0];
    packed[at + 1] = row.textKey[1];
    packed[at + 2] = row.shingleCount;
    packed[at + 3] = halves[0]!;
    packed[at + 4] = halves[1]!;
    LISTS.forEach((list, i) => {
      packed[at + 5 + i] = row[list].length;
    });
    at += HEAD_WORDS;
    for (const list of LISTS) {
      packed.set(row[list], at);
      at += row[list].length;
    }
    bytes.set(row.storyWeights, 4 * at);
    at += weightWords(row.storyKeys.length);
  }
  return bytes;
}

/** Views of the bytes: they hold on to all of them. */
export function unpackRows(bytes: Uint8Array<ArrayBuffer>): readonly CompactFeatures[] {
  const packed = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const double = new Float64Array(1);
  const halves = new Uint32Array(double.buffer);
  const rows: CompactFeatures[] = [];
  for (let at = 0; at < packed.length; ) {
    halves.set(packed.subarray(at + 3, at + 5));
    let from = at + HEAD_WORDS;
    const next = (place: number): Uint32Array => {
      const start = from;
      from += packed[at + 5 + place]!;
      return packed.subarray(start, from);
    };
    const textKey = [packed[at]!, packed[at + 1]!] as const;
    const shingleCount = packed[at + 2]!;
    const [bandKeys, storyKeys, leadKeys, tailKeys] = [next(0), next(1), next(2), next(3)];
    const [edgeKeys, pageKeys] = [next(4), next(5)];
    const storyWeights = bytes.subarray(4 * from, 4 * from + storyKeys.length);
    const keys = { bandKeys, storyKeys, storyWeights, leadKeys, tailKeys, edgeKeys, pageKeys };
    rows.push({ textKey, shingleCount, sourceKey: double[0]!, ...keys });
    at = from + weightWords(storyKeys.length);
  }
  return rows;
}

function wordsOf(row: CompactFeatures): number {
  let words = HEAD_WORDS + weightWords(row.storyKeys.length);
  for (const list of LISTS) words += row[list].length;
  return words;
}

function weightWords(weights: number): number {
  return Math.ceil(weights / 4);
}
