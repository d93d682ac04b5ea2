import { describe, expect, it } from 'vitest';
import { refuseDigests } from '../../src/group/digests.ts';
import { groupLinks } from '../../src/group/index.ts';
import type { Link, Relation } from '../../src/model/match.ts';
import { type GroupCase, identity, link, run } from './build.ts';

/** Groups as strings of member names; the first article is `a`. */
function names(input: GroupCase): readonly string[] {
  return run(input).map((group) =>
    group.members.map((member) => String.fromCharCode(97 + member.index)).join(''),
  );
}

describe('membership', () => {
  const check = (name: string, input: GroupCase, expected: readonly string[]): void => {
    it(name, () => expect(names(input)).toEqual(expected));
  };
  check('nothing', { count: 0, links: [] }, []);
  check('articles without links', { count: 3, links: [] }, []);
  check('a pair', { count: 3, links: ['ac'] }, ['ac']);
  check('copies alone', { count: 4, links: [], copies: [0, 1, 1, 3] }, ['bc']);
  check('all identical', { count: 4, links: [], copies: [0, 0, 0, 0] }, ['abcd']);
  check('links between copies of two texts', { count: 4, links: ['ac'], copies: [0, 0, 2, 2] }, ['abcd']);
  check('a triangle', { count: 3, links: ['ab', 'bc', 'ac'] }, ['abc']);
  check('a path of three through its canonical', { count: 3, links: ['ab', 'bc'], sizes: [1, 9, 1] }, [
    'abc',
  ]);
  check(
    'a path of three with its canonical at the end: the far end has no support',
    { count: 3, links: ['ab', 'bc'], sizes: [9, 1, 1] },
    ['ab'],
  );
  check(
    'copies do not support: they are one text',
    { count: 4, links: ['ab', 'bd'], copies: [0, 1, 1, 3], sizes: [9, 1, 1, 1] },
    ['abc'],
  );
  check('a member with two supporters', { count: 4, links: ['ab', 'ac', 'bd', 'cd'], sizes: [9, 1, 1, 1] }, [
    'abcd',
  ]);
  check(
    'two triangles on one bridge',
    { count: 6, links: ['ab', 'bc', 'ac', 'cd', 'de', 'ef', 'df'], sizes: [1, 1, 9, 1, 1, 1] },
    ['abc', 'def'],
  );
  check(
    'what is cut off keeps what remains linked',
    { count: 6, links: ['ab', 'bc', 'cd', 'de', 'ef', 'df'], sizes: [9, 1, 1, 1, 5, 1] },
    ['ab', 'def'],
  );
  check('links of event join only when asked', { count: 2, links: [], related: ['ab'] }, []);
  check('by event', { count: 2, links: [], related: ['ab'], groupBy: 'event' }, ['ab']);
  check(
    'an excerpt in two unrelated articles does not join them',
    { count: 3, links: ['ab<', 'bc>'], sizes: [9, 1, 5] },
    ['ab'],
  );

  it('a clique reached through a peripheral canonical stays whole', () => {
    expect(
      names({ count: 5, links: ['ab', 'bc', 'bd', 'be', 'cd', 'ce', 'de'], sizes: [9, 1, 1, 1, 1] }),
    ).toEqual(['abcde']);
  });
});

describe('digests', () => {
  it('two excerpts that share nothing make the container a digest', () => {
    expect(names({ count: 3, links: ['ab<', 'ac<'], sizes: [9, 1, 1] })).toEqual([]);
  });

  it('what else the digest is linked with stays', () => {
    expect(names({ count: 4, links: ['ab<', 'ac<', 'ad'], sizes: [9, 1, 1, 8] })).toEqual(['ad']);
  });

  it('excerpts that are linked are one story', () => {
    expect(names({ count: 3, links: ['ab<', 'ac<', 'bc'], sizes: [9, 1, 1] })).toEqual(['abc']);
  });

  it('copies of one excerpt are one excerpt', () => {
    expect(names({ count: 3, links: ['ab<'], copies: [0, 1, 1], sizes: [9, 1, 1] })).toEqual(['abc']);
  });

  it('its link with the translation of a story that it holds is refused, too', () => {
    const links = ['ab<', 'ac<', 'bd=', 'ad='];
    expect(names({ count: 4, links, sizes: [9, 1, 1, 1] })).toEqual(['bd']);
    // Its own translation is linked with none of them.
    expect(names({ count: 4, links: ['ab<', 'ac<', 'ad='], sizes: [9, 1, 1, 8] })).toEqual(['ad']);
  });

  it('excerpts that a version of both joins are one story', () => {
    const links = ['ab<', 'ac<', 'ad=', 'bd=', 'cd='];
    expect(names({ count: 4, links, sizes: [9, 5, 4, 8] })).toEqual(['abcd']);
  });

  it('a text is no digest whose title one of its excerpts has', () => {
    const refused = (...titles: readonly string[]): number =>
      refuseDigests(
        [link('ab<'), link('ac<')],
        (index) => index,
        (index) => ({ characters: 1, title: titles[index]! }),
      ).refused.length;
    expect(refused('Storm', 'Storm', 'Page 2')).toBe(0);
    expect(refused('News in brief', 'Storm', 'Flood')).toBe(2);
    expect(refused('', '', '')).toBe(2);
  });

  const covering = (second: readonly [number, number]): readonly Link[] => [
    {
      ...link('ab<'),
      evidence: () => ({
        names: [],
        numbers: [],
        passages: [{ aStart: 0, aEnd: 100, bStart: 0, bEnd: 100 }],
      }),
    },
    {
      ...link('ac<'),
      evidence: () => ({
        names: [],
        numbers: [],
        passages: [{ aStart: second[0], aEnd: second[1], bStart: 0, bEnd: 60 }],
      }),
    },
  ];
  it.each([
    { name: 'overlapping parts', second: [60, 160], refused: 0 },
    { name: 'other parts', second: [100, 160], refused: 2 },
  ] as const)('excerpts of $name of the container: $refused refused', ({ second, refused }) => {
    const result = refuseDigests(
      covering(second),
      (index) => index,
      () => ({ characters: 1, title: '' }),
    );
    expect(result.refused.length).toBe(refused);
    expect(result.kept.length).toBe(2 - refused);
    for (const { reason } of result.refused) expect(reason).toMatch(/digest/);
  });
});

it.each([
  { name: 'one that is more than half of the container', sizes: [100, 60, 35], containment: 1, refused: 2 },
  { name: 'a version of nearly its length', sizes: [100, 80, 35], containment: 1, refused: 0 },
  { name: 'one with words of its own', sizes: [100, 60, 35], containment: 0.85, refused: 0 },
])('of two excerpts $name: $refused refused', ({ sizes, containment, refused }) => {
  const evidence = () => ({ names: [], numbers: [], containment });
  const links = [{ ...link('ab'), relation: 'near' as const, evidence }, link('ac<')];
  const found = refuseDigests(
    links,
    (index) => index,
    (index) => ({ characters: sizes[index]!, title: '' }),
  );
  expect(found.refused.length).toBe(refused);
});

describe('the canonical', () => {
  const check = (name: string, input: Partial<GroupCase>, expected: readonly [string, string]): void => {
    it(name, () => {
      const [group] = run({ count: 3, links: ['ab', 'bc', 'ac'], ...input });
      expect([String.fromCharCode(97 + group!.canonical), group!.canonicalReason]).toEqual(expected);
    });
  };
  check('longest', { sizes: [3, 7, 5] }, ['b', 'longest']);
  check('longest, a tie', { sizes: [7, 3, 7], ids: ['z', 'y', 'x'] }, ['c', 'longest-tie-smallest-id']);
  check('earliest', { canonical: 'earliest', dates: ['2025-02-01', undefined, '2025-01-31T23:00:00Z'] }, [
    'c',
    'earliest',
  ]);
  check(
    'earliest across offsets',
    { canonical: 'earliest', dates: ['2025-02-01T01:00:00+02:00', '2025-01-31T23:30:00Z', undefined] },
    ['a', 'earliest'],
  );
  check('earliest, a tie', { canonical: 'earliest', ids: ['z', 'y', 'x'] }, [
    'c',
    'earliest-tie-smallest-id',
  ]);
  check('first', { canonical: 'first', sizes: [1, 9, 9] }, ['a', 'first']);
});

describe('the tree', () => {
  it('hangs copies on the smallest id of their text, texts on the canonical or their best member', () => {
    const [group] = run({
      count: 6,
      links: ['ab:0.9', 'ac:0.8', 'bd:0.6', 'cd:0.7'],
      copies: [0, 1, 2, 3, 3, 0],
      sizes: [9, 1, 1, 1, 1, 9],
      ids: ['p', 'q', 'r', 'z', 'y', 'a'],
    });
    const shown = group!.members.map(({ index, relation, via, score }) => [
      index,
      relation,
      via,
      Number(score.toFixed(4)),
    ]);
    expect(shown).toEqual([
      [0, 'copy', 5, 1],
      [1, 'near', 5, 0.9],
      [2, 'near', 5, 0.8],
      [3, 'near', 4, 0.56],
      [4, 'near', 2, 0.56],
      [5, 'canonical', undefined, 1],
    ]);
    expect(group!.links.map(({ a, b, relation }) => `${a}-${b} ${relation}`)).toEqual([
      '0-5 copy',
      '2-4 near',
      '3-4 copy',
      '5-1 near',
      '5-2 near',
    ]);
    expect(group!.kind).toBe('mixed');
    expect(group!.weakestLink).toBe(0.7);
    expect(group!.confidence).toBeCloseTo(0.9 * 0.8 * 0.7, 12);
  });

  it('keeps the sides of an excerpt and tells identical copies', () => {
    const [group] = run({
      count: 3,
      links: ['ab<'],
      copies: [0, 1, 0],
      sizes: [9, 1, 9],
      ids: ['m', 'n', 'b'],
      digests: ['x', 'y', 'x'],
    });
    const excerpt = group!.links.find((found) => found.relation === 'contained')!;
    expect([excerpt.a, excerpt.b, excerpt.inner]).toEqual([2, 1, 'b']);
    expect(group!.links.find((found) => found.relation === 'copy')!.identical).toBe(true);
  });

  const check = (relations: readonly string[], expected: string): void => {
    it(`${relations.join(' and ')}: ${expected}`, () => {
      const links = relations.map((relation, i) => ({
        ...link(`a${String.fromCharCode(98 + i)}`),
        relation: relation as Relation,
      }));
      const [group] = groupLinks({
        ...identity(4, { sizes: [9, 1, 1, 1] }),
        links,
        related: [],
        options: { canonical: 'longest', groupBy: 'story' },
      });
      expect(group!.kind).toBe(expected);
    });
  };
  check(['near'], 'near');
  check(['near', 'contained'], 'near');
  check(['translation', 'translation'], 'translation');
  check(['near', 'translation'], 'mixed');

  it('a text linked to a translation is one towards the canonical', () => {
    const links = ['ab', 'ac', 'bd', 'cd'].map((code) => ({
      ...link(code),
      relation: (code.startsWith('a') ? 'translation' : 'near') as Relation,
    }));
    const [group] = groupLinks({
      ...identity(4, { sizes: [9, 1, 1, 1] }),
      links,
      options: { canonical: 'longest', groupBy: 'story' },
    });
    expect(group!.members.map((member) => member.relation)).toEqual([
      'canonical',
      'translation',
      'translation',
      'translation',
    ]);
    expect(group!.kind).toBe('mixed');
  });
});

describe('drift', () => {
  it.each([1, 2, 3, 5])('a thousand steps, each linked with the next %i, are not one group', (reach) => {
    const links: Link[] = [];
    for (let i = 0; i < 1000; i++) {
      for (let j = i + 1; j <= Math.min(999, i + reach); j++) links.push({ ...link('ab'), a: i, b: j });
    }
    const groups = groupLinks({
      ...identity(1000),
      links,
      options: { canonical: 'longest', groupBy: 'story' },
    });
    const widest = Math.max(...groups.map((group) => group.members.at(-1)!.index - group.members[0]!.index));
    expect(widest).toBeLessThanOrEqual(4 * reach);
    expect(groups.length).toBeGreaterThan(50);
  });
});

it('a million identical articles are read once each and become one group', () => {
  const count = 1_000_000;
  let reads = 0;
  const facts = (index: number) => {
    reads++;
    return { id: `a${String(index).padStart(7, '0')}`, characters: 100, rawDigest: 'x' };
  };
  const [group, ...others] = groupLinks({
    count,
    copies: { representativeOf: new Uint32Array(count) },
    links: [],
    facts,
    options: { canonical: 'longest', groupBy: 'story' },
  });
  expect(others).toEqual([]);
  expect(group!.members.length).toBe(count);
  expect(group!.links.length).toBe(count - 1);
  expect(group!.kind).toBe('copy');
  expect(reads).toBe(count);
});

it('there may be more groups than a call takes arguments', () => {
  const count = 200_000;
  const groups = groupLinks({
    count: 2 * count,
    copies: { representativeOf: Uint32Array.from({ length: 2 * count }, (_, i) => i) },
    links: Array.from({ length: count }, (_, i) => ({ ...link('ab'), a: 2 * i, b: 2 * i + 1 })),
    facts: (index) => ({ id: `a${index}`, characters: 100, rawDigest: 'x' }),
    options: { canonical: 'longest', groupBy: 'story' },
  });
  expect(groups.length).toBe(count);
});
