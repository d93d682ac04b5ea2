import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Evidence, Link } from '../../src/model/match.ts';
import { LinkFile, packLinks } from '../../src/state/packed-links.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    names: fc.array(fc.record({ a: words, b: words, key: words, weight: unit }), { maxLength: 3 }),
    numbers: fc.array(fc.record({ value: unit, a: words, b: words, weight: unit }), { maxLength: 3 }),
    passages: fc.array(fc.record({ aStart: fc.nat(), aEnd: fc.nat(), bStart: fc.nat(), bEnd: fc.nat() }), {
      maxLength: 3,
    }),
    resemblance: unit,
    against: fc.array(words, { maxLength: 2 }),
  },
  { requiredKeys: ['names', 'numbers'] },
);

const link = fc.record(
  {
    a: fc.nat(0xffffffff),
    b: fc.nat(0xffffffff),
    relation: fc.constantFrom('copy', 'near', 'contained', 'translation', 'related'),
    inner: fc.constantFrom('a', 'b'),
    reason: fc.constant('update'),
    score: unit,
    evidence: evidence.map((found) => () => found),
  },
  { requiredKeys: ['a', 'b', 'relation', 'score', 'evidence'] },
) as fc.Arbitrary<Link>;

const plain = (one: Link): object => ({ ...one, evidence: one.evidence() });

it('gives back every link with its evidence, pack after pack, in any order and more than once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(link, { maxLength: 6 }), { maxLength: 4 }), (packs) => {
      const file = new LinkFile();
      try {
        const kept = packs.flatMap((links) => file.put(packLinks(links)));
        const expected = packs.flat().map(plain);
        expect([...kept].reverse().map(plain)).toEqual([...expected].reverse());
        expect(kept.map(plain)).toEqual(expected);
      } finally {
        file.close();
      }
    }),
    { numRuns: 60 },
  );
});
