/**
 * Splits the graph of texts into groups, so that no chain of small steps joins two different stories. Owns membership;
 * must not choose what is shown of a group.
 *
 * A group grows around its best linked text: its neighbours, and the texts linked with two of those (so no member is
 * more than two links from the centre, and a drift of a thousand steps is cut). A neighbour that only the centre links,
 * but two outsiders, is a bridge and is left out. Then the canonical is chosen, and members that are linked neither
 * with it nor with two texts of the group are cut off, until that is stable. Then versions in further languages join
 * (`versions.ts`). What is left goes through the same again.
 * Reference: J. Aslam, E. Pelekhov, D. Rus, The star clustering algorithm, JGAA 8 (2004). O(links) a round; a round
 * ends with every star of the graph taken, and rounds are few (each needs a text that lost its neighbours before).
 */
import type { CanonicalRule } from '../model/options.ts';
import { comparePreference } from './facts.ts';
import type { TextGraph } from './graph.ts';
import type { Versions } from './versions.ts';

/** Texts of one group, ascending, and the one that is its canonical. */
export interface TextGroup {
  readonly canonical: number;
  readonly texts: readonly number[];
}

/** Distinct texts of a group that a member must be linked with when it is not linked with the canonical. */
const SUPPORT = 2;

/** Groups of at least two texts; disjoint. `versions`: where languages are known. */
export function splitGraph(graph: TextGraph, rule: CanonicalRule, versions?: Versions): readonly TextGroup[] {
  const groups: TextGroup[] = [];
  const isFree = new Uint8Array(graph.nodes.length).fill(1);
  let free = graph.nodes.map((_, node) => node);
  for (let leaveBridges = true; ; ) {
    const found = splitRound(graph, rule, free, isFree, leaveBridges, versions);
    // One by one: a hundred thousand arguments are more than a call takes.
    for (const group of found) groups.push(group);
    free = free.filter((node) => isFree[node] === 1 && countFree(graph, node, isFree) > 0);
    if (free.length === 0) return groups;
    // All that is left are bridges to each other: then they are the story.
    leaveBridges = found.length > 0;
  }
}

function splitRound(
  graph: TextGraph,
  rule: CanonicalRule,
  free: readonly number[],
  isFree: Uint8Array,
  leaveBridges: boolean,
  versions: Versions | undefined,
): readonly TextGroup[] {
  const degrees = new Map(free.map((node) => [node, countFree(graph, node, isFree)]));
  const prefer = (a: number, b: number): number =>
    comparePreference(rule, graph.nodes[a]!.preferred, graph.nodes[b]!.preferred);
  const centres = [...free].sort((a, b) => degrees.get(b)! - degrees.get(a)! || prefer(a, b));
  const isOpen = isFree.slice();
  const groups: TextGroup[] = [];
  for (const centre of centres) {
    if (isOpen[centre] === 0) continue;
    const star = growStar(graph, centre, isOpen, leaveBridges);
    if (star.size < 2) continue;
    const grown = [...star];
    const canonical = preferredOf(star, prefer);
    cutWeak(graph, star, canonical);
    versions?.addTo(star, canonical, isOpen);
    for (const node of grown) isOpen[node] = 0;
    for (const node of star) {
      isOpen[node] = 0;
      isFree[node] = 0;
    }
    groups.push({ canonical: preferredOf(star, prefer), texts: [...star].sort((a, b) => a - b) });
  }
  return groups;
}

function preferredOf(star: ReadonlySet<number>, prefer: (a: number, b: number) => number): number {
  return [...star].reduce((best, node) => (prefer(node, best) < 0 ? node : best));
}

function growStar(graph: TextGraph, centre: number, isOpen: Uint8Array, leaveBridges: boolean): Set<number> {
  const direct = [...graph.neighbours[centre]!.keys()].filter((node) => isOpen[node] === 1);
  const star = widen(graph, centre, direct, isOpen);
  if (!leaveBridges) return star;
  const firm = direct.filter((node) => !isBridge(graph, node, star, isOpen));
  // Grown anew: a text that only bridges supported has lost its support with them.
  return firm.length === direct.length ? star : widen(graph, centre, firm, isOpen);
}

/** A centre with its neighbours, and the open texts that two of those are linked with. */
function widen(graph: TextGraph, centre: number, direct: readonly number[], isOpen: Uint8Array): Set<number> {
  const star = new Set([centre, ...direct]);
  const support = new Map<number, number>();
  for (const node of direct) {
    for (const next of graph.neighbours[node]!.keys()) {
      const isOutside = isOpen[next] === 1 && !star.has(next) && !graph.neighbours[centre]!.has(next);
      if (isOutside) support.set(next, (support.get(next) ?? 0) + 1);
    }
  }
  for (const [node, count] of support) if (count >= SUPPORT) star.add(node);
  return star;
}

/** Whether a neighbour of the centre belongs more to texts outside than to the star. */
function isBridge(graph: TextGraph, node: number, star: ReadonlySet<number>, isOpen: Uint8Array): boolean {
  let inside = 0;
  let outside = 0;
  for (const next of graph.neighbours[node]!.keys()) {
    if (star.has(next)) inside++;
    else if (isOpen[next] === 1) outside++;
  }
  return inside < SUPPORT && outside >= SUPPORT;
}

/** Removes members without support, and those that had theirs from them; linear in the links of the group. */
function cutWeak(graph: TextGraph, star: Set<number>, canonical: number): void {
  const inside = new Map<number, number>();
  for (const node of star) {
    let count = 0;
    for (const next of graph.neighbours[node]!.keys()) if (star.has(next)) count++;
    inside.set(node, count);
  }
  const isWeak = (node: number): boolean =>
    node !== canonical && inside.get(node)! < SUPPORT && !graph.neighbours[node]!.has(canonical);
  const queue = [...star].filter(isWeak);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (!star.delete(node)) continue;
    for (const next of graph.neighbours[node]!.keys()) {
      if (!star.has(next)) continue;
      inside.set(next, inside.get(next)! - 1);
      if (isWeak(next)) queue.push(next);
    }
  }
}

function countFree(graph: TextGraph, node: number, isFree: Uint8Array): number {
  let count = 0;
  for (const next of graph.neighbours[node]!.keys()) count += isFree[next]!;
  return count;
}
