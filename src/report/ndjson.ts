/**
 * A report as rows of JSON, for tools that read line by line. The last row is `end`: a stream without it was cut.
 * Must not hold a content that `json.ts` has not.
 */
import { safeJson } from '../lib/visible.ts';
import type { Issue } from '../model/issue.ts';
import type { Report, ReportArticle, ReportGroup, ReportRelated } from '../model/report.ts';
import { groupPieces } from './json.ts';
import { articleRow, issueRow, relatedRow, runRow, summaryRow, toolRow } from './rows.ts';

export function* renderNdjson(report: Report): Iterable<string> {
  yield `${runLine(report)}\n`;
  for (const article of report.articles) yield `${articleLine(article)}\n`;
  for (const group of report.groups) {
    yield* groupLine(group);
    yield '\n';
  }
  for (const pair of report.related) yield `${relatedLine(pair)}\n`;
  for (const issue of report.issues) yield `${issueLine(issue)}\n`;
  yield `${endLine(report)}\n`;
}

export function runLine({ schema, tool, run }: Pick<Report, 'schema' | 'tool' | 'run'>): string {
  return safeJson({ type: 'run', schema, tool: toolRow(tool), run: runRow(run) });
}

export function articleLine(article: ReportArticle): string {
  return safeJson({ type: 'article', ...articleRow(article) });
}

/** In pieces: a group may be too large for one string. */
export function groupLine(group: ReportGroup): Iterable<string> {
  return groupPieces(group, { type: 'group' });
}

export function relatedLine(pair: ReportRelated): string {
  return safeJson({ type: 'related', ...relatedRow(pair) });
}

export function issueLine(issue: Issue): string {
  return safeJson({ type: 'issue', ...issueRow(issue) });
}

export function endLine({ end, summary }: Pick<Report, 'end' | 'summary'>): string {
  return safeJson({ type: 'end', status: end.status, summary: summaryRow(summary) });
}
