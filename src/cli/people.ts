/**
 * Words for people: everything goes to stderr, and nothing of it is needed to read the data. Owns which losses are told;
 * must never print text of articles unescaped.
 */
import { counted } from '../lib/figures.ts';
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

export function reportUnknownTypes(files: number, people: People): void {
  if (files > 0) people.notice(`${counted(files, 'file')} of other types passed over`);
}
