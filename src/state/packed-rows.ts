/**
 * Compact rows of several articles as bytes, to cross from one thread to another in one piece: a message of a dozen
 * arrays an article costs more than it takes to fill them. Owns the layout; must not interpret the rows.
 *
 * Layout of a row, in words of 32 bits: text key (2), shingle count, doubles (2 words each), the length of each list,
 * then the lists; columns of bytes and half words are filled up to a whole word. Byte order is that of the machine: both
 * ends are on it.
 */
import type { CompactFeatures, ConceptVector, FactRow, StoryRow } from '../model/features.ts';

const TEXT_KEY = 0;
const SHINGLES = 2;
const DOUBLES = 3;
const DOUBLE_COUNT = 5;
/** Lengths of: band keys, lead keys, tail keys, edge keys, page keys, facts, concepts. */
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
    DOUBLE_VALUES[0] = row.sourceKey;
    DOUBLE_VALUES[1] = concepts.quality;
    DOUBLE_VALUES[2] = concepts.background;
    DOUBLE_VALUES[3] = row.story.letters;
    DOUBLE_VALUES[4] = row.story.published;
    packed.set(DOUBLE_WORDS, at + DOUBLES);
    let to = at + HEAD_WORDS;
    for (let i = 0; i < LIST_NAMES.length; i++) {
      const list = row[LIST_NAMES[i]!];
      packed[at + LENGTHS + i] = list.length;
      if (list.length === 0) continue;
      packed.set(list, to);
      to += list.length;
    }
    packed[at + FACTS] = facts.keys.length;
    packed[at + CONCEPTS] = concepts.ids.length;
    at = facts.keys.length + concepts.ids.length === 0 ? to : packStory(row.story, packed, bytes, to);
  }
  return bytes;
}

/** The columns of facts and concepts; where they end. */
function packStory(
  { facts, concepts }: StoryRow,
  packed: Uint32Array,
  bytes: Uint8Array,
  start: number,
): number {
  let at = start;
  packed.set(facts.keys, at);
  at += facts.keys.length;
  new Uint16Array(packed.buffer, 4 * at, concepts.ids.length).set(concepts.ids);
  at += wholeWords(2 * concepts.ids.length);
  for (const column of byteColumnsOf(facts, concepts)) {
    bytes.set(column, 4 * at);
    at += wholeWords(column.length);
  }
  return at;
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
    const bandKeys = listAt(0);
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
      bandKeys,
      story: { facts, concepts, letters, published },
      leadKeys,
      tailKeys,
      sourceKey,
      edgeKeys,
      pageKeys,
    });
  }
  return rows;
}

/** In this order. */
const LIST_NAMES = ['bandKeys', 'leadKeys', 'tailKeys', 'edgeKeys', 'pageKeys'] as const;
/** The doubles of one row, and the same as words. */
const DOUBLE_VALUES = new Float64Array(DOUBLE_COUNT);
const DOUBLE_WORDS = new Uint32Array(DOUBLE_VALUES.buffer);

function byteColumnsOf(facts: FactRow, concepts: ConceptVector): readonly Uint8Array[] {
  return [facts.weights, facts.places, facts.kinds, concepts.weights, concepts.places];
}

function wordsOf(row: CompactFeatures): number {
  const { facts, concepts } = row.story;
  let words = HEAD_WORDS + facts.keys.length + wholeWords(2 * concepts.ids.length);
  for (const name of LIST_NAMES) words += row[name].length;
  if (facts.keys.length + concepts.ids.length === 0) return words;
  for (const column of byteColumnsOf(facts, concepts)) words += wholeWords(column.length);
  return words;
}

function wholeWords(bytes: number): number {
  return (bytes + 3) >>> 2;
}
