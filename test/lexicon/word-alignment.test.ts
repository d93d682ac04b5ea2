/** Words and what they mean, from sentences that are known to say the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIGNMENT, alignWords } from '../../src/lexicon/scripts/word-alignment.mjs';

type Pair = { readonly f: readonly number[]; readonly e: readonly number[] };
type Found = ReadonlyMap<number, readonly (readonly [concept: number, strength: number])[]>;

/** Sentences in which key 100 + n stands for concept n, in another order. */
function sentences(lists: readonly (readonly number[])[]): readonly Pair[] {
  return lists.map((e) => ({ f: e.map((concept) => 100 + concept).reverse(), e }));
}

const align = (pairs: readonly Pair[]): Found => alignWords(pairs, ALIGNMENT);

describe('alignWords', () => {
  it('tells words apart that stand together in some sentences and alone in others', () => {
    const found = align(sentences([[1, 2], [1, 3], [2, 3], [1, 4], [2, 4], [3, 4], [1], [4]]));
    for (const concept of [1, 2, 3, 4]) expect(found.get(100 + concept)?.[0]?.[0]).toBe(concept);
  });

  it('a word of a dictionary decides what one sentence leaves open', () => {
    const open = sentences([[1, 2]]);
    const [first, second] = align(open).get(101) ?? [];
    expect(first?.[1]).toBeCloseTo(second?.[1] ?? 0, 5);
    const told = align([...open, { f: [101], e: [1] }]);
    expect(told.get(101)?.[0]?.[0]).toBe(1);
    expect(told.get(102)?.[0]?.[0]).toBe(2);
  });

  it('strengths are shares, best first, of concepts that the key has met', () => {
    const list = fc.array(fc.uniqueArray(fc.nat({ max: 12 }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(list, list, (left, right) => {
        const pairs = left.map((f, i) => ({
          f: f.map((key) => 100 + key),
          e: right[i % right.length] ?? [],
        }));
        for (const [key, entries] of align(pairs)) {
          expect(entries.length).toBeLessThanOrEqual(ALIGNMENT.most);
          expect(entries.map(([, strength]) => strength)).toEqual(
            entries.map(([, strength]) => strength).toSorted((a, b) => b - a),
          );
          for (const [concept, strength] of entries) {
            expect(strength).toBeGreaterThanOrEqual(ALIGNMENT.minStrength);
            expect(strength).toBeLessThanOrEqual(1);
            expect(pairs.some(({ f, e }) => f.includes(key) && e.includes(concept))).toBe(true);
          }
        }
      }),
    );
  });

  it('the order of the sentences makes no difference', () => {
    const pairs = sentences([
      [1, 2],
      [1, 3],
      [2, 3, 5],
      [1, 4],
      [4, 5],
    ]);
    const sorted = (found: Found) =>
      [...found]
        .sort(([a], [b]) => a - b)
        .map(([key, list]) => [key, list.map(([c, s]) => [c, s.toFixed(6)])]);
    expect(sorted(align(pairs.toReversed()))).toEqual(sorted(align(pairs)));
  });
});
