/** Lines with the same text, beside a map by text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCopies } from '../../src/clean/copies.ts';
import { pageOf } from './score/page.ts';

it('finds the first of equal lines, whatever they have in common with others', () => {
  // Same length and same ends, another middle: told apart all the same.
  const line = fc
    .tuple(fc.constantFrom('a', 'b', 'ä', '日'), fc.integer({ min: 0, max: 2 }))
    .map(([letter, n]) => `The council of the island ${letter.repeat(n)} has closed the old pier.`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (texts) => {
      const { lines, units } = pageOf(...texts);
      const first = lines.map(({ text }) => lines.findIndex((other) => other.text === text));
      expect([...findCopies({ lines, units })]).toEqual(first);
    }),
    { seed: 17, numRuns: 300 },
  );
});
