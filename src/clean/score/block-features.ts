/**
 * Language-independent features of a block, its neighbours and its place on the page: what the first model sees. Owns
 * their list and order; knows no words. A constant amount of work for each block.
 */

import { isColon } from '../punctuation.ts';
import { FAR, type Layout } from './layout.ts';
import { MEASURE, MEASURE_COUNT } from './measures.ts';
import { UNIT_KIND } from './unit-kinds.ts';

/** Windows, in lines, over which neighbours are summed. */
const WINDOWS = [4, 10, 25] as const;
const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;
const NEAR_NEIGHBOURS = [-2, -1, 1, 2] as const;
/** Distances to the best run are cut off here. */
const BEFORE_RUN = -60;
const AFTER_RUN = 200;
const MISSING = -1;

/** Names of the features, in the order of a row. */
export const BLOCK_FEATURES: readonly string[] = [
  ...'length lengthShare ending pauses stops words wordLength longestWord upper cased capitals digits quotes signs'.split(
    ' ',
  ),
  ...'first last colon ellipsis phrase prose shared heads tails shapes same order mould clock'.split(' '),
  ...NEIGHBOURS.map((k) => `length${k}`),
  ...NEAR_NEIGHBOURS.flatMap((k) => [
    `ending${k}`,
    `phrase${k}`,
    `upper${k}`,
    `digits${k}`,
    `mould${k}`,
    `clock${k}`,
  ]),
  ...WINDOWS.flatMap((w) => [
    `proseUp${w}`,
    `proseDown${w}`,
    `labelsUp${w}`,
    `labelsDown${w}`,
    `phrasesUp${w}`,
    `phrasesDown${w}`,
    `mouldsUp${w}`,
    `mouldsDown${w}`,
  ]),
  ...'line massBefore proseBefore proseAfter logProseBefore logProseAfter lines fromStart fromEnd total'.split(
    ' ',
  ),
  ...'proseShare meanProse toPrevious toNext inRun fromRun toRun runShare closers'.split(' '),
];

/** By line, for the lines asked for: share of its words that other prose of the page has, too. */
export function sharedWords(layout: Layout, lines: Uint32Array): Float32Array {
  const { words, wordStart } = layout.measures;
  const shared = new Float32Array(layout.count);
  for (let i = 0; i < layout.count; i++) {
    if (layout.isProse[i] === 1)
      for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) PROSE_WORDS[words[w]!]!++;
  }
  for (const i of lines) {
    // A line of prose is in the count itself.
    const own = layout.isProse[i]!;
    let known = 0;
    for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) if (PROSE_WORDS[words[w]!]! > own) known++;
    shared[i] = known / Math.max(1, wordStart[i + 1]! - wordStart[i]!);
  }
  for (let i = 0; i < layout.count; i++) {
    if (layout.isProse[i] === 1)
      for (let w = wordStart[i]!; w < wordStart[i + 1]!; w++) PROSE_WORDS[words[w]!] = 0;
  }
  return shared;
}

const PROSE_WORDS = new Uint16Array(0x10000);

/** Writes the row of block `i` of the page into `row` from `start`. */
export function writeBlockFeatures(
  row: Float32Array,
  layout: Layout,
  i: number,
  text: string,
  shared: number,
  start = 0,
): void {
  let at = writeOwn(row, start, layout, i, text, shared);
  at = writeNeighbours(row, at, layout, i);
  at = writeWindows(row, at, layout, i);
  writePlace(row, at, layout, i);
}

function writeOwn(
  row: Float32Array,
  start: number,
  layout: Layout,
  i: number,
  text: string,
  shared: number,
): number {
  const { repeats, measures } = layout;
  const base = i * MEASURE_COUNT;
  const value = measures.values;
  const letters = value[base + MEASURE.letters]!;
  const words = Math.max(1, value[base + MEASURE.words]!);
  const cased = value[base + MEASURE.cased]!;
  const length = Math.max(1, value[base + MEASURE.length]!);
  const last = text.charCodeAt(text.length - 1);
  let at = start;
  row[at++] = layout.logLength[i]!;
  row[at++] = length / layout.longest;
  row[at++] = layout.ending[i]!;
  row[at++] = (100 * value[base + MEASURE.pauses]!) / length;
  row[at++] = Math.min(20, value[base + MEASURE.stops]!);
  row[at++] = Math.log2(1 + value[base + MEASURE.words]!);
  row[at++] = letters / words;
  row[at++] = Math.min(40, value[base + MEASURE.longest]!);
  row[at++] = cased === 0 ? MISSING : value[base + MEASURE.upper]! / cased;
  row[at++] = cased / words;
  row[at++] = letters === 0 ? 0 : value[base + MEASURE.capitals]! / letters;
  row[at++] = value[base + MEASURE.digits]! / length;
  row[at++] = Math.min(6, value[base + MEASURE.quotes]!);
  row[at++] = (100 * value[base + MEASURE.signs]!) / length;
  row[at++] = UNIT_KIND[text.charCodeAt(0)]!;
  row[at++] = UNIT_KIND[last]!;
  row[at++] = isColon(last) ? 1 : 0;
  row[at++] = last === 0x2026 || text.endsWith('...') ? 1 : 0;
  row[at++] = layout.phrase[i]!;
  row[at++] = layout.isProse[i]!;
  row[at++] = shared;
  row[at++] = Math.min(20, repeats.heads[i]!);
  row[at++] = Math.min(20, repeats.tails[i]!);
  row[at++] = Math.min(20, repeats.shapes[i]!);
  row[at++] = Math.min(5, repeats.same[i]!);
  row[at++] = Math.min(5, repeats.order[i]!);
  row[at++] = layout.isMould[i]!;
  row[at++] = layout.isClock[i]!;
  return at;
}

function writeNeighbours(row: Float32Array, from: number, layout: Layout, i: number): number {
  let at = from;
  const value = layout.measures.values;
  for (const k of NEIGHBOURS) row[at++] = isOn(layout, i + k) ? layout.logLength[i + k]! : MISSING;
  for (const k of NEAR_NEIGHBOURS) {
    const j = i + k;
    if (!isOn(layout, j)) {
      for (let column = 0; column < 6; column++) row[at++] = MISSING;
      continue;
    }
    const base = j * MEASURE_COUNT;
    const cased = value[base + MEASURE.cased]!;
    row[at++] = layout.ending[j]!;
    row[at++] = layout.phrase[j]!;
    row[at++] = cased === 0 ? MISSING : value[base + MEASURE.upper]! / cased;
    row[at++] = value[base + MEASURE.digits]! / Math.max(1, value[base + MEASURE.length]!);
    row[at++] = layout.isMould[j]!;
    row[at++] = layout.isClock[j]!;
  }
  return at;
}

function isOn(layout: Layout, j: number): boolean {
  return j >= 0 && j < layout.count;
}

function writeWindows(row: Float32Array, from: number, layout: Layout, i: number): number {
  let at = from;
  for (const w of WINDOWS) {
    const up = Math.max(0, i - w);
    const down = Math.min(layout.count, i + 1 + w);
    row[at++] = Math.log2(1 + layout.proseBefore[i]! - layout.proseBefore[up]!);
    row[at++] = Math.log2(1 + layout.proseBefore[down]! - layout.proseBefore[i + 1]!);
    row[at++] = (layout.labelsBefore[i]! - layout.labelsBefore[up]!) / w;
    row[at++] = (layout.labelsBefore[down]! - layout.labelsBefore[i + 1]!) / w;
    row[at++] = layout.phrasesBefore[i]! - layout.phrasesBefore[up]!;
    row[at++] = layout.phrasesBefore[down]! - layout.phrasesBefore[i + 1]!;
    row[at++] = layout.mouldsBefore[i]! - layout.mouldsBefore[up]!;
    row[at++] = layout.mouldsBefore[down]! - layout.mouldsBefore[i + 1]!;
  }
  return at;
}

function writePlace(row: Float32Array, from: number, layout: Layout, i: number): void {
  const { count, massBefore, proseBefore, bestFrom, bestTo } = layout;
  const mass = massBefore[count]! + 1;
  const prose = proseBefore[count]! + 1;
  const after = prose - 1 - proseBefore[i + 1]!;
  const proseLines = layout.proseLinesBefore[count]!;
  let at = from;
  row[at++] = i / count;
  row[at++] = massBefore[i]! / mass;
  row[at++] = proseBefore[i]! / prose;
  row[at++] = after / prose;
  row[at++] = Math.log2(1 + proseBefore[i]!);
  row[at++] = Math.log2(1 + after);
  row[at++] = Math.log2(count);
  row[at++] = Math.min(AFTER_RUN, i);
  row[at++] = Math.min(AFTER_RUN, count - i);
  row[at++] = Math.log2(prose);
  row[at++] = prose / mass;
  row[at++] = proseLines === 0 ? 0 : prose / proseLines;
  row[at++] = Math.min(FAR, layout.toPrevious[i]!);
  row[at++] = Math.min(FAR, layout.toNext[i]!);
  row[at++] = i >= bestFrom && i < bestTo ? 1 : 0;
  row[at++] = Math.max(BEFORE_RUN, Math.min(AFTER_RUN, i - bestFrom));
  row[at++] = Math.max(-AFTER_RUN, Math.min(-BEFORE_RUN, i - bestTo));
  row[at++] = (proseBefore[bestTo]! - proseBefore[bestFrom]!) / prose;
  row[at++] = Math.min(5, layout.closersBefore[i]!);
}
