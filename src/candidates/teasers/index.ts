/**
 * Proposes which articles may carry another article's lead as a teaser: a shared key of a lead here and of a block
 * that is no lead there. Owns the index of leads, and the test by keys alone of whether an article that nothing was
 * dropped from can have a teaser at all: most that share a paragraph cannot, and need not be read. Must not look at
 * texts. Linear in the keys.
 */
import { KeyFilter } from '../../lib/key-filter.ts';
import type { ArticleIndex } from '../../model/article.ts';

export interface BlockKeyColumns {
  readonly count: number;
  /** Keys of the texts: which of many homes is taken follows from what they say, not from where they were read. */
  readonly textHigh: Uint32Array;
  readonly textLow: Uint32Array;
  leadKeys(index: ArticleIndex): Uint32Array;
  /** In the order of the blocks. */
  tailKeys(index: ArticleIndex): Uint32Array;
  /** Where nothing was dropped, how many long blocks in a row end the text; else undefined. */
  ending(index: ArticleIndex): number | undefined;
}

export interface TeaserCandidate {
  readonly index: ArticleIndex;
  /** Articles whose lead may stand here; by the keys of their texts. */
  readonly homes: readonly ArticleIndex[];
}

/** A home of one or two paragraphs is a brief: where it stands in another text, that is a digest. */
const MIN_HOME_BLOCKS = 3;

export function* findTeasers(columns: BlockKeyColumns): Iterable<TeaserCandidate> {
  const order = orderOfTexts(columns);
  const homeOf = firstTwoHomes(columns, order);
  const found = new Set<ArticleIndex>();
  for (let index = 0; index < columns.count; index++) {
    const tailKeys = columns.tailKeys(index);
    // Where nothing is dropped, and an own paragraph comes last, nothing can be a teaser.
    const ending = columns.ending(index);
    if (ending === 0) continue;
    if (ending !== undefined && homeIn(homeOf, tailKeys.at(-1), index) === undefined) continue;
    found.clear();
    for (const key of tailKeys) {
      const home = homeIn(homeOf, key, index);
      if (home !== undefined) found.add(home);
    }
    if (found.size === 0) continue;
    const homes = [...found].filter((home) => !isBrief(home, columns)).sort(order);
    if (homes.length === 0) continue;
    if (ending !== undefined && !mayEndInTeaser(index, ending, homes, columns)) continue;
    yield { index, homes };
  }
}

type Order = (a: ArticleIndex, b: ArticleIndex) => number;

/** By the keys of the texts as they are now: some are put again while candidates are still being asked for. */
function orderOfTexts(columns: BlockKeyColumns): Order {
  const [high, low] = [columns.textHigh.slice(), columns.textLow.slice()];
  return (a, b) => high[a]! - high[b]! || low[a]! - low[b]! || a - b;
}

/** Lead key -> the first two articles that have it, in the order of their texts: an article is never its own home. */
function firstTwoHomes(columns: BlockKeyColumns, order: Order): ReadonlyMap<number, readonly ArticleIndex[]> {
  const tails = tailsOfLeads(columns);
  const homeOf = new Map<number, ArticleIndex[]>();
  for (let index = 0; index < columns.count; index++) {
    for (const key of columns.leadKeys(index)) {
      if (!tails.has(key)) continue;
      const homes = homeOf.get(key);
      if (homes === undefined) homeOf.set(key, [index]);
      else if (!homes.includes(index)) {
        homes.push(index);
        homes.sort(order);
        homes.length = Math.min(homes.length, 2);
      }
    }
  }
  return homeOf;
}

/** Keys of other blocks that are keys of leads as well: few are, and no more of them is kept than seems to be. */
function tailsOfLeads(columns: BlockKeyColumns): ReadonlySet<number> {
  let count = 0;
  for (let index = 0; index < columns.count; index++) count += columns.leadKeys(index).length;
  const leads = new KeyFilter(count);
  for (let index = 0; index < columns.count; index++)
    for (const key of columns.leadKeys(index)) leads.add(key);
  const tails = new Set<number>();
  for (let index = 0; index < columns.count; index++)
    for (const key of columns.tailKeys(index)) if (leads.mayHave(key)) tails.add(key);
  return tails;
}

function homeIn(
  homeOf: ReadonlyMap<number, readonly ArticleIndex[]>,
  key: number | undefined,
  index: ArticleIndex,
): ArticleIndex | undefined {
  const homes = key === undefined ? undefined : homeOf.get(key);
  return homes?.[0] === index ? homes[1] : homes?.[0];
}

function isBrief(home: ArticleIndex, columns: BlockKeyColumns): boolean {
  return columns.leadKeys(home).length + columns.tailKeys(home).length < MIN_HOME_BLOCKS;
}

/**
 * Whether, of an article that is whole, one of the long blocks that end it and all have a home is the only one of its
 * home: two are no teaser (see `markTeasers`). Blocks that are equal by 32 bits alone are taken for equal; that can only
 * keep a block, by a chance of one in a hundred million articles.
 */
function mayEndInTeaser(
  index: ArticleIndex,
  ending: number,
  homes: readonly ArticleIndex[],
  columns: BlockKeyColumns,
): boolean {
  const homeOfKey = new Map<number, ArticleIndex>();
  for (const home of homes) {
    for (const key of columns.leadKeys(home)) if (!homeOfKey.has(key)) homeOfKey.set(key, home);
  }
  const blocks = new Map<ArticleIndex, number>();
  const count = (key: number): void => {
    const home = homeOfKey.get(key);
    if (home !== undefined) blocks.set(home, (blocks.get(home) ?? 0) + 1);
  };
  columns.leadKeys(index).forEach(count);
  const tailKeys = columns.tailKeys(index);
  tailKeys.forEach(count);
  for (let i = tailKeys.length - 1; i >= Math.max(0, tailKeys.length - ending); i--) {
    const home = homeOfKey.get(tailKeys[i]!);
    if (home === undefined) return false;
    if (blocks.get(home) === 1) return true;
  }
  return false;
}
