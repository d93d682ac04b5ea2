/**
 * Blocks of one article that are the lead of another: teasers. The collection finds the homes by the keys made here;
 * `markTeasers` then labels them. Must not touch a block inside an article's own run of text: that is how a reprint
 * of the home article looks. Linear.
 */
import { normalisedHash } from '../lib/normalised-digest.ts';
import { hasLatinLength } from '../lib/script.ts';
import type { Block } from '../model/article.ts';
import { LOWEST } from './score/selection.ts';

export interface BlockKeys {
  /** Keys of the kept long blocks that begin the text: up to three, none in its latter half, none that is doubtful. */
  readonly leads: readonly number[];
  /** Keys of all other long blocks, kept or dropped. */
  readonly others: readonly number[];
  /** Where no block was dropped, how many long ones in a row end the text; else undefined. */
  readonly ending: number | undefined;
}

/** Shorter blocks may be equal by chance (the cleaning study, section 6, P6). */
const MIN_LENGTH = 120;
const MAX_LEAD_RANK = 3;

/**
 * How many kept long blocks are leads. What ends a short text is none: an edited reprint of four paragraphs would take
 * the last ones of the original for teasers. Dropped blocks count as well, so that labels change the leads of no article.
 */
function leadCount(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) if (isLong(block) && ++count === 2 * MAX_LEAD_RANK) break;
  return Math.min(MAX_LEAD_RANK, Math.ceil(count / 2));
}

/** Keys (`normalisedHash`) of the long blocks of an article. */
export function blockKeys(blocks: readonly Block[]): BlockKeys {
  const maxLeads = leadCount(blocks);
  const leads: number[] = [];
  const others: number[] = [];
  let rank = 0;
  let isWhole = true;
  let ending = 0;
  for (const block of blocks) {
    isWhole &&= block.kept;
    const key = keyOf(block);
    ending = key === undefined ? 0 : ending + 1;
    if (key === undefined) continue;
    // What is doubted has its rank: what is labelled as a teaser must change the leads of no article.
    if (block.kept && ++rank <= maxLeads && !isDoubtful(block)) leads.push(key);
    else others.push(key);
  }
  return { leads, others, ending: isWhole ? ending : undefined };
}

/** The leads alone. */
export function leadsOf(blocks: readonly Block[]): readonly number[] {
  const maxLeads = leadCount(blocks);
  const leads: number[] = [];
  let rank = 0;
  for (const block of blocks) {
    if (rank === maxLeads) break;
    const key = block.kept ? keyOf(block) : undefined;
    if (key !== undefined) rank++;
    if (key !== undefined && !isDoubtful(block)) leads.push(key);
  }
  return leads;
}

/**
 * Below this a block is of a page of another article as often as of the beginning of this one; below the lowest cut of
 * the scorer (`score/selection.ts`) it was kept for what else is known of it, and is text.
 */
const DOUBTFUL = 0.5;

function isDoubtful({ confidence }: Block): boolean {
  return confidence >= LOWEST && confidence < DOUBTFUL;
}

function keyOf(block: Block): number | undefined {
  return isLong(block) ? normalisedHash(block.text) : undefined;
}

function isLong({ text }: Block): boolean {
  return hasLatinLength(text, MIN_LENGTH);
}

/**
 * Labels blocks that are another article's lead (`homes`: block key to the id of its home, this article left out).
 * Dropped blocks get their home. Two kept blocks of one home are no teaser but its text: a reprint under a new lead or
 * in another order, an update that keeps the old report below the new paragraphs, or a digest. Other kept ones become
 * teasers only behind the last paragraph of the article itself, and there only beside something dropped or at the very
 * end of the text. The very same blocks where none is labelled.
 */
export function markTeasers(blocks: readonly Block[], homes: ReadonlyMap<number, string>): readonly Block[] {
  if (homes.size === 0) return blocks;
  const homeOf = blocks.map((block) => {
    const key = keyOf(block);
    return key === undefined ? undefined : homes.get(key);
  });
  const tail = tailStart(blocks, homeOf);
  const end = endStart(blocks, homeOf);
  const repeated = homesOfSeveral(blocks, homeOf);
  let isChanged = false;
  const marked = blocks.map((block, i): Block => {
    const home = homeOf[i];
    if (home === undefined || block.rule !== undefined) return block;
    if (block.role === 'metadata' || block.reason === 'duplicate') return block;
    const isBeside = blocks[i - 1]?.kept === false || blocks[i + 1]?.kept === false;
    if (block.kept && (i < tail || repeated.has(home) || !(isBeside || i >= end))) return block;
    isChanged = true;
    return { ...block, kept: false, role: 'teaser', reason: 'teaser-of', confidence: 0.95, home };
  });
  return isChanged ? marked : blocks;
}

/**
 * The first block after the last kept long block that has no home elsewhere; never within the first three: what is
 * labelled here changes the leads of no article, so that the order in which they are labelled changes nothing.
 */
function tailStart(blocks: readonly Block[], homeOf: readonly (string | undefined)[]): number {
  let own = 0;
  let rank = 0;
  blocks.forEach((block, i) => {
    if (!block.kept || !isLong(block)) return;
    rank++;
    if (homeOf[i] === undefined || rank <= MAX_LEAD_RANK) own = i + 1;
  });
  return own;
}

/** Start of the run of blocks at the end of the text that all have a home elsewhere or are dropped. */
function endStart(blocks: readonly Block[], homeOf: readonly (string | undefined)[]): number {
  let end = blocks.length;
  while (end > 0 && (homeOf[end - 1] !== undefined || blocks[end - 1]?.kept === false)) end--;
  return end;
}

/** Homes of which more than one kept block stands here. */
function homesOfSeveral(
  blocks: readonly Block[],
  homeOf: readonly (string | undefined)[],
): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  blocks.forEach((block, i) => {
    const home = homeOf[i];
    if (home === undefined || !block.kept) return;
    if (seen.has(home)) several.add(home);
    seen.add(home);
  });
  return several;
}

/** Where only dropped blocks got their home, the text and all that follows from it are what they were. */
export function isOtherText(before: readonly Block[], now: readonly Block[]): boolean {
  return now.some((block, i) => block.kept !== before[i]?.kept);
}
