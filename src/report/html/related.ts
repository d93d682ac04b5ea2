/**
 * Pairs on the same event, for the page: rows of their own, and beside the groups they belong to. Must not hold the
 * evidence of more than one pair.
 */
import { compareCodeUnits, round4 } from '../../lib/order.ts';
import type { Report, ReportArticle, ReportRelated } from '../../model/report.ts';
import type { RelatedBrief, RelatedRow } from './shape.ts';

/** Shown beside a group; all pairs have rows of their own. */
const BESIDE_A_GROUP = 20;
/** Shared words that name the event; the JSON report has them all. */
const WORDS_SHOWN = 8;

export interface Places {
  readonly articles: ReadonlyMap<string, ReportArticle>;
  /** Article id -> id of its group. */
  readonly groupOf: ReadonlyMap<string, string>;
}

export function relatedRow({ a, b, score, evidence }: ReportRelated, places: Places): RelatedRow {
  const words = (shared: readonly { readonly a: string; readonly b: string }[]): RelatedRow['names'] =>
    shared.slice(0, WORDS_SHOWN).map((word) => [word.a, word.b] as const);
  return {
    a: brief(a, places),
    b: brief(b, places),
    score: round4(score),
    names: words(evidence.names),
    numbers: words(evidence.numbers),
  };
}

/** Group id -> what is related to one of its members, best first. */
export function relatedOfGroups(
  report: Report,
  groupOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  const note = (group: string | undefined, other: string, score: number): void => {
    if (group === undefined || groupOf.get(other) === group) return;
    const others = found.get(group) ?? new Map<string, number>();
    others.set(other, Math.max(score, others.get(other) ?? 0));
    found.set(group, others);
  };
  for (const { a, b, score } of report.related) {
    note(groupOf.get(a), b, score);
    note(groupOf.get(b), a, score);
  }
  return found;
}

export function besideGroup(
  others: ReadonlyMap<string, number> | undefined,
  places: Places,
): readonly RelatedBrief[] {
  return [...(others ?? [])]
    .sort((x, y) => y[1] - x[1] || compareCodeUnits(x[0], y[0]))
    .slice(0, BESIDE_A_GROUP)
    .map(([id, score]) => ({ ...brief(id, places), score: round4(score) }));
}

function brief(id: string, { articles, groupOf }: Places): RelatedBrief {
  const article = articles.get(id);
  const group = groupOf.get(id);
  return {
    id,
    title: article?.title ?? '',
    language: article?.language.bcp47 ?? 'und',
    ...(article?.date === undefined ? {} : { date: article.date }),
    ...(article?.source === undefined ? {} : { source: article.source }),
    ...(group === undefined ? {} : { group }),
  };
}
