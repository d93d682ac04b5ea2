/**
 * What decisions are about: groups, and articles without one, that decisions put together. Owns which of them are
 * touched; must not part or build a group. All others stay as they are. O(texts + decided articles).
 */
import { DisjointSet } from '../../lib/disjoint-set.ts';
import type { ArticleIndex } from '../../model/article.ts';
import type { TextGraph } from '../graph.ts';
import type { TextGroup } from '../split.ts';
import type { Settled } from './settle.ts';

/** Texts that decisions put together. */
export interface Pool {
  /** Ascending. */
  readonly texts: readonly number[];
  /** The one group that it is made of, if it is. */
  readonly group?: TextGroup;
}

export interface Pooled {
  readonly pools: readonly Pool[];
  /** Groups without a decided article. */
  readonly untouched: readonly TextGroup[];
  /** The text of a decided article. */
  readonly textOf: (article: ArticleIndex) => number;
}

/** Every decided article has a node in the graph. */
export function poolTexts(
  { nodes }: TextGraph,
  groups: readonly TextGroup[],
  { decided, same }: Settled,
  representativeOf: Uint32Array,
): Pooled {
  const nodeOf = new Map(nodes.map(({ members }, node) => [members[0]!, node]));
  const textOf = (article: ArticleIndex): number => nodeOf.get(representativeOf[article]!)!;
  const sets = new DisjointSet(nodes.length);
  for (const { texts } of groups) for (const text of texts) sets.union(texts[0]!, text);
  for (const [a, b] of same) sets.union(textOf(a), textOf(b));
  const touched = new Map<number, number[]>();
  for (const article of decided) touched.set(sets.find(textOf(article)), []);
  for (let text = 0; text < nodes.length; text++) touched.get(sets.find(text))?.push(text);
  const groupOf = new Map<number, TextGroup>();
  const untouched: TextGroup[] = [];
  for (const group of groups) {
    const root = sets.find(group.texts[0]!);
    if (touched.get(root) === undefined) untouched.push(group);
    else if (touched.get(root)!.length === group.texts.length) groupOf.set(root, group);
  }
  const pools = [...touched].map(([root, texts]): Pool => {
    const group = groupOf.get(root);
    return { texts, ...(group === undefined ? {} : { group }) };
  });
  return { pools, untouched, textOf };
}
