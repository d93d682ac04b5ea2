/**
 * What matching reads from one article: mentions in words, and one compact row for the indexes. Owns the choice of
 * what is indexed; must not compare articles.
 */

import { digestWords, sha256 } from '../lib/digest.ts';
import { isPlaceholder, MIN_ARTICLE_SHINGLES } from '../lib/placeholder.ts';
import { distinctCount } from '../lib/sorted-set.ts';
import {
  type CompactFeatures,
  type FactRow,
  type Mentions,
  NOT_WHOLE,
  type StoryRow,
} from '../model/features.ts';

export { conceptsOf, wordsOf } from './concepts/index.ts';
export { contentKeyOf } from './content-key.ts';
export { publishedDay } from './dates/published.ts';
export { NO_CONCEPTS, NO_STORY } from './no-story.ts';

import { findDates } from './dates/index.ts';
import { factsOf } from './facts.ts';
import { findNameKeys, findNames } from './names/index.ts';
import { sampleOf, shinglesInOrder, sketchOf } from './near/index.ts';
import { findNumbers } from './numbers/index.ts';

/** Names, numbers and dates of a text; `bcp47` is the article's language, `und` when unknown. Linear time. */
export function extractMentions(text: string, bcp47: string): Mentions {
  return { names: findNames(text, bcp47), ...numbersAndDates(text, bcp47) };
}

/** The same mentions as a compact row: what every article is asked for, at a fraction of the cost. */
export function extractFacts(text: string, bcp47: string): FactRow {
  return factsOf({ names: findNameKeys(text, bcp47), ...numbersAndDates(text, bcp47) }, text.length);
}

function numbersAndDates(text: string, bcp47: string): Pick<Mentions, 'numbers' | 'dates'> {
  const dates = findDates(text, bcp47);
  const claimed = dates.map((date) => [date.start, date.start + date.text.length] as const);
  return { numbers: findNumbers(text, bcp47, claimed), dates };
}

/** Block keys of an article, as `clean` computes them: leads, and long blocks that are not leads. */
export interface BlockKeys {
  readonly leads: readonly number[];
  readonly others: readonly number[];
  /** Where nothing was dropped, how many long blocks in a row end the text; else undefined. */
  readonly ending: number | undefined;
}

/** What an article is compared by within its source, as `clean` computes it. */
export interface SourceKeys {
  readonly source: string;
  readonly edges: Uint32Array;
  readonly rest: Uint32Array;
}

const NONE = new Uint32Array(0);

/** What the row of an article is made of. */
export interface Written {
  readonly title: string;
  /** Cleaned. */
  readonly text: string;
  readonly textDigest: string;
  readonly hasSource: boolean;
}

/** The compact row of an article. Linear time. */
export function compactFeatures(
  { title, text, textDigest, hasSource }: Written,
  contentKey: readonly [number, number],
  story: StoryRow,
  blockKeys: BlockKeys,
  sourceKeys?: SourceKeys,
): CompactFeatures {
  const shingles = shinglesInOrder(text);
  const shingleCount = distinctCount(shingles);
  // What a site shows in the place of its articles stands under many titles: it is a copy only under an equal one.
  const isNotice =
    shingleCount < MIN_ARTICLE_SHINGLES || (hasSource && isPlaceholder(title, text, shingleCount));
  return {
    textKey: digestWords(isNotice ? sha256(`${title}\n${textDigest}`) : textDigest),
    contentKey,
    shingleCount,
    sketch: sketchOf(shingles),
    sample: sampleOf(shingles),
    story,
    leadKeys: keyWords(blockKeys.leads),
    tailKeys: keyWords(blockKeys.others),
    ending: blockKeys.ending === undefined ? NOT_WHOLE : Math.min(blockKeys.ending, NOT_WHOLE - 1),
    sourceKey: sourceKeys === undefined ? 0 : sourceKey(sourceKeys.source),
    edgeKeys: sourceKeys?.edges ?? NONE,
    pageKeys: sourceKeys?.rest ?? NONE,
  };
}

/** 48 bits: among a million sources two fall together with a probability of 0.2 %. Never 0. */
function sourceKey(source: string): number {
  return Number.parseInt(sha256(source).slice(0, 12), 16) || 1;
}

/** The lower 32 bits of keys: enough to propose; the whole keys are compared before anything is dropped. */
function keyWords(keys: readonly number[]): Uint32Array {
  return keys.length === 0 ? NONE : Uint32Array.from(keys);
}
