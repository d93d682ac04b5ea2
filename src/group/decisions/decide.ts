/**
 * Groups as people decided: those that belong together become one, those that hold what is different are parted at
 * their weakest links, and the canonical is the decided one. Owns membership of the groups that a decision is about;
 * all others are handed on as they are. The links of such a group are taken the strongest first, and one that would put
 * together what must stay apart is left out: what is apart is so by its weakest link.
 * Reference: J. B. Kruskal, On the shortest spanning subtree of a graph, Proc. AMS 7 (1956); K. Wagstaff et al.,
 * Constrained k-means clustering with background knowledge, ICML 2001 (must-link and cannot-link).
 * O(links of the touched groups * log).
 */
import { DisjointSet } from '../../lib/disjoint-set.ts';
import type { ArticleIndex } from '../../model/article.ts';
import type { Issue, Staged } from '../../model/issue.ts';
import type { Link } from '../../model/match.ts';
import type { CanonicalRule } from '../../model/options.ts';
import { comparePreference, type Known } from '../facts.ts';
import type { TextGraph } from '../graph.ts';
import type { TextGroup } from '../split.ts';
import { cutPieces, type Pieces } from './pieces.ts';
import { type Pool, poolTexts } from './pools.ts';
import type { Settled } from './settle.ts';

/** A group and the graph that its texts are numbers of. */
export interface DecidedGroup {
  readonly graph: TextGraph;
  readonly group: TextGroup;
  /** Its canonical, where that was decided. */
  readonly canonical?: Known;
  /** Another group may hold articles with the text of one of its members. */
  readonly isParted?: true;
}

export interface DecideInput {
  readonly graph: TextGraph;
  readonly groups: readonly TextGroup[];
  readonly settled: Settled;
  readonly representativeOf: Uint32Array;
  readonly known: (index: ArticleIndex) => Known;
  readonly rule: CanonicalRule;
  /** Makes the link between two articles that nothing but a decision puts together. */
  readonly decidedLink: (a: ArticleIndex, b: ArticleIndex) => Link;
}

export function decideGroups(input: DecideInput): Staged<readonly DecidedGroup[]> {
  const { graph, settled } = input;
  const { pools, untouched, textOf } = poolTexts(graph, input.groups, settled, input.representativeOf);
  const decidedOf = new Map<number, ArticleIndex[]>();
  for (const article of settled.decided) {
    const text = textOf(article);
    const known = decidedOf.get(text);
    if (known === undefined) decidedOf.set(text, [article]);
    else known.push(article);
  }
  const sameOf = new Map<number, (readonly [ArticleIndex, ArticleIndex])[]>();
  for (const pair of settled.same) {
    const text = textOf(pair[0]);
    const known = sameOf.get(text);
    if (known === undefined) sameOf.set(text, [pair]);
    else known.push(pair);
  }
  const groups: DecidedGroup[] = untouched.map((group) => ({ graph, group }));
  for (const pool of pools) {
    const same = pool.texts.flatMap((text) => sameOf.get(text) ?? []);
    for (const group of decidePool(input, pool, decidedOf, same, textOf)) groups.push(group);
  }
  return withCanonicals(groups, settled, input.known);
}

function decidePool(
  { graph, settled, known, rule, decidedLink }: DecideInput,
  pool: Pool,
  decidedOf: ReadonlyMap<number, readonly ArticleIndex[]>,
  same: Settled['same'],
  textOf: (article: ArticleIndex) => number,
): readonly DecidedGroup[] {
  const { ties } = settled;
  const pieces = cutPieces(graph, pool.texts, decidedOf, ties, known, rule);
  joinByLinks(pieces, settled);
  const parts = partsOf(pieces, settled);
  if (pool.group !== undefined && parts.length === 1 && parts[0]!.length === pool.texts.length)
    return [{ graph, group: pool.group }];
  const places = same.map(([a, b]) => ({
    a,
    b,
    p: pieces.pieceOf(textOf(a), a),
    q: pieces.pieceOf(textOf(b), b),
  }));
  linkAsDecided(pieces, settled, places, decidedLink);
  const { nodes } = pieces.graph;
  return parts
    .filter((part) => part.length > 1 || nodes[part[0]!]!.members.length > 1)
    .map((texts) => ({
      graph: pieces.graph,
      group: { canonical: preferredOf(pieces.graph, texts, rule), texts },
      ...(texts.some((piece) => pieces.isFurther[piece]) ? { isParted: true as const } : {}),
    }));
}

/** Puts together what links join, the strongest first, but for what must stay apart. */
function joinByLinks({ graph, heads }: Pieces, { ties }: Settled): void {
  const edges: { readonly p: number; readonly q: number; readonly link: Link }[] = [];
  graph.neighbours.forEach((links, p) => {
    for (const [q, link] of links) if (p < q) edges.push({ p, q, link });
  });
  const event = ({ relation }: Link): number => Number(relation === 'related');
  edges.sort(
    (x, y) => event(x.link) - event(y.link) || y.link.score - x.link.score || x.p - y.p || x.q - y.q,
  );
  for (const { p, q } of edges) ties.join(heads[p]!, heads[q]!);
}

/** Pieces that are together, ascending, by their first. */
function partsOf({ heads }: Pieces, { ties }: Settled): readonly (readonly number[])[] {
  const parts = new Map<ArticleIndex, number[]>();
  heads.forEach((head, piece) => {
    const root = ties.find(head);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [piece]);
    else part.push(piece);
  });
  return [...parts.values()];
}

interface SamePair {
  readonly a: ArticleIndex;
  readonly b: ArticleIndex;
  readonly p: number;
  readonly q: number;
}

/** Adds links where a group would hang together by decisions only. */
function linkAsDecided(
  { graph: { neighbours }, heads }: Pieces,
  { ties }: Settled,
  same: readonly SamePair[],
  decidedLink: DecideInput['decidedLink'],
): void {
  const linked = new DisjointSet(neighbours.length);
  neighbours.forEach((links, p) => {
    for (const q of links.keys()) if (ties.find(heads[p]!) === ties.find(heads[q]!)) linked.union(p, q);
  });
  for (const { a, b, p, q } of [...same].sort((x, y) => x.a - y.a || x.b - y.b)) {
    if (!linked.union(p, q)) continue;
    const link = decidedLink(a, b);
    neighbours[p]!.set(q, link);
    neighbours[q]!.set(p, link);
  }
}

function preferredOf({ nodes }: TextGraph, texts: readonly number[], rule: CanonicalRule): number {
  return texts.reduce((best, text) =>
    comparePreference(rule, nodes[text]!.preferred, nodes[best]!.preferred) < 0 ? text : best,
  );
}

/** The groups with their decided canonicals; of several for one group the latest holds. */
function withCanonicals(
  groups: readonly DecidedGroup[],
  { canonicals }: Settled,
  known: (index: ArticleIndex) => Known,
): Staged<readonly DecidedGroup[]> {
  if (canonicals.length === 0) return { value: groups, issues: [] };
  const wanted = new Set(canonicals);
  const placeOf = new Map<ArticleIndex, { readonly group: number; readonly text: number }>();
  groups.forEach(({ graph, group }, n) => {
    for (const text of group.texts)
      for (const index of graph.nodes[text]!.members)
        if (wanted.has(index)) placeOf.set(index, { group: n, text });
  });
  const chosen = new Map<number, ArticleIndex>();
  const issues: Issue[] = [];
  for (const index of canonicals) {
    const place = placeOf.get(index);
    const before = place === undefined ? undefined : chosen.get(place.group);
    if (place === undefined) issues.push(unused(known(index).id));
    else if (before === undefined) chosen.set(place.group, index);
    else issues.push(rival(known(index).id, known(before).id));
  }
  const value = groups.map((decided, n): DecidedGroup => {
    const index = chosen.get(n);
    if (index === undefined) return decided;
    const canonical = known(index);
    return { ...decided, canonical, group: { ...decided.group, canonical: placeOf.get(index)!.text } };
  });
  return { value, issues };
}

function unused(id: string): Issue {
  return {
    code: 'decision-unused',
    path: '',
    message: `${id} was decided to be the canonical of its group, but it is in no group here`,
  };
}

function rival(id: string, other: string): Issue {
  return {
    code: 'decision-conflict',
    path: '',
    message: `${id} was decided to be the canonical of its group, but ${other} was, too, and goes before it; take one of the two back`,
  };
}
