import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupLinks, outsideGroups } from '../../src/group/index.ts';
import {
  groupsAcross,
  type Published,
  type Restriction,
  restrictLinks,
  sourcesOf,
} from '../../src/group/restrict.ts';
import type { Link } from '../../src/model/match.ts';

const link = (a: number, b: number): Link => ({
  a,
  b,
  relation: 'near',
  score: 0.9,
  evidence: () => ({ names: [], numbers: [] }),
});

/** Articles as `text source day`; links between texts are between their first articles. */
function run(
  articles: readonly (Published & { text: number })[],
  texts: readonly (readonly [number, number])[],
  options: Restriction,
): { parts: number[]; links: string[] } {
  const firstOf = new Map<number, number>();
  articles.forEach(({ text }, i) => {
    if (!firstOf.has(text)) firstOf.set(text, i);
  });
  const representativeOf = Uint32Array.from(articles, ({ text }) => firstOf.get(text)!);
  const links = texts.map(([x, y]) => link(firstOf.get(x)!, firstOf.get(y)!));
  const found = restrictLinks({ representativeOf, links }, (index) => articles[index]!, options);
  return { parts: [...found.representativeOf], links: found.links.map(({ a, b }) => `${a}-${b}`) };
}

const at = (text: number, source?: string, day?: number): Published & { text: number } => ({
  text,
  ...(source === undefined ? {} : { source }),
  ...(day === undefined ? {} : { date: `2024-05-${String(day).padStart(2, '0')}` }),
});

describe('articles that may be put together', () => {
  const articles = [at(1, 'x', 1), at(1, 'y', 2), at(1, 'x', 20), at(2, 'x', 3), at(2, undefined, 21), at(3)];
  const check = (title: string, options: Restriction, parts: number[], links: string[]): void => {
    it(title, () =>
      expect(
        run(
          articles,
          [
            [1, 2],
            [2, 3],
          ],
          options,
        ),
      ).toEqual({ parts, links }),
    );
  };
  check('all', {}, [0, 0, 0, 3, 3, 5], ['0-3', '3-5']);
  check('of one source', { sources: 'within' }, [0, 1, 0, 3, 4, 5], ['0-3']);
  check('of different sources', { sources: 'across' }, [0, 0, 0, 3, 4, 5], ['0-3']);
  check('within ten days', { windowDays: 10 }, [0, 0, 2, 3, 4, 5], ['0-3', '2-4', '3-5', '4-5']);
  check('within ten days, of one source', { windowDays: 10, sources: 'within' }, [0, 1, 2, 3, 4, 5], ['0-3']);
  check('on one day', { windowDays: 0 }, [0, 1, 2, 3, 4, 5], ['3-5', '4-5']);
  it('ends of a link that no day parts', () => {
    const days = [at(1, 'x', 5), at(2, 'x', 6)];
    expect(run(days, [[1, 2]], { windowDays: 0 }).links).toEqual([]);
    expect(run(days, [[1, 2]], { windowDays: 1 }).links).toEqual(['0-1']);
  });
});

describe('a restriction', () => {
  const article = fc
    .tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.option(fc.constantFrom('x', 'y', 'z'), { nil: undefined }),
      fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
    )
    .map(([text, source, day]) => at(text, source, day));
  const options = fc.record(
    {
      windowDays: fc.integer({ min: 0, max: 20 }),
      sources: fc.constantFrom('within' as const, 'across' as const),
    },
    { requiredKeys: [] },
  );
  it('leaves exactly the links between parts that brute force leaves', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 14 }), options, (articles, restriction) => {
        const texts = [...new Set(articles.map(({ text }) => text))];
        const pairs = texts.flatMap((x, i) => texts.slice(i + 1).map((y) => [x, y] as const));
        const { parts, links } = run(articles, pairs, restriction);
        const { windowDays = Number.POSITIVE_INFINITY, sources } = restriction;
        const firsts = [...new Set(parts)];
        const membersOf = (first: number) => articles.filter((_, i) => parts[i] === first);
        const dayOf = ({ date }: Published) => (date === undefined ? undefined : Number(date.slice(8)));
        const near = (a: number, b: number): boolean => {
          const [x, y] = [membersOf(a).map(dayOf), membersOf(b).map(dayOf)];
          const dated = [x, y].map((days) => days.filter((day) => day !== undefined).sort((m, n) => m - n));
          if (dated.some((days) => days.length === 0)) return true;
          const [low, high] = dated.sort((m, n) => m[0]! - n[0]!);
          return Math.min(...high!) - Math.max(...low!) <= windowDays;
        };
        const bySource = (a: number, b: number): boolean => {
          const of = (first: number) => new Set(membersOf(first).flatMap(({ source }) => source ?? []));
          const [x, y] = [of(a), of(b)];
          if (sources === 'within') return [...x].some((one) => y.has(one));
          if (sources === 'across') return x.size > 0 && y.size > 0 && new Set([...x, ...y]).size > 1;
          return true;
        };
        const expected = firsts.flatMap((a) =>
          firsts
            .filter((b) => articles[a]!.text !== articles[b]!.text)
            .filter((b) => texts.indexOf(articles[a]!.text) < texts.indexOf(articles[b]!.text))
            .filter((b) => near(a, b) && bySource(a, b))
            .map((b) => `${a}-${b}`),
        );
        expect([...links].sort()).toEqual(expected.sort());
        expect(new Set(links).size).toBe(links.length);
        for (const [i, first] of parts.entries()) expect(articles[i]!.text).toBe(articles[first]!.text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('groups of different sources', () => {
  it('are trees without a link within a source', () => {
    const article = fc.record({
      text: fc.integer({ min: 0, max: 3 }),
      source: fc.constantFrom('x', 'y', 'z'),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 14 }), (articles) => {
        const firstOf = (text: number) => articles.findIndex((other) => other.text === text);
        const representativeOf = Uint32Array.from(articles, ({ text }) => firstOf(text));
        const firsts = [...new Set(representativeOf)];
        const links = firsts.flatMap((a) => firsts.filter((b) => a < b).map((b) => link(a, b)));
        const published = (index: number) => articles[index]!;
        const bounds = { sources: 'across' } as const;
        const found = restrictLinks({ representativeOf, links }, published, bounds);
        const sourceOf = sourcesOf(published);
        const groups = groupLinks({
          count: articles.length,
          copies: { representativeOf: found.representativeOf },
          links: found.links,
          facts: (index) => ({ id: `id${index}`, characters: articles[index]!.text, rawDigest: '' }),
          options: { canonical: 'longest', groupBy: 'story' },
          sourceOf,
        });
        for (const { members, links: tree, canonical } of groupsAcross(groups, published, bounds)) {
          for (const { a, b } of tree) expect(sourceOf(a)).not.toBe(sourceOf(b));
          expect(tree).toHaveLength(members.length - 1);
          const viaOf = new Map(members.map(({ index, via }) => [index, via]));
          for (const { index } of members) {
            let [at, steps] = [index, 0];
            while (at !== canonical && steps++ < members.length) at = viaOf.get(at)!;
            expect(at).toBe(canonical);
          }
        }
        for (const { a, b } of outsideGroups(found.links, [], found.representativeOf, sourceOf))
          expect(sourceOf(a)).not.toBe(sourceOf(b));
      }),
      { numRuns: 300 },
    );
  });
});
