/**
 * How likely each block of a page is part of the article: two models, the second in the light of the first. Owns the
 * order of the steps; must not decide what is kept. Linear in the page.
 */

import type { Forest } from '../../lib/forest.ts';
import { evaluateRows } from '../../lib/forest-rows.ts';
import type { Page } from '../page.ts';
import { BLOCK_FEATURES, sharedWords, writeBlockFeatures } from './block-features.ts';
import { FAR, type Layout, layOut } from './layout.ts';
import { PROFILE_FEATURES, profilePage, SEEN_AGAIN, writeProfileFeatures } from './profile-features.ts';

export interface BlockModel {
  /** Over `BLOCK_FEATURES`. */
  readonly first: Forest;
  /** Over the columns `SEEN_AGAIN`, then `PROFILE_FEATURES`. */
  readonly second: Forest;
}

/**
 * Lines farther than this from any prose are menus: they get probability 0 unseen. On the training pages 0.9 % of the
 * words of articles stand there, in tables and lists of names.
 */
const NEAR = 12;

export const FIRST_WIDTH = BLOCK_FEATURES.length;
export const SECOND_WIDTH = SEEN_AGAIN.length + PROFILE_FEATURES.length;
const SEEN_COLUMNS = Uint8Array.from(SEEN_AGAIN, (name) => BLOCK_FEATURES.indexOf(name));

export interface Rows {
  readonly layout: Layout;
  /** Numbers of the lines that have a row. */
  readonly near: Uint32Array;
  /** `FIRST_WIDTH` numbers for each of them. */
  readonly first: Float32Array;
}

/** Rows of the first model. */
export function firstRows(page: Page): Rows {
  const layout = layOut(page);
  const near = nearProse(layout);
  const first = new Float32Array(near.length * FIRST_WIDTH);
  const shared = sharedWords(layout, near);
  for (let r = 0; r < near.length; r++) {
    const i = near[r]!;
    writeBlockFeatures(first, layout, i, page.lines[i]!.text, shared[i]!, r * FIRST_WIDTH);
  }
  return { layout, near, first };
}

/**
 * Rows of the second model, given the first model's probability for each row of the first: of all of these, or of some
 * (numbers of rows of the first).
 */
export function secondRows(
  { layout, near, first }: Rows,
  probabilities: ArrayLike<number>,
  chosen: Uint32Array = Uint32Array.from(near.keys()),
): Float32Array {
  const spread = new Float32Array(layout.count);
  for (let r = 0; r < near.length; r++) spread[near[r]!] = probabilities[r]!;
  const profile = profilePage(
    layout,
    spread,
    chosen.map((r) => near[r]!),
  );
  const second = new Float32Array(chosen.length * SECOND_WIDTH);
  for (let k = 0; k < chosen.length; k++) {
    const r = chosen[k]!;
    const start = k * SECOND_WIDTH;
    for (let c = 0; c < SEEN_COLUMNS.length; c++)
      second[start + c] = first[r * FIRST_WIDTH + SEEN_COLUMNS[c]!]!;
    writeProfileFeatures(second, start + SEEN_COLUMNS.length, profile, near[r]!);
  }
  return second;
}

/**
 * Between these the second model is asked; outside, it hardly ever changes the answer of the first (a third of the rows
 * of aeb lie between them, F1 is the same to four digits: decision 0010).
 */
const UNLIKELY = 0.1;
const SURE = 0.97;

/** Numbers of the rows for which the second model is asked. */
function doubtfulRows(probabilities: Float32Array): Uint32Array {
  const doubtful: number[] = [];
  probabilities.forEach((p, r) => {
    if (p > UNLIKELY && p < SURE) doubtful.push(r);
  });
  return Uint32Array.from(doubtful);
}

/** By line: how likely it is part of the article. */
export function scoreBlocks(page: Page, model: BlockModel): Float32Array {
  const rows = firstRows(page);
  const first = evaluateRows(model.first, rows.first, FIRST_WIDTH);
  const doubtful = doubtfulRows(first);
  const second =
    doubtful.length === 0
      ? first
      : evaluateRows(model.second, secondRows(rows, first, doubtful), SECOND_WIDTH);
  for (let k = 0; k < doubtful.length; k++) first[doubtful[k]!] = second[k]!;
  const probabilities = new Float32Array(rows.layout.count);
  for (let r = 0; r < rows.near.length; r++) probabilities[rows.near[r]!] = first[r]!;
  return probabilities;
}

function nearProse(layout: Layout): Uint32Array {
  const near: number[] = [];
  // A page without prose is all there is: a list, a table, a poem.
  const limit = layout.proseLinesBefore[layout.count] === 0 ? FAR : NEAR;
  for (let i = 0; i < layout.count; i++) {
    if (layout.isProse[i] === 1 || layout.toPrevious[i]! <= limit || layout.toNext[i]! <= limit) near.push(i);
  }
  return Uint32Array.from(near);
}
