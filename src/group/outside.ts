/**
 * Which related pairs a report shows beside its groups. Owns that choice; must not look at texts. Linear in pairs and
 * members.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';
import { linksAcross, type SourceOf } from './across.ts';

/**
 * Related pairs that say something new: not within a group, and at least one side a canonical or ungrouped. A pair was
 * judged on the first article of each text; it is told of the canonical where that has the same text. With `sourceOf` a
 * pair is drawn between two sources afterwards.
 */
export function outsideGroups(
  related: readonly Link[],
  groups: readonly Group[],
  representativeOf: Uint32Array,
  sourceOf?: SourceOf,
): readonly Link[] {
  const groupOf = new Map<ArticleIndex, Group>();
  for (const group of groups) for (const member of group.members) groupOf.set(member.index, group);
  const told = (index: ArticleIndex): ArticleIndex => {
    const canonical = groupOf.get(index)?.canonical ?? index;
    return representativeOf[canonical] === index ? canonical : index;
  };
  const speaks = (index: ArticleIndex): boolean => (groupOf.get(index)?.canonical ?? index) === index;
  const outside = related
    .map((link) => ({ ...link, a: told(link.a), b: told(link.b) }))
    .filter(({ a, b }) => {
      const group = groupOf.get(a);
      return (group === undefined || group !== groupOf.get(b)) && (speaks(a) || speaks(b));
    });
  return sourceOf === undefined ? outside : linksAcross(outside, representativeOf, sourceOf);
}
