/**
 * How likely each line of a page is article, with what the scorer must not see taken out of the page first. Owns which
 * lines are scored together; must not drop any.
 */
import { countMenuPhrases, isDoubtful, isPageDump } from './evidence.ts';
import { keptLines, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import { type BlockModels, modelFor } from './score/model.ts';
import { scoreBlocks } from './score/score.ts';

/**
 * How likely each line is article; nothing for a text that shows no chrome: that one passes untouched. Where the text
 * ends in articles of many languages (from line `tail` on) the rest is scored alone: beside eight leads a short article
 * would be the least of them.
 */
export function scoreDump(
  page: Page,
  tail: number,
  models: BlockModels | undefined,
): Float32Array | undefined {
  if (tail >= 0) {
    const scores = new Float32Array(page.lines.length);
    const lines = page.lines.slice(0, tail);
    scores.set(scoreBlocks({ ...page, lines }, modelFor(lines, models)));
    return scores;
  }
  const phrases = countMenuPhrases(page);
  if (!isDoubtful(page, phrases)) return undefined;
  const scores = scoreBlocks(page, modelFor(page.lines, models));
  return isPageDump(page, phrases, scores) ? scores : undefined;
}

/** How likely each line of a page is article; undefined where nothing is to be scored. */
export type Score = (article: Page, tail: number) => Float32Array | undefined;

/** From so much on the scorer takes a line for text. */
const LIKELY = 0.5;

/**
 * What the scorer says of the page without its consent banners, where by its first `scores` it took one for the text: beside three paragraphs of a banner an article of short sentences is the least of the page.
 */
export function scoresWithoutBanners(
  page: Page,
  tail: number,
  score: Score,
  scores: Float32Array,
  banners: Marks,
): Float32Array {
  if (!banners.some((mark, i) => mark !== undefined && scores[i]! >= LIKELY)) return scores;
  const rest = keptLines(page.lines.length, banners);
  const lines = rest.map((i) => page.lines[i]!);
  const again = score({ ...page, lines }, tail < 0 ? tail : rest.findIndex((i) => i >= tail));
  if (again === undefined) return scores;
  const all = new Float32Array(page.lines.length);
  rest.forEach((i, position) => {
    all[i] = again[position]!;
  });
  return all;
}

/** A paragraph less likely than that is the best of a page without an article. */
const LEAST_BEST = 0.1;
/** How likely the best one is then taken to be. */
const RAISED = 0.9;

/**
 * The same scores where all of them are low: raised so that the likeliest paragraph without a mark is sure. On a page with
 * five times as much other prose the article is still what is likeliest. Undefined where nothing stands out.
 */
export function raisedScores({ lines }: Page, scores: Float32Array, marks: Marks): Float32Array | undefined {
  let best = 0;
  lines.forEach((line, i) => {
    if (line.isProse && marks[i] === undefined) best = Math.max(best, scores[i]!);
  });
  return best < LEAST_BEST || best >= RAISED
    ? undefined
    : scores.map((p) => Math.min(RAISED, (p * RAISED) / best));
}
