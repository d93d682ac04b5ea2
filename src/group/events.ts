/**
 * Groups by event: articles that tell of one event need not all be linked, and one wrong link must not join the events
 * of a week. Two groups become one while the mean probability over all pairs between them is high enough, the surest
 * first; a pair without a link counts 0. Owns membership; must not choose what is shown of a group.
 * Reference: average linkage (UPGMA), R. Sokal, C. Michener 1958. O(links log links), as the links of the smaller group
 * are added to those of the greater.
 */
import { Heap } from '../lib/heap.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Relation } from '../model/match.ts';
import type { CanonicalRule } from '../model/options.ts';
import { comparePreference } from './facts.ts';
import type { TextGraph } from './graph.ts';
import type { TextGroup } from './split.ts';

/**
 * Least mean of two groups that become one, of whole articles and of briefs: where a sentence is all there is, a third of
 * the pairs of an event say little by themselves. Of groups of both it is the mean over their texts. Sweep in decision 0012.
 */
const LEAST_MEAN = 0.5;
const LEAST_MEAN_OF_BRIEFS = 0.12;

/** How far an article is so short that it says little: 1 for a sentence or two, 0 for a whole article. */
export type BrevityOf = (index: ArticleIndex) => number;

interface Proposal {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
}

/** Groups of at least two texts; disjoint. */
export function groupEvents(
  graph: TextGraph,
  rule: CanonicalRule,
  brevityOf: BrevityOf = () => 0,
): readonly TextGroup[] {
  const { nodes } = graph;
  const texts = nodes.map((_, node) => [node]);
  /** By group: the summed brevity of its texts. */
  const brevity = Float64Array.from(nodes, ({ representative }) => brevityOf(representative.index));
  /** By group and neighbour: summed probabilities of the links between them. */
  const sums = graph.neighbours.map(
    (links) =>
      new Map(
        Array.from(
          links,
          ([node, { relation, score }]) => [node, isByProbability(relation) ? score : 1] as const,
        ),
      ),
  );
  const meanOf = (a: number, b: number): number =>
    (sums[a]!.get(b) ?? 0) / (texts[a]!.length * texts[b]!.length);
  const leastOf = (x: number, y: number): number =>
    leastMean((brevity[x]! + brevity[y]!) / (texts[x]!.length + texts[y]!.length));
  const proposals = new Heap<Proposal>(
    (x, y) => x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b))),
  );
  const propose = (x: number, y: number): void => {
    const mean = meanOf(x, y);
    if (mean >= leastOf(x, y)) proposals.push({ a: Math.min(x, y), b: Math.max(x, y), mean });
  };
  sums.forEach((links, a) => {
    for (const b of links.keys()) if (a < b) propose(a, b);
  });
  for (let best = proposals.pop(); best !== undefined; best = proposals.pop()) {
    const { a, b, mean } = best;
    // Groups have grown since, or are gone: what they propose now stands in the queue as well. With other texts the mean
    // may be the same and more be asked.
    if (meanOf(a, b) !== mean || mean < leastOf(a, b)) continue;
    const [kept, gone] = sums[a]!.size >= sums[b]!.size ? [a, b] : [b, a];
    for (const [other, sum] of sums[gone]!) {
      sums[other]!.delete(gone);
      if (other === kept) continue;
      const all = sum + (sums[kept]!.get(other) ?? 0);
      sums[kept]!.set(other, all);
      sums[other]!.set(kept, all);
    }
    sums[gone]!.clear();
    // One by one: a hundred thousand arguments are more than a call takes.
    for (const text of texts[gone]!) texts[kept]!.push(text);
    texts[gone] = [];
    brevity[kept]! += brevity[gone]!;
    for (const other of sums[kept]!.keys()) propose(kept, other);
  }
  return texts
    .filter((group) => group.length > 1)
    .map((group) => ({ canonical: preferredOf(graph, group, rule), texts: group.sort((x, y) => x - y) }));
}

/** `brevity`: mean of the texts. */
function leastMean(brevity: number): number {
  return LEAST_MEAN + brevity * (LEAST_MEAN_OF_BRIEFS - LEAST_MEAN);
}

/** Near-duplicates are verified word by word; of other pairs the score is the probability that they tell of one event. */
function isByProbability(relation: Relation): boolean {
  return relation === 'related' || relation === 'translation';
}

function preferredOf(graph: TextGraph, texts: readonly number[], rule: CanonicalRule): number {
  const preferred = (node: number) => graph.nodes[node]!.preferred;
  return texts.reduce((best, node) =>
    comparePreference(rule, preferred(node), preferred(best)) < 0 ? node : best,
  );
}
