/**
 * Counts in how many distinct articles of its source each block stands. Owns the counts and the threshold; must not
 * look at texts or decide what is dropped. A function of the articles of one source: nothing else changes its counts,
 * and neither does the order in which they were read. O(n log n) in the blocks, typed arrays only.
 * Reference: the cleaning study, section 6 (P5). Two blocks of a source with n blocks share a hash by chance with
 * probability n / 2^32, and a count that is wrong by one needs the threshold to be met otherwise.
 */
import type { ArticleIndex } from '../../model/article.ts';
import { distinctArticles, type StoryColumns } from './distinct.ts';

export interface RepetitionColumns extends StoryColumns {
  readonly count: number;
  readonly sourceKeys: Float64Array;
  edgeKeys(index: ArticleIndex): Uint32Array;
  pageKeys(index: ArticleIndex): Uint32Array;
}

export interface RepeatedBlocks {
  readonly index: ArticleIndex;
  /** Key of a block at the edges of this article -> distinct articles of the source that have it. */
  readonly articles: ReadonlyMap<number, number>;
}

/** Articles at whose edges stand blocks that make up chrome by their count; ascending by source, then index. */
export function* findRepeated(columns: RepetitionColumns): Iterable<RepeatedBlocks> {
  for (const members of bySource(columns)) {
    const repeated = repeatedKeys(members, columns);
    if (repeated.size === 0) continue;
    for (const index of members) {
      const articles = new Map<number, number>();
      for (const key of columns.edgeKeys(index)) {
        const count = repeated.get(key);
        if (count !== undefined) articles.set(key, count);
      }
      if (articles.size > 0) yield { index, articles };
    }
  }
}

/**
 * Articles of a source by which its chrome is told: those of the smallest text keys, a sample that no path and no other
 * source changes. What stands in 2 % of a source stands in 328 of them, give or take 18; work and memory of a source
 * are bounded, whatever it holds.
 */
export const MAX_SAMPLED = 16_384;

/** Keys of blocks that distinct articles of one source share often enough -> how many do. */
export function repeatedKeys(
  members: readonly ArticleIndex[],
  columns: RepetitionColumns,
): ReadonlyMap<number, number> {
  const sampled = sampleOf(members, columns);
  const { storyOf, stories } = distinctArticles(sampled, columns);
  return countKeys(sampled, storyOf, stories, columns);
}

function sampleOf(
  members: readonly ArticleIndex[],
  { textHigh, textLow }: RepetitionColumns,
): readonly ArticleIndex[] {
  if (members.length <= MAX_SAMPLED) return members;
  return [...members]
    .sort((a, b) => textHigh[a]! - textHigh[b]! || textLow[a]! - textLow[b]! || a - b)
    .slice(0, MAX_SAMPLED)
    .sort((a, b) => a - b);
}

/** The articles of each known source that has two or more. */
function bySource({ count, sourceKeys }: RepetitionColumns): Iterable<readonly ArticleIndex[]> {
  const sources = new Map<number, ArticleIndex[]>();
  for (let index = 0; index < count; index++) {
    const source = sourceKeys[index]!;
    if (source === 0) continue;
    const members = sources.get(source);
    if (members === undefined) sources.set(source, [index]);
    else members.push(index);
  }
  return [...sources.values()].filter((members) => members.length > 1);
}

const SMALL_SOURCE = 10;
const MIN_SHARE = 0.02;

/** Distinct articles in which a block must stand, for a source with so many of them (section 6, P5). */
export function threshold(stories: number): number {
  return stories < SMALL_SOURCE ? 2 : Math.max(3, Math.ceil(MIN_SHARE * stories));
}

/** Keys that stand in enough distinct articles, with their number. */
function countKeys(
  members: readonly ArticleIndex[],
  storyOf: Uint32Array,
  stories: number,
  columns: RepetitionColumns,
): ReadonlyMap<number, number> {
  const repeated = new Map<number, number>();
  const least = threshold(stories);
  if (stories < least) return repeated;
  let total = 0;
  for (const index of members) total += columns.edgeKeys(index).length + columns.pageKeys(index).length;
  // One number for key and story: below 2^53 for two million distinct articles of one source.
  const codes = new Float64Array(total);
  let at = 0;
  members.forEach((index, i) => {
    for (const keys of [columns.edgeKeys(index), columns.pageKeys(index)]) {
      for (const key of keys) codes[at++] = key * stories + storyOf[i]!;
    }
  });
  codes.sort();
  let count = 0;
  codes.forEach((code, i) => {
    const key = Math.floor(code / stories);
    if (i > 0 && Math.floor(codes[i - 1]! / stories) !== key) count = 0;
    if (i === 0 || code !== codes[i - 1]) count++;
    if (count >= least) repeated.set(key, count);
  });
  return repeated;
}
