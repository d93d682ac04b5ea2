/**
 * The partners of an article: who shares most with it of what can be shared, judged best first. Owns the bound that
 * keeps the work linear, MAX_PARTNERS pairs an article; must not decide.
 */
import type { PairList } from '../../model/match.ts';
import { Ranking } from './ranking.ts';
import type { StoryIndex } from './story-index.ts';

/** A story in 128 languages has 127; what is not proposed still meets in a group through its canonical. */
const MAX_PARTNERS = 48;
/** Of an event many papers of each language tell: sweep in decision 0012. */
const MAX_PARTNERS_BY_EVENT = 96;
/**
 * Articles of one language share more names than translations do; together they would fill every place. They can
 * only be related, so few are asked for.
 */
const MAX_PARTNERS_IN_LANGUAGE = 4;

/** How many partners are judged at most: of other languages, and of the article's own. */
export function mostPartners(isByEvent: boolean): readonly [across: number, within: number] {
  return isByEvent
    ? [MAX_PARTNERS_BY_EVENT, MAX_PARTNERS_BY_EVENT]
    : [MAX_PARTNERS, MAX_PARTNERS_IN_LANGUAGE];
}

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
 * archive of unrelated articles asks for few, a story in a hundred languages for all. Sweep in decision 0012.
 */
export const PATIENCE = 24;

/** Quarter bits that every article is taken to have besides its own when partners are ranked: a short text is not near to all. */
const UNSEEN_WEIGHT = 400;

/** Whether two rows pass the judgement that costs least; the order of the two does not matter. */
export type JudgeRows = (a: number, b: number) => boolean;

/** What the searches of some articles came to: of each who was judged, and from which worth on a partner would have been. */
export interface Searches {
  /** Partners judged for each article, those of all one behind the other: twice the row, and 1 where it passed. */
  readonly lengths: Uint8Array;
  readonly judged: Uint32Array;
  /** Two an article, of partners in other languages and in its own: who is worth less was not asked; 0 where all were. */
  readonly floors: Float64Array;
  /** Likewise, the worth of the last one that passed; infinite where none did. */
  readonly passed: Float64Array;
}

/** The searches of some articles: each is asked apart, so that threads may share them. */
export function searchPartners(index: StoryIndex, articles: ArrayLike<number>, judge: JudgeRows): Searches {
  const search = searchOf(index.count);
  const [mostAcross, mostWithin] = mostPartners(index.isByEvent);
  const lengths = new Uint8Array(articles.length);
  const floors = new Float64Array(2 * articles.length);
  const passed = new Float64Array(2 * articles.length);
  const judged: number[] = [];
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i]!;
    const before = judged.length;
    const count = addShared(index, article, search);
    rankPartners(index, article, search, count);
    for (const side of [0, 1] as const) {
      const [ranking, most] = side === 0 ? [search.across, mostAcross] : [search.within, mostWithin];
      const ended = judgePartners(article, ranking, most, judge, judged);
      floors[2 * i + side] = ended.floor;
      passed[2 * i + side] = ended.passed;
    }
    lengths[i] = judged.length - before;
    for (let at = 0; at < count; at++) search.shared[search.touched[at]!] = 0;
  }
  return { lengths, judged: Uint32Array.from(judged), floors, passed };
}

/** Searches of some articles, and of others behind them. */
export function joinSearches(some: readonly Searches[]): Searches {
  const lengths = new Uint8Array(some.reduce((sum, part) => sum + part.lengths.length, 0));
  const judged = new Uint32Array(some.reduce((sum, part) => sum + part.judged.length, 0));
  const floors = new Float64Array(2 * lengths.length);
  const passed = new Float64Array(2 * lengths.length);
  let [at, judgedAt] = [0, 0];
  for (const part of some) {
    lengths.set(part.lengths, at);
    floors.set(part.floors, 2 * at);
    passed.set(part.passed, 2 * at);
    judged.set(part.judged, judgedAt);
    at += part.lengths.length;
    judgedAt += part.judged.length;
  }
  return { lengths, judged, floors, passed };
}

/** The pairs of articles and the partners that passed, in no order. */
export function passedPairs(articles: ArrayLike<number>, { lengths, judged }: Searches): PairList {
  const [a, b]: [number[], number[]] = [[], []];
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    for (const end = at + lengths[i]!; at < end; at++) {
      if ((judged[at]! & 1) === 0) continue;
      const partner = judged[at]! >>> 1;
      a.push(Math.min(articles[i]!, partner));
      b.push(Math.max(articles[i]!, partner));
    }
  }
  return { a: Uint32Array.from(a), b: Uint32Array.from(b) };
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
function addShared({ parts }: StoryIndex, article: number, { shared, touched }: Search): number {
  let count = 0;
  for (const part of parts) {
    const { offsets, numbers, weights } = part.rows;
    const { starts, articles } = part.postings;
    for (let i = offsets[article]!; i < offsets[article + 1]!; i++) {
      const key = numbers[i]!;
      const end = starts[key + 1]!;
      const weight = weights[i]!;
      for (let at = starts[key]!; at < end; at++) {
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
    if (other === article) continue;
    const worth = worthOf(shared[other]!, own, totals[other]!);
    if (worth > 0) (languages[other] === language ? within : across).add(other, worth);
  }
}

/**
 * By what a partner is ranked that shares so many quarter bits, of what the article and the partner have; 0 where they are
 * too few.
 */
export function worthOf(bits: number, own: number, total: number): number {
  if (bits < MIN_SHARED_OF_BRIEF) return 0;
  const less = Math.min(own, total);
  if (bits < MIN_SHARE * less || bits < Math.min(MIN_SHARED, MIN_SHARE_OF_BRIEF * less)) return 0;
  return bits / Math.sqrt(total + UNSEEN_WEIGHT);
}

/** Judges partners of one article, best first, until too many in a row do not pass. */
export function judgePartners(
  article: number,
  ranking: Pick<Ranking, 'take' | 'worth'>,
  most: number,
  judge: JudgeRows,
  judged: number[],
): { readonly floor: number; readonly passed: number } {
  let failures = 0;
  let passed = Number.POSITIVE_INFINITY;
  for (let asked = 0; asked < most && failures < PATIENCE; asked++) {
    const other = ranking.take();
    if (other === undefined) return { floor: 0, passed };
    const passes = judge(article, other);
    failures = passes ? 0 : failures + 1;
    if (passes) passed = ranking.worth;
    judged.push(2 * other + (passes ? 1 : 0));
  }
  return { floor: ranking.worth, passed };
}
