/**
 * What was found about each article: its group, what it is to that, and whether it is kept. Owns what is kept; must not
 * hold the articles that stand alone.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { Keep, Standing } from '../model/emit.ts';
import type { Report, ReportArticle, ReportGroup, ReportMember } from '../model/report.ts';
import { articlesById } from './lookup.ts';

/** Members of groups by id, each with its group. */
export class Standings {
  readonly #places = new Map<string, { readonly group: Place; readonly member: ReportMember }>();
  readonly #kept = new Set<string>();

  /** Goes once through the groups, and once through the articles where these decide on what is kept. */
  constructor(report: Report, keep: Keep) {
    for (const group of report.groups) {
      const { id, canonical } = group;
      for (const member of group.members) this.#places.set(member.id, { group: { id, canonical }, member });
      if (keep === 'one') this.#kept.add(canonical);
    }
    if (keep === 'per-language') this.#keepPerLanguage(report);
  }

  of(article: ReportArticle): Standing {
    const { id, path, pathBytes, record } = article;
    const place = this.#places.get(id);
    return {
      id,
      path,
      ...(pathBytes === undefined ? {} : { pathBytes }),
      ...(record === undefined ? {} : { record }),
      language: article.language.bcp47,
      kept: place === undefined || this.#kept.has(id),
      ...(place === undefined
        ? {}
        : {
            group: place.group.id,
            relation: place.member.relation,
            canonical: place.group.canonical,
            score: place.member.score,
          }),
    };
  }

  #keepPerLanguage(report: Report): void {
    const articles = articlesById(report, new Set(this.#places.keys()));
    const rule = report.run.options['canonical'];
    for (const group of report.groups) {
      for (const id of bestByLanguage(group, articles, rule)) this.#kept.add(id);
    }
  }
}

type Place = Pick<ReportGroup, 'id' | 'canonical'>;

/** The canonical for its language, for each other one the member that would be canonical if there were no other. */
function bestByLanguage(
  group: ReportGroup,
  articles: ReadonlyMap<string, ReportArticle>,
  rule: unknown,
): Iterable<string> {
  const best = new Map<string, ReportArticle>();
  const canonical = articles.get(group.canonical);
  const kept = new Set([group.canonical]);
  for (const { id } of group.members) {
    const article = articles.get(id);
    // Of a member that a saved report has lost no language is known: nothing of it may be left out.
    if (article === undefined) kept.add(id);
    else if (article.language.bcp47 !== canonical?.language.bcp47) {
      const before = best.get(article.language.bcp47);
      if (before === undefined || isPreferred(article, before, rule))
        best.set(article.language.bcp47, article);
    }
  }
  for (const { id } of best.values()) kept.add(id);
  return kept;
}

/** Members come in the order of paths: by the rule `first`, and where two are equal, the earlier stays or the smaller id. */
function isPreferred(article: ReportArticle, before: ReportArticle, rule: unknown): boolean {
  const difference =
    rule === 'first'
      ? 1
      : rule === 'earliest'
        ? instantOf(article) - instantOf(before)
        : before.characters - article.characters;
  if (difference !== 0 && !Number.isNaN(difference)) return difference < 0;
  return compareCodeUnits(article.id, before.id) < 0;
}

/** Undated articles come last. */
function instantOf({ date }: ReportArticle): number {
  const parsed = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
}
