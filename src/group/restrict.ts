/**
 * Which articles may be put together at all: of one source only, of different sources only, published within some days.
 * Owns those bounds; must not look at texts or scores. What does not know its date may be of any, what does not know its
 * source is of none. Linear in articles and links, but for sorting.
 *
 * Equal texts are parted first: into those of one source (or those with a source and each without one), and where more
 * days than the window lie between two of them that follow each other. Links, which were judged for the first article of
 * each text, are then drawn between these parts.
 */
import { sourceName } from '../lib/source-name.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import type { SourceOf } from './across.ts';

export type Restriction = Pick<MatchOptions, 'windowDays' | 'sources'>;

/** What is asked of an article. */
export interface Published {
  readonly date?: string;
  readonly source?: string;
}

export interface Linked {
  /** Every article points at the first article of its part of a text. */
  readonly representativeOf: Uint32Array;
  readonly links: readonly Link[];
}

const DAY = 86_400_000;

/** Articles with one text that may be put together. */
interface Part {
  readonly first: ArticleIndex;
  readonly sources: ReadonlySet<string>;
  /** Days since 1970; -Infinity and Infinity where no date is known. */
  readonly from: number;
  readonly to: number;
}

/** The parts of a text by source, or all under one key, in the order of their days. */
type Parts = ReadonlyMap<string | number, readonly Part[]>;
const ALL = '';
const NONE: Parts = new Map();

/** Sources as they are compared. */
export function sourcesOf(published: (index: ArticleIndex) => Published): SourceOf {
  return (index) => {
    const { source } = published(index);
    return source === undefined ? undefined : sourceName(source);
  };
}

/** The links that may be, between the parts of texts. Without a restriction nothing is asked and nothing changes. */
export function restrictLinks(
  linked: Linked,
  published: (index: ArticleIndex) => Published,
  { windowDays, sources }: Restriction,
): Linked {
  if (windowDays === undefined && sources === undefined) return linked;
  const days = windowDays ?? Number.POSITIVE_INFINITY;
  const { parts, representativeOf } = partTexts(linked, published, days, sources);
  const links: Link[] = [];
  for (const link of linked.links) {
    const partsA = parts.get(linked.representativeOf[link.a]!) ?? NONE;
    const partsB = parts.get(linked.representativeOf[link.b]!) ?? NONE;
    for (const [a, b] of neighbours(partsA, partsB, days)) {
      if (fits(a, b, sources)) links.push({ ...link, a: a.first, b: b.first });
    }
  }
  return { representativeOf, links };
}

/** Groups that `across` leaves: those with articles of two sources. */
export function groupsAcross(
  groups: readonly Group[],
  published: (index: ArticleIndex) => Published,
  { sources }: Restriction,
): readonly Group[] {
  if (sources !== 'across') return groups;
  const sourceOf = sourcesOf(published);
  return groups.filter(({ members }) => {
    const found = new Set<string>();
    for (const { index } of members) {
      const source = sourceOf(index);
      if (source !== undefined) found.add(source);
    }
    return found.size > 1;
  });
}

function partTexts(
  { representativeOf, links }: Linked,
  published: (index: ArticleIndex) => Published,
  days: number,
  sources: Restriction['sources'],
): { parts: ReadonlyMap<ArticleIndex, Parts>; representativeOf: Uint32Array } {
  const sourceOf = sourcesOf(published);
  const members = new Map<ArticleIndex, ArticleIndex[]>();
  for (const { a, b } of links) for (const end of [a, b]) members.set(representativeOf[end]!, []);
  representativeOf.forEach((first, index) => {
    if (first !== index && !members.has(first)) members.set(first, []);
  });
  representativeOf.forEach((first, index) => {
    members.get(first)?.push(index);
  });
  const own = Uint32Array.from(representativeOf);
  const parts = new Map<ArticleIndex, Parts>();
  for (const [first, indexes] of members) {
    const ofText = new Map<string | number, readonly Part[]>();
    for (const [key, same] of bySource(indexes, sourceOf, sources)) {
      const runs = byDate(same, published, sourceOf, days);
      for (const run of runs) for (const index of run.indexes) own[index] = run.part.first;
      ofText.set(
        key,
        runs.map(({ part }) => part),
      );
    }
    parts.set(first, ofText);
  }
  return { parts, representativeOf: own };
}

/** Where sources count, an article without one is a part of its own. */
function bySource(
  indexes: readonly ArticleIndex[],
  sourceOf: SourceOf,
  sources: Restriction['sources'],
): ReadonlyMap<string | number, readonly ArticleIndex[]> {
  if (sources === undefined) return new Map([[ALL, indexes]]);
  const found = new Map<string | number, ArticleIndex[]>();
  for (const index of indexes) {
    const source = sourceOf(index);
    const key = source === undefined ? index : sources === 'within' ? source : ALL;
    const same = found.get(key);
    if (same === undefined) found.set(key, [index]);
    else same.push(index);
  }
  return found;
}

/** Undated articles stand with the first of the others, and say nothing of its days: they must not join what days part. */
function byDate(
  indexes: readonly ArticleIndex[],
  published: (index: ArticleIndex) => Published,
  sourceOf: SourceOf,
  days: number,
): readonly { readonly part: Part; readonly indexes: readonly ArticleIndex[] }[] {
  const dated = indexes
    .map((index) => ({ index, day: dayOf(published(index).date) }))
    .sort((x, y) => (x.day ?? 0) - (y.day ?? 0) || x.index - y.index);
  const undated = dated.filter(({ day }) => day === undefined);
  const runs: { index: ArticleIndex; day: number | undefined }[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const article of dated) {
    if (article.day === undefined) continue;
    if (runs.length === 0 || article.day - before > days) runs.push([]);
    runs.at(-1)!.push(article);
    before = article.day;
  }
  if (runs.length === 0) runs.push([]);
  runs[0]!.push(...undated);
  return runs.map((run) => {
    const known = run.flatMap(({ day }) => (day === undefined ? [] : [day]));
    const sources = new Set(run.flatMap(({ index }) => sourceOf(index) ?? []));
    const inRun = run.map(({ index }) => index);
    const part = {
      first: inRun.reduce((x, y) => Math.min(x, y)),
      sources,
      from: known.length === 0 ? Number.NEGATIVE_INFINITY : known[0]!,
      to: known.length === 0 ? Number.POSITIVE_INFINITY : known.at(-1)!,
    };
    return { part, indexes: inRun };
  });
}

function dayOf(date: string | undefined): number | undefined {
  const instant = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(instant) ? undefined : Math.floor(instant / DAY);
}

/** Parts of two texts of which some articles are no more days apart: those of one source where that is asked for. */
function* neighbours(a: Parts, b: Parts, days: number): Iterable<readonly [Part, Part]> {
  for (const [key, partsA] of a) {
    const partsB = b.get(key);
    if (partsB !== undefined) yield* within(partsA, partsB, days);
  }
}

/** Both in the order of days, and without common days: one walk over both finds all. A part of no date is the first. */
function* within(a: readonly Part[], b: readonly Part[], days: number): Iterable<readonly [Part, Part]> {
  const isOpen = b[0]?.to === Number.POSITIVE_INFINITY;
  let low = isOpen ? 1 : 0;
  for (const x of a) {
    if (isOpen) yield [x, b[0]!];
    while (low < b.length && x.from - b[low]!.to > days) low++;
    for (let at = low; at < b.length && b[at]!.from - x.to <= days; at++) yield [x, b[at]!];
  }
}

function fits(a: Part, b: Part, sources: Restriction['sources']): boolean {
  switch (sources) {
    case undefined:
      return true;
    case 'within':
      return a.sources.size > 0;
    case 'across':
      return a.sources.size > 0 && b.sources.size > 0 && new Set([...a.sources, ...b.sources]).size > 1;
    default:
      return sources satisfies never;
  }
}
