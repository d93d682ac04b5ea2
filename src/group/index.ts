/**
 * Groups from verified links. Owns the order of the steps: digests out, graph of texts, split, tree. Must not look at
 * texts. The groups do not depend on the order of links, and articles without links change none.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Decision } from '../model/decision.ts';
import type { Group } from '../model/group.ts';
import type { Staged } from '../model/issue.ts';
import type { Link } from '../model/match.ts';
import type { CanonicalRule, Grouping } from '../model/options.ts';
import type { SourceOf } from './across.ts';
import { type Grouped, joinCompany } from './company.ts';
import { type DecidedGroup, decideGroups } from './decisions/decide.ts';
import { linkMaker } from './decisions/decided-link.ts';
import { type ArticleIdentity, findArticles } from './decisions/find-articles.ts';
import { type Settled, settle } from './decisions/settle.ts';
import { refuseDigests } from './digests.ts';
import { type BrevityOf, groupEvents } from './events.ts';
import { type ArticleFacts, type Known, rankBy, readOnce } from './facts.ts';
import { buildGraph, type LanguageOf, type TextGraph } from './graph.ts';
import { refuseRivals } from './rivals.ts';
import { splitGraph } from './split.ts';
import { buildGroup } from './tree.ts';
import { type AreEditions, type OddsOf, Versions } from './versions.ts';

export { decidedBetween } from './decisions/between.ts';
export { findArticles } from './decisions/find-articles.ts';
export { parseDecisions } from './decisions/parse.ts';
export { standing } from './decisions/settle.ts';
export { traceGroups } from './history.ts';
export { outsideGroups } from './outside.ts';
export { groupsAcross, restrictLinks, sourcesOf } from './restrict.ts';

export interface GroupInput {
  readonly count: number;
  /** Every article points at the first article with its text, or at itself. */
  readonly copies: { readonly representativeOf: Uint32Array };
  /** Verified links of one story; those of relation `contained` carry passages where they are known. */
  readonly links: readonly Link[];
  /** Links of relation `related`: they join groups only by event. */
  readonly related?: readonly Link[];
  /** Translations that are too unsure by themselves (reason `company`): where the texts around them speak for them, they join. */
  readonly faint?: readonly Link[];
  /** BCP 47; where it is given, translations with a far better rival in a language are left out. */
  readonly languageOf?: LanguageOf;
  /** Log-odds that two articles are one story in two languages; where it is given, versions join by one link, faint links count. */
  readonly oddsOf?: OddsOf;
  /** Where it is given, a translation into a language that the group has joins it if one of the two texts was made from the other. */
  readonly areEditions?: AreEditions;
  /** By event: of briefs less is asked; none is one where it is not given. */
  readonly brevityOf?: BrevityOf;
  /** Where it is given, no member hangs on one of its own source, unless people decided so. */
  readonly sourceOf?: SourceOf;
  readonly facts: (index: ArticleIndex) => ArticleFacts;
  readonly options: {
    readonly canonical: CanonicalRule;
    readonly groupBy: Grouping;
    readonly preferLanguages?: readonly string[];
  };
}

/** The groups of a collection, ordered by their first member, each a tree of verified links. */
export function groupLinks(input: GroupInput): readonly Group[] {
  return groupAsDecided(input, []).value;
}

/**
 * The same as people decided; groups without a decided article are as without decisions. Issues tell which decisions do
 * not hold and which articles are not there.
 */
export function groupAsDecided(
  input: GroupInput & DecidedInput,
  decisions: readonly Decision[],
): Staged<readonly Group[]> {
  const { representativeOf } = input.copies;
  const rule = input.options.canonical;
  const { languageOf, areEditions } = input;
  const { preferLanguages } = input.options;
  const known = readOnce(
    input.facts,
    languageOf === undefined || preferLanguages === undefined
      ? undefined
      : rankBy(preferLanguages, languageOf),
  );
  const settled = decisions.length === 0 ? undefined : settledOf(input, decisions, known);
  const isByEvent = input.options.groupBy === 'event';
  // Another report of the event is no rival of a version.
  const best =
    languageOf === undefined || isByEvent ? input.links : refuseRivals(input.links, languageOf, areEditions);
  const { kept } = refuseDigests(best, (index) => representativeOf[index]!, known);
  const events = isByEvent ? (input.related ?? []) : [];
  const faint = isByEvent ? [] : (input.faint ?? []);
  const linked = buildGraph(representativeOf, [...kept, ...events], known, rule, [
    ...(settled?.decided ?? []),
    ...faint.flatMap(({ a, b }) => [a, b]),
  ]);
  const { graph, groups: found } = isByEvent
    ? { graph: linked, groups: groupEvents(linked, rule, input.brevityOf) }
    : groupStories(linked, faint, input);
  const textGroups = [...found];
  const grouped = new Set(textGroups.flatMap((group) => group.texts));
  for (const [text, node] of graph.nodes.entries()) {
    if (node.members.length > 1 && !grouped.has(text)) textGroups.push({ canonical: text, texts: [text] });
  }
  const { value: groups, issues } =
    settled === undefined
      ? { value: textGroups.map((group): DecidedGroup => ({ graph, group })), issues: [] }
      : decideGroups({
          graph,
          groups: textGroups,
          settled,
          representativeOf,
          known,
          rule,
          decidedLink: linkMaker(input),
        });
  return {
    value: groups
      .map((group) => buildGroup(group, known, rule, input.sourceOf))
      .sort((x, y) => x.members[0]!.index - y.members[0]!.index),
    issues: [...(settled?.issues ?? []), ...issues],
  };
}

/** Groups of verified links, then what joins them by the word of several; with the links that hold them. */
function groupStories(
  graph: TextGraph,
  faint: readonly Link[],
  { languageOf, oddsOf, areEditions, copies: { representativeOf }, options: { canonical: rule } }: GroupInput,
): Grouped {
  if (languageOf === undefined || oddsOf === undefined) return { graph, groups: splitGraph(graph, rule) };
  const groups = splitGraph(graph, rule, new Versions(graph, languageOf, oddsOf, areEditions));
  const ofTexts = faint.map((link) => ({
    ...link,
    a: representativeOf[link.a]!,
    b: representativeOf[link.b]!,
  }));
  return joinCompany({ graph, groups }, ofTexts, { languageOf, oddsOf, rule });
}

/** What is asked of a collection only where something was decided. */
export interface DecidedInput {
  /** By what an article is known again. Absent: decisions find nothing. */
  readonly identity?: (index: ArticleIndex) => ArticleIdentity;
}

function settledOf(
  { identity, count }: GroupInput & DecidedInput,
  decisions: readonly Decision[],
  known: (index: ArticleIndex) => Known,
): Settled {
  const named = decisions.flatMap(({ articles, from }) => [...articles, ...(from ?? [])]);
  const found = findArticles(named, identity === undefined ? 0 : count, (index) => identity!(index));
  return settle(decisions, found, (index) => known(index).id);
}
