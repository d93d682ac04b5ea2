/** Which translations join a group by one link alone. Articles are letters; a link `ab` is a sure translation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTOLD } from '../../src/group/graph.ts';
import { groupLinks } from '../../src/group/index.ts';
import type { Link, Relation } from '../../src/model/match.ts';
import { identity } from './build.ts';

interface Case {
  /** A language for each article; `?` for one that nobody knows. */
  readonly languages: string;
  readonly links: readonly string[];
  /** Log-odds of pairs that are not linked; -8 for all others. */
  readonly odds?: Readonly<Record<string, number>>;
  readonly sizes?: readonly number[];
  /** Pairs in one language of which one text was made from the other. */
  readonly editions?: readonly string[];
  /** Without: as before there were versions. */
  readonly isByOdds?: boolean;
}

const SURE = 7;

function linkOf(code: string): Link {
  const [pair = '', relation = 'translation', score = '0.999'] = code.split(' ');
  return {
    a: pair.charCodeAt(0) - 97,
    b: pair.charCodeAt(1) - 97,
    relation: relation as Relation,
    score: Number(score),
    evidence: () => ({ names: [], numbers: [] }),
  };
}

/** Groups as letters, `canonical:members`. */
function groupsOf({
  languages,
  links,
  odds = {},
  sizes,
  editions = [],
  isByOdds = true,
}: Case): readonly string[] {
  const linked = links.map(linkOf);
  const letter = (index: number): string => String.fromCharCode(97 + index);
  const oddsOf = (a: number, b: number): number => {
    const pair = [letter(a), letter(b)].sort().join('');
    const isLinked = links.some((code) => [...code.slice(0, 2)].sort().join('') === pair);
    return isLinked ? SURE : (odds[pair] ?? -8);
  };
  const groups = groupLinks({
    ...identity(languages.length, sizes === undefined ? {} : { sizes }),
    links: linked,
    languageOf: (index) => (languages[index] === '?' ? UNTOLD : languages[index]!),
    ...(isByOdds ? { oddsOf } : {}),
    areEditions: (a, b) => editions.includes([letter(a), letter(b)].sort().join('')),
    options: { canonical: 'longest', groupBy: 'story' },
  });
  return groups.map(
    ({ canonical, members }) => `${letter(canonical)}:${members.map(({ index }) => letter(index)).join('')}`,
  );
}

describe('a translation into a further language', () => {
  const cases: readonly (readonly [name: string, given: Case, expected: readonly string[]])[] = [
    [
      'joins by one link where the others do not speak against it',
      { languages: 'est', links: ['ab', 'bc'], odds: { ac: 1 } },
      ['a:abc'],
    ],
    [
      'joins beside another where nobody knows the language of both',
      { languages: 'e?s?', links: ['ab', 'ac', 'bc', 'cd'], odds: { ad: 2 } },
      ['a:abcd'],
    ],
    [
      'stays out beside another in its known language',
      { languages: 'etst', links: ['ab', 'ac', 'bc', 'cd'], odds: { ad: 2 } },
      ['a:abc'],
    ],
    [
      'stays out in a language that nobody knows where the others speak against it',
      { languages: 'e?s?', links: ['ab', 'ac', 'bc', 'cd'], odds: { ad: -7 } },
      ['a:abc'],
    ],
    ['stays out where they do', { languages: 'est', links: ['ab', 'bc'], odds: { ac: -5 } }, ['a:ab']],
    [
      'stays out where it cannot be the story of one',
      { languages: 'est', links: ['ab', 'bc'], odds: { ac: Number.NEGATIVE_INFINITY } },
      ['a:ab'],
    ],
    [
      'goes where its surest link leads, though a larger group would have it',
      {
        languages: 'esthrau',
        links: ['ab', 'ac', 'ad', 'bc', 'bd', 'cd', 'ae translation 0.96', 'ef', 'eg', 'fg'],
        odds: { be: 4, ce: 4, de: 4 },
        sizes: [9, 1, 1, 1, 1, 1, 1],
      },
      ['a:abcd', 'e:efg'],
    ],
    [
      'joins against one voice of several',
      { languages: 'esthr', links: ['ab', 'ac', 'bc', 'cd'], odds: { ad: -2, bd: 4 } },
      ['a:abcd'],
    ],
    [
      'joins by the whole text, of which its lead alone, and what holds it, say nothing',
      {
        languages: 'eeet',
        links: ['ab contained', 'ac contained', 'bc contained', 'bd'],
        odds: { ad: -1, cd: -6 },
        sizes: [9, 5, 1, 5],
      },
      ['a:abcd'],
    ],
    [
      'does not join a group that has its language',
      { languages: 'ese', links: ['ab', 'bc'], odds: { ac: 9 }, sizes: [9, 5, 1] },
      ['a:ab'],
    ],
    [
      'joins a group that has its language as an edition of the text there',
      { languages: 'ese', links: ['ab', 'bc'], sizes: [9, 5, 1], editions: ['ac'] },
      ['a:abc'],
    ],
    [
      'stays out as an edition where the texts in other languages speak against it',
      {
        languages: 'esteh',
        links: ['ab', 'ac', 'bc', 'ae', 'be', 'bd'],
        odds: { cd: -6, de: -6 },
        sizes: [9, 5, 5, 1, 5],
        editions: ['ad'],
      },
      ['a:abce'],
    ],
    [
      'a near-duplicate of a text that the canonical is linked with joins, in another language than the canonical',
      { languages: 'ess', links: ['ab', 'bc near'], sizes: [9, 5, 1] },
      ['a:abc'],
    ],
    [
      'within the language of the canonical it takes a link with it',
      { languages: 'eee', links: ['ab near', 'bc near'], sizes: [9, 5, 1] },
      ['a:ab'],
    ],
    [
      'a near-duplicate of a near-duplicate does not join',
      { languages: 'esss', links: ['ab', 'bc near', 'cd near'], sizes: [9, 5, 1, 1] },
      ['a:abc'],
    ],
    [
      'a near-duplicate that more texts outside are linked with stays with them',
      {
        languages: 'essssrtu',
        links: ['ab', 'af', 'ag', 'ah', 'bf', 'bc near', 'cd near', 'ce near', 'de near'],
        sizes: [9, 5, 1, 2, 1, 5, 5, 5],
      },
      ['a:abfgh', 'd:cde'],
    ],
    [
      'stays where it is the canonical that it is not linked with',
      { languages: 'est', links: ['ab', 'bc'], odds: { ac: 1 }, sizes: [1, 5, 9] },
      ['c:abc'],
    ],
    [
      'brings nothing further in: a chain is cut',
      {
        languages: 'esthr',
        links: ['ab', 'bc', 'cd', 'de'],
        odds: { ac: 5, ad: -5, ae: -5, bd: -5, be: -5, ce: -5 },
        sizes: [9, 8, 7, 6, 5],
      },
      ['a:abc', 'd:de'],
    ],
    [
      'needs no more than a near-duplicate of what the canonical is linked with, whatever language that is told to be in',
      { languages: 'est', links: ['ab', 'bc near'], odds: { ac: 9 } },
      ['a:abc'],
    ],
  ];
  it('stays out of a large group where nobody in another language was asked', () => {
    const letters = Array.from({ length: 42 }, (_, i) => String.fromCharCode(97 + i));
    const [s, x] = [letters[40], letters[41]];
    const links = [...letters.slice(1, 40).map((own) => `a${own} near`), `a${s}`, `${s}${x}`];
    const languages = `${'e'.repeat(40)}se`;
    const sizes = letters.map((_, i) => (i === 0 ? 900 : 100));
    expect(groupsOf({ languages, links, sizes, editions: [`a${x}`] })).toEqual([
      `a:${letters.slice(0, 41).join('')}`,
    ]);
  });

  for (const [name, given, expected] of cases) {
    it(name, () => {
      expect(groupsOf(given)).toEqual(expected);
      expect(groupsOf({ ...given, links: [...given.links].reverse() })).toEqual(expected);
    });
  }

  it('leaves groups disjoint and in one piece, in whatever order links come; voices against change nothing', () => {
    const languages = 'esthreee';
    const pair = fc
      .tuple(fc.nat(7), fc.nat(7))
      .filter(([a, b]) => a < b && languages[a] !== languages[b])
      .map(([a, b]) => String.fromCharCode(97 + a, 97 + b));
    const odds = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 14 }), odds, (links, values) => {
        const table = Object.fromEntries(
          values.map((value, i) => [String.fromCharCode(97 + (i >> 3), 97 + (i & 7)), value]),
        );
        const groups = groupsOf({ languages, links, odds: table });
        const members = groups.map((group) => group.slice(2));
        expect(new Set(members.join('')).size).toBe(members.join('').length);
        for (const group of members) expect(reachedFrom(group, links)).toBe(group.length);
        expect(groupsOf({ languages, links: [...links].reverse(), odds: table })).toEqual(groups);
        expect(groupsOf({ languages, links })).toEqual(groupsOf({ languages, links, isByOdds: false }));
      }),
    );
  });
});

/** How many members of a group the links within it join to the first. */
function reachedFrom(group: string, links: readonly string[]): number {
  const reached = new Set(group[0]);
  for (const letter of reached) {
    for (const [a = '', b = ''] of links) {
      if (a === letter && group.includes(b)) reached.add(b);
      if (b === letter && group.includes(a)) reached.add(a);
    }
  }
  return reached.size;
}
