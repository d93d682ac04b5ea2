/** The counts of a run alone: for a monitor, or the last line of a nightly mail. Must not name any article. */
import { safeJson } from '../lib/visible.ts';
import { type RunSummary, SUMMARY_SCHEMA } from '../model/emit.ts';
import type { Report } from '../model/report.ts';
import { countBy } from './build.ts';
import type { SummaryFormat } from './emit-options.ts';
import { summaryLines } from './human.ts';
import { markdownText } from './markdown-text.ts';
import type { RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import { runSummaryRow } from './rows.ts';

export function summaryOf(report: Report): RunSummary {
  const { tool, run, summary, related, end } = report;
  const kinds: string[] = [];
  for (const group of report.groups) kinds.push(group.kind);
  return {
    schema: SUMMARY_SCHEMA,
    tool,
    run,
    summary,
    kinds: countBy(kinds),
    related: related.length,
    end,
  };
}

export function* renderSummary(
  report: Report,
  format: SummaryFormat,
  options: RenderOptions,
): Iterable<string> {
  switch (format) {
    case 'human':
      yield* summaryLines(report, createPalette(options.colour), options.width);
      return;
    case 'json':
    case 'ndjson':
      yield `${safeJson(runSummaryRow(summaryOf(report)))}\n`;
      return;
    case 'md':
      yield* markdownList(summaryOf(report));
      return;
    default:
      format satisfies never;
  }
}

function* markdownList({ summary, kinds, related }: RunSummary): Iterable<string> {
  const byName = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${markdownText(name)} ${count}`)
      .join(', ');
  yield `- articles: ${summary.articles}\n- groups: ${summary.groups}\n- redundant: ${summary.redundant}\n`;
  yield `- related pairs: ${related}\n`;
  if (summary.groups > 0) yield `- kinds: ${byName(kinds)}\n`;
  if (summary.articles > 0) yield `- languages: ${byName(summary.languages)}\n`;
  if (Object.keys(summary.issues).length > 0) yield `- issues: ${byName(summary.issues)}\n`;
}
