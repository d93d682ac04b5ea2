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
import { buildPostings, type KeyRows } from './postings.ts';

export interface StoryRows extends KeyRows {
  /** Quarter bits of information, parallel to `keys`. */
  readonly weights: Uint8Array;
  /** A number for the language of each row: translations and articles in one language are proposed apart. */
  readonly languages: Uint16Array;
}

/** Parallel arrays, a < b, ordered, without repetition. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Longest posting that is paired out; above it, keys count in pairs only. */
export const MAX_POSTING = 256;
/** A story in 128 languages has 127; what is not proposed still meets in a group through its canonical. */
export const MAX_PARTNERS = 48;
/**
 * Articles of one language share more names than translations do; together they would fill every place. They can
 * only be related, so few are asked for.
 */
const MAX_PARTNERS_IN_LANGUAGE = 4;
/** Frequent keys of an article that are paired with each other: 12 give 66 pairs. */
const MAX_FREQUENT_KEYS = 12;
/** A proposal needs this much shared information, in quarter bits: about two names, or a name and a number. */
const MIN_SHARED = 4 * 10;
/**
 * And this share of what the poorer side has. With it and the number of concepts that are keys, recall on mixed
 * collections (four folds of stories, five draws, at a precision of 0.996): 0.15 and 12 .925, 0.08 and 24 .976, 0.06 and
 * 32 .976.
 */
const MIN_SHARE = 0.08;

export function storyCandidates(rows: StoryRows): Staged<PairList> {
  const single = buildPostings(rows);
  const frequent = frequentPairs(rows, single.numbers, single.starts);
  const paired = buildPostings(frequent);
  const totals = totalWeights(rows);
  const shared = new Uint32Array(rows.count);
  const touched: number[] = [];
  const pairs: number[] = [];
  let capped = 0;
  for (let article = 0; article < rows.count; article++) {
    touched.length = 0;
    for (const [source, postings] of [[rows, single] as const, [frequent, paired] as const]) {
      for (let i = source.offsets[article]!; i < source.offsets[article + 1]!; i++) {
        const key = postings.numbers[i]!;
        const end = postings.starts[key + 1]!;
        const start = postings.starts[key]!;
        if (end - start > MAX_POSTING) {
          if (source === frequent) capped++;
          continue;
        }
        for (let at = start; at < end; at++) {
          const other = postings.articles[at]!;
          if (shared[other] === 0) touched.push(other);
          shared[other]! += source.weights[i]!;
        }
      }
    }
    proposeBest(article, touched, shared, totals, rows.languages, pairs);
    for (const other of touched) shared[other] = 0;
  }
  return {
    value: sortedPairs(pairs, rows.count),
    issues: capped > 0 ? [cappedIssue(capped, rows.count)] : [],
  };
}

/** Pushes `a * count + b` for the best partners of one article. */
function proposeBest(
  article: number,
  touched: readonly number[],
  shared: Uint32Array,
  totals: Uint32Array,
  languages: Uint16Array,
  pairs: number[],
): void {
  const needed = (other: number): number =>
    Math.max(MIN_SHARED, MIN_SHARE * Math.min(totals[article]!, totals[other]!));
  const fit = touched.filter((other) => other !== article && shared[other]! >= needed(other));
  const isAcross = (other: number): boolean => languages[other] !== languages[article];
  const best = (partners: number[], most: number): readonly number[] =>
    partners.length <= most
      ? partners
      : partners.sort((x, y) => shared[y]! - shared[x]! || x - y).slice(0, most);
  const count = totals.length;
  for (const other of [
    ...best(fit.filter(isAcross), MAX_PARTNERS),
    ...best(
      fit.filter((one) => !isAcross(one)),
      MAX_PARTNERS_IN_LANGUAGE,
    ),
  ]) {
    pairs.push(Math.min(article, other) * count + Math.max(article, other));
  }
}

function totalWeights(rows: StoryRows): Uint32Array {
  const totals = new Uint32Array(rows.count);
  for (let article = 0; article < rows.count; article++) {
    for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++)
      totals[article]! += rows.weights[i]!;
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
