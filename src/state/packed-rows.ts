/**
 * Compact rows of several articles as bytes, to cross from one thread to another in one piece: a message of a dozen
 * arrays an article costs more than it takes to fill them. Owns the layout; must not interpret the rows.
 *
 * Layout of a row, in words of 32 bits: text key (2), shingle count, source key (2, a double), the length of each list,
 * the number of concepts, their quality and
 * background (doubles), then the lists and the columns of the concepts. Weights are bytes, filled up to a whole word. Byte order is that of the machine: both ends are on it.
 */
import type { CompactFeatures } from '../model/features.ts';

/** The lists of 32-bit numbers of a row, in the order in which they are written. */
const LISTS = ['bandKeys', 'storyKeys', 'leadKeys', 'tailKeys', 'edgeKeys', 'pageKeys'] as const;
/** Before the lists: 5 of the key, the counts of the lists, the number of concepts, quality and background (doubles). */
const HEAD_WORDS = 5 + LISTS.length + 5;
const CONCEPTS = 5 + LISTS.length;

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
    const { ids, weights, places, quality, background } = row.concepts;
    packed[at + CONCEPTS] = ids.length;
    [quality, background].forEach((value, i) => {
      double[0] = value;
      packed.set(halves, at + CONCEPTS + 1 + 2 * i);
    });
    at += HEAD_WORDS;
    for (const list of LISTS) {
      packed.set(row[list], at);
      at += row[list].length;
    }
    bytes.set(row.storyWeights, 4 * at);
    at += weightWords(row.storyKeys.length);
    new Uint16Array(packed.buffer, 4 * at, ids.length).set(ids);
    at += weightWords(2 * ids.length);
    bytes.set(weights, 4 * at);
    at += weightWords(ids.length);
    bytes.set(places, 4 * at);
    at += weightWords(ids.length);
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
    const doubleAt = (place: number): number => {
      halves.set(packed.subarray(place, place + 2));
      return double[0]!;
    };
    const head = at;
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
    at = from + weightWords(storyKeys.length);
    const count = packed[head + CONCEPTS]!;
    const ids = new Uint16Array(bytes.buffer, bytes.byteOffset + 4 * at, count);
    at += weightWords(2 * count);
    const weights = bytes.subarray(4 * at, 4 * at + count);
    at += weightWords(count);
    const places = bytes.subarray(4 * at, 4 * at + count);
    at += weightWords(count);
    const quality = doubleAt(head + CONCEPTS + 1);
    const background = doubleAt(head + CONCEPTS + 3);
    const concepts = { ids, weights, places, quality, background };
    rows.push({ textKey, shingleCount, sourceKey: doubleAt(head + 3), ...keys, concepts });
  }
  return rows;
}

function wordsOf(row: CompactFeatures): number {
  const concepts = row.concepts.ids.length;
  let words = HEAD_WORDS + weightWords(row.storyKeys.length);
  words += weightWords(2 * concepts) + 2 * weightWords(concepts);
  for (const list of LISTS) words += row[list].length;
  return words;
}

function weightWords(weights: number): number {
  return Math.ceil(weights / 4);
}
