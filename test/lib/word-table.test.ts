import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Vocabulary } from '../../src/features/names/vocabulary.ts';
import { WordTable } from '../../src/lib/word-table.ts';

const unitsOf = (word: string): Uint16Array => Uint16Array.from(word, (_, i) => word.charCodeAt(i));
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'Ā', '特', 'σ'), minLength: 1, maxLength: 6 });

it('numbers each word once, in the order of the first, whatever else is in the table', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 3000 }), (words) => {
      const table = new WordTable();
      const numbers = new Map<string, number>();
      for (const each of words) {
        const known = numbers.get(each);
        expect(table.find(unitsOf(each), 0, each.length)).toBe(known ?? -1);
        const number = table.add(unitsOf(each), 0, each.length);
        expect(number).toBe(known ?? numbers.size);
        numbers.set(each, number);
      }
      for (const [each, number] of numbers) {
        expect(table.find(unitsOf(`xx${each}xx`), 2, 2 + each.length)).toBe(number);
        expect(String.fromCharCode(...table.unitsOf(number))).toBe(each);
      }
    }),
    { numRuns: 40 },
  );
});

it('knows the lower case of every unit, alone and beside others', () => {
  const vocabulary = new Vocabulary('en');
  for (let unit = 1; unit < 0x10000; unit++) {
    for (const each of [String.fromCharCode(unit), `A${String.fromCharCode(unit)}b`]) {
      const units = new Uint16Array(each.length);
      for (let i = 0; i < each.length; i++) units[i] = each.charCodeAt(i);
      const number = vocabulary.words.add(units, 0, units.length);
      const lower = vocabulary.words.unitsOf(vocabulary.lowerOf(number, units, 0, units.length));
      if (String.fromCharCode(...lower) !== each.toLowerCase()) expect.fail(`U+${unit.toString(16)}`);
    }
  }
});
