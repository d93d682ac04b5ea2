/**
 * The graph of texts and verified links: identical cleaned texts are one node. Owns the numbering, which follows the
 * order of articles and not that of links; must not decide who belongs together. O(articles + links log links).
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Link } from '../model/match.ts';
import type { CanonicalRule } from '../model/options.ts';
import { comparePreference, type Known } from './facts.ts';

export interface TextNode {
  /** Articles with this text, ascending. */
  readonly members: readonly ArticleIndex[];
  /** The member with the smallest id: copies hang on it. */
  readonly representative: Known;
  /** The member that the canonical rule prefers. */
  readonly preferred: Known;
}

export interface TextGraph {
  readonly nodes: readonly TextNode[];
  /** By node: neighbour node to the best link between the two. */
  readonly neighbours: readonly ReadonlyMap<number, Link>[];
}

/** BCP 47 of an article. */
export type LanguageOf = (index: ArticleIndex) => string;
/** The language of a text where nobody knows it: two such texts may be in two. */
export const UNTOLD = 'und';

/** Nodes for all texts that are linked, have copies or were decided on; at most one link for two nodes. */
export function buildGraph(
  representativeOf: Uint32Array,
  links: readonly Link[],
  known: (index: ArticleIndex) => Known,
  rule: CanonicalRule,
  decided: readonly ArticleIndex[] = [],
): TextGraph {
  const wanted = new Set(decided.map((index) => representativeOf[index]!));
  for (const link of links) {
    wanted.add(representativeOf[link.a]!);
    wanted.add(representativeOf[link.b]!);
  }
  for (let index = 0; index < representativeOf.length; index++) {
    if (representativeOf[index] !== index) wanted.add(representativeOf[index]!);
  }
  const members = new Map<number, number[]>();
  for (let index = 0; index < representativeOf.length; index++) {
    const representative = representativeOf[index]!;
    if (!wanted.has(representative)) continue;
    const found = members.get(representative);
    if (found === undefined) members.set(representative, [index]);
    else found.push(index);
  }
  const numbers = new Map<number, number>();
  const nodes: TextNode[] = [];
  for (const [representative, indexes] of members) {
    numbers.set(representative, nodes.length);
    nodes.push(makeNode(indexes, known, rule));
  }
  const neighbours = nodes.map(() => new Map<number, Link>());
  for (const link of [...links].sort(compareLinks)) {
    const a = numbers.get(representativeOf[link.a]!)!;
    const b = numbers.get(representativeOf[link.b]!)!;
    if (a === b || neighbours[a]!.has(b)) continue;
    neighbours[a]!.set(b, link);
    neighbours[b]!.set(a, link);
  }
  return { nodes, neighbours };
}

export function makeNode(
  members: readonly number[],
  known: (index: number) => Known,
  rule: CanonicalRule,
): TextNode {
  let representative = known(members[0]!);
  let preferred = representative;
  for (const index of members) {
    const article = known(index);
    if (compareCodeUnits(article.id, representative.id) < 0) representative = article;
    if (comparePreference(rule, article, preferred) < 0) preferred = article;
  }
  return { members, representative, preferred };
}

/** The article and the id by which a text is asked for. */
export function indexOfText({ nodes }: TextGraph, text: number): ArticleIndex {
  return nodes[text]!.representative.index;
}

export function idOfText({ nodes }: TextGraph, text: number): string {
  return nodes[text]!.representative.id;
}

/** Texts by their ids: what is bounded takes the first of them, and sums of doubles depend on their order. */
export function byId(graph: TextGraph): (a: number, b: number) => number {
  return (a, b) => compareCodeUnits(idOfText(graph, a), idOfText(graph, b));
}

export function hasMember({ members }: TextNode, index: ArticleIndex): boolean {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (members[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return members[low] === index;
}

/** By place, then the better link first: a story before an event, the higher score before the lower. */
function compareLinks(x: Link, y: Link): number {
  const place = x.a - y.a || x.b - y.b;
  const event = Number(x.relation === 'related') - Number(y.relation === 'related');
  return place || event || y.score - x.score || compareCodeUnits(x.relation, y.relation);
}
