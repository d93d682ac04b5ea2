/**
 * Which texts join by the word of several that no pair of them is sure of. Articles are letters; `ab` is a sure translation,
 * `ab?1.5` one too unsure by itself with these log-odds. What is not named has -8.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupLinks } from '../../src/group/index.ts';
import type { Group } from '../../src/model/group.ts';
import type { Link } from '../../src/model/match.ts';
import { identity } from './build.ts';

interface Case {
  /** A language for each article. */
  readonly languages: string;
  readonly links: readonly string[];
  /** Log-odds of pairs that no link joins. */
  readonly odds?: Readonly<Record<string, number>>;
  readonly groupBy?: 'story' | 'event';
  readonly ids?: readonly string[];
}

const SURE = 7;

function linkOf(code: string): Link {
  const [pair = '', odds] = code.split('?');
  return {
    a: pair.charCodeAt(0) - 97,
    b: pair.charCodeAt(1) - 97,
    relation: 'translation',
    ...(odds === undefined ? {} : { reason: 'company' as const }),
    score: 1 / (1 + Math.exp(-Number(odds ?? SURE))),
    evidence: () => ({ names: [], numbers: [] }),
  };
}

const letter = (index: number): string => String.fromCharCode(97 + index);

function grouped({ languages, links, odds = {}, groupBy = 'story', ids }: Case): readonly Group[] {
  const told = new Map(Object.entries(odds));
  for (const code of links) {
    const [pair = '', own] = code.split('?');
    told.set(pair, own === undefined ? SURE : Number(own));
  }
  const all = links.map(linkOf);
  return groupLinks({
    ...identity(languages.length, ids === undefined ? {} : { ids }),
    links: all.filter(({ reason }) => reason === undefined),
    faint: all.filter(({ reason }) => reason === 'company'),
    languageOf: (index) => languages[index]!,
    oddsOf: (a, b) => told.get([letter(a), letter(b)].sort().join('')) ?? -8,
    options: { canonical: 'longest', groupBy },
  });
}

function membersOf(given: Case): readonly string[] {
  return grouped(given).map(({ members }) => members.map(({ index }) => letter(index)).join(''));
}

describe('texts that no pair is sure of', () => {
  const cases: readonly (readonly [name: string, given: Case, expected: readonly string[]])[] = [
    ['one pair alone joins nothing', { languages: 'es', links: ['ab?2.9'] }, []],
    [
      'a text joins a group that speaks for it',
      { languages: 'est', links: ['ab', 'ac?2'], odds: { bc: 1 } },
      ['abc'],
    ],
    [
      'a text stays out where the group is against it',
      { languages: 'est', links: ['ab', 'ac?2'], odds: { bc: -1.5 } },
      ['ab'],
    ],
    [
      'a text and its copy are one voice',
      { languages: 'eet', links: ['ab', 'ac?2'], odds: { bc: 2 } },
      ['ab'],
    ],
    [
      'a text and its copy join two others as the text alone does',
      { languages: 'este', links: ['ad', 'ab?2', 'ac?2'], odds: { bc: 0.5, bd: 2, cd: 2 } },
      ['abcd'],
    ],
    [
      'a text and its copy with another and its copy are one pair',
      { languages: 'eess', links: ['ab', 'cd', 'ac?2'], odds: { ad: 2, bc: 2, bd: 2 } },
      ['ab', 'cd'],
    ],
    [
      'a text and its copy join a group in two languages',
      { languages: 'eets', links: ['ab', 'cd', 'ac?2'], odds: { ad: 2, bc: 2, bd: 2 } },
      ['abcd'],
    ],
    [
      'a sure link does not outvote the others',
      { languages: 'esth', links: ['ab', 'ac', 'bc', 'cd'], odds: { ad: -6, bd: -6 } },
      ['abc'],
    ],
    [
      'a text stays out where its language has a version',
      { languages: 'ese', links: ['ab', 'bc?2'], odds: { ac: 9 } },
      ['ab'],
    ],
    ['three speak for each other', { languages: 'est', links: ['ab?1.2', 'ac?1.5', 'bc?2'] }, ['abc']],
    ['three that hardly do', { languages: 'est', links: ['ab?1.2', 'ac?1.5'], odds: { bc: 0.2 } }, []],
    [
      'two groups of one story join',
      { languages: 'esth', links: ['ab', 'cd', 'ac?2'], odds: { ad: 1, bc: 0.5, bd: 1 } },
      ['abcd'],
    ],
    [
      'of two groups the one that speaks more for a text',
      { languages: 'esthr', links: ['ab', 'cd', 'ae?2', 'de?2.5'], odds: { be: 1, ce: 2 } },
      ['ab', 'cde'],
    ],
    [
      'by event they count as related pairs do, not here',
      { languages: 'est', links: ['ab', 'ac?2'], odds: { bc: 2 }, groupBy: 'event' },
      ['ab'],
    ],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => {
      expect(membersOf(given)).toEqual(expected);
      expect(membersOf({ ...given, links: [...given.links].reverse() })).toEqual(expected);
    });
  }

  it('say in the evidence of the link that took them why', () => {
    const [group] = grouped({ languages: 'est', links: ['ab', 'ac?2'], odds: { bc: 1 } });
    const faint = group!.links.filter(({ reason }) => reason === 'company');
    expect(faint).toHaveLength(1);
    expect(faint[0]!.evidence().against).toEqual([
      'too unsure by itself (0.88); the 3 texts of the group together speak for it',
    ]);
    expect(group!.weakestLink).toBeCloseTo(0.8808, 4);
  });

  const languages = 'esthresth';
  const link = fc
    .tuple(fc.nat(8), fc.nat(8), fc.option(fc.integer({ min: 11, max: 29 }), { freq: 1 }))
    .filter(([a, b]) => a < b && languages[a] !== languages[b])
    .map(([a, b, odds]) => `${letter(a)}${letter(b)}${odds === null ? '' : `?${odds / 10}`}`);
  const links = fc.uniqueArray(link, { maxLength: 16, selector: (code) => code.slice(0, 2) });
  const values = fc.array(fc.integer({ min: -6, max: 2 }), { minLength: 81, maxLength: 81 });
  const tableOf = (odds: readonly number[]): Record<string, number> =>
    Object.fromEntries(odds.map((value, i) => [letter(Math.floor(i / 9)) + letter(i % 9), value]));

  it('are the same groups in whatever order links and articles come', () => {
    fc.assert(
      fc.property(links, values, (given, odds) => {
        const table = tableOf(odds);
        const expected = membersOf({ languages, links: given, odds: table });
        expect(membersOf({ languages, links: [...given].reverse(), odds: table })).toEqual(expected);
        // The same articles under the same ids, the last one first.
        const turned = (text: string): string =>
          [...text]
            .map((one) => letter(8 - (one.charCodeAt(0) - 97)))
            .sort()
            .join('');
        const turnedLinks = given.map((code) => turned(code.slice(0, 2)) + code.slice(2));
        const turnedOdds = Object.fromEntries(
          Object.entries(table).flatMap(([pair, value]) =>
            pair[0]! < pair[1]! ? [[turned(pair), value]] : [],
          ),
        );
        const found = membersOf({
          languages: [...languages].reverse().join(''),
          links: turnedLinks,
          odds: turnedOdds,
          ids: Array.from({ length: 9 }, (_, i) => `id${String(8 - i).padStart(5, '0')}`),
        });
        expect(found.map(turned).sort()).toEqual([...expected].sort());
      }),
    );
  });

  it('leave sure groups whole, and no two of a language come together by them', () => {
    fc.assert(
      fc.property(links, values, (given, odds) => {
        const table = tableOf(odds);
        const sure = membersOf({
          languages,
          links: given.filter((code) => !code.includes('?')),
          odds: table,
        });
        const all = membersOf({ languages, links: given, odds: table });
        for (const group of sure) {
          const within = all.find((members) => members.includes(group[0]!));
          expect([...group].every((text) => within?.includes(text))).toBe(true);
        }
        for (const members of all) {
          const parts = sure.filter((group) => members.includes(group[0]!));
          const rest = [...members].filter((text) => !parts.some((group) => group.includes(text)));
          const told = [
            ...parts.map((group) => new Set([...group].map(languageIn))),
            ...rest.map((text) => new Set([languageIn(text)])),
          ];
          if (told.length > 1)
            expect(new Set(told.flatMap((set) => [...set])).size).toBe(
              told.reduce((sum, { size }) => sum + size, 0),
            );
        }
      }),
    );
  });

  function languageIn(text: string): string {
    return languages[text.charCodeAt(0) - 97]!;
  }
});
