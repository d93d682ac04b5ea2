/**
 * Digests: articles that hold several unrelated stories ("news in brief"). Owns their detection from links alone; must
 * not look at texts. A digest contains two excerpts that share nothing: no link joins them, directly or through other
 * excerpts, and they cover different parts of the container. Its `contained` links would glue stories together and are
 * refused.
 *
 * Links without passages are judged by links alone. For every excerpt the smaller of its neighbours and its siblings
 * is walked, O(links^1.5) at worst, linear where articles have few links.
 */
import { DisjointSet } from '../lib/disjoint-set.ts';
import type { Link } from '../model/match.ts';

export interface RefusedLink {
  readonly link: Link;
  readonly reason: string;
}

export interface KeptLinks {
  readonly kept: readonly Link[];
  readonly refused: readonly RefusedLink[];
}

interface Excerpt {
  readonly text: number;
  readonly link: Link;
}

/** Parts the links that may build groups from those of digests; `textOf` maps an article to its text. */
export function refuseDigests(links: readonly Link[], textOf: (index: number) => number): KeptLinks {
  const excerpts = new Map<number, Excerpt[]>();
  const neighbours = new Map<number, Set<number>>();
  for (const link of links) {
    const a = textOf(link.a);
    const b = textOf(link.b);
    setOf(neighbours, a).add(b);
    setOf(neighbours, b).add(a);
    if (link.relation !== 'contained' || link.inner === undefined) continue;
    const [inner, outer] = link.inner === 'a' ? [a, b] : [b, a];
    const found = excerpts.get(outer);
    if (found === undefined) excerpts.set(outer, [{ text: inner, link }]);
    else found.push({ text: inner, link });
  }
  const refused = new Set<Link>();
  for (const held of excerpts.values()) {
    if (held.length < 2 || countStories(held, neighbours) < 2) continue;
    for (const excerpt of held) refused.add(excerpt.link);
  }
  return {
    kept: links.filter((link) => !refused.has(link)),
    refused: links
      .filter((link) => refused.has(link))
      .map((link) => ({
        link,
        reason: 'the longer article is a digest: it holds excerpts that share nothing',
      })),
  };
}

function setOf(sets: Map<number, Set<number>>, key: number): Set<number> {
  const found = sets.get(key) ?? new Set<number>();
  sets.set(key, found);
  return found;
}

/** Sets of excerpts that nothing joins. */
function countStories(
  held: readonly Excerpt[],
  neighbours: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  const places = new Map<number, number>();
  for (const { text } of held) if (!places.has(text)) places.set(text, places.size);
  const stories = new DisjointSet(places.size);
  let count = places.size;
  const join = (a: number, b: number): void => {
    if (stories.union(a, b)) count--;
  };
  for (const [text, place] of places) {
    const near = neighbours.get(text)!;
    if (near.size <= places.size) {
      for (const other of near) {
        const otherPlace = places.get(other);
        if (otherPlace !== undefined) join(place, otherPlace);
      }
    } else {
      for (const [other, otherPlace] of places) if (near.has(other)) join(place, otherPlace);
    }
  }
  // Sorted by where they begin in the container, passages that overlap stand next to the one that reaches furthest.
  let reach = -1;
  let holder = -1;
  for (const [start, end, text] of passagesInContainer(held)) {
    const place = places.get(text)!;
    if (start < reach) join(place, holder);
    if (end > reach) {
      reach = end;
      holder = place;
    }
  }
  return count;
}

function passagesInContainer(held: readonly Excerpt[]): readonly (readonly [number, number, number])[] {
  return held
    .flatMap(({ text, link }) =>
      (link.evidence().passages ?? []).map((passage) =>
        link.inner === 'a'
          ? ([passage.bStart, passage.bEnd, text] as const)
          : ([passage.aStart, passage.aEnd, text] as const),
      ),
    )
    .sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
}
