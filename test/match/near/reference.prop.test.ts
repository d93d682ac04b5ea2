import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTokens } from '../../../src/match/near/alignment.ts';
import { findChanges } from '../../../src/match/near/changes.ts';
import { pairShingles } from '../../../src/match/near/paired.ts';
import { alignPassages } from '../../../src/match/near/passages.ts';
import { measureOverlap } from '../../../src/match/near/resemblance.ts';
import { type NearText, readNearText } from '../../../src/match/near/text.ts';
import { referenceChanges, referencePassages, referenceRuns } from './reference.ts';

/** Few words, so that windows repeat; words of all kinds, and what ends a sentence. */
const WORDS = [
  ...['rain', 'fell', 'over', 'the', 'town', 'Kassel', 'Rhine', 'Mayor', 'Élan', 'Ａ', 'Ωmega', 'İl'],
  ...['12', '3.5', '27 500', '٣', '雨', '風', '山', 'か\u3099', 'ไทย', '.', '!', '…', '。', '\n', '«', ','],
];
const words = (maxLength: number): fc.Arbitrary<readonly string[]> =>
  fc.array(
    fc.oneof(
      fc.constantFrom(...WORDS),
      fc.integer({ max: 60, min: 0 }).map((n) => `w${n}`),
    ),
    {
      maxLength,
    },
  );

/** A text, and the same after some cuts, insertions, moves and repetitions. */
const edited: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(
    words(160),
    fc.array(fc.tuple(fc.nat(160), fc.nat(12), words(12), fc.nat(160)), { maxLength: 8 }),
    fc.boolean(),
  )
  .map(([original, edits, isSwapped]) => {
    const text = [...original];
    for (const [at, cut, put, moved] of edits) {
      const taken = text.splice(at, cut, ...put);
      if (moved % 3 === 0) text.splice(moved, 0, ...taken);
      if (moved % 3 === 1) text.splice(moved, 0, ...text.slice(at, at + 12 + cut));
    }
    const both = [original.join(' '), text.join(' ')] as const;
    return isSwapped ? [both[1], both[0]] : both;
  });

const near = (text: string): NearText => readNearText(text);

const RUNS = { numRuns: 600 };

describe('on typed arrays and by definition alike', () => {
  const check = (name: string, compare: (a: NearText, b: NearText) => void): void => {
    it(name, () => {
      fc.assert(
        fc.property(edited, ([a, b]) => compare(near(a), near(b))),
        RUNS,
      );
    });
  };
  check('runs', (a, b) => {
    // A text too light for a window has one shingle all the same: of such a text nothing is aligned in a verdict.
    if (Math.min(a.shingles.length, b.shingles.length) < 2) return;
    expect(alignTokens(a.tokens, b.tokens, pairShingles(a.shingles, b.shingles))).toEqual(
      referenceRuns(a.tokens, b.tokens),
    );
  });
  check('changes', (a, b) => {
    if (Math.min(a.shingles.length, b.shingles.length) < 2) return;
    expect(findChanges(a, b, pairShingles(a.shingles, b.shingles))).toEqual(referenceChanges(a, b));
  });
  check('passages', (a, b) => {
    expect(alignPassages(a.tokens, b.tokens, pairShingles(a.shingles, b.shingles))).toEqual(
      referencePassages(a.tokens, b.tokens),
    );
  });
  check('overlap', (a, b) => {
    const [left, right] = [new Set(a.shingles), new Set(b.shingles)];
    const shared = [...left].filter((shingle) => right.has(shingle)).length;
    const overlap = measureOverlap(a.shingles, b.shingles);
    expect(overlap).toMatchObject({ shared, sizeA: left.size, sizeB: right.size });
    const union = left.size + right.size - shared;
    expect(overlap.resemblance).toBe(union === 0 ? 0 : shared / union);
    const smaller = Math.min(left.size, right.size);
    expect(overlap.containment).toBe(smaller === 0 ? 0 : shared / smaller);
  });
});

it.each([1, 2, 7, 8, 9, 10])('a window at %i places: the longest of the first eight is taken', (copies) => {
  const window = 'one two three four five six seven eight nine';
  const rest = 'and then what stands behind it in one place alone';
  const short = Array.from({ length: copies - 1 }, (_, i) => `${window} q${i}`);
  const [a, b] = [near(`${window} ${rest}`), near([...short, window, rest].join(' '))];
  const passages = alignPassages(a.tokens, b.tokens, pairShingles(a.shingles, b.shingles));
  expect(passages).toEqual(referencePassages(a.tokens, b.tokens));
  expect(passages[0]!.bStart === 0).toBe(copies === 1 || copies > 8);
});

it('texts made to be slow take linear time', () => {
  const count = 60_000;
  const repeated = near('buffalo '.repeat(count));
  const shifted = near(`x ${'buffalo '.repeat(count)} y`);
  const cycle = near(Array.from({ length: count }, (_, i) => `w${i % 7}`).join(' '));
  const reversed = near(Array.from({ length: count }, (_, i) => `w${(count - i) % 4000}`).join(' '));
  const forward = near(Array.from({ length: count }, (_, i) => `w${i % 4000}`).join(' '));
  for (const [a, b] of [
    [repeated, shifted],
    [cycle, repeated],
    [forward, reversed],
    [forward, forward],
  ] as const) {
    const pair = pairShingles(a.shingles, b.shingles);
    findChanges(a, b, pair);
    alignPassages(a.tokens, b.tokens, pair);
  }
});
