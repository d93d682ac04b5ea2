/** Orders of groups that people ask for. Must not change what a group is. */
import type { ArticleIndex } from '../model/article.ts';
import type { Sort } from '../model/emit.ts';
import type { Group } from '../model/group.ts';
import type { Report } from '../model/report.ts';

/** By what groups are ordered. */
interface Rank<T> {
  readonly size: (group: T) => number;
  readonly confidence: (group: T) => number;
  /** RFC 3339 instants or days of the members. */
  readonly dates: (group: T) => Iterable<string | undefined>;
}

/** `dateOf`: RFC 3339 instant or day. Groups that are equal in what they are sorted by stay in their order. */
export function orderGroups(
  groups: readonly Group[],
  sort: Sort,
  dateOf: (index: ArticleIndex) => string | undefined,
): readonly Group[] {
  return ordered(groups, sort, {
    size: ({ members }) => members.length,
    confidence: ({ confidence }) => confidence,
    dates: ({ members }) => members.map(({ index }) => dateOf(index)),
  });
}

interface SavedRank {
  readonly position: number;
  readonly size: number;
  readonly confidence: number;
  readonly ids: readonly string[];
}

/**
 * Positions of the groups of a saved report in this order. Groups that are equal in what they are sorted by are in the order
 * of their first members, as of a scan, whatever the order of the report was.
 */
export function orderSaved(report: Report, sort: Sort): readonly number[] {
  const ranks: SavedRank[] = [];
  const firstOf = new Map<string, number>();
  for (const { members, confidence } of report.groups) {
    const ids = sort === 'date' ? members.map(({ id }) => id) : [];
    firstOf.set(members[0]?.id ?? '', ranks.length);
    ranks.push({ position: ranks.length, size: members.length, confidence, ids });
  }
  const dates = new Map<string, string>();
  const byFirst: SavedRank[] = [];
  for (const { id, date } of report.articles) {
    const position = firstOf.get(id);
    if (position !== undefined) byFirst.push(ranks[position]!);
    if (sort === 'date' && date !== undefined) dates.set(id, date);
  }
  // A report may have lost articles of its groups.
  const found = new Set(byFirst);
  const all = found.size === ranks.length ? byFirst : [...found, ...ranks.filter((rank) => !found.has(rank))];
  return ordered(all, sort, {
    size: ({ size }) => size,
    confidence: ({ confidence }) => confidence,
    dates: ({ ids }) => ids.map((id) => dates.get(id)),
  }).map(({ position }) => position);
}

function ordered<T>(groups: readonly T[], sort: Sort, rank: Rank<T>): readonly T[] {
  switch (sort) {
    case 'path':
      return groups;
    case 'size':
      return [...groups].sort((x, y) => rank.size(y) - rank.size(x));
    case 'score':
      return [...groups].sort((x, y) => rank.confidence(x) - rank.confidence(y));
    case 'date': {
      const newest = new Map(groups.map((group) => [group, newestOf(rank.dates(group))]));
      return [...groups].sort((x, y) => compareNewest(newest.get(x)!, newest.get(y)!));
    }
    default:
      return sort satisfies never;
  }
}

/** Milliseconds of the newest, -Infinity where there is no date. */
function newestOf(dates: Iterable<string | undefined>): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const date of dates) {
    const instant = Date.parse(date ?? '');
    if (!Number.isNaN(instant)) newest = Math.max(newest, instant);
  }
  return newest;
}

function compareNewest(x: number, y: number): number {
  return x === y ? 0 : y > x ? 1 : -1;
}
