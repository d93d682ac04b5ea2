/**
 * What matching reads from one article: mentions in words, and one compact row for the indexes. Owns the choice of
 * what is indexed; must not compare articles.
 */

import { dateBits, nameBits, numberBits, numberKey } from '../lexicon/rarity.ts';
import { digestWords, sha256 } from '../lib/digest.ts';
import { hashString } from '../lib/hash.ts';
import { MIN_ARTICLE_SHINGLES } from '../lib/shingles.ts';
import type { CompactFeatures, ConceptVector, Mentions } from '../model/features.ts';

export { conceptsOf, NO_CONCEPTS, wordsOf } from './concepts/index.ts';

import { findDates } from './dates/index.ts';
import { findNames } from './names/index.ts';
import { shingleHashes, sketchBands } from './near/index.ts';
import { findNumbers } from './numbers/index.ts';

/** Names, numbers and dates of a text; `bcp47` is the article's language, `und` when unknown. Linear time. */
export function extractMentions(text: string, bcp47: string): Mentions {
  const dates = findDates(text, bcp47);
  const claimed = dates.map((date) => [date.start, date.start + date.text.length] as const);
  const names = findNames(text, bcp47).map((name) => ({ ...name, bits: nameBits(name, bcp47) }));
  return { names, numbers: findNumbers(text, bcp47, claimed), dates };
}

/** Block keys of an article in hex, as `clean` computes them: leads, and long blocks that are not leads. */
export interface BlockKeys {
  readonly leads: readonly string[];
  readonly others: readonly string[];
}

/** What an article is compared by within its source, as `clean` computes it. */
export interface SourceKeys {
  readonly source: string;
  readonly edges: Uint32Array;
  readonly rest: Uint32Array;
}

const NONE = new Uint32Array(0);

/** The compact row of an article with this title and cleaned text. Linear time. */
export function compactFeatures(
  title: string,
  text: string,
  textDigest: string,
  mentions: Mentions,
  concepts: ConceptVector,
  blockKeys: BlockKeys,
  sourceKeys?: SourceKeys,
): CompactFeatures {
  const shingles = shingleHashes(text);
  const story = storyKeys(mentions, concepts);
  return {
    textKey: digestWords(
      shingles.length < MIN_ARTICLE_SHINGLES ? sha256(`${title}\n${textDigest}`) : textDigest,
    ),
    shingleCount: shingles.length,
    bandKeys: sketchBands(shingles),
    storyKeys: story.keys,
    storyWeights: story.weights,
    concepts,
    leadKeys: keyWords(blockKeys.leads),
    tailKeys: keyWords(blockKeys.others),
    sourceKey: sourceKeys === undefined ? 0 : sourceKey(sourceKeys.source),
    edgeKeys: sourceKeys?.edges ?? NONE,
    pageKeys: sourceKeys?.rest ?? NONE,
  };
}

/** 48 bits: among a million sources two fall together with a probability of 0.2 %. Never 0. */
function sourceKey(source: string): number {
  return Number.parseInt(sha256(source).slice(0, 12), 16) || 1;
}

/** The first 32 bits of hex keys: enough to propose; the whole keys are compared before anything is dropped. */
function keyWords(keys: readonly string[]): Uint32Array {
  return Uint32Array.from(keys, (key) => Number.parseInt(key.slice(0, 8), 16));
}

/** Keys below this many bits say nothing alone and would fill the index: 1, 2, the year. */
const MIN_KEY_BITS = 2;

/**
 * Concepts that propose partners, the weightiest of an article: a text without names and numbers has these alone.
 * Sweep in decisions/0012-concepts.md.
 */
const CONCEPT_KEYS = 24;

/** One hash space for all kinds: the prefix keeps `N` for names, `#` for numbers, `D` for dates, `C` for concepts apart. */
function storyKeys(mentions: Mentions, concepts: ConceptVector): { keys: Uint32Array; weights: Uint8Array } {
  const bits = new Map<number, number>();
  const add = (key: string, weight: number): void => {
    if (weight < MIN_KEY_BITS) return;
    bits.set(hashString(key, 0), Math.min(255, Math.round(4 * weight)));
  };
  for (const name of mentions.names) add(`N${name.key}`, name.bits);
  for (const number of mentions.numbers) add(`#${numberKey(number)}`, numberBits(number));
  for (const date of mentions.dates) add(`D${date.iso}`, dateBits(date));
  for (const i of weightiest(concepts.weights, CONCEPT_KEYS))
    add(`C${concepts.ids[i]}`, concepts.weights[i]! / 16);
  const keys = Uint32Array.from(bits.keys()).sort();
  return { keys, weights: Uint8Array.from(keys, (key) => bits.get(key) ?? 0) };
}

/** Positions of the greatest weights, ties to the first. */
function weightiest(weights: Uint8Array, most: number): readonly number[] {
  return Array.from(weights.keys())
    .sort((x, y) => weights[y]! - weights[x]! || x - y)
    .slice(0, most);
}
