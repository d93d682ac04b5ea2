/** Counting blocks over the distinct articles of a source: the index says what a count over all pairs says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findRepeated,
  MAX_SAMPLED,
  type RepetitionColumns,
  threshold,
} from '../../src/candidates/repeated/index.ts';
import { leastGrowth } from '../helpers/growth.ts';

const BANDS = 64;

interface Row {
  readonly source: number;
  readonly text: number;
  readonly leads: readonly number[];
  readonly edges: readonly number[];
  readonly rest: readonly number[];
  /** Articles with the same number here share so many bands. */
  readonly wording: number;
  readonly sharedBands: number;
}

function columnsOf(rows: readonly Row[]): RepetitionColumns {
  const bands = rows.map((row, i) =>
    Uint32Array.from({ length: BANDS }, (_, band) =>
      band < row.sharedBands ? 7e6 + row.wording : 1e6 + i * BANDS + band,
    ),
  );
  return {
    count: rows.length,
    sourceKeys: Float64Array.from(rows, (row) => row.source),
    textHigh: Uint32Array.from(rows, (row) => row.text),
    textLow: Uint32Array.from(rows, (row) => row.text ^ 5),
    shingleCounts: Uint32Array.from(rows, () => 100),
    leadKeys: (index) => Uint32Array.from(rows[index]?.leads ?? []),
    edgeKeys: (index) => Uint32Array.from(rows[index]?.edges ?? []),
    pageKeys: (index) => Uint32Array.from(rows[index]?.rest ?? []),
    sketchRow: (index) => bands[index] ?? new Uint32Array(BANDS),
  };
}

type Counts = readonly (readonly [row: Row, key: number, articles: number])[];

function byIndex(rows: readonly Row[]): Counts {
  return [...findRepeated(columnsOf(rows))].flatMap(({ index, articles }) =>
    [...articles].map(([key, count]) => [rows[index] as Row, key, count] as const),
  );
}

/** All pairs, closed over chains; then sets of stories for each key. */
function byBruteForce(rows: readonly Row[]): Counts {
  const story = new Map(rows.map((row, i) => [row, i]));
  const isSame = (a: Row, b: Row): boolean => {
    if (a.text === b.text) return true;
    const shared = a.leads.filter((key) => b.leads.includes(key)).length;
    if (shared > 0 && 2 * shared >= Math.min(a.leads.length, b.leads.length)) return true;
    return a.wording === b.wording && Math.min(a.sharedBands, b.sharedBands) >= 3;
  };
  for (const a of rows) {
    for (const b of rows) {
      const [from, to] = [story.get(a), story.get(b)];
      if (a.source !== b.source || from === to || !isSame(a, b)) continue;
      for (const [row, number] of story) if (number === from) story.set(row, to ?? 0);
    }
  }
  return rows.flatMap((row) => {
    if (row.source === 0) return [];
    const same = rows.filter((other) => other.source === row.source);
    const least = threshold(new Set(same.map((other) => story.get(other))).size);
    return row.edges.flatMap((key) => {
      const having = same.filter((other) => other.edges.includes(key) || other.rest.includes(key));
      const count = new Set(having.map((other) => story.get(other))).size;
      return count >= least ? [[row, key, count] as const] : [];
    });
  });
}

const sorted = (counts: Counts): string[] =>
  counts.map(([row, key, count]) => `${JSON.stringify(row)} ${key} ${count}`).sort();

const keys = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: most });
const row: fc.Arbitrary<Row> = fc.record({
  source: fc.constantFrom(0, 11, 11, 11, 12),
  text: fc.integer({ min: 1, max: 40 }),
  leads: fc.uniqueArray(fc.integer({ min: 100, max: 160 }), { maxLength: 3 }),
  edges: keys(3),
  rest: keys(3),
  wording: fc.integer({ min: 0, max: 30 }),
  sharedBands: fc.integer({ min: 0, max: 6 }),
});
// Rows are told apart by identity: equal text means equal leads and wording.
const rows = fc.array(row, { maxLength: 28 }).map((list) =>
  list.map((own) => {
    const first = list.find((other) => other.text === own.text && other.source === own.source) ?? own;
    return { ...own, leads: first.leads, wording: first.wording, sharedBands: first.sharedBands };
  }),
);

describe('findRepeated', () => {
  it('counts what a count over all pairs counts', () => {
    let found = 0;
    fc.assert(
      fc.property(rows, (list) => {
        const counts = sorted(byBruteForce(list));
        found += counts.length;
        expect(sorted(byIndex(list))).toEqual(counts);
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('does not depend on the order, nor on articles of other sources', () => {
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), rows),
    );
    fc.assert(
      fc.property(shuffled, ([list, other, strangers]) => {
        const before = sorted(byIndex(list));
        const foreign = strangers.map((stranger) => ({
          ...stranger,
          source: stranger.source === 0 ? 0 : stranger.source + 100,
        }));
        const after = byIndex([...foreign.slice(0, 9), ...other, ...foreign.slice(9)]);
        expect(sorted(after.filter(([found]) => found.source < 100))).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [1, 2],
    [9, 2],
    [10, 3],
    [150, 3],
    [151, 4],
    [1000, 20],
  ])('of %i distinct articles %i must have a block', (stories, least) =>
    expect(threshold(stories)).toBe(least),
  );

  it('takes a reprint for one article, however often it was printed', () => {
    const own = (text: number, leads: readonly number[]): Row => ({
      source: 1,
      text,
      leads,
      edges: [5],
      rest: [],
      wording: text,
      sharedBands: 0,
    });
    const reprints = Array.from({ length: 40 }, (_, i) => own(i, [1, 2, 1000 + i]));
    expect(byIndex(reprints)).toEqual([]);
    expect(byIndex([...reprints, own(99, [7, 8, 9])]).map(([, , count]) => count)).toEqual(
      new Array(41).fill(2),
    );
  });

  it.each([
    [
      'all alike',
      (i: number): Row => ({
        source: 1,
        text: i,
        leads: [1, 2, 3],
        edges: [5, 6],
        rest: [7],
        wording: 1,
        sharedBands: 64,
      }),
    ],
    [
      'one shared lead',
      (i: number): Row => ({
        source: 1,
        text: i,
        leads: [1, 1e6 + 2 * i, 1e6 + 2 * i + 1],
        edges: [5, 6],
        rest: [7],
        wording: i,
        sharedBands: 2,
      }),
    ],
    [
      'bands in common',
      (i: number): Row => ({
        source: 1,
        text: i,
        leads: [i + 10],
        edges: [5, 6],
        rest: [7],
        wording: 1,
        sharedBands: 2,
      }),
    ],
  ])('grows no faster than the collection: %s', async (_, make) => {
    const find = (n: number) => {
      const columns = columnsOf(Array.from({ length: n }, (_, i) => make(i)));
      return () => {
        let count = 0;
        for (const { articles } of findRepeated(columns)) count += articles.size;
        expect(count).toBeGreaterThanOrEqual(0);
      };
    };
    const growth = await leastGrowth(find, { from: 1000, to: 8000, enough: 32, floor: 5 });
    expect(growth).toBeLessThanOrEqual(32);
  });
});

describe('a source of more articles than are counted', () => {
  const make = (i: number): Row => ({
    source: 1,
    text: Math.imul(i, 0x9e3779b1) >>> 0,
    leads: [1e6 + i],
    // A twentieth has one block, a hundredth another.
    edges: [...(i % 20 === 0 ? [5] : []), ...(i % 100 === 0 ? [6] : [])],
    rest: [],
    wording: i,
    sharedBands: 0,
  });
  const count = MAX_SAMPLED + 4000;
  const rows = Array.from({ length: count }, (_, i) => make(i));

  it('is told by a sample, and all its articles are cleaned by it', () => {
    const found = [...findRepeated(columnsOf(rows))];
    expect(found.length).toBe(Math.ceil(count / 20));
    for (const { articles } of found) {
      expect([...articles.keys()]).toEqual([5]);
      expect(articles.get(5)! / (MAX_SAMPLED / 20)).toBeGreaterThan(0.9);
      expect(articles.get(5)! / (MAX_SAMPLED / 20)).toBeLessThan(1.1);
    }
  }, 120_000);

  it('finds the same in whatever order its articles stand', () => {
    const [once, turned] = [rows, [...rows].reverse()].map((some) =>
      [...findRepeated(columnsOf(some))].map(({ articles }) => [...articles].join()).sort(),
    );
    expect(turned).toEqual(once);
  }, 120_000);
});
