/**
 * Words for people: everything goes to stderr, and nothing of it is needed to read the data. Owns the form of error
 * and notice lines; must never print text of articles unescaped.
 */
import { visible } from '../lib/visible.ts';
import type { Issue } from '../model/issue.ts';

export interface People {
  /** Printed unless `--quiet`. */
  notice(text: string): void;
  error(text: string): void;
}

export function createPeople(write: (text: string) => void, quiet: boolean): People {
  return {
    notice: (text) => {
      if (!quiet) write(`dedupe: ${visible(text)}\n`);
    },
    error: (text) => write(`dedupe: ${visible(text)}\n`),
  };
}

/** Issues shown one by one before the rest is only counted. */
const SHOWN_ISSUES = 10;

/** Skipped input is named even under `--quiet`: cron must learn of lost data. Information is not. */
export function reportIssues(
  issues: readonly Issue[],
  isSkip: (issue: Issue) => boolean,
  people: People,
): void {
  const skipped = issues.filter(isSkip);
  for (const issue of skipped.slice(0, SHOWN_ISSUES)) people.error(describeIssue(issue));
  if (skipped.length > SHOWN_ISSUES) {
    people.error(`${skipped.length - SHOWN_ISSUES} more issues; see "issues" in the report`);
  }
  for (const issue of issues.filter((issue) => !isSkip(issue)).slice(0, SHOWN_ISSUES)) {
    people.notice(describeIssue(issue));
  }
}

export function reportUnknownTypes(files: number, people: People): void {
  if (files > 0) people.notice(`${files} ${files === 1 ? 'file' : 'files'} of other types passed over`);
}

export function describeIssue(issue: Issue): string {
  const record = issue.record === undefined ? '' : ` record ${issue.record}`;
  const offset = issue.offset === undefined ? '' : ` at byte ${issue.offset}`;
  const place = issue.path === '' ? '' : `${issue.path}${record}${offset}: `;
  return `${place}${issue.message} [${issue.code}]`;
}
