/**
 * A report as rows of JSON, for tools that read line by line. The last row is `end`: a stream without it was cut.
 * Must not hold a content that `json.ts` has not.
 */
import { safeJson } from '../lib/visible.ts';
import type { Report } from '../model/report.ts';
import { groupPieces } from './json.ts';
import { articleRow, issueRow, type Row, relatedRow, runRow, summaryRow, toolRow } from './rows.ts';

export function* renderNdjson(report: Report): Iterable<string> {
  yield line({ type: 'run', schema: report.schema, tool: toolRow(report.tool), run: runRow(report.run) });
  for (const article of report.articles) yield line({ type: 'article', ...articleRow(article) });
  for (const group of report.groups) {
    yield* groupPieces(group, { type: 'group' });
    yield '\n';
  }
  for (const pair of report.related) yield line({ type: 'related', ...relatedRow(pair) });
  for (const issue of report.issues) yield line({ type: 'issue', ...issueRow(issue) });
  yield line({ type: 'end', status: report.end.status, summary: summaryRow(report.summary) });
}

function line(row: Row): string {
  return `${safeJson(row)}\n`;
}
