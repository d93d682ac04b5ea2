/**
 * The partners of an article: who shares most with it of what can be shared, judged best first. Owns the bounds that
 * keep the work linear, at most MAX_POSTING additions a key and MAX_PARTNERS pairs an article; must not decide.
 */
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
export interface Proposals {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly capped: number;
}

/** The pairs of the articles `from` to `to` (half-open): each article is asked apart, so that threads may share them. */
export function proposePartners(index: StoryIndex, from: number, to: number, judge: JudgeRows): Proposals {
  const { count: size, parts, totals, languages, isByEvent } = index;
  const [, frequent] = parts;
  const { shared, touched } = scratchOf(size);
  const pairs: { a: number[]; b: number[] } = { a: [], b: [] };
  let capped = 0;
  for (let article = from; article < to; article++) {
    let count = 0;
    for (const part of parts) {
      const { rows, postings } = part;
      for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++) {
        const key = postings.numbers[i]!;
        const end = postings.starts[key + 1]!;
        const start = postings.starts[key]!;
        if (end - start > MAX_POSTING) {
          if (part === frequent) capped++;
          continue;
        }
        const weight = rows.weights[i]!;
        for (let at = start; at < end; at++) {
          const other = postings.articles[at]!;
          if (shared[other] === 0) touched[count++] = other;
          shared[other]! += weight;
        }
      }
    }
    const partners = fittingPartners(article, touched.subarray(0, count), shared, totals);
    const most = isByEvent ? MAX_PARTNERS : MAX_PARTNERS_IN_LANGUAGE;
    judgePartners(article, partners, most, shared, totals, languages, judge, pairs);
    for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
  }
  return { a: Uint32Array.from(pairs.a), b: Uint32Array.from(pairs.b), capped };
}

interface Scratch {
  /** By row: what it shares with the article at hand; 0 between two articles. */
  readonly shared: Uint32Array;
  readonly touched: Uint32Array;
}

let scratch: Scratch = { shared: new Uint32Array(0), touched: new Uint32Array(0) };

/** Reused: articles are asked for in many small ranges. */
function scratchOf(size: number): Scratch {
  if (scratch.shared.length < size)
    scratch = { shared: new Uint32Array(size), touched: new Uint32Array(size) };
  return scratch;
}

function fittingPartners(
  article: number,
  touched: Uint32Array,
  shared: Uint32Array,
  totals: Uint32Array,
): number[] {
  const own = totals[article]!;
  const fitting: number[] = [];
  for (const other of touched) {
    const bits = shared[other]!;
    if (other === article || bits < MIN_SHARED_OF_BRIEF) continue;
    const less = Math.min(own, totals[other]!);
    if (bits >= Math.max(MIN_SHARE * less, Math.min(MIN_SHARED, MIN_SHARE_OF_BRIEF * less)))
      fitting.push(other);
  }
  return fitting;
}

/** Pushes the pairs of one article with the partners that pass, best first, until too many in a row do not. */
function judgePartners(
  article: number,
  partners: readonly number[],
  mostInLanguage: number,
  shared: Uint32Array,
  totals: Uint32Array,
  languages: Uint16Array,
  judge: JudgeRows,
  pairs: { readonly a: number[]; readonly b: number[] },
): void {
  const worth = (other: number): number => shared[other]! / Math.sqrt(totals[other]! + UNSEEN_WEIGHT);
  for (const isAcross of [true, false]) {
    const own = partners.filter((other) => (languages[other] !== languages[article]) === isAcross);
    const most = isAcross ? MAX_PARTNERS : mostInLanguage;
    let failures = 0;
    for (const other of bestOf(own, Float64Array.from(own, worth), most)) {
      if (failures === PATIENCE) break;
      if (judge(article, other)) {
        failures = 0;
        pairs.a.push(Math.min(article, other));
        pairs.b.push(Math.max(article, other));
      } else failures++;
    }
  }
}

/** At most `most` partners, best first, of equal ones the smallest; `worths` is parallel to them. */
function bestOf(partners: readonly number[], worths: Float64Array, most: number): readonly number[] {
  // Numbers alone are sorted fast: they say from which worth on partners are put in order one by one.
  const least = worths.length <= most ? 0 : worths.slice().sort()[worths.length - most]!;
  return Array.from(partners.keys())
    .filter((i) => worths[i]! >= least)
    .sort((x, y) => worths[y]! - worths[x]! || partners[x]! - partners[y]!)
    .slice(0, most)
    .map((i) => partners[i]!);
}
