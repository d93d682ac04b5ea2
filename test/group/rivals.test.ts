import { describe, expect, it } from 'vitest';
import { UNTOLD } from '../../src/group/graph.ts';
import { refuseRivals } from '../../src/group/rivals.ts';
import type { Link, Relation } from '../../src/model/match.ts';

const LANGUAGES = ['en', 'de', 'de', 'fr', 'en', UNTOLD, UNTOLD];
const link = (a: number, b: number, score: number, relation: Relation = 'translation'): Link => ({
  a,
  b,
  relation,
  score,
  evidence: () => ({ names: [], numbers: [] }),
});
const kept = (links: readonly Link[], editions = ''): readonly string[] =>
  refuseRivals(
    links,
    (index) => LANGUAGES[index]!,
    (a, b) => editions === [a, b].sort().join('-'),
  ).map(({ a, b }) => `${a}-${b}`);

describe('one best version in each language', () => {
  const cases: readonly (readonly [name: string, links: readonly Link[], expected: readonly string[]])[] = [
    ['a far less sure link into the same language goes', [link(0, 1, 0.99), link(0, 2, 0.8)], ['0-1']],
    ['two sure ones stay: two translators', [link(0, 1, 0.99999), link(0, 2, 0.9995)], ['0-1', '0-2']],
    ['a sure one stays beside any surer', [link(0, 1, 1 - 1e-9), link(0, 2, 0.9999)], ['0-1', '0-2']],
    ['another language is no rival', [link(0, 1, 0.99), link(0, 3, 0.8)], ['0-1', '0-3']],
    ['the rival may stand on the other side', [link(0, 1, 0.8), link(1, 4, 0.995)], ['1-4']],
    ['near-duplicates are not judged', [link(0, 1, 0.99), link(0, 2, 0.6, 'near')], ['0-1', '0-2']],
    [
      'a near-duplicate of the best is no rival',
      [link(0, 1, 0.99), link(0, 2, 0.8), link(1, 2, 0.7, 'near')],
      ['0-1', '0-2', '1-2'],
    ],
    ['no rivals where nobody knows the languages', [link(0, 5, 0.999), link(0, 6, 0.96)], ['0-5', '0-6']],
    ['alone, an unsure link stays', [link(0, 1, 0.76)], ['0-1']],
    ['a certain one and a doubtful one', [link(0, 1, 1), link(0, 2, 0.86)], ['0-1']],
  ];
  for (const [name, links, expected] of cases) {
    it(name, () => {
      expect(kept(links)).toEqual(expected);
      expect([...kept([...links].reverse())].sort()).toEqual([...expected].sort());
    });
  }

  it('an edition of the best is no rival', () => {
    const links = [link(0, 1, 0.99), link(0, 2, 0.8)];
    expect(kept(links, '1-2')).toEqual(['0-1', '0-2']);
    expect(kept(links, '0-1')).toEqual(['0-1']);
  });

  it('of two that are equally sure the first article is the one that counts', () => {
    const links = [link(0, 1, 1), link(0, 2, 1), link(0, 3, 0.9)];
    const all = ['de', 'fr', 'fr', 'fr'];
    const found = (order: readonly Link[]): readonly number[] =>
      refuseRivals(
        order,
        (index) => all[index]!,
        (a, b) => a + b === 4,
      )
        .map(({ b }) => b)
        .sort();
    expect(found(links)).toEqual([1, 2, 3]);
    expect(found([...links].reverse())).toEqual([1, 2, 3]);
  });
});
