import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCharacters, countLetters } from '../../src/lib/counts.ts';
import { normaliseText } from '../../src/lib/normalise.ts';
import { distinctCount, sortedUnique } from '../../src/lib/sorted-set.ts';

/** Step by step, as the comparison form is defined. */
function bySteps(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
}

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
      expect(normaliseText(input)).toBe(bySteps(input));
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

it('distinct values are as many as a set has, few or many, 0 among them', () => {
  const value = fc.oneof(fc.nat(20), fc.nat(0xffffffff));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6000 }), (values) => {
      expect(distinctCount(Uint32Array.from(values))).toBe(sortedUnique(Uint32Array.from(values)).length);
    }),
    { numRuns: 60 },
  );
});
