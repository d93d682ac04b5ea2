/** The first groups of a report, with the related pairs that stand beside them. Must not change any of them. */
import type { Report, ReportGroup, ReportRelated, Sequence } from '../model/report.ts';
import { firstOf } from './sequence.ts';

/** The counts of the summary stay those of the run. */
export function limitedReport(report: Report, limit: number | undefined): Report {
  if (limit === undefined || limit >= report.groups.length) return report;
  const groups = firstOf(report.groups, limit);
  return { ...report, groups, related: relatedTo(groups, report.related) };
}

function relatedTo(
  groups: readonly ReportGroup[],
  related: Sequence<ReportRelated>,
): Sequence<ReportRelated> {
  const members = new Set(groups.flatMap((group) => group.members.map(({ id }) => id)));
  return [...related].filter(({ a, b }) => members.has(a) || members.has(b));
}
