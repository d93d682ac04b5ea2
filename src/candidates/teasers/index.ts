/**
 * Proposes which articles may carry another article's lead as a teaser: a shared key of a lead here and of a block
 * that is no lead there. Owns the index of leads; must not look at texts. Linear in the keys.
 */
import type { ArticleIndex } from '../../model/article.ts';

export interface BlockKeyColumns {
  readonly count: number;
  leadKeys(index: ArticleIndex): Uint32Array;
  tailKeys(index: ArticleIndex): Uint32Array;
}

export interface TeaserCandidate {
  readonly index: ArticleIndex;
  /** Articles whose lead may stand here; ascending. */
  readonly homes: readonly ArticleIndex[];
  /** Whether the last of its long blocks, leads left out, may be such a lead. */
  readonly endsWithLead: boolean;
}

export function* findTeasers(columns: BlockKeyColumns): Iterable<TeaserCandidate> {
  const homeOf = firstTwoHomes(columns);
  for (let index = 0; index < columns.count; index++) {
    let homes: Set<ArticleIndex> | undefined;
    let endsWithLead = false;
    for (const key of columns.tailKeys(index)) {
      const found = homeOf.get(key);
      const home = found?.[0] === index ? found[1] : found?.[0];
      endsWithLead = home !== undefined;
      if (home === undefined) continue;
      homes ??= new Set();
      homes.add(home);
    }
    if (homes !== undefined) yield { index, homes: [...homes].sort((a, b) => a - b), endsWithLead };
  }
}

/** Lead key -> the first two articles that have it: an article is never its own home. */
function firstTwoHomes(columns: BlockKeyColumns): ReadonlyMap<number, readonly ArticleIndex[]> {
  const tails = new Set<number>();
  for (let index = 0; index < columns.count; index++)
    for (const key of columns.tailKeys(index)) tails.add(key);
  const homeOf = new Map<number, ArticleIndex[]>();
  for (let index = 0; index < columns.count; index++) {
    for (const key of columns.leadKeys(index)) {
      if (!tails.has(key)) continue;
      const homes = homeOf.get(key);
      if (homes === undefined) homeOf.set(key, [index]);
      else if (homes.length < 2 && homes[0] !== index) homes.push(index);
    }
  }
  return homeOf;
}
