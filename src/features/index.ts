/**
 * What matching reads from one article: mentions in words, and one compact row for the indexes. Owns the choice of
 * what is indexed; must not compare articles.
 */

import { MOST_CONCEPTS, WEIGHT_SCALE } from '../lexicon/concepts.ts';
import { dateBits, numberBits, numberKey } from '../lexicon/rarity.ts';
import { digestWords, sha256 } from '../lib/digest.ts';
import { hashString } from '../lib/hash.ts';
import { MIN_ARTICLE_SHINGLES } from '../lib/shingles.ts';
import { distinctCount } from '../lib/sorted-set.ts';
import type {
  CompactFeatures,
  ConceptVector,
  DateMention,
  Mentions,
  NumberMention,
} from '../model/features.ts';

export { conceptsOf, NO_CONCEPTS, wordsOf } from './concepts/index.ts';

import { findDates } from './dates/index.ts';
import { findNameKeys, findNames, type WeighedKey } from './names/index.ts';
import { shinglesInOrder, sketchBands } from './near/index.ts';
import { findNumbers } from './numbers/index.ts';

/** What is indexed of the mentions of a text. */
export interface MentionKeys {
  readonly names: readonly WeighedKey[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  /** Day of publication, where the source gives one. */
  readonly published?: string | undefined;
}

/** Names, numbers and dates of a text; `bcp47` is the article's language, `und` when unknown. Linear time. */
export function extractMentions(text: string, bcp47: string): Mentions {
  return { names: findNames(text, bcp47), ...numbersAndDates(text, bcp47) };
}

/** The same mentions as keys: what every article is asked for, at a fraction of the cost. */
export function extractKeys(text: string, bcp47: string): MentionKeys {
  return { names: findNameKeys(text, bcp47), ...numbersAndDates(text, bcp47) };
}

function numbersAndDates(text: string, bcp47: string): Pick<MentionKeys, 'numbers' | 'dates'> {
  const dates = findDates(text, bcp47);
  const claimed = dates.map((date) => [date.start, date.start + date.text.length] as const);
  return { numbers: findNumbers(text, bcp47, claimed), dates };
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
  mentions: MentionKeys,
  concepts: ConceptVector,
  blockKeys: BlockKeys,
  sourceKeys?: SourceKeys,
): CompactFeatures {
  const shingles = shinglesInOrder(text);
  const shingleCount = distinctCount(shingles);
  const story = storyKeys(mentions, concepts);
  return {
    textKey: digestWords(
      shingleCount < MIN_ARTICLE_SHINGLES ? sha256(`${title}\n${textDigest}`) : textDigest,
    ),
    shingleCount,
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
  return keys.length === 0 ? NONE : Uint32Array.from(keys, (key) => Number.parseInt(key.slice(0, 8), 16));
}

/** Keys below this many bits say nothing alone and would fill the index: 1, 2, the year. */
const MIN_KEY_BITS = 2;

/** Bits of a common day of publication: versions of a story share it, and few other articles of an archive do. */
const PUBLISHED_BITS = 6;

/**
 * Concepts that propose partners, the weightiest of an article: a text without names and numbers has these alone.
 * Sweep beside the share that candidates need (`candidates/story`).
 */
const CONCEPT_KEYS = 24;

/**
 * One hash space for all kinds: the prefix keeps `N` for names, `#` for numbers, `D` for dates, `C` for concepts apart. Keys ascending;
 * of mentions with one hash the last counts.
 */
function storyKeys(
  { names, numbers, dates, published }: MentionKeys,
  concepts: ConceptVector,
): { keys: Uint32Array; weights: Uint8Array } {
  if (names.length + numbers.length + dates.length + concepts.ids.length === 0 && published === undefined) {
    return NO_KEYS;
  }
  // A key and the place of its mention in one number: sorting brings equal keys together, the last mention last.
  const most = names.length + numbers.length + dates.length + CONCEPT_KEYS + 1;
  if (most > found.length) {
    found = new Float64Array(2 * most);
    bits = new Float64Array(2 * most);
  }
  let count = 0;
  const add = (hash: number, weight: number): void => {
    if (count === MOST_MENTIONS) return;
    bits[count] = weight;
    found[count] = hash * MOST_MENTIONS + count;
    count++;
  };
  for (const { hash, bits: weight } of names) if (weight >= MIN_KEY_BITS) add(hash, weight);
  for (const number of numbers) {
    const weight = numberBits(number);
    if (weight >= MIN_KEY_BITS) add(hashString(`#${numberKey(number)}`, 0), weight);
  }
  for (const date of dates) {
    const weight = dateBits(date);
    if (weight >= MIN_KEY_BITS) add(hashString(`D${date.iso}`, 0), weight);
  }
  if (published !== undefined) add(hashString(`P${published}`, 0), PUBLISHED_BITS);
  for (const i of weightiest(concepts.weights, CONCEPT_KEYS)) {
    const weight = concepts.weights[i]! / WEIGHT_SCALE;
    if (weight >= MIN_KEY_BITS) add(conceptHash(concepts.ids[i]!), weight);
  }
  const sorted = found.subarray(0, count).sort();
  const keys = new Uint32Array(count);
  const weights = new Uint8Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    const key = Math.floor(sorted[i]! / MOST_MENTIONS);
    if (length === 0 || keys[length - 1] !== key) length++;
    keys[length - 1] = key;
    weights[length - 1] = Math.min(255, Math.round(4 * bits[sorted[i]! % MOST_MENTIONS]!));
  }
  return { keys: keys.slice(0, length), weights: weights.slice(0, length) };
}

/** Reused by every article. */
let found = new Float64Array(512);
let bits = new Float64Array(512);

/** By concept; 0 where it is not known yet. */
const CONCEPT_HASHES = new Uint32Array(MOST_CONCEPTS);

function conceptHash(id: number): number {
  if (CONCEPT_HASHES[id] === 0) CONCEPT_HASHES[id] = hashString(`C${id}`, 0);
  return CONCEPT_HASHES[id]!;
}

const NO_KEYS = { keys: new Uint32Array(0), weights: new Uint8Array(0) } as const;

/** Mentions that count; times 2^32 still exact in a double. More than two million are those of no article. */
const MOST_MENTIONS = 2 ** 21;

/** Positions of the greatest weights, ascending; of equal ones the first. */
function weightiest(weights: Uint8Array, most: number): readonly number[] {
  if (weights.length <= most) return Array.from(weights.keys());
  COUNTS.fill(0);
  for (let i = 0; i < weights.length; i++) COUNTS[weights[i]!]!++;
  // The lightest weight that is taken, and how many of it.
  let least = COUNTS.length - 1;
  let left = most;
  while (COUNTS[least]! < left) left -= COUNTS[least--]!;
  const found: number[] = [];
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! > least || (weights[i] === least && left-- > 0)) found.push(i);
  }
  return found;
}

const COUNTS = new Uint32Array(256);
