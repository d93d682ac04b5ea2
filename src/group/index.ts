/**
 * Groups from verified links. Owns the order of the steps: digests out, graph of texts, split, tree. Must not look at
 * texts. The groups do not depend on the order of links, and articles without links change none.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Group } from '../model/group.ts';
import type { Link } from '../model/match.ts';
import type { CanonicalRule, Grouping } from '../model/options.ts';
import { refuseDigests } from './digests.ts';
import { groupEvents } from './events.ts';
import { type ArticleFacts, readOnce } from './facts.ts';
import { buildGraph } from './graph.ts';
import { refuseRivals } from './rivals.ts';
import { splitGraph } from './split.ts';
import { buildGroup } from './tree.ts';

export { parseDecisions } from './decisions/parse.ts';
export { traceGroups } from './history.ts';
export { outsideGroups } from './outside.ts';

export interface GroupInput {
  readonly count: number;
  /** Every article points at the first article with its text, or at itself. */
  readonly copies: { readonly representativeOf: Uint32Array };
  /** Verified links of one story; those of relation `contained` carry passages where they are known. */
  readonly links: readonly Link[];
  /** Links of relation `related`: they join groups only by event. */
  readonly related?: readonly Link[];
  /** BCP 47; where it is given, translations with a far better rival in a language are left out. */
  readonly languageOf?: (index: ArticleIndex) => string;
  readonly facts: (index: ArticleIndex) => ArticleFacts;
  readonly options: { readonly canonical: CanonicalRule; readonly groupBy: Grouping };
}

/** The groups of a collection, ordered by their first member, each a tree of verified links. */
export function groupLinks(input: GroupInput): readonly Group[] {
  const { representativeOf } = input.copies;
  const rule = input.options.canonical;
  const known = readOnce(input.facts);
  const { languageOf } = input;
  const versions = languageOf === undefined ? input.links : refuseRivals(input.links, languageOf);
  const { kept } = refuseDigests(versions, (index) => representativeOf[index]!);
  const isByEvent = input.options.groupBy === 'event';
  const events = isByEvent ? (input.related ?? []) : [];
  const graph = buildGraph(representativeOf, [...kept, ...events], known, rule);
  const textGroups = [...(isByEvent ? groupEvents(graph, rule) : splitGraph(graph, rule))];
  const grouped = new Set(textGroups.flatMap((group) => group.texts));
  for (const [text, node] of graph.nodes.entries()) {
    if (node.members.length > 1 && !grouped.has(text)) textGroups.push({ canonical: text, texts: [text] });
  }
  return textGroups
    .map((group) => buildGroup(graph, group, known, rule))
    .sort((x, y) => x.members[0]!.index - y.members[0]!.index);
}
