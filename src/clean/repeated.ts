/**
 * Blocks that several distinct articles of one source share, and that stand outside the text of the article: chrome
 * that no phrase list knows. Owns which blocks the collection counts, and the parts of an article that may
 * be dropped for their count; must not count, and must not touch the confident middle of an article: there a repeated
 * paragraph is background that was written once. Linear.
 * Reference: the cleaning study, sections 0.5 and 6 (P5).
 */
import { latinLength } from '../lib/script.ts';
import type { Article, Block } from '../model/article.ts';
import { isProse } from './line.ts';
import { titleText } from './markdown.ts';
import { findEdges, isDropped } from './outside.ts';
import { endingOf, endsInColon } from './punctuation.ts';
import { bothKeys, exactKey, repetitionKey } from './repetition-key.ts';
import { relabel } from './roles.ts';

export interface RepetitionKeys {
  /** Hashes of the kept blocks that may be dropped for their count. */
  readonly edges: Uint32Array;
  /** Hashes of other blocks of the page: they are counted, too. */
  readonly rest: Uint32Array;
}

/** Counted of one page: so many blocks from the top and from the bottom, 4 bytes each, 8 with digits. Menus are seldom longer. */
const MAX_COUNTED = 64;

/** Longer blocks inside the text are not counted. */
const MAX_INNER = 120;

/** Keys of the blocks of one article. */
export function repetitionKeys(blocks: readonly Block[]): RepetitionKeys {
  const isEdge = findEdges(blocks);
  const ending = endingFrom(blocks);
  const edges = new Set<number>();
  const rest = new Set<number>();
  blocks.forEach((block, i) => {
    if (i >= MAX_COUNTED && i < blocks.length - MAX_COUNTED) return;
    const mayGo = isEdge[i] === true || (i >= ending && block.kept);
    // Paragraphs inside the text are its own: counting them would cost most of the time and change nothing.
    if (block.kept && !mayGo && block.text.length > MAX_INNER) return;
    const keys = mayGo ? edges : rest;
    for (const key of bothKeys(block.text)) if (key !== undefined) keys.add(key);
  });
  for (const key of edges) rest.delete(key);
  return { edges: Uint32Array.from(edges).sort(), rest: Uint32Array.from(rest).sort() };
}

export interface Relabelled {
  readonly blocks: readonly Block[];
  /** Absent where the title is what it was. */
  readonly title?: string;
}

/** An article without the blocks that its source repeats (see `markRepeated`); undefined where it has none. */
export function withoutRepeated(
  { blocks: before, title: given }: Pick<Article, 'blocks' | 'title'>,
  articles: ReadonlyMap<number, number>,
): Pick<Article, 'blocks' | 'title'> | undefined {
  const { blocks, title } = markRepeated(before, articles);
  if (blocks === before) return undefined;
  // A title that the source gave stays.
  const wasInText = before.some((block) => block.role === 'title' && titleText(block.text) === given);
  return { blocks, title: title !== undefined && wasInText ? title : given };
}

/** Drops the blocks at the edges whose key stands in `articles` distinct articles of the source; the rest is as it was. */
export function markRepeated(blocks: readonly Block[], articles: ReadonlyMap<number, number>): Relabelled {
  const isEdge = findEdges(blocks);
  const isBare = !blocks.some(isDropped);
  const counted = blocks.map((block) => countOfBlock(block, isBare, articles));
  const section = closingSection(blocks, counted, isBare);
  const shared = isBare ? counted.map((count, i) => bareCount(blocks, count, i, section)) : counted;
  const isReached = isBare ? reachedFromOutside(blocks, shared) : () => true;
  const countOf = shared.map((count, i) =>
    (isEdge[i] === true || i >= section) && isReached(i) ? count : undefined,
  );
  const title = blocks.findIndex((block) => block.kept && block.role === 'title');
  if (countOf[title] !== undefined && !isNameOfSite(blocks, countOf, title)) {
    const lead = leadOfHome(blocks, countOf, title);
    if (lead >= 0) countOf[lead] = undefined;
    countOf[title] = undefined;
  }
  if (isAllThereIs(blocks, countOf)) {
    blocks.forEach((block, i) => {
      if (block.role === 'title' || isSentence(block.text)) countOf[i] = undefined;
    });
  }
  if (countOf.every((count) => count === undefined) || isTooMuch(blocks, countOf)) return { blocks };
  const marked = blocks.map((block, i): Block => {
    const count = countOf[i];
    if (count === undefined) return block;
    return {
      ...block,
      kept: false,
      role: 'chrome',
      reason: 'repeated-in-source',
      confidence: 0.9,
      articles: count,
    };
  });
  return countOf[title] === undefined ? { blocks: marked } : relabel(marked);
}

/** In so many articles of its source a story may stand: by itself, and in the round-ups of a day, a week, a month. */
const MOST_TELLINGS = 4;

/**
 * Whether no sentence of a text would be left, and few others have those that would go: a short report that round-ups of
 * its site tell again, not a notice that stands in the place of many.
 */
function isAllThereIs(blocks: readonly Block[], countOf: readonly (number | undefined)[]): boolean {
  return blocks.every((block, i) => {
    if (!block.kept || block.role === 'title' || !isSentence(block.text)) return true;
    return (countOf[i] ?? Number.POSITIVE_INFINITY) <= MOST_TELLINGS;
  });
}

/** In a text that shows no other chrome the digits count: results, tables and prices differ in nothing else. */
function countOfBlock(
  block: Block,
  isBare: boolean,
  articles: ReadonlyMap<number, number>,
): number | undefined {
  if (!block.kept || block.rule !== undefined) return undefined;
  const key = isBare ? exactKey(block.text) : repetitionKey(block.text);
  return key === undefined ? undefined : articles.get(key);
}

/** Two articles that share a line may share a story: without other chrome it takes a third to drop it. */
const MIN_ARTICLES = 3;

/**
 * What counts as shared in a text that shows no other chrome. A sentence does not ("Serve hot.", the answers of an
 * interview), but for a paragraph below the heading of a closing section.
 */
function bareCount(
  blocks: readonly Block[],
  count: number | undefined,
  i: number,
  section: number,
): number | undefined {
  const text = blocks[i]?.text ?? '';
  if (count === undefined || count < MIN_ARTICLES) return undefined;
  return !isSentence(text) || (i > section && isProse(text, latinLength(text))) ? count : undefined;
}

function isSentence(text: string): boolean {
  return endingOf(text) === 'terminal' || isProse(text, latinLength(text));
}

/** Kept blocks at the end among which a closing section is sought: "About the author" and three paragraphs, twice. */
const MAX_CLOSING = 8;

/** The first of the last kept blocks. */
function endingFrom(blocks: readonly Block[]): number {
  let left = MAX_CLOSING;
  let from = blocks.length;
  while (from > 0 && left > 0) if (blocks[--from]?.kept === true) left--;
  return from;
}

/**
 * Where a shared section closes the text: a shared label and nothing but shared blocks after it. A shared paragraph
 * alone may be the background of a running story, which agencies put at the end; it never has a heading.
 */
function closingSection(
  blocks: readonly Block[],
  shared: readonly (number | undefined)[],
  isBare: boolean,
): number {
  let section = blocks.length;
  for (let i = blocks.length - 1; i >= endingFrom(blocks); i--) {
    const block = blocks[i];
    if (block?.kept !== true) continue;
    if (shared[i] === undefined) break;
    // A question with its answer is no section where nothing else is chrome.
    if (isBare ? !isSentence(block.text) : !isProse(block.text, latinLength(block.text))) section = i;
  }
  return section;
}

/**
 * In a text that shows no other chrome, only what is shared from its first block on or up to its last: the labels of a
 * list ("Pros", "Cons", "Delivery: 2 days") are shared, too, but lines of its own stand between them.
 */
function reachedFromOutside(
  blocks: readonly Block[],
  shared: readonly (number | undefined)[],
): (i: number) => boolean {
  const isOwn = (block: Block, i: number) => block.kept && shared[i] === undefined;
  const first = blocks.findIndex(isOwn);
  const last = blocks.findLastIndex(isOwn);
  return (i) => i < first || i > last;
}

/** More than half of a text is not its chrome, unless it shows other chrome. */
const MAX_SHARED = 0.5;

function isTooMuch(blocks: readonly Block[], countOf: readonly (number | undefined)[]): boolean {
  if (blocks.some(isDropped)) return false;
  let kept = 0;
  let shared = 0;
  blocks.forEach((block, i) => {
    if (block.kept) kept += block.text.length;
    if (countOf[i] !== undefined) shared += block.text.length;
  });
  return shared > MAX_SHARED * kept;
}

/**
 * The first sentence below a headline that other pages list, if they have it not more often than the headline, and the
 * text goes on behind it: they list both, and this is the page that both are from. What a site writes below all its
 * headlines is repeated more often than one of them; what it writes below the name of a series, as often, and stays. -1
 * where there is none.
 */
function leadOfHome(
  blocks: readonly Block[],
  countOf: readonly (number | undefined)[],
  title: number,
): number {
  const lead = blocks.findIndex((block, i) => i > title && block.kept);
  if ((countOf[lead] ?? Number.POSITIVE_INFINITY) > countOf[title]!) return -1;
  return isSentence(blocks[lead]!.text) && isOfText(ownBelow(blocks, countOf, lead)) ? lead : -1;
}

/** The next kept block that no other article has; empty where there is none. */
function ownBelow(blocks: readonly Block[], countOf: readonly (number | undefined)[], above: number): string {
  return blocks.find((block, i) => i > above && block.kept && countOf[i] === undefined)?.text ?? '';
}

/** A sentence, or what announces a letter or a list. */
function isOfText(text: string): boolean {
  return isSentence(text) || endsInColon(text);
}

/** Letters from which on a line is a headline, which other pages of the site list, rather than a name of the site. */
const HEADLINE = 25;

/**
 * A series may call all its articles alike; the name of the site is another thing. It stands above the title, or on a
 * page full of chrome, where a short line was taken for a title that is none.
 */
function isNameOfSite(
  blocks: readonly Block[],
  countOf: readonly (number | undefined)[],
  title: number,
): boolean {
  const name = blocks[title]?.text ?? '';
  if (blocks.some(isDropped) && latinLength(name) < HEADLINE) return true;
  const next = ownBelow(blocks, countOf, title);
  // Below the name of a site stands a headline.
  return next !== '' && !isOfText(next);
}
