/**
 * The partners of an article: who shares most with it of what can be shared, judged best first. Owns the bounds that
 * keep the work linear, at most MAX_POSTING additions a key and MAX_PARTNERS pairs an article; must not decide.
 */
import type { PairList } from '../../model/match.ts';
import { Ranking } from './ranking.ts';
import { MAX_POSTING, type StoryIndex } from './story-index.ts';

/** A story in 128 languages has 127; what is not proposed still meets in a group through its canonical. */
const MAX_PARTNERS = 48;
/**
 * Articles of one language share more names than translations do; together they would fill every place. They can
 * only be related, so few are asked for.
 */
const MAX_PARTNERS_IN_LANGUAGE = 4;
/**
 * A proposal needs this much shared information, in quarter bits: about two names, or a name and a number. Of a headline,
 * which has little, a tenth of what it has, but three bits: half of them share less than ten bits in two languages.
 */
const MIN_SHARED = 4 * 10;
const MIN_SHARED_OF_BRIEF = 4 * 3;
const MIN_SHARE_OF_BRIEF = 0.1;
/**
 * And this share of what the poorer side has. With it and the number of concepts that are keys, recall on mixed
 * collections (four folds of stories, five draws, at a precision of 0.996): 0.15 and 12 .925, 0.08 and 24 .976, 0.06 and
 * 32 .976.
 */
const MIN_SHARE = 0.08;

/**
 * Partners that are judged one after another, best first, without one that passes, before an article's search ends: an
 * archive of unrelated articles asks for few, a story in a hundred languages for all.
 */
const PATIENCE = 8;

/** Quarter bits that every article is taken to have besides its own when partners are ranked: a short text is not near to all. */
const UNSEEN_WEIGHT = 400;

/** Whether two rows pass the judgement that costs least; the order of the two does not matter. */
export type JudgeRows = (a: number, b: number) => boolean;

/** Proposed pairs of some articles, in no order, and how often a key was too frequent to be followed. */
export interface Proposals extends PairList {
  readonly capped: number;
}

/** The pairs of the articles `from` to `to` (half-open): each article is asked apart, so that threads may share them. */
export function proposePartners(index: StoryIndex, from: number, to: number, judge: JudgeRows): Proposals {
  const search = searchOf(index.count);
  const pairs: Found = { a: [], b: [], capped: 0 };
  for (let article = from; article < to; article++) {
    const count = addShared(index, article, search, pairs);
    rankPartners(index, article, search, count);
    judgePartners(article, search.across, MAX_PARTNERS, judge, pairs);
    const most = index.isByEvent ? MAX_PARTNERS : MAX_PARTNERS_IN_LANGUAGE;
    judgePartners(article, search.within, most, judge, pairs);
    for (let i = 0; i < count; i++) search.shared[search.touched[i]!] = 0;
  }
  return { a: Uint32Array.from(pairs.a), b: Uint32Array.from(pairs.b), capped: pairs.capped };
}

interface Found {
  readonly a: number[];
  readonly b: number[];
  capped: number;
}

/** What the search for one article after another needs, to be used again. */
interface Search {
  /** By row: what it shares with the article at hand; 0 between two articles. */
  readonly shared: Uint32Array;
  readonly touched: Uint32Array;
  /** Partners in other languages, and in that of the article. */
  readonly across: Ranking;
  readonly within: Ranking;
}

let search: Search | undefined;

/** Reused: articles are asked for in many small ranges. */
function searchOf(size: number): Search {
  if (search === undefined || search.shared.length < size) {
    search = {
      shared: new Uint32Array(size),
      touched: new Uint32Array(size),
      across: new Ranking(),
      within: new Ranking(),
    };
  }
  return search;
}

/** Adds up what every other row shares with an article; how many rows share anything. */
function addShared(
  { parts }: StoryIndex,
  article: number,
  { shared, touched }: Search,
  found: Found,
): number {
  const [, frequent] = parts;
  let count = 0;
  for (const part of parts) {
    const { offsets, weights } = part.rows;
    const { numbers, starts, articles } = part.postings;
    for (let i = offsets[article]!; i < offsets[article + 1]!; i++) {
      const key = numbers[i]!;
      const end = starts[key + 1]!;
      const start = starts[key]!;
      if (end - start > MAX_POSTING) {
        if (part === frequent) found.capped++;
        continue;
      }
      const weight = weights[i]!;
      for (let at = start; at < end; at++) {
        const other = articles[at]!;
        const before = shared[other]!;
        // Written whether it is new or not, and counted if it is: which it is, is chance.
        touched[count] = other;
        count += before === 0 ? 1 : 0;
        shared[other] = before + weight;
      }
    }
  }
  return count;
}

/** Ranks the rows that share enough. */
function rankPartners(
  { totals, languages, textKeys }: StoryIndex,
  article: number,
  { shared, touched, across, within }: Search,
  count: number,
): void {
  across.clear(textKeys);
  within.clear(textKeys);
  const own = totals[article]!;
  const language = languages[article]!;
  for (let i = 0; i < count; i++) {
    const other = touched[i]!;
    const bits = shared[other]!;
    if (bits < MIN_SHARED_OF_BRIEF || other === article) continue;
    const total = totals[other]!;
    const less = Math.min(own, total);
    if (bits < MIN_SHARE * less || bits < Math.min(MIN_SHARED, MIN_SHARE_OF_BRIEF * less)) continue;
    (languages[other] === language ? within : across).add(other, bits / Math.sqrt(total + UNSEEN_WEIGHT));
  }
}

/** Pushes the pairs of one article with the partners that pass, best first, until too many in a row do not. */
function judgePartners(
  article: number,
  ranking: Ranking,
  most: number,
  judge: JudgeRows,
  found: Found,
): void {
  let failures = 0;
  for (let asked = 0; asked < most && failures < PATIENCE; asked++) {
    const other = ranking.take();
    if (other === undefined) return;
    if (judge(article, other)) {
      failures = 0;
      found.a.push(Math.min(article, other));
      found.b.push(Math.max(article, other));
    } else failures++;
  }
}
