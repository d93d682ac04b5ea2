/**
 * From each article of an input to the nearest one of the archive, along the links of their group. Pure; must not know
 * ids.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';

export interface Route {
  readonly to: ArticleIndex;
  /** Of the weakest link. */
  readonly score: number;
  /** The first one leaves the article of the input. */
  readonly links: readonly Link[];
}

/**
 * By the fewest links, then the surest, then the smallest index; an article whose group has none of the archive is
 * absent. Linear in the group.
 */
export function routesToKnown(
  { members, links }: Pick<Group, 'members' | 'links'>,
  isInput: (index: ArticleIndex) => boolean,
): ReadonlyMap<ArticleIndex, Route> {
  const at = new Map<ArticleIndex, Link[]>();
  for (const link of links) {
    for (const side of [link.a, link.b]) {
      const own = at.get(side);
      if (own === undefined) at.set(side, [link]);
      else own.push(link);
    }
  }
  const routes = new Map<ArticleIndex, Route>();
  let frontier = new Map<ArticleIndex, Route>();
  for (const { index } of members)
    if (!isInput(index)) frontier.set(index, { to: index, score: 1, links: [] });
  while (frontier.size > 0) {
    const next = new Map<ArticleIndex, Route>();
    for (const [index, route] of frontier) {
      for (const link of at.get(index) ?? []) {
        const other = link.a === index ? link.b : link.a;
        if (!isInput(other) || routes.has(other)) continue;
        const longer = { ...route, score: Math.min(route.score, link.score), links: [link, ...route.links] };
        const best = next.get(other);
        if (best === undefined || isBetter(longer, best)) next.set(other, longer);
      }
    }
    for (const [index, route] of next) routes.set(index, route);
    frontier = next;
  }
  return routes;
}

function isBetter(a: Route, b: Route): boolean {
  return a.score > b.score || (a.score === b.score && a.to < b.to);
}
