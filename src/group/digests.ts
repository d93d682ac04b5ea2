/**
 * Digests: articles that hold several unrelated stories ("news in brief"). Owns their detection from links alone; must
 * not look at texts. A digest contains two excerpts that share nothing: no link joins them, directly or through other
 * excerpts or versions of both, and they cover different parts of the container; none has the title of the container, as
 * the first page of a report has. Its links with these, and with their translations, would glue
 * stories together and are refused.
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

/** What is asked of an article. */
export interface TextFacts {
  readonly characters: number;
  /** Empty where there is none. */
  readonly title: string;
}

interface Excerpt {
  readonly text: number;
  /** Which article of the link it is. */
  readonly side: 'a' | 'b';
  readonly link: Link;
}

/** A text that holds another has so many times its length at least, where more than half of it is the other. */
const HOLDS = 1.5;
/** Share of the shorter text that stands in the longer: below it, the two are versions. */
const HELD = 0.9;

/** Parts the links that may build groups from those of digests; `textOf` maps an article to its text. */
export function refuseDigests(
  links: readonly Link[],
  textOf: (index: number) => number,
  factsOf: (index: number) => TextFacts,
): KeptLinks {
  const excerpts = new Map<number, Excerpt[]>();
  const neighbours = new Map<number, Set<number>>();
  for (const link of links) {
    const a = textOf(link.a);
    const b = textOf(link.b);
    setOf(neighbours, a).add(b);
    setOf(neighbours, b).add(a);
    const side = innerOf(link, factsOf);
    if (side === undefined) continue;
    const [inner, outer] = side === 'a' ? [a, b] : [b, a];
    const found = excerpts.get(outer);
    if (found === undefined) excerpts.set(outer, [{ text: inner, side, link }]);
    else found.push({ text: inner, side, link });
  }
  const refused = new Set<Link>();
  const storiesOf = new Map<number, ReadonlySet<number>>();
  for (const [outer, held] of excerpts) {
    if (held.length < 2 || isPaged(held, factsOf) || countStories(held, neighbours, excerpts) < 2) continue;
    for (const excerpt of held) refused.add(excerpt.link);
    storiesOf.set(outer, new Set(held.map(({ text }) => text)));
  }
  for (const link of links) {
    if (link.relation !== 'translation') continue;
    const [a, b] = [textOf(link.a), textOf(link.b)];
    if (tellsStoryOf(a, b, storiesOf, neighbours) || tellsStoryOf(b, a, storiesOf, neighbours))
      refused.add(link);
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

/** Whether one of the excerpts has the title of what holds it: the first page of a report, not a story of a digest. */
function isPaged(held: readonly Excerpt[], factsOf: (index: number) => TextFacts): boolean {
  return held.some(({ link: { a, b } }) => {
    const { title } = factsOf(a);
    return title !== '' && title === factsOf(b).title;
  });
}

/** Which article of a link the other holds: of two stories told in one text one may be more than half of it, and near. */
function innerOf(link: Link, factsOf: (index: number) => TextFacts): 'a' | 'b' | undefined {
  if (link.relation === 'contained') return link.inner;
  if (link.relation !== 'near') return undefined;
  const [a, b] = [factsOf(link.a).characters, factsOf(link.b).characters];
  if (Math.max(a, b) < HOLDS * Math.min(a, b)) return undefined;
  if ((link.evidence().containment ?? 0) < HELD) return undefined;
  return a < b ? 'a' : 'b';
}

/** Whether a digest is linked with what is a version of a story that it holds: the translation of one, not of the digest. */
function tellsStoryOf(
  digest: number,
  text: number,
  storiesOf: ReadonlyMap<number, ReadonlySet<number>>,
  neighbours: ReadonlyMap<number, ReadonlySet<number>>,
): boolean {
  const stories = storiesOf.get(digest);
  if (stories === undefined || storiesOf.has(text)) return false;
  const near = neighbours.get(text)!;
  const [few, many] = near.size < stories.size ? [near, stories] : [stories, near];
  for (const one of few) if (many.has(one)) return true;
  return false;
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
  excerpts: ReadonlyMap<number, readonly Excerpt[]>,
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
  // A version of both, that holds neither: their translation, as a rule.
  const versions = new Map<number, number>();
  for (const [text, place] of places) {
    for (const version of neighbours.get(text)!) {
      if (excerpts.has(version)) continue;
      const other = versions.get(version);
      if (other === undefined) versions.set(version, place);
      else join(place, other);
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
    .flatMap(({ text, side, link }) =>
      (link.evidence().passages ?? []).map((passage) =>
        side === 'a'
          ? ([passage.bStart, passage.bEnd, text] as const)
          : ([passage.aStart, passage.aEnd, text] as const),
      ),
    )
    .sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
}
