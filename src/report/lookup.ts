/** The few articles that a rendering speaks of, found in one pass. Must not keep the others: archives are large. */
import type { Report, ReportArticle } from '../model/report.ts';

/** Iterates `report.articles` once. Ids without an article (a damaged saved report) are absent. */
export function articlesById(
  report: Report,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ReportArticle> {
  const found = new Map<string, ReportArticle>();
  if (wanted.size === 0) return found;
  for (const article of report.articles) if (wanted.has(article.id)) found.set(article.id, article);
  return found;
}
