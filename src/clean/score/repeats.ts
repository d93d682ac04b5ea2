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

/** Multiplicative hashing (Knuth, TAOCP 3, 6.4). */
const GOLDEN = 0x9e3779b1;

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
  // Equal lines have equal measures: lines whose measures no other line shares need no look at the text.
  const alike = countKeys(uint16(count), measureKeys(measures, count));
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
    heads: countKeys(uint16(count), pairKeys(measures, count, 'head')),
    tails: countKeys(uint16(count), pairKeys(measures, count, 'tail')),
    shapes: countKeys(uint16(count), shapeKeys(measures, count)),
  };
}

/** By line: hash (16 bits) of a few of its measures and of the words at its ends. */
function measureKeys({ values, words, wordStart }: LineMeasures, count: number): Int32Array {
  const { keys } = scratch(count);
  for (let i = 0; i < count; i++) {
    const from = wordStart[i]!;
    const to = wordStart[i + 1]!;
    const ends = to === from ? 0 : (words[from]! << 16) | words[to - 1]!;
    const size = (values[i * MEASURE_COUNT + MEASURE.length]! << 8) ^ (to - from);
    keys[i] = (Math.imul(Math.imul(ends ^ size, GOLDEN) ^ size, GOLDEN) >>> 12) & 0xffff;
  }
  return keys;
}

/** By line: hash (16 bits) of the two words at an end; -1 for a line of fewer than two. */
function pairKeys({ words, wordStart }: LineMeasures, count: number, end: 'head' | 'tail'): Int32Array {
  const { keys } = scratch(count);
  for (let i = 0; i < count; i++) {
    const from = wordStart[i]!;
    const to = wordStart[i + 1]!;
    const at = end === 'head' ? from : to - 2;
    keys[i] = to - from < 2 ? -1 : (Math.imul(words[at]! ^ (words[at + 1]! << 8), GOLDEN) >>> 11) & 0xffff;
  }
  return keys;
}

function shapeKeys({ values }: LineMeasures, count: number): Int32Array {
  const { keys } = scratch(count);
  for (let i = 0; i < count; i++) keys[i] = values[i * MEASURE_COUNT + MEASURE.shape]!;
  return keys;
}

/** Writes into `counts` by line how many lines have the same key; 0 for a negative key. */
function countKeys(counts: Uint16Array, keys: Int32Array): Uint16Array {
  for (let i = 0; i < counts.length; i++) {
    const key = keys[i]!;
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
