import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCharacters, countLetters } from '../../src/lib/counts.ts';
import { normaliseText } from '../../src/lib/normalise.ts';
import { distinctUpTo, sortedUnique } from '../../src/lib/sorted-set.ts';
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

it('distinct values are as many as a set has, up to the most that is asked for, 0 among them', () => {
  const value = fc.oneof(fc.nat(20), fc.nat(0xffffffff));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: 1, max: 30 }), (values, most) => {
      const all = Uint32Array.from(values);
      expect(distinctUpTo(all, most)).toBe(Math.min(most, sortedUnique(all).length));
    }),
  );
});
