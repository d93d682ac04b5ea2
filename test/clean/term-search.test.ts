/** The search for terms finds what asking for each term finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTermSearch } from '../../src/clean/term-search.ts';
import { readUnits } from '../../src/lib/text-units.ts';

it('counts the terms that stand in a text, each once', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'я', '同'), minLength: 1, maxLength: 4 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'я', '同', ' '), maxLength: 20 });
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 8 }),
      text,
      fc.integer({ min: 1, max: 3 }),
      (terms, where, most) => {
        const search = createTermSearch(terms);
        const found = new Set(terms.filter((term) => where.includes(term))).size;
        expect(search.count(where, most)).toBe(Math.min(found, most));
        expect(search.isIn(where)).toBe(found > 0);
        expect(search.isInUnits(readUnits(`${where}ab`).units, where.length)).toBe(found > 0);
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
});
