/**
 * How often lines of a page are alike: the same line, the same two words at either end, the same shape. Lists of
 * comments and teasers are poured into moulds, articles are not. Owns the counts. Linear.
 */
import { createArena } from '../../lib/arena.ts';
import { type LineMeasures, MEASURE, MEASURE_COUNT } from './measures.ts';

/** Columns by line: how many lines of the page are alike in this way, this one included; 0 where there is nothing to compare. */
export interface Repeats {
  readonly same: Uint16Array;
  /** How many of the same lines stand up to here. */
  readonly order: Uint16Array;
  readonly heads: Uint16Array;
  readonly tails: Uint16Array;
  readonly shapes: Uint16Array;
}

/** Counts of 16-bit keys; cleared after use by walking the same keys, not the table. */
const TABLE = new Uint16Array(0x10000);

/** Counts what is alike on a page of `texts.length` lines. */
export function countRepeats(texts: readonly { readonly text: string }[], measures: LineMeasures): Repeats {
  const count = texts.length;
  const { uint16 } = createArena(2 * 6 * count);
  const same = uint16(count);
  const order = uint16(count);
  // Most lines are there once: a line points to the one before that is the same, and the last knows how many.
  const last = new Map<string, number>();
  const before = scratch(count).before;
  const { words, wordStart, values } = measures;
  // Equal lines have equal measures: lines whose measures no other line shares need no look at the text.
  const alike = countKeys(uint16(count), (i) => measureKey(values, i));
  for (let i = 0; i < count; i++) {
    before[i] = -1;
    order[i] = 1;
    if (alike[i] === 1) continue;
    const { text } = texts[i]!;
    const previous = last.get(text) ?? -1;
    before[i] = previous;
    if (previous >= 0) order[i] = Math.min(order[previous]! + 1, 0xffff);
    last.set(text, i);
  }
  for (let i = count - 1; i >= 0; i--) {
    if (same[i] === 0) same[i] = order[i]!;
    if (before[i]! >= 0) same[before[i]!] = same[i]!;
  }
  return {
    same,
    order,
    heads: countKeys(uint16(count), (i) => pairKey(words, wordStart[i]!, wordStart[i + 1]!, wordStart[i]!)),
    tails: countKeys(uint16(count), (i) =>
      pairKey(words, wordStart[i]!, wordStart[i + 1]!, wordStart[i + 1]! - 2),
    ),
    shapes: countKeys(uint16(count), (i) => values[i * MEASURE_COUNT + MEASURE.shape]!),
  };
}

/** Hash (16 bits) of what was measured of a line. */
function measureKey(values: Float32Array, i: number): number {
  let key = 0;
  const end = (i + 1) * MEASURE_COUNT;
  for (let at = i * MEASURE_COUNT; at < end; at++)
    key = Math.imul(key ^ values[at]!, 0x9e3779b1) ^ (key >>> 15);
  return (key >>> 12) & 0xffff;
}

/** Hash of the two words from `at`; -1 for a line of fewer than two. */
function pairKey(words: Uint16Array, from: number, to: number, at: number): number {
  if (to - from < 2) return -1;
  return (Math.imul(words[at]! ^ (words[at + 1]! << 8), 0x9e3779b1) >>> 11) & 0xffff;
}

/** Writes into `counts` by line how many lines have the same key; 0 for a negative key. */
function countKeys(counts: Uint16Array, keyOf: (i: number) => number): Uint16Array {
  const { keys } = scratch(counts.length);
  for (let i = 0; i < counts.length; i++) {
    const key = keyOf(i);
    keys[i] = key;
    if (key >= 0 && TABLE[key]! < 0xffff) TABLE[key]!++;
  }
  for (let i = 0; i < counts.length; i++) counts[i] = keys[i]! < 0 ? 0 : TABLE[keys[i]!]!;
  for (let i = 0; i < counts.length; i++) if (keys[i]! >= 0) TABLE[keys[i]!] = 0;
  return counts;
}

/** What is needed while a page is counted and not after it; as long as the longest page so far. */
let room = { keys: new Int32Array(256), before: new Int32Array(256) };

function scratch(count: number): typeof room {
  if (room.keys.length < count) room = { keys: new Int32Array(2 * count), before: new Int32Array(2 * count) };
  return room;
}
