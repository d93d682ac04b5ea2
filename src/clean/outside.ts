/**
 * Which blocks stand outside the text of an article, once it is cleaned. Owns the weights of blocks and the run of
 * prose that they give; must not drop anything. Linear.
 */
import { latinLength } from '../lib/script.ts';
import type { Block } from '../model/article.ts';
import { isProse, MAX_LABEL } from './line.ts';
import { heaviestRun } from './score/heaviest-run.ts';

/** Below this a kept block is more likely chrome than text. */
const MIN_CONFIDENCE = 0.5;

/** Which kept blocks lie outside the text of the article, or are doubtful. None where there is no prose. */
export function findEdges(blocks: readonly Block[]): readonly boolean[] {
  const weights = blocks.map(weigh);
  // A text that shows no chrome may be a list with a paragraph here and there: all of it is the article.
  const { from, to } = blocks.some(isDropped)
    ? heaviestRun(weights.length, (i) => weights[i]!)
    : outermostRun(weights);
  return blocks.map((block, i) => {
    if (!block.kept || block.rule !== undefined || to === 0) return false;
    return i < from || i >= to || block.confidence < MIN_CONFIDENCE;
  });
}

/** Whether a block was dropped for what it is, not because a site rule says so. */
export function isDropped(block: Block): boolean {
  return !block.kept && block.reason !== 'site-rule';
}

/** Swept on pages for the densest run of prose, before there was a scorer; a label weighs as much as a short sentence. */
const MAX_PROSE = 300;
const LABEL = -60;
const LOOSE = -30;

function weigh(block: Block): number {
  if (!block.kept) return 0;
  if (block.confidence < MIN_CONFIDENCE) return LABEL;
  const length = latinLength(block.text.slice(0, MAX_PROSE));
  if (isProse(block.text, length)) return Math.min(length, MAX_PROSE);
  return length < MAX_LABEL ? LABEL : LOOSE;
}

/** From the first prose to the last. */
function outermostRun(weights: readonly number[]): ReturnType<typeof heaviestRun> {
  const isProseAt = (weight: number) => weight > 0;
  return { from: Math.max(0, weights.findIndex(isProseAt)), to: weights.findLastIndex(isProseAt) + 1 };
}
