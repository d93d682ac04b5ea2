/** Orders of groups that people ask for. Must not change what a group is. */
import type { ArticleIndex } from '../model/article.ts';
import type { Sort } from '../model/emit.ts';
import type { Group } from '../model/group.ts';

/** `dateOf`: RFC 3339 instant or day. Groups that are equal in what they are sorted by stay in their order. */
export function orderGroups(
  groups: readonly Group[],
  sort: Sort,
  dateOf: (index: ArticleIndex) => string | undefined,
): readonly Group[] {
  switch (sort) {
    case 'path':
      return groups;
    case 'size':
      return [...groups].sort((x, y) => y.members.length - x.members.length);
    case 'score':
      return [...groups].sort((x, y) => x.confidence - y.confidence);
    case 'date': {
      const newest = new Map(groups.map((group) => [group, newestOf(group, dateOf)]));
      return [...groups].sort((x, y) => compareNewest(newest.get(x)!, newest.get(y)!));
    }
    default:
      return sort satisfies never;
  }
}

/** Milliseconds of the newest member, -Infinity where no member has a date. */
function newestOf(group: Group, dateOf: (index: ArticleIndex) => string | undefined): number {
  return group.members.reduce((newest, { index }) => {
    const instant = Date.parse(dateOf(index) ?? '');
    return Number.isNaN(instant) ? newest : Math.max(newest, instant);
  }, Number.NEGATIVE_INFINITY);
}

function compareNewest(x: number, y: number): number {
  return x === y ? 0 : y > x ? 1 : -1;
}
