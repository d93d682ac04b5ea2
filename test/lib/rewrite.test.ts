import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCharacters, countInvisible, countLetters } from '../../src/lib/counts.ts';
import { normaliseText } from '../../src/lib/normalise.ts';
import { digestText } from '../../src/lib/normalised-digest.ts';
import { distinctCount, sortedUnique } from '../../src/lib/sorted-set.ts';
import { comparisonForm } from '../helpers/comparison-form.ts';

const character = fc.constantFrom(
  ...'ab \n\t’“«–…\u00a0\u00ad\u200b\ufeff\u0301\u2000é特हि😀'.match(/[\s\S]/gu)!,
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: character, maxLength: 200 }),
);

it('the comparison form is what its steps make, for any text', () => {
  fc.assert(
    fc.property(text, (input) => {
      expect(normaliseText(input)).toBe(comparisonForm(input));
    }),
    { numRuns: 2000 },
  );
});

it('code points are counted as strings iterate', () => {
  fc.assert(
    fc.property(text, (input) => {
      const paired = input.replace(/\p{Surrogate}/gu, '?');
      expect(countCharacters(paired)).toBe([...paired].length);
      expect(countLetters(paired)).toBe([...paired.replace(/\s+/g, '')].length);
    }),
  );
});

it('code points that nobody sees are counted apart', () => {
  expect(countInvisible('a\u200bb\u00ad\ufeff\u202e\ufe0f\u{e0041}\u{1f600}\u3000')).toBe(6);
  expect(countInvisible('nothing of the kind')).toBe(0);
  for (const text of ['a\u200bb', 'a\u200b\u{1f600}', 'e\u0301\u200b'])
    expect(digestText(text).characters).toBe([...text].length - 1);
});

it('distinct values are as many as a set has, 0 among them, also where all fall into one slot', () => {
  const value = fc.oneof(
    fc.nat(20),
    fc.nat(0xffffffff),
    fc.nat(0xffff).map((high) => (high << 16) >>> 0),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 600 }), (values) => {
      const all = Uint32Array.from(values);
      expect(distinctCount(all)).toBe(sortedUnique(all).length);
    }),
  );
});
