import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StoryRows, storyCandidates } from '../../src/candidates/story/index.ts';
import { PATIENCE } from '../../src/candidates/story/partners.ts';

type Row = readonly (readonly [key: number, weight: number])[];

function rowsOf(
  rows: readonly Row[],
  languages: readonly number[],
  isByEvent = false,
  textKeys: readonly number[] = [...rows.keys()],
): StoryRows {
  const sorted = rows.map((row) => [...new Map(row)].sort((x, y) => x[0] - y[0]));
  const offsets = new Uint32Array(rows.length + 1);
  sorted.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.length;
  });
  return {
    count: rows.length,
    offsets,
    keys: Uint32Array.from(sorted.flatMap((row) => row.map(([key]) => key))),
    weights: Uint8Array.from(sorted.flatMap((row) => row.map(([, weight]) => weight))),
    languages: Uint16Array.from(languages),
    textKeys: Uint32Array.from(textKeys),
    isByEvent,
  };
}

const pairsOf = (rows: StoryRows, judge: (a: number, b: number) => boolean): readonly string[] => {
  const { a, b } = storyCandidates(rows, judge).value;
  return Array.from(a, (one, i) => `${one}-${b[i]}`);
};
const everything = () => true;

/** A row of `count` keys of one weight, from a number on. */
const keysFrom = (from: number, count: number, weight = 40): Row =>
  Array.from({ length: count }, (_, i) => [from + i, weight] as const);

describe('story candidates', () => {
  it('are those that brute force finds, while no key is frequent', () => {
    const row = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 8, max: 60 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (list) => {
        const rows = list.map((entries): Row => [...new Map(entries)]);
        // In steps of the root of 2.
        const total = (one: Row): number => {
          const sum = one.reduce((all, [, weight]) => all + weight, 0);
          return sum === 0 ? 0 : Math.round(2 ** (Math.round(2 * Math.log2(sum)) / 2));
        };
        const expected: string[] = [];
        rows.forEach((a, i) => {
          rows.slice(i + 1).forEach((b, j) => {
            const [inA, inB] = [new Map(a), new Map(b)];
            // Each side proposes by its own weights.
            const bits = [a, b].map((own, side) =>
              own
                .filter(([key]) => (side === 0 ? inB : inA).has(key))
                .reduce((sum, [, weight]) => sum + weight, 0),
            );
            const less = Math.min(total(a), total(b));
            const needed = Math.max(12, 0.08 * less, Math.min(40, 0.1 * less));
            if (Math.max(...bits) >= needed) expected.push(`${i}-${i + j + 1}`);
          });
        });
        const found = pairsOf(
          rowsOf(
            rows,
            rows.map((_, i) => i),
          ),
          everything,
        );
        expect([...found].sort()).toEqual(expected.sort());
      }),
    );
  });

  it('are asked best first, until so many in a row fail', () => {
    // Partner n shares 45 - n keys of 55 with the first.
    const partners = Array.from({ length: PATIENCE + 6 }, (_, n) => [
      ...keysFrom(0, 45 - n),
      ...keysFrom(1000 * (n + 1), 10 + n),
    ]);
    const rows = rowsOf([keysFrom(0, 55), ...partners], [0, ...partners.map((_, n) => n + 1)]);
    const asked: number[] = [];
    pairsOf(rows, (a, b) => {
      if (a === 0) asked.push(b);
      return false;
    });
    expect(asked).toEqual(Array.from({ length: PATIENCE }, (_, n) => n + 1));
  });

  it('go on while some pass', () => {
    const partners = Array.from({ length: 60 }, () => keysFrom(0, 20));
    const rows = rowsOf([keysFrom(0, 20), ...partners], [0, ...partners.map((_, n) => n + 1)]);
    const ofFirst = pairsOf(rows, everything).filter((pair) => pair.startsWith('0-'));
    // The others propose the first as well.
    expect(ofFirst.length).toBeGreaterThanOrEqual(48);
  });

  it('in one language are few, but for events', () => {
    const list = Array.from({ length: 12 }, () => keysFrom(0, 20));
    const languages = list.map(() => 0);
    const most = (isByEvent: boolean): number =>
      pairsOf(rowsOf(list, languages, isByEvent), everything).length;
    expect(most(false)).toBeLessThan(66);
    expect(most(true)).toBe(66);
  });

  it('of articles whose keys are all frequent come from pairs of keys', () => {
    // 600 articles have three names; two of them share two more frequent ones.
    const list = Array.from(
      { length: 600 },
      (_, i): Row => [
        [1, 40],
        [2, 40],
        ...(i === 17 || i === 400 ? ([[3, 40]] as const) : []),
        ...(i % 2 === 1 || i === 400 ? ([[4, 40]] as const) : []),
        ...keysFrom(10_000 + 100 * i, 3),
      ],
    );
    const rows = rowsOf(
      list,
      list.map((_, i) => i % 7),
    );
    expect(pairsOf(rows, everything)).toContain('17-400');
  });
});

it('of partners that share as much, those are asked that a key of their texts puts first, whatever their places', () => {
  const rows: readonly Row[] = Array.from({ length: 20 }, (_, i) => [
    [1, 60],
    [2, 60],
    [3, 60],
    [100 + i, 40],
  ]);
  const keys = rows.map((_, i) => (i * 0x9e3779b1) >>> 0);
  const inOrder = (order: readonly number[]): readonly string[] => {
    const { a, b } = storyCandidates(
      rowsOf(
        order.map((i) => rows[i]!),
        order.map(() => 1),
        false,
        order.map((i) => keys[i]!),
      ),
      () => true,
    ).value;
    return Array.from(a, (first, i) => [order[first]!, order[b[i]!]!].sort((x, y) => x - y).join('-')).sort();
  };
  const forward = inOrder([...rows.keys()]);
  expect(forward.length).toBeLessThan((20 * 19) / 2);
  expect(inOrder([...rows.keys()].reverse())).toEqual(forward);
});
