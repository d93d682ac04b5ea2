/** What decisions do to groups, case by case: letters are articles, `Abc` a group with its canonical. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.ts';
import { type DecidedCase, decide, decision, named, shape } from './build.ts';

interface Case {
  readonly name: string;
  readonly input: DecidedCase;
  readonly decisions: readonly string[];
  readonly groups: string;
  /** Codes of the issues, in any order. */
  readonly issues?: readonly string[];
}

const TWO_PAIRS: DecidedCase = { count: 5, links: ['ab', 'cd'] };
const STUBS: DecidedCase = { count: 4, links: [], copies: [0, 0, 0, 0] };
/** a and d are two stories that b and c put together: a-c and b-d are the surest. */
const WEAK: DecidedCase = { count: 4, links: ['ac:0.9', 'bc:0.6', 'ab:0.5', 'ad:0.7', 'bd:0.95', 'cd:0.4'] };

const CASES: readonly Case[] = [
  { name: 'no decision', input: TWO_PAIRS, decisions: [], groups: 'Ab Cd' },
  { name: 'the same joins groups', input: TWO_PAIRS, decisions: ['ac='], groups: 'Abcd' },
  {
    name: 'the same joins articles without a group',
    input: { count: 3, links: [] },
    decisions: ['ac='],
    groups: 'Ac',
  },
  { name: 'the same in a list', input: { count: 4, links: [] }, decisions: ['acd='], groups: 'Acd' },
  { name: 'the same of one group changes nothing', input: TWO_PAIRS, decisions: ['ab='], groups: 'Ab Cd' },
  { name: 'different dissolves a pair', input: TWO_PAIRS, decisions: ['ab!'], groups: 'Cd' },
  { name: 'different of two groups changes nothing', input: TWO_PAIRS, decisions: ['ac!'], groups: 'Ab Cd' },
  { name: 'a group is parted at its weakest links', input: WEAK, decisions: ['ab!'], groups: 'Ac Bd' },
  { name: 'one is taken out', input: WEAK, decisions: ['b!acd'], groups: 'Acd' },
  { name: 'none is the same', input: WEAK, decisions: ['abcd!'], groups: '' },
  {
    name: 'a group is parted by event as well',
    input: { ...WEAK, groupBy: 'event', links: [], related: WEAK.links },
    decisions: ['ab!'],
    groups: 'Ac Bd',
  },
  { name: 'copies that differ', input: STUBS, decisions: ['ab!'], groups: 'Acd' },
  { name: 'copies in two groups', input: STUBS, decisions: ['ab!', 'bd='], groups: 'Ac Bd' },
  {
    name: 'copies keep what links their text',
    input: { count: 3, links: ['ac'], copies: [0, 0, 2] },
    decisions: ['ab!'],
    groups: 'Ac',
  },
  {
    name: 'both of two copies may go with a third',
    input: { count: 3, links: ['ac'], copies: [0, 0, 2] },
    decisions: ['ac!', 'ab!'],
    groups: 'Bc',
  },
  { name: 'the canonical', input: TWO_PAIRS, decisions: ['b*'], groups: 'aB Cd' },
  { name: 'the canonical of copies', input: STUBS, decisions: ['c*'], groups: 'abCd' },
  {
    name: 'the canonical of a group that is joined',
    input: TWO_PAIRS,
    decisions: ['bd=', 'd*'],
    groups: 'abcD',
  },
  {
    name: 'the later canonical',
    input: TWO_PAIRS,
    decisions: ['b*@2', 'a*@1'],
    groups: 'aB Cd',
    issues: ['decision-conflict'],
  },
  {
    name: 'a canonical without a group',
    input: TWO_PAIRS,
    decisions: ['e*'],
    groups: 'Ab Cd',
    issues: ['decision-unused'],
  },
  {
    name: 'the later of two on one pair',
    input: TWO_PAIRS,
    decisions: ['ab!@1', 'ab=@2'],
    groups: 'Ab Cd',
    issues: ['decision-conflict'],
  },
  {
    name: 'the later, whatever comes first in the file',
    input: TWO_PAIRS,
    decisions: ['ab!@2', 'ab=@1'],
    groups: 'Cd',
    issues: ['decision-conflict'],
  },
  {
    name: 'at one time different',
    input: TWO_PAIRS,
    decisions: ['ab=', 'ab!'],
    groups: 'Cd',
    issues: ['decision-conflict'],
  },
  {
    name: 'a contradiction through others',
    input: { count: 3, links: [] },
    decisions: ['ab=@3', 'bc=@2', 'ac!@1'],
    groups: 'Abc',
    issues: ['decision-conflict'],
  },
  {
    name: 'a contradiction through others that is later',
    input: { count: 3, links: [] },
    decisions: ['ab=@1', 'bc=@2', 'ac!@3'],
    groups: 'Bc',
    issues: ['decision-conflict'],
  },
  { name: 'one taken back', input: TWO_PAIRS, decisions: ['ab!@1', 'ba?@2'], groups: 'Ab Cd' },
  {
    name: 'one taken back and decided again',
    input: TWO_PAIRS,
    decisions: ['ab!@1', 'ba?@2', 'ab!@3'],
    groups: 'Cd',
  },
  { name: 'sides taken back from either', input: TWO_PAIRS, decisions: ['a!b@1', 'b?a@2'], groups: 'Ab Cd' },
  { name: 'a canonical taken back', input: TWO_PAIRS, decisions: ['b*@1', 'b?@2'], groups: 'Ab Cd' },
  {
    name: 'the same line twice',
    input: TWO_PAIRS,
    decisions: ['b*@1', 'b*@1', 'ab=@1', 'ab=@1'],
    groups: 'aB Cd',
  },
  {
    name: 'a list of the same with one that is apart',
    input: { count: 4, links: [] },
    decisions: ['abcd=@1', 'ac!@2'],
    groups: 'Abd',
    issues: ['decision-conflict'],
  },
];

describe('groups', () => {
  it.each(CASES)('$name', ({ input, decisions, groups, issues = [] }) => {
    const found = decide(
      input,
      decisions.map((code) => decision(code, input.copies)),
    );
    expect(shape(found.groups)).toBe(groups);
    expect(found.issues.map(({ code }) => code).sort()).toEqual(issues);
  });
});

describe('what a group says', () => {
  const letters = (code: string): readonly Decision[] => [decision(code)];

  it('of a canonical that was decided', () => {
    expect(decide(TWO_PAIRS, letters('b*')).groups.map((group) => group.canonicalReason)).toEqual([
      'decision',
      'longest-tie-smallest-id',
    ]);
  });

  it('of a link that only a decision makes: its reason, in the languages of the two', () => {
    const [inOne] = decide({ count: 2, links: [], languages: ['de', 'de'] }, letters('ab=')).groups;
    expect(inOne?.links).toMatchObject([{ a: 0, b: 1, relation: 'near', reason: 'decision', score: 1 }]);
    const [across] = decide({ count: 2, links: [], languages: ['de', 'en'] }, letters('ab=')).groups;
    expect(across).toMatchObject({
      kind: 'translation',
      links: [{ relation: 'translation', reason: 'decision' }],
    });
  });

  it('of what was found of the two all the same', () => {
    const related = { count: 2, links: [], related: ['ab:0.7'] };
    expect(decide(related, []).groups).toEqual([]);
    const [group] = decide(related, letters('ab=')).groups;
    expect(group?.links).toMatchObject([{ relation: 'near', reason: 'decision', score: 1 }]);
  });

  it('of links that were found: nothing but what they are', () => {
    const [group] = decide({ count: 3, links: ['ab:0.8', 'bc:0.7'] }, letters('ac=')).groups;
    expect(group?.links.map(({ reason, score }) => [reason, score])).toEqual([
      [undefined, 0.8],
      [undefined, 0.7],
    ]);
  });

  it('of a text that is in several groups', () => {
    const { groups } = decide(
      STUBS,
      ['ab!', 'bd='].map((code) => decision(code, STUBS.copies)),
    );
    expect(groups.map((group) => group.isParted)).toEqual([undefined, true]);
  });

  it('names both articles of a decision that does not hold', () => {
    const { issues } = decide(
      TWO_PAIRS,
      ['ab!@1', 'ab=@2'].map((code) => decision(code)),
    );
    expect(issues[0]?.message).toMatch(
      /id00000 and id00001 are different \(1970-01-01T00:00:01.000Z\) does not hold/,
    );
  });
});

describe('articles of a decision', () => {
  const pair = (a: object, b: object = {}): Decision => ({
    decision: 'different',
    articles: [
      { ...named('a'), ...a },
      { ...named('b'), ...b },
    ],
  });
  const cases: readonly (readonly [
    name: string,
    decision: Decision,
    issues: readonly string[],
    groups: string,
  ])[] = [
    ['that was renamed', pair({ id: 'old/name.txt' }), [], 'Cd'],
    ['that is cleaned otherwise now', pair({ textDigest: 'before' }), [], 'Cd'],
    ['that was renamed and is cleaned otherwise', pair({ id: 'old', textDigest: 'before' }), [], 'Cd'],
    ['whose text changed', pair({ textDigest: 'x', rawDigest: 'x' }), ['decision-by-id'], 'Cd'],
    ['that is gone', pair({ id: 'gone', textDigest: 'x', rawDigest: 'x' }), ['decision-unknown'], 'Ab Cd'],
    [
      'that are both gone',
      pair({ id: 'x', textDigest: 'x', rawDigest: 'x' }, { id: 'y', textDigest: 'y', rawDigest: 'y' }),
      ['decision-unknown'],
      'Ab Cd',
    ],
  ];
  it.each(cases)('%s', (_, given, issues, groups) => {
    const found = decide(TWO_PAIRS, [given]);
    expect(found.issues.map(({ code }) => code)).toEqual(issues);
    expect(shape(found.groups)).toBe(groups);
  });

  it('with one text are told apart by id, by bytes, and in order', () => {
    const take = (a: object, b: object): string =>
      shape(
        decide(STUBS, [
          {
            ...decision('ab!', STUBS.copies),
            articles: [
              { ...named('a', STUBS.copies), ...a },
              { ...named('b', STUBS.copies), ...b },
            ],
          },
        ]).groups,
      );
    expect(take({}, {})).toBe('Acd');
    expect(take({ id: 'x', rawDigest: 'raw2' }, { id: 'y', rawDigest: 'raw3' })).toBe('Abc');
    expect(take({ id: 'x', rawDigest: 'p' }, { id: 'y', rawDigest: 'q' })).toBe('Acd');
  });
});
