/** What is surveyed by hashes and filters is what counting every key and pair by itself gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrequentKeys } from '../../src/candidates/story/frequent.ts';
import {
  indexStories,
  type StoryRows,
  searchPartners,
  surveyStories,
} from '../../src/candidates/story/index.ts';
import { membersOf } from '../../src/candidates/story/story-index.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';

const MOST = 256;

/** Some keys of all rows, some of a story, some of hundreds of rows. */
function madeUpRows(seed: number): StoryRows {
  const random = mulberry(seed);
  const common = pick(random, [3, 8, 30]);
  const rows = Array.from({ length: between(random, 300, 900) }, () => {
    const keys = new Map<number, number>();
    const story = between(random, 0, 60);
    for (let i = between(random, 0, 9); i > 0; i--)
      keys.set(
        Math.imul(1000 + 10 * story + between(random, 0, 9), 0x9e3779b1) >>> 0,
        between(random, 8, 255),
      );
    for (let i = between(random, 0, common); i > 0; i--)
      keys.set(between(random, 0, common), between(random, 8, 160));
    return [...keys].sort((x, y) => x[0] - y[0]);
  });
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.length;
  });
  return {
    count: rows.length,
    offsets,
    keys: Uint32Array.from(rows.flatMap((row) => row.map(([key]) => key))),
    weights: Uint8Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
    languages: Uint16Array.from(rows, (_, i) => i % 3),
    textKeys: Uint32Array.from(rows, (_, i) => Math.imul(i + 1, 0x85ebca6b) >>> 0),
  };
}

const sorted = (values: Iterable<number>): number[] => [...values].sort((x, y) => x - y);

/** Keys that stand more often than may be followed. */
function frequentOf(keys: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > MOST));
}

function keysOf({ keys, offsets, weights }: Omit<StoryRows, 'languages' | 'textKeys'>, row: number) {
  const positions = Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, i) => offsets[row]! + i);
  return positions.map((i) => ({ key: keys[i]!, weight: weights[i]! }));
}

describe('the survey of story keys', () => {
  it.each(Array.from({ length: 10 }, (_, n) => n + 1))('is what counting finds, case %i', (seed) => {
    const rows = madeUpRows(seed);
    const survey = surveyStories(rows);
    const frequent = frequentOf(rows.keys);
    expect([...survey.frequent]).toEqual(sorted(frequent.keys()));
    const pairs: number[] = [];
    for (let row = 0; row < rows.count; row++) {
      const heavy = keysOf(rows, row)
        .filter(({ key }) => frequent.has(key))
        .sort((x, y) => y.weight - x.weight || x.key - y.key)
        .slice(0, 12);
      expect(keysOf(survey.heavy, row)).toEqual(heavy);
      heavy.forEach(({ key }, x) => {
        for (const { key: other } of heavy.slice(x + 1)) {
          const [first, second] = sorted([key, other]) as [number, number];
          pairs.push((Math.imul(first, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)) >>> 0);
        }
      });
      const total = keysOf(rows, row)
        .filter(({ key }) => !frequent.has(key))
        .reduce((sum, { weight }) => sum + weight, 0);
      const step = survey.totals[row]!;
      // The nearest step of the root of two.
      expect(Math.abs(Math.log2(Math.max(step, 0.1) / Math.max(total, 0.1)))).toBeLessThan(0.27);
    }
    const crowded = frequentOf(pairs);
    expect([...survey.crowded]).toEqual(sorted(crowded.keys()));
    expect(survey.capped).toBe([...crowded.values()].reduce((sum, count) => sum + count, 0));
  });

  it.each([1, 2, 3, 4, 5, 6])('lets some rows ask as they would among all, case %i', (seed) => {
    const rows = madeUpRows(seed);
    const survey = surveyStories(rows);
    const random = mulberry(seed);
    const asking = Uint32Array.from({ length: rows.count }, (_, row) => row).filter(() => random() < 0.05);
    const passes = (a: number, b: number) => (a * b) % 3 === 0;
    const among = searchPartners(indexStories(survey), asking, passes);
    expect(among.judged.length).toBeGreaterThan(0);
    expect(searchPartners(indexStories(survey, asking), asking, passes)).toEqual(among);
  });

  it('has other prints where a row is followed by other keys', () => {
    const rows = madeUpRows(3);
    const weights = rows.weights.slice();
    const before = surveyStories(rows).prints;
    const row = keysOf(rows, 5).length > 0 ? 5 : 6;
    weights[rows.offsets[row]!]! ^= 1;
    const after = surveyStories({ ...rows, weights }).prints;
    expect(after.subarray(2 * row, 2 * row + 2)).not.toEqual(before.subarray(2 * row, 2 * row + 2));
  });
});

describe('frequent keys', () => {
  it('are those that stand more often than the bound, however their hashes meet', () => {
    const key = fc.oneof(
      fc.nat(12),
      fc.nat(12).map((n) => (n << 27) >>> 0),
      fc.nat(0xffffffff),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 400 }), fc.integer({ min: 1, max: 9 }), (keys, most) => {
        const found = new FrequentKeys(keys.length, most);
        for (const one of keys) found.note(one);
        for (const one of keys) found.count(one);
        const counts = new Map<number, number>();
        for (const one of keys) counts.set(one, (counts.get(one) ?? 0) + 1);
        const expected = [...counts].filter(([, count]) => count > most);
        for (const [one, count] of counts) expect(found.frequency(one)).toBe(count > most ? count : 0);
        expect([...found.all().keys]).toEqual(sorted(expected.map(([one]) => one)));
        expect(found.all().total).toBe(expected.reduce((sum, [, count]) => sum + count, 0));
      }),
    );
  });
});

describe('members', () => {
  it('are told from all others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff)), fc.array(fc.nat(0xffffffff)), (members, others) => {
        const isMember = membersOf(Uint32Array.from(members));
        const set = new Set(members);
        for (const key of [...members, ...others]) expect(isMember(key)).toBe(set.has(key));
      }),
    );
  });
});
