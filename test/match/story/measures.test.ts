import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRIEF, brevityOf, type Measure, measure, valueIn } from '../../../src/match/story/measures.ts';
import { FACT } from '../../../src/model/features.ts';
import { type FactEntry, sidesOf } from './table.ts';

function valuesOf(a: readonly FactEntry[], b: readonly FactEntry[], isAcross = true) {
  const { values } = measure({ sides: sidesOf({ facts: a }, { facts: b }), a: 0, b: 1, isAcross });
  return (name: Measure) => valueIn(values, name);
}

/** Numbers of five bits each, by their keys. */
function numbers(...keys: readonly number[]): readonly FactEntry[] {
  return keys.map((key) => [key, 20, 0, FACT.number] as const);
}

const DAY: FactEntry = [100, 16, 0, FACT.date];
const NEXT_DAY: FactEntry = [101, 16, 0, FACT.date];

const AGAINST: readonly {
  readonly name: string;
  readonly a: readonly FactEntry[];
  readonly b: readonly FactEntry[];
  readonly bits: number;
}[] = [
  {
    name: 'a mould filled with other numbers: two in five should agree',
    a: numbers(1, 2),
    b: numbers(5, 6),
    bits: 4,
  },
  {
    name: 'six bits at most, however many numbers disagree',
    a: numbers(1, 2, 3, 4),
    b: numbers(5, 6, 7, 8),
    bits: 6,
  },
  { name: 'half of the numbers agree: nothing', a: numbers(1, 2, 3, 4), b: numbers(1, 2, 7, 8), bits: 0 },
  { name: 'one of four agrees', a: numbers(1, 2, 3, 4), b: numbers(1, 6, 7, 8), bits: 3 },
  { name: 'one side gives no numbers, as a text cut short', a: numbers(1, 2, 3, 4), b: [], bits: 0 },
  {
    name: 'what only the longer side gives does not count',
    a: numbers(1),
    b: numbers(1, 2, 3, 4, 5, 6),
    bits: 0,
  },
  { name: 'two days', a: [DAY], b: [NEXT_DAY], bits: 1.6 },
  {
    name: 'numbers that agree make up for days that do not',
    a: [...numbers(1), DAY],
    b: [...numbers(1), NEXT_DAY],
    bits: 0,
  },
];

describe('numbers and dates that should agree and do not', () => {
  it.each(AGAINST)('$name', ({ a, b, bits }) => {
    expect(valuesOf(a, b)('factsAgainst')).toBeCloseTo(bits, 9);
    expect(valuesOf(b, a)('factsAgainst')).toBeCloseTo(bits, 9);
  });

  it('never grow by a number that both sides give', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const before = valuesOf(numbers(...a), numbers(...b))('factsAgainst');
        const after = valuesOf(numbers(...a, 99), numbers(...b, 99))('factsAgainst');
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('measures of events', () => {
  it('tell one language from two', () => {
    expect(valuesOf([], [], false)('oneLanguage')).toBe(1);
    expect(valuesOf([], [], true)('oneLanguage')).toBe(0);
  });

  it('know the weightiest name that is shared, in bits', () => {
    const a: readonly FactEntry[] = [
      [1, 12, 0, FACT.name],
      [2, 30, 0, FACT.name],
      [3, 60, 0, FACT.name],
    ];
    const b: readonly FactEntry[] = [
      [1, 12, 0, FACT.name],
      [2, 28, 0, FACT.name],
      [4, 60, 0, FACT.name],
    ];
    expect(valuesOf(a, b)('nameStrongest')).toBe(7);
  });

  it.each([
    ['three days and less are news', 103, 0],
    ['twice the days of news', 106, 1],
    ['eight times as many, the other way', 76, 3],
    ['an unknown day', Number.NaN, 0],
  ])('count the days beyond those of news: %s', (_, published, doublings) => {
    const sides = sidesOf({ published: 100 }, { published });
    const { values } = measure({ sides, a: 0, b: 1, isAcross: true });
    expect(valueIn(values, 'daysBeyond')).toBe(doublings);
  });

  it.each([
    ['one day, and nothing else in common', [], 100, 0],
    ['one day, and a number of two bits', [[1, 8, 0, FACT.number]], 100, 2],
    ['one day, and a number of five bits', numbers(1), 100, 4.5],
    ['one day, which both texts name', [DAY], 100, 0],
    ['a day apart', numbers(1), 101, 0],
    ['weeks apart, with nothing in common', [], 160, -2],
  ] as const)(
    'let the day of publication add no more than the facts say: %s',
    (_, facts, published, odds) => {
      const sides = sidesOf({ facts, published: 100 }, { facts, published });
      const { values } = measure({ sides, a: 0, b: 1, isAcross: true });
      expect(valueIn(values, 'published')).toBeCloseTo(odds, 9);
    },
  );

  it('let it add half of what subjects in place say', () => {
    const concepts = [
      [1, 80, 10],
      [2, 80, 120],
    ] as const;
    const said = (published: number) => {
      const sides = sidesOf({ concepts, published }, { concepts, published });
      const pair = { sides, a: 0, b: 1, isAcross: true };
      return [
        valueIn(measure(pair).values, 'published'),
        valueIn(measure(pair).values, 'placeBits'),
      ] as const;
    };
    const [odds, logBits] = said(100);
    expect(odds).toBeGreaterThan(0);
    expect(odds).toBeCloseTo((2 ** logBits - 1) / 2, 9);
  });

  it('know the bits of dates that each side has and the other has not', () => {
    expect(valuesOf([DAY], [NEXT_DAY])('dateConflict')).toBeCloseTo(Math.log2(5), 9);
    expect(valuesOf([DAY], [DAY, NEXT_DAY])('dateConflict')).toBe(0);
  });
});

describe('how brief a text is', () => {
  it.each([
    { letters: 0, brevity: 1 },
    { letters: 300, brevity: 1 },
    { letters: 400, brevity: 0.75 },
    { letters: 500, brevity: 0.5 },
    { letters: BRIEF, brevity: 0 },
    { letters: 9_000, brevity: 0 },
  ])('$letters letters: $brevity', ({ letters, brevity }) => {
    expect(brevityOf(letters)).toBe(brevity);
  });

  it('adds up exactly, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1_000, noNaN: true })), (texts) => {
        const sum = (list: readonly number[]) => list.reduce((all, letters) => all + brevityOf(letters), 0);
        expect(sum([...texts].reverse())).toBe(sum(texts));
      }),
    );
  });
});
