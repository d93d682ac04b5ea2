/**
 * The groups of a report in the order of a review, their articles, and what was decided on them before. Owns the choice;
 * must not show anything. Memory for the articles in groups, not for their evidence.
 */
import { findArticles, standing } from '../../dedupe.ts';
import type { Decision } from '../../model/decision.ts';
import type { Sort } from '../../model/emit.ts';
import type { Report, ReportArticle, ReportGroup } from '../../model/report.ts';
import { type Held, orderSaved, type ReviewGroup } from '../../report/index.ts';

export interface ReviewGroups {
  readonly groups: readonly ReviewGroup[];
  readonly articles: ReadonlyMap<string, ReportArticle>;
  /** By group, the oldest first. */
  readonly held: readonly (readonly Held[])[];
  /** Articles of decisions that the report has not in a group. */
  readonly unknown: number;
}

/** Without another order the least certain first: the weakest link, then the whole group, then the order of the report. */
export function reviewGroups(
  report: Report,
  decisions: readonly Decision[],
  { limit, sort }: { readonly limit?: number; readonly sort?: Sort },
): ReviewGroups {
  const found = [...sureness(report)];
  const inOrder =
    sort === undefined
      ? found.sort(
          (x, y) => x.weakestLink - y.weakestLink || x.confidence - y.confidence || x.position - y.position,
        )
      : orderSaved(report, sort).map((position) => found[position]!);
  const order = inOrder.slice(0, limit);
  const wanted = new Set(order.flatMap(({ ids }) => ids));
  const articles = new Map<string, ReportArticle>();
  for (const article of report.articles) if (wanted.has(article.id)) articles.set(article.id, article);
  const groups = order.map(({ position, canonical, ids }): ReviewGroup => {
    const members = ids.map((id) => articles.get(id)).filter((article) => article !== undefined);
    return {
      position,
      canonical,
      members: members.map(({ id, textDigest, rawDigest }) => ({ id, textDigest, rawDigest })),
    };
  });
  return { groups, articles, ...heldOn(groups, articles, decisions) };
}

interface Sureness extends Pick<ReportGroup, 'weakestLink' | 'confidence' | 'canonical'> {
  readonly position: number;
  readonly ids: readonly string[];
}

function* sureness({ groups }: Report): Iterable<Sureness> {
  let position = 0;
  for (const { weakestLink, confidence, canonical, members } of groups) {
    yield { position, weakestLink, confidence, canonical, ids: members.map(({ id }) => id) };
    position++;
  }
}

function heldOn(
  groups: readonly ReviewGroup[],
  articles: ReadonlyMap<string, ReportArticle>,
  decisions: readonly Decision[],
): Pick<ReviewGroups, 'held' | 'unknown'> {
  const list = [...articles.values()];
  const named = decisions.flatMap(({ articles: own, from }) => [...own, ...(from ?? [])]);
  const { indexOf, unknown } = findArticles(named, list.length, (index) => list[index]!);
  const groupOf = new Map<string, number>();
  groups.forEach(({ members }, n) => {
    for (const { id } of members) groupOf.set(id, n);
  });
  const held: Held[][] = groups.map(() => []);
  const idsOf = (some: Decision['articles']): readonly string[] =>
    some.map(indexOf).flatMap((index) => (index === undefined ? [] : [list[index]!.id]));
  for (const decision of [...standing(decisions, indexOf)].reverse()) {
    const own = idsOf(decision.articles);
    const from = decision.from === undefined ? undefined : idsOf(decision.from);
    const touched = new Set([...own, ...(from ?? [])].map((id) => groupOf.get(id)!));
    for (const n of touched) {
      held[n]!.push({ decision, articles: own, ...(from === undefined ? {} : { from }) });
    }
  }
  return { held, unknown: new Set(unknown).size };
}
