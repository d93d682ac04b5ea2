/**
 * Words for people: everything goes to stderr, and nothing of it is needed to read the data. Owns which losses are told;
 * must never print text of articles unescaped.
 */
import type { Discovery } from '../ingest/index.ts';
import { counted } from '../lib/figures.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue } from '../model/issue.ts';

export interface People {
  /** Not told under `--quiet`. */
  notice(text: string): void;
  /** Skipped input is named even under `--quiet`: cron must learn of lost data. Information is not. */
  issue(issue: Issue, isSkip: boolean): void;
}

export function reportIssues(
  issues: readonly Issue[],
  isSkip: (issue: Issue) => boolean,
  people: People,
): void {
  for (const issue of issues.filter(isSkip)) people.issue(issue, true);
  for (const issue of issues.filter((issue) => !isSkip(issue))) people.issue(issue, false);
}

/** Which files of a walk were not opened, and how to have them read. */
export function reportUnknownTypes(
  { unknownTypes, unknownExtensions }: Pick<Discovery, 'unknownTypes' | 'unknownExtensions'>,
  people: People,
): void {
  if (unknownTypes === 0) return;
  const most = [...unknownExtensions]
    .filter(([extension]) => extension !== '')
    .sort(([a, many], [b, others]) => others - many || compareCodeUnits(a, b))
    .slice(0, MOST_TOLD)
    .map(([extension, files]) => `${files} ${extension}`);
  const names = most.length === 0 ? '' : ` (${most.join(', ')})`;
  people.notice(
    `${counted(unknownTypes, 'file')} of other types passed over${names}; a file that is named itself is read`,
  );
}

const MOST_TOLD = 3;
