/**
 * Compact rows of several articles as bytes, to cross from one thread to another in one piece: a message of a dozen
 * arrays an article costs more than it takes to fill them. Owns the layout; must not interpret the rows.
 *
 * Layout of a row, in words of 32 bits: text key (2), shingle count, ending, doubles (2 words each), the length of each list,
 * then the lists; columns of bytes and half words are filled up to a whole word. Byte order is that of the machine: both
 * ends are on it.
 */
import type { CompactFeatures } from '../model/features.ts';

const TEXT_KEY = 0;
const SHINGLES = 2;
/** One more than the ending, 0 for none. */
const ENDING = 3;
const DOUBLES = 4;
const DOUBLE_COUNT = 5;
/** Lengths of: sketch, lead keys, tail keys, edge keys, page keys, facts, concepts. */
const LENGTHS = DOUBLES + 2 * DOUBLE_COUNT;
const FACTS = LENGTHS + 5;
const CONCEPTS = FACTS + 1;
const HEAD_WORDS = CONCEPTS + 1;

export function packRows(rows: readonly CompactFeatures[]): Uint8Array<ArrayBuffer> {
  let words = 0;
  for (const row of rows) words += wordsOf(row);
  const packed = new Uint32Array(words);
  const bytes = new Uint8Array(packed.buffer);
  let at = 0;
  for (const row of rows) {
    const { facts, concepts } = row.story;
    packed.set(row.textKey, at + TEXT_KEY);
    packed[at + SHINGLES] = row.shingleCount;
    packed[at + ENDING] = row.ending === undefined ? 0 : row.ending + 1;
    packed.set(new Uint32Array(Float64Array.from(doublesOf(row)).buffer), at + DOUBLES);
    const lists = listsOf(row);
    lists.forEach((list, i) => {
      packed[at + LENGTHS + i] = list.length;
    });
    packed[at + FACTS] = facts.keys.length;
    packed[at + CONCEPTS] = concepts.ids.length;
    at += HEAD_WORDS;
    for (const list of [...lists, facts.keys]) {
      packed.set(list, at);
      at += list.length;
    }
    new Uint16Array(packed.buffer, 4 * at, concepts.ids.length).set(concepts.ids);
    at += wholeWords(2 * concepts.ids.length);
    for (const column of byteColumnsOf(row)) {
      bytes.set(column, 4 * at);
      at += wholeWords(column.length);
    }
  }
  return bytes;
}

/** Views of the bytes: they hold on to all of them. */
export function unpackRows(bytes: Uint8Array<ArrayBuffer>): readonly CompactFeatures[] {
  const packed = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const rows: CompactFeatures[] = [];
  for (let at = 0; at < packed.length; ) {
    const head = at;
    at += HEAD_WORDS;
    const list = (length: number): Uint32Array => {
      at += length;
      return packed.subarray(at - length, at);
    };
    const column = (length: number): Uint8Array => {
      const start = 4 * at;
      at += wholeWords(length);
      return bytes.subarray(start, start + length);
    };
    // A copy: doubles may stand at any word.
    const doubles = new Float64Array(packed.slice(head + DOUBLES, head + LENGTHS).buffer);
    const [sourceKey = 0, quality = 0, background = 0, letters = 0, published = 0] = doubles;
    const listAt = (place: number): Uint32Array => list(packed[head + LENGTHS + place]!);
    // In the order in which they were written.
    const sketch = listAt(0);
    const leadKeys = listAt(1);
    const tailKeys = listAt(2);
    const edgeKeys = listAt(3);
    const pageKeys = listAt(4);
    const factCount = packed[head + FACTS]!;
    const conceptCount = packed[head + CONCEPTS]!;
    const keys = list(factCount);
    const ids = new Uint16Array(bytes.buffer, bytes.byteOffset + 4 * at, conceptCount);
    at += wholeWords(2 * conceptCount);
    const facts = { keys, weights: column(factCount), places: column(factCount), kinds: column(factCount) };
    const concepts = {
      ids,
      weights: column(conceptCount),
      places: column(conceptCount),
      quality,
      background,
    };
    rows.push({
      textKey: [packed[head + TEXT_KEY]!, packed[head + TEXT_KEY + 1]!],
      shingleCount: packed[head + SHINGLES]!,
      sketch,
      story: { facts, concepts, letters, published },
      leadKeys,
      tailKeys,
      ending: packed[head + ENDING] === 0 ? undefined : packed[head + ENDING]! - 1,
      sourceKey,
      edgeKeys,
      pageKeys,
    });
  }
  return rows;
}

function doublesOf({ sourceKey, story }: CompactFeatures): readonly number[] {
  const { concepts, letters, published } = story;
  return [sourceKey, concepts.quality, concepts.background, letters, published];
}

function listsOf(row: CompactFeatures): readonly Uint32Array[] {
  return [row.sketch, row.leadKeys, row.tailKeys, row.edgeKeys, row.pageKeys];
}

function byteColumnsOf({ story: { facts, concepts } }: CompactFeatures): readonly Uint8Array[] {
  return [facts.weights, facts.places, facts.kinds, concepts.weights, concepts.places];
}

function wordsOf(row: CompactFeatures): number {
  const { facts, concepts } = row.story;
  let words = HEAD_WORDS + facts.keys.length + wholeWords(2 * concepts.ids.length);
  for (const list of listsOf(row)) words += list.length;
  for (const column of byteColumnsOf(row)) words += wholeWords(column.length);
  return words;
}

function wholeWords(bytes: number): number {
  return Math.ceil(bytes / 4);
}
