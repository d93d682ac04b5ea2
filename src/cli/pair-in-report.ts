/**
 * Which two articles are meant by words of a saved report: ids, or groups, which stand for their canonical; one group
 * alone for its weakest link. Owns the reading of the report; must not read articles.
 */
import { NoInputError, UsageError } from '../lib/errors.ts';
import type { ReportGroup } from '../model/report.ts';
import { type Grouped, groupedIn } from './grouped.ts';
import { openSavedReport } from './saved/saved-report.ts';

export interface PairInReport {
  readonly a: string;
  readonly b: string;
  /** Files of both. */
  readonly paths: readonly string[];
  readonly grouped: Grouped;
}

/** Throws `NoInputError` where the report has no such article or group. */
export async function pairInReport(
  file: string,
  wordA: string,
  wordB: string | undefined,
): Promise<PairInReport> {
  const saved = await openSavedReport(file, process.stdin);
  try {
    const { report } = saved;
    const groups = new Map<string, ReportGroup>();
    for (const group of report.groups)
      if (group.id === wordA || group.id === wordB) groups.set(group.id, group);
    const { a, b } = idsOf(groups, file, wordA, wordB);
    const paths = new Map<string, string>();
    for (const { id, path } of report.articles) if (id === a || id === b) paths.set(id, path);
    const missing = [a, b].find((id) => !paths.has(id));
    if (missing !== undefined)
      throw new NoInputError(
        `${file} has no article and no group "${missing}"; its ids are those of -f json`,
      );
    return {
      a,
      b,
      paths: [...new Set(paths.values())],
      grouped: groupedIn(idsOfGroups(report.groups), a, b),
    };
  } finally {
    saved.close();
  }
}

function* idsOfGroups(groups: Iterable<ReportGroup>): Iterable<readonly string[]> {
  for (const { members } of groups) yield members.map(({ id }) => id);
}

function idsOf(
  groups: ReadonlyMap<string, ReportGroup>,
  file: string,
  wordA: string,
  wordB: string | undefined,
): { readonly a: string; readonly b: string } {
  if (wordB !== undefined) {
    return { a: groups.get(wordA)?.canonical ?? wordA, b: groups.get(wordB)?.canonical ?? wordB };
  }
  const group = groups.get(wordA);
  if (group === undefined)
    throw new UsageError(`${file} has no group "${wordA}"; name a group, or two articles`);
  const weakest = group.links.reduce((weak, link) => (link.score < weak.score ? link : weak));
  return { a: weakest.a, b: weakest.b };
}
