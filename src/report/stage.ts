/**
 * The rows of an NDJSON report one by one, for who has not all of them at hand: on a cluster each is made where its data is.
 * Must not hold a form of its own: `ndjson.ts` writes the same rows.
 */
import { safeJson } from '../lib/visible.ts';
import type { ArticleHead } from '../model/article.ts';
import type { Group } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import type { Link } from '../model/match.ts';
import type { ArticlePort } from '../model/port.ts';
import {
  REPORT_SCHEMA,
  type ReportGroup,
  type ReportLink,
  type RunManifest,
  type Summary,
} from '../model/report.ts';
import { reportArticle, reportGroup, reportLink } from './build.ts';
import { groupPieces } from './json.ts';
import { articleRow, issueRow, relatedRow, runRow, summaryRow, toolRow } from './rows.ts';

export function groupRow(group: Group, port: ArticlePort, languages: readonly string[]): ReportGroup {
  return reportGroup(group, port, languages, undefined);
}

export function linkBetween(link: Link, idA: string, idB: string): ReportLink {
  return reportLink(link, idA, idB);
}

export function runLine(tool: { readonly name: string; readonly version: string }, run: RunManifest): string {
  return safeJson({ type: 'run', schema: REPORT_SCHEMA, tool: toolRow(tool), run: runRow(run) });
}

export function articleLine(head: ArticleHead): string {
  return safeJson({ type: 'article', ...articleRow(reportArticle(head)) });
}

export function groupLine(group: ReportGroup): string {
  return [...groupPieces(group, { type: 'group' })].join('');
}

export function relatedLine({ a, b, score, evidence }: ReportLink): string {
  return safeJson({ type: 'related', ...relatedRow({ a, b, score, evidence }) });
}

export function issueLine(issue: Issue): string {
  return safeJson({ type: 'issue', ...issueRow(issue) });
}

export function endLine(summary: Summary): string {
  return safeJson({ type: 'end', status: 'complete', summary: summaryRow(summary) });
}
