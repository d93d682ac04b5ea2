/**
 * The index in which partners of a story are found: rare keys, and pairs of keys that are frequent alone (two ministers
 * and a sum are rare together). Of all articles, or of those keys alone by which some of them ask. Owns the postings; must
 * not say what is followed (`survey.ts`), rank or decide. Linear in the keys.
 */
import { Uint8Column, Uint32Column } from '../../lib/growable.ts';
import { KeyFilter } from '../../lib/key-filter.ts';
import { buildPostings, KeyNumbers, type NumberedRows, type Postings } from './postings.ts';
import { eachPair, type StoryRows, type StorySurvey, surveyStories } from './survey.ts';

/** Rows of keys that are followed and where each of these stands. */
export interface IndexPart {
  /** Weights in quarter bits, parallel to `numbers`. */
  readonly rows: NumberedRows & { readonly weights: Uint8Array };
  readonly postings: Postings;
}

/** What partners are found by: only read once it is built. */
export interface StoryIndex {
  readonly count: number;
  /** Single keys, then pairs of frequent ones; of rows that do not ask, only the keys that one that asks has, too. */
  readonly parts: readonly [single: IndexPart, pairs: IndexPart];
  /** Of the survey, by row. */
  readonly totals: Uint32Array;
  readonly languages: Uint16Array;
  readonly textKeys: Uint32Array;
  readonly isByEvent: boolean;
}

/** The index of some rows, in which each may ask. */
export function buildStoryIndex(rows: StoryRows): StoryIndex {
  return indexStories(surveyStories(rows));
}

/** The index in which some rows, or all, may ask for partners among all. */
export function indexStories(survey: StorySurvey, asking?: Uint32Array): StoryIndex {
  const { rows, totals } = survey;
  return {
    count: rows.count,
    parts: [partOf(singleKeys(survey), asking), partOf(pairKeys(survey), asking)],
    totals,
    languages: rows.languages,
    textKeys: rows.textKeys,
    isByEvent: rows.isByEvent === true,
  };
}

/** The keys of all rows, and which of them are followed. */
interface KeysOfRows {
  readonly count: number;
  readonly each: (see: (row: number, key: number, weight: number) => void) => void;
  readonly isFollowed: (key: number) => boolean;
}

function singleKeys({ rows, frequent }: StorySurvey): KeysOfRows {
  const { count, offsets, keys, weights } = rows;
  const isFrequent = membersOf(frequent);
  return {
    count,
    each: (see) => {
      for (let row = 0; row < count; row++) {
        for (let i = offsets[row]!; i < offsets[row + 1]!; i++) see(row, keys[i]!, weights[i]!);
      }
    },
    isFollowed: (key) => !isFrequent(key),
  };
}

function pairKeys({ heavy, crowded }: StorySurvey): KeysOfRows {
  const isCrowded = membersOf(crowded);
  return { count: heavy.count, each: (see) => eachPair(heavy, see), isFollowed: (key) => !isCrowded(key) };
}

function partOf(source: KeysOfRows, asking: Uint32Array | undefined): IndexPart {
  const { count, each, isFollowed } = source;
  const known = asking === undefined ? new KeyNumbers() : keysAsked(source, asking);
  const numberOf =
    asking === undefined ? (key: number) => (isFollowed(key) ? known.add(key) : -1) : finder(known);
  const [offsets, numbers, weights] = [new Uint32Array(count + 1), new Uint32Column(), new Uint8Column()];
  each((row, key, weight) => {
    const number = numberOf(key);
    if (number === -1) return;
    numbers.push(number);
    weights.push(weight);
    offsets[row + 1]!++;
  });
  for (let row = 0; row < count; row++) offsets[row + 1]! += offsets[row]!;
  const rows = { count, offsets, numbers: numbers.view(), weights: weights.view() };
  return { rows, postings: buildPostings(rows, known.size) };
}

/** Numbers for the keys by which some rows are followed. */
function keysAsked({ count, each, isFollowed }: KeysOfRows, asking: Uint32Array): KeyNumbers {
  const isAsking = new Uint8Array(count);
  for (const row of asking) isAsking[row] = 1;
  const known = new KeyNumbers();
  each((row, key) => {
    if (isAsking[row] === 1 && isFollowed(key)) known.add(key);
  });
  return known;
}

/** The number of a key, or -1: of most that have none it is told by one bit. */
function finder(known: KeyNumbers): (key: number) => number {
  const filter = new KeyFilter(known.size);
  for (const key of known.keys) filter.add(key);
  return (key) => (filter.mayHave(key) ? known.find(key) : -1);
}

/** Whether a key is one of some. */
export function membersOf(members: Uint32Array): (key: number) => boolean {
  const known = new KeyNumbers();
  for (const key of members) known.add(key);
  const find = finder(known);
  return (key) => find(key) !== -1;
}
