/**
 * The index in which partners of a story are found: rare keys, and pairs of keys that are frequent alone (two ministers
 * and a sum are rare together). Of all articles, or of those keys alone by which some of them ask. Owns the postings; must
 * not say what is followed (`survey.ts`), rank or decide. Linear in the keys.
 */
import { Uint8Column, Uint32Column } from '../../lib/growable.ts';
import { KeyFilter } from '../../lib/key-filter.ts';
import { Numbering } from '../../lib/numbering.ts';
import { buildPostings, type Postings } from './postings.ts';
import { eachPair, type StoryRows, type StorySurvey, surveyStories, type WeighedRows } from './survey.ts';

/** Rows of keys that are followed and where each of these stands. */
export interface IndexPart {
  readonly rows: WeighedRows;
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

/** Calls `see` with each key that is followed, row by row. */
interface FollowedKeys {
  readonly count: number;
  readonly each: (see: (row: number, key: number, weight: number) => void) => void;
}

function singleKeys({ rows, frequent }: StorySurvey): FollowedKeys {
  const { count, offsets, keys, weights } = rows;
  const isFrequent = membersOf(frequent);
  return {
    count,
    each: (see) => {
      for (let row = 0; row < count; row++) {
        for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
          const key = keys[i]!;
          if (!isFrequent(key)) see(row, key, weights[i]!);
        }
      }
    },
  };
}

function pairKeys({ heavy, crowded }: StorySurvey): FollowedKeys {
  const isCrowded = membersOf(crowded);
  return {
    count: heavy.count,
    each: (see) => {
      eachPair(heavy, (row, key, weight) => {
        if (!isCrowded(key)) see(row, key, weight);
      });
    },
  };
}

function partOf({ count, each }: FollowedKeys, asking: Uint32Array | undefined): IndexPart {
  const isWanted = asking === undefined ? () => true : membersOf(keysOf({ count, each }, asking));
  const [offsets, keys, weights] = [new Uint32Array(count + 1), new Uint32Column(), new Uint8Column()];
  each((row, key, weight) => {
    if (!isWanted(key)) return;
    keys.push(key);
    weights.push(weight);
    offsets[row + 1]!++;
  });
  for (let row = 0; row < count; row++) offsets[row + 1]! += offsets[row]!;
  const rows = { count, offsets, keys: keys.view(), weights: weights.view() };
  return { rows, postings: buildPostings(rows) };
}

/** The keys of some rows. */
function keysOf({ count, each }: FollowedKeys, asking: Uint32Array): Uint32Array {
  const isAsking = new Uint8Array(count);
  for (const row of asking) isAsking[row] = 1;
  const keys = new Uint32Column();
  each((row, key) => {
    if (isAsking[row] === 1) keys.push(key);
  });
  return keys.view();
}

/** Whether a key is one of some: most that are not are told by one bit. */
export function membersOf(members: Uint32Array): (key: number) => boolean {
  const numbering = new Numbering();
  numbering.clear(Math.max(1, members.length));
  numbering.add(members, 0, members.length, new Int32Array(members.length));
  const filter = new KeyFilter(members.length);
  for (const key of members) filter.add(key);
  return (key) => filter.mayHave(key) && numbering.find(key) !== -1;
}
