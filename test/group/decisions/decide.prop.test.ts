/** What decisions promise, on any small collection and any decisions, beside pairs that are gone through one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.ts';
import type { Group } from '../../../src/model/group.ts';
import { type DecidedCase, decide, decision, named } from './build.ts';

const COUNT = 9;
const LETTERS = [...'abcdefghi'];
const LANGUAGES = ['de', 'de', 'en', 'en', 'fr', 'und', 'de', 'ja', 'ja'];
const RUNS = { numRuns: 400 };

const letter = fc.constantFrom(...LETTERS);
const pair = fc.tuple(letter, letter).filter(([a, b]) => a < b);
const links = fc
  .uniqueArray(fc.tuple(pair, fc.integer({ min: 10, max: 99 })), {
    selector: ([[a, b]]) => a + b,
    maxLength: 20,
  })
  .map((all) => all.map(([[a, b], score]) => `${a}${b}:0.${score}`));
/** Every article points at the first with its text. */
const copies = fc
  .array(fc.nat({ max: 14 }), { minLength: COUNT, maxLength: COUNT })
  .map((texts) => texts.map((text, i) => (text >= COUNT ? i : texts.indexOf(text))));
const collection = fc
  .record({ links, copies, groupBy: fc.constantFrom('story' as const, 'event' as const) })
  .map(
    ({ links, copies, groupBy }): DecidedCase => ({
      count: COUNT,
      copies,
      groupBy,
      links: links.filter((_, i) => i % 3 !== 2),
      related: links.filter((_, i) => i % 3 === 2),
      languages: LANGUAGES,
    }),
  );

const set = fc.uniqueArray(letter, { minLength: 2, maxLength: 4 }).map((letters) => letters.join(''));
const code = fc.oneof(
  set.map((letters) => `${letters}=`),
  set.map((letters) => `${letters}!`),
  set.map((letters) => `${letters[0]}!${letters.slice(1)}`),
  letter.map((one) => `${one}*`),
  set.map((letters) => `${letters}?`),
);
const codes = fc.array(
  fc
    .tuple(code, fc.option(fc.nat({ max: 6 })))
    .map(([text, time]) => (time === null ? text : `${text}@${time}`)),
  { maxLength: 8 },
);

type Pair = readonly [number, number];
interface Holding {
  readonly same: readonly Pair[];
  readonly different: readonly Pair[];
}

const RANK = { undecided: 0, different: 1, same: 2, canonical: 3 } as const;

/** Two links between copies of the same two articles. */
const TWO_LINKS: DecidedCase = {
  count: COUNT,
  copies: [0, 1, 1, 0, 1, 1, 1, 1, 1],
  groupBy: 'story',
  links: ['cd:0.10', 'ag:0.10'],
  related: [],
  languages: LANGUAGES,
};

/** By definition: the latest first, each pair kept unless what is kept contradicts it. */
function holdingPairs(decisions: readonly Decision[]): Holding {
  const indexOf = (article: { id: string }): number => Number(article.id.slice(2));
  const subject = ({ articles, from }: Decision): string =>
    [articles, from ?? []]
      .map((side) => side.map(indexOf).sort().join())
      .sort()
      .join(' ');
  const ordered = decisions
    .map((value) => ({
      value,
      time: value.when === undefined ? 0 : Date.parse(value.when),
      text: JSON.stringify([value.decision, value.articles, value.from ?? null, value.when ?? null]),
    }))
    .sort(
      (x, y) =>
        y.time - x.time || RANK[x.value.decision] - RANK[y.value.decision] || (x.text < y.text ? -1 : 1),
    );
  const takenBack = new Set<string>();
  const same: Pair[] = [];
  const different: Pair[] = [];
  let classes = Array.from({ length: COUNT }, (_, i) => i);
  const isBarred = (a: number, b: number): boolean =>
    different.some(
      ([x, y]) =>
        (classes[x] === classes[a] && classes[y] === classes[b]) ||
        (classes[x] === classes[b] && classes[y] === classes[a]),
    );
  for (const { value } of ordered) {
    if (value.decision === 'undecided') takenBack.add(subject(value));
    if (value.decision === 'undecided' || value.decision === 'canonical' || takenBack.has(subject(value)))
      continue;
    const own = value.articles.map(indexOf).sort((a, b) => a - b);
    const other = value.from?.map(indexOf).sort((a, b) => a - b);
    const pairs: Pair[] =
      other === undefined
        ? own.flatMap((b, j) => own.slice(0, j).map((a): Pair => [a, b]))
        : own.flatMap((a) => other.map((b): Pair => [a, b]));
    for (const [a, b] of pairs) {
      if (value.decision === 'same') {
        if (classes[a] !== classes[b] && isBarred(a, b)) continue;
        const [from, to] = [classes[b], classes[a]!];
        classes = classes.map((each) => (each === from ? to : each));
        same.push([a, b]);
      } else if (classes[a] !== classes[b]) different.push([a, b]);
    }
  }
  return { same, different };
}

function groupOf(groups: readonly Group[], index: number): number {
  return groups.findIndex(({ members }) => members.some((member) => member.index === index));
}

/** Without the functions that read evidence. */
function plain(groups: readonly Group[]): unknown {
  return JSON.parse(JSON.stringify(groups));
}

describe('decided groups', () => {
  it('hold what is the same, never what is different, and say what does not hold', () => {
    fc.assert(
      fc.property(collection, codes, (input, written) => {
        const decisions = written.map((each) => decision(each, input.copies));
        const { groups } = decide(input, decisions);
        const { same, different } = holdingPairs(decisions);
        for (const [a, b] of same) {
          expect(groupOf(groups, a)).not.toBe(-1);
          expect(groupOf(groups, a)).toBe(groupOf(groups, b));
        }
        for (const [a, b] of different) {
          expect(groupOf(groups, a) !== groupOf(groups, b) || groupOf(groups, a) === -1).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('are trees of their links, disjoint, with a member for canonical, in order', () => {
    fc.assert(
      fc.property(collection, codes, (input, written) => {
        const { groups } = decide(
          input,
          written.map((each) => decision(each, input.copies)),
        );
        const all = groups.flatMap(({ members }) => members.map(({ index }) => index));
        expect(new Set(all).size).toBe(all.length);
        for (const { members, links: tree, canonical } of groups) {
          expect(members.length).toBeGreaterThan(1);
          expect(tree).toHaveLength(members.length - 1);
          expect(members.filter(({ index }) => index === canonical)).toMatchObject([
            { relation: 'canonical' },
          ]);
          const reached = new Set([canonical]);
          for (let size = 0; size !== reached.size; ) {
            size = reached.size;
            for (const { a, b } of tree) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
          }
          expect([...reached].sort((a, b) => a - b)).toEqual(members.map(({ index }) => index));
        }
      }),
      RUNS,
    );
  });

  it('are what they were where no article was decided on', () => {
    fc.assert(
      fc.property(collection, codes, (input, written) => {
        const decisions = written.map((each) => decision(each, input.copies));
        const before = decide(input, []).groups;
        const after = decide(input, decisions).groups;
        const decided = new Set(
          written.flatMap((each) => [...each.split('@')[0]!]).map((each) => each.charCodeAt(0) - 97),
        );
        const free = (groups: readonly Group[]): unknown =>
          plain(groups.filter(({ members }) => !members.some(({ index }) => decided.has(index))));
        const kept = free(before) as readonly unknown[];
        expect(free(after)).toEqual(expect.arrayContaining([...kept]));
      }),
      RUNS,
    );
  });

  it('are what they were where decisions say what was found', () => {
    fc.assert(
      fc.property(collection, (input) => {
        const { groups } = decide(input, []);
        const name = (index: number): string => String.fromCharCode(97 + index);
        const said = groups.flatMap(({ canonical, members }, n) => [
          `${members.map(({ index }) => name(index)).join('')}=`,
          ...groups.slice(0, n).map((other) => `${name(canonical)}!${name(other.canonical)}`),
        ]);
        const decided = decide(
          input,
          said.map((each) => decision(each, input.copies)),
        );
        expect(plain(decided.groups)).toEqual(plain(groups));
        expect(decided.issues).toEqual([]);
      }),
      RUNS,
    );
  });

  it('do not depend on the order of decisions, of links, or on lines that are there twice', () => {
    const shuffled = codes.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all.slice(0, 2)], {
          minLength: Math.min(all.length + 2, 2 * all.length),
        }),
      ),
    );
    fc.assert(
      fc.property(collection, shuffled, (input, [all, other]) => {
        const read = (written: readonly string[]): readonly Decision[] =>
          written.map((each) => decision(each, input.copies));
        const first = decide(input, read(all));
        const again = decide({ ...input, links: [...input.links].reverse() }, read(other));
        expect(plain(again.groups)).toEqual(plain(first.groups));
        expect(again.issues).toEqual(first.issues);
      }),
      {
        ...RUNS,
        examples: [
          [
            TWO_LINKS,
            [
              ['gc!', 'dgh=', 'a!g'],
              ['gc!', 'gc!', 'dgh=', 'a!g', 'dgh='],
            ],
          ],
        ],
      },
    );
  });

  it('tell each decision on a pair that does not hold', () => {
    const pairs = fc.array(
      fc
        .tuple(pair, fc.constantFrom('=', '!'), fc.nat({ max: 9 }))
        .map(([[a, b], mark, time]) => `${a}${b}${mark}@${time}`),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(collection, pairs, (input, written) => {
        const distinct = [...new Set(written)].map((each) => decision(each, input.copies));
        const { same, different } = holdingPairs(distinct);
        const { issues } = decide(input, distinct);
        expect(issues).toHaveLength(distinct.length - same.length - different.length);
      }),
      RUNS,
    );
  });

  it('find every article by its text after all ids and bytes have changed', () => {
    fc.assert(
      fc.property(links, codes, (some, written) => {
        const input: DecidedCase = { count: COUNT, links: some };
        const read = written.map((each) => decision(each));
        const renamed = read.map((each): Decision => {
          const old = (articles: Decision['articles']): Decision['articles'] =>
            articles.map(({ id, textDigest }) => ({ id: `old/${id}`, textDigest, rawDigest: `old ${id}` }));
          return {
            ...each,
            articles: old(each.articles),
            ...(each.from === undefined ? {} : { from: old(each.from) }),
          };
        });
        expect(plain(decide(input, renamed).groups)).toEqual(plain(decide(input, read).groups));
        expect(named('a').textDigest).toBe('text0');
      }),
      RUNS,
    );
  });
});
