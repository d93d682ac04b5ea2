import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupLinks } from '../../src/group/index.ts';
import type { Group } from '../../src/model/group.ts';
import type { Link, Relation } from '../../src/model/match.ts';
import { CANONICAL_RULES } from '../../src/model/options.ts';
import { identity } from './build.ts';

const COUNT = 18;

const world = fc.record({
  links: fc.uniqueArray(
    fc.record({
      a: fc.nat(COUNT - 1),
      b: fc.nat(COUNT - 1),
      relation: fc.constantFrom<Relation>('near', 'near', 'translation', 'contained'),
      score: fc.constantFrom(0.6, 0.8, 0.9, 0.99),
      inner: fc.constantFrom('a' as const, 'b' as const),
    }),
    { maxLength: 45, selector: ({ a, b }) => `${Math.min(a, b)}-${Math.max(a, b)}` },
  ),
  sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: COUNT, maxLength: COUNT }),
  copies: fc.array(fc.nat(9), { minLength: COUNT, maxLength: COUNT }),
  rule: fc.constantFrom(...CANONICAL_RULES),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Some articles repeat the text of an earlier one: a drawn 0, 1 or 2 names the representative. */
function representatives(copies: readonly number[]): Uint32Array {
  return Uint32Array.from(copies, (drawn, index) => (drawn < 3 && drawn < index ? drawn : index)).map(
    (target, index, all) => (all[target] === target ? target : index),
  );
}

/** The same function for all: groups are compared with all that they hold. */
const noEvidence: Link['evidence'] = () => ({ names: [], numbers: [] });

function linksOf(world: World, representativeOf: Uint32Array, shift = 0): readonly Link[] {
  return world.links
    .filter(({ a, b }) => a !== b && representativeOf[a] === a && representativeOf[b] === b)
    .map(({ a, b, relation, score, inner }) => ({
      a: Math.min(a, b) + shift,
      b: Math.max(a, b) + shift,
      relation,
      score,
      ...(relation === 'contained' ? { inner } : {}),
      evidence: noEvidence,
    }));
}

function groupsOf(
  world: World,
  reorder: (links: readonly Link[]) => readonly Link[] = (links) => links,
): readonly Group[] {
  const representativeOf = representatives(world.copies);
  return groupLinks({
    ...identity(COUNT, { sizes: world.sizes }),
    copies: { representativeOf },
    links: reorder(linksOf(world, representativeOf)),
    options: { canonical: world.rule, groupBy: 'story' },
  });
}

it('groups are disjoint, copies stay together, links form a tree, members are supported', () => {
  fc.assert(
    fc.property(world, (input) => {
      const representativeOf = representatives(input.copies);
      const groups = groupsOf(input);
      const seen = new Map<number, number>();
      groups.forEach((group, number) => {
        const indexes = group.members.map((member) => member.index);
        expect(indexes).toEqual([...indexes].sort((x, y) => x - y));
        expect(indexes.length).toBeGreaterThanOrEqual(2);
        for (const index of indexes) {
          expect(seen.has(index)).toBe(false);
          seen.set(index, number);
        }
        expect(group.links.length).toBe(indexes.length - 1);
        for (const member of group.members) climb(group, member.index);
        expectSupport(group, linksOf(input, representativeOf), representativeOf);
        expect(group.confidence).toBeLessThanOrEqual(group.weakestLink + 1e-12);
      });
      representativeOf.forEach((representative, index) => {
        if (representative !== index) {
          expect(seen.get(index)).toBeDefined();
          expect(seen.get(index)).toBe(seen.get(representative));
        }
      });
    }),
    { numRuns: 300 },
  );
});

/** Every member reaches the canonical over links of the tree. */
function climb(group: Group, start: number): void {
  let at = start;
  for (let step = 0; at !== group.canonical; step++) {
    expect(step).toBeLessThan(group.members.length);
    const via = group.members.find((member) => member.index === at)!.via!;
    expect(
      group.links.some((link) => (link.a === at && link.b === via) || (link.b === at && link.a === via)),
    ).toBe(true);
    at = via;
  }
}

function expectSupport(group: Group, links: readonly Link[], representativeOf: Uint32Array): void {
  const texts = new Set(group.members.map((member) => representativeOf[member.index]!));
  const root = representativeOf[group.canonical]!;
  for (const text of texts) {
    if (text === root) continue;
    const linked = new Set(
      links.filter((link) => link.a === text || link.b === text).map((link) => link.a + link.b - text),
    );
    const inside = [...linked].filter((other) => texts.has(other)).length;
    expect(linked.has(root) || inside >= 2).toBe(true);
  }
}

it('the order of links changes nothing', () => {
  fc.assert(
    fc.property(world, fc.infiniteStream(fc.nat(1e6)), (input, stream) => {
      const shuffled = (links: readonly Link[]): readonly Link[] =>
        links
          .map((link) => ({ link, at: stream.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ link }) => link);
      expect(groupsOf(input, shuffled)).toEqual(groupsOf(input));
    }),
  );
});

it('unrelated articles change no group', () => {
  fc.assert(
    fc.property(world, (input) => {
      const before = groupsOf(input);
      const representativeOf = representatives(input.copies);
      // A pair of strangers in front moves every index by two; ids stay with their articles.
      const moved = Uint32Array.from([0, 1, ...representativeOf.map((index) => index + 2)]);
      const facts = identity(COUNT, { sizes: input.sizes }).facts;
      const stranger: Link = {
        a: 0,
        b: 1,
        relation: 'near',
        score: 0.9,
        evidence: noEvidence,
      };
      const after = groupLinks({
        count: COUNT + 2,
        copies: { representativeOf: moved },
        links: [stranger, ...linksOf(input, representativeOf, 2)],
        facts: (index) =>
          index < 2 ? { id: `stranger${index}`, characters: 9, rawDigest: `s${index}` } : facts(index - 2),
        options: { canonical: input.rule, groupBy: 'story' },
      });
      const shape = (groups: readonly Group[], shift: number): unknown =>
        groups.map(({ canonical, members, kind, confidence }) => ({
          canonical: canonical - shift,
          kind,
          confidence,
          members: members.map(({ index, relation }) => [index - shift, relation]),
        }));
      expect(shape(after.slice(1), 2)).toEqual(shape(before, 0));
    }),
  );
});
