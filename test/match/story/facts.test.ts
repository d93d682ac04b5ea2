import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/features/facts.ts';
import { findNameKeys } from '../../../src/features/names/index.ts';
import { compareFacts } from '../../../src/match/story/facts.ts';
import { FACT } from '../../../src/model/features.ts';
import { type FactEntry, sidesOf } from './table.ts';

function figures(a: readonly FactEntry[], b: readonly FactEntry[]) {
  const { nameWeight, nameWeightOfA, nameWeightOfB, numberWeight, dateWeight } = compareFacts(
    sidesOf({ facts: a }, { facts: b }),
    0,
    1,
  );
  return { nameWeight, nameWeightOfA, nameWeightOfB, numberWeight, dateWeight };
}

const NOTHING = { nameWeight: 0, nameWeightOfA: 0, nameWeightOfB: 0, numberWeight: 0, dateWeight: 0 };

const PAIRS: readonly {
  readonly name: string;
  readonly a: FactEntry;
  readonly b: FactEntry;
  readonly shared: Partial<typeof NOTHING>;
}[] = [
  {
    name: 'names on both sides',
    a: [7, 20, 0, FACT.name],
    b: [7, 24, 9, FACT.name],
    shared: { nameWeight: 20, nameWeightOfA: 20, nameWeightOfB: 24 },
  },
  {
    name: 'a name and a word that may be one',
    a: [7, 20, 0, FACT.name],
    b: [7, 16, 9, FACT.word],
    shared: { nameWeight: 16, nameWeightOfA: 20 },
  },
  {
    name: 'equal numbers',
    a: [7, 20, 0, FACT.number],
    b: [7, 20, 0, FACT.number],
    shared: { numberWeight: 20 },
  },
  {
    name: 'a number without the unit of the other side: half',
    a: [7, 20, 0, FACT.number],
    b: [7, 24, 0, FACT.amount],
    shared: { numberWeight: 10 },
  },
  {
    name: 'values of two different units: nothing',
    a: [7, 20, 0, FACT.amount],
    b: [7, 20, 0, FACT.amount],
    shared: {},
  },
  {
    name: 'a day without a year and a whole date',
    a: [7, 16, 0, FACT.date],
    b: [7, 20, 0, FACT.day],
    shared: { dateWeight: 16 },
  },
  {
    name: 'the same day of different years: nothing',
    a: [7, 20, 0, FACT.day],
    b: [7, 20, 0, FACT.day],
    shared: {},
  },
  {
    name: 'different keys: nothing',
    a: [7, 20, 0, FACT.name],
    b: [8, 20, 0, FACT.name],
    shared: {},
  },
];

describe('shared facts', () => {
  for (const { name, a, b, shared } of PAIRS) {
    it(name, () => {
      expect(figures([a], [b])).toEqual({ ...NOTHING, ...shared });
      expect(figures([b], [a]).nameWeightOfB).toBe(shared.nameWeightOfA ?? 0);
    });
  }

  it('are those that brute force finds', () => {
    const entries = fc.array(
      fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 60 }), fc.nat(255), fc.constant(FACT.name)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(entries, entries, (left, right) => {
        const b = new Map(right.map(([key, weight]) => [key, weight]));
        let expected = 0;
        for (const [key, weight] of new Map(left.map(([key, weight]) => [key, weight]))) {
          const other = b.get(key);
          if (other !== undefined) expected += Math.min(weight, other);
        }
        expect(figures(left, right).nameWeight).toBe(expected);
      }),
    );
  });
});

describe('the row of an article', () => {
  const names = findNameKeys('', 'en');
  const number = { text: '5 %', value: 5, kind: 'percent', unit: '%', start: 40 } as const;
  const bare = { text: '5', value: 5, kind: 'plain', start: 80 } as const;
  const date = { text: '28 October 2025', iso: '2025-10-28', start: 20 } as const;

  it('is sorted by key, each key once', () => {
    const row = factsOf({ names, numbers: [number, bare, number], dates: [date, date] }, 100);
    expect([...row.keys]).toEqual([...new Set(row.keys)].sort((x, y) => x - y));
    // 5 %, 5 (a number of its own, not the amount of 5 %), the date and its day.
    expect([...row.kinds].sort()).toEqual([FACT.number, FACT.number, FACT.date, FACT.day]);
  });

  it('tells the place of the first mention', () => {
    const row = factsOf({ names, numbers: [bare, { ...bare, start: 95 }], dates: [] }, 100);
    expect([...row.places]).toEqual([Math.floor((256 * 80) / 100)]);
  });
});
