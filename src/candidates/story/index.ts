/**
 * Proposes pairs of articles that may tell the same story in other words: they share rare names, numbers,
 * dates, concepts or a day of publication.
 * Owns the bounds that keep the work linear; must not decide (that is `match`). Works on representatives only.
 *
 * Keys that stand in more than MAX_POSTING articles propose nothing alone: pairs of such keys do (two ministers and
 * a sum are rare together). Each article proposes its best MAX_PARTNERS partners in other languages, so at most
 * count * keys * MAX_POSTING additions are made, whatever the collection.
 */
import { round4 } from '../../lib/order.ts';
import type { Issue, Staged } from '../../model/issue.ts';
import { buildPostings, type KeyRows, type Postings } from './postings.ts';

export interface StoryRows extends KeyRows {
  /** Quarter bits of information, parallel to `keys`. */
  readonly weights: Uint8Array;
  /** A number for the language of each row: translations and articles in one language are proposed apart. */
  readonly languages: Uint16Array;
  /** Whether articles of one language are looked for as far as those of others. */
  readonly isByEvent?: boolean;
}

/** Parallel arrays, a < b, ordered, without repetition. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Longest posting that is paired out; above it, keys count in pairs only. */
const MAX_POSTING = 256;
/** A story in 128 languages has 127; what is not proposed still meets in a group through its canonical. */
const MAX_PARTNERS = 48;
/**
 * Articles of one language share more names than translations do; together they would fill every place. They can
 * only be related, so few are asked for.
 */
const MAX_PARTNERS_IN_LANGUAGE = 4;
/** Frequent keys of an article that are paired with each other: 12 give 66 pairs. */
const MAX_FREQUENT_KEYS = 12;
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

/** Rows of keys and where each of their keys stands. */
interface Part {
  readonly rows: StoryRows;
  readonly postings: Postings;
}

/** Quarter bits that every article is taken to have besides its own when partners are ranked: a short text is not near to all. */
const UNSEEN_WEIGHT = 400;

/** Whether two rows pass the judgement that costs least; the order of the two does not matter. */
export type JudgeRows = (a: number, b: number) => boolean;

/** Pairs of rows that were proposed and that `judge` let pass. */
export function storyCandidates(rows: StoryRows, judge: JudgeRows): Staged<PairList> {
  const single = buildPostings(rows);
  const frequent = frequentPairs(rows, single.numbers, single.starts);
  const parts: readonly Part[] = [
    { rows, postings: single },
    { rows: frequent, postings: buildPostings(frequent) },
  ];
  const totals = totalWeights(rows, single);
  const shared = new Uint32Array(rows.count);
  const touched = new Uint32Array(rows.count);
  const pairs: number[] = [];
  let capped = 0;
  for (let article = 0; article < rows.count; article++) {
    let count = 0;
    for (const { rows: source, postings } of parts) {
      for (let i = source.offsets[article]!; i < source.offsets[article + 1]!; i++) {
        const key = postings.numbers[i]!;
        const end = postings.starts[key + 1]!;
        const start = postings.starts[key]!;
        if (end - start > MAX_POSTING) {
          if (source === frequent) capped++;
          continue;
        }
        const weight = source.weights[i]!;
        for (let at = start; at < end; at++) {
          const other = postings.articles[at]!;
          if (shared[other] === 0) touched[count++] = other;
          shared[other]! += weight;
        }
      }
    }
    const partners = fittingPartners(article, touched.subarray(0, count), shared, totals);
    const most = rows.isByEvent === true ? MAX_PARTNERS : MAX_PARTNERS_IN_LANGUAGE;
    judgePartners(article, partners, most, shared, totals, rows.languages, judge, pairs);
    for (let i = 0; i < count; i++) shared[touched[i]!] = 0;
  }
  return {
    value: sortedPairs(pairs, rows.count),
    issues: capped > 0 ? [cappedIssue(capped, rows.count)] : [],
  };
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

/** Pushes `a * count + b` for the partners of one article that pass, best first, until too many in a row do not. */
function judgePartners(
  article: number,
  partners: readonly number[],
  mostInLanguage: number,
  shared: Uint32Array,
  totals: Uint32Array,
  languages: Uint16Array,
  judge: JudgeRows,
  pairs: number[],
): void {
  const count = languages.length;
  const worth = (other: number): number => shared[other]! / Math.sqrt(totals[other]! + UNSEEN_WEIGHT);
  for (const isAcross of [true, false]) {
    const own = partners.filter((other) => (languages[other] !== languages[article]) === isAcross);
    const most = isAcross ? MAX_PARTNERS : mostInLanguage;
    let failures = 0;
    for (const other of bestOf(own, Float64Array.from(own, worth), most)) {
      if (failures === PATIENCE) break;
      if (judge(article, other)) {
        failures = 0;
        pairs.push(Math.min(article, other) * count + Math.max(article, other));
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

/** By row: the weights of the keys that can propose alone; of the others nothing is known to be shared. */
function totalWeights(rows: StoryRows, { numbers, starts }: Postings): Uint32Array {
  const totals = new Uint32Array(rows.count);
  for (let article = 0; article < rows.count; article++) {
    for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++) {
      const key = numbers[i]!;
      if (starts[key + 1]! - starts[key]! <= MAX_POSTING) totals[article]! += rows.weights[i]!;
    }
  }
  return totals;
}

function sortedPairs(pairs: readonly number[], count: number): PairList {
  const codes = Float64Array.from(pairs).sort();
  const unique = codes.filter((code, i) => i === 0 || code !== codes[i - 1]);
  return {
    a: Uint32Array.from(unique, (code) => Math.floor(code / count)),
    b: Uint32Array.from(unique, (code) => code % count),
  };
}

/** Rows of pair keys: every two of an article's weightiest frequent keys. */
function frequentPairs(rows: StoryRows, numbers: Uint32Array, starts: Uint32Array): StoryRows {
  const offsets = new Uint32Array(rows.count + 1);
  const keys: number[] = [];
  const weights: number[] = [];
  for (let article = 0; article < rows.count; article++) {
    const heavy: number[] = [];
    for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++) {
      const key = numbers[i]!;
      if (starts[key + 1]! - starts[key]! > MAX_POSTING) heavy.push(i);
    }
    heavy.sort((x, y) => rows.weights[y]! - rows.weights[x]! || rows.keys[x]! - rows.keys[y]!);
    heavy.length = Math.min(heavy.length, MAX_FREQUENT_KEYS);
    for (let x = 0; x < heavy.length; x++) {
      for (let y = x + 1; y < heavy.length; y++) {
        const first = Math.min(rows.keys[heavy[x]!]!, rows.keys[heavy[y]!]!);
        const second = Math.max(rows.keys[heavy[x]!]!, rows.keys[heavy[y]!]!);
        keys.push((Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)) >>> 0);
        weights.push(Math.min(255, rows.weights[heavy[x]!]! + rows.weights[heavy[y]!]!));
      }
    }
    offsets[article + 1] = keys.length;
  }
  return {
    count: rows.count,
    offsets,
    keys: Uint32Array.from(keys),
    weights: Uint8Array.from(weights),
    languages: rows.languages,
  };
}

function cappedIssue(capped: number, count: number): Issue {
  return {
    code: 'bucket-capped',
    path: '',
    message: `${capped} pairs of frequent names or numbers (${round4(capped / count)} an article) stand in more than ${MAX_POSTING} articles and proposed no translation by themselves; rarer ones still did`,
  };
}
