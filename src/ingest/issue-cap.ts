/**
 * Bounds the issues of each file: a log named .jsonl would otherwise fill the report. Must not know what an issue means.
 */
import type { Issue } from '../model/issue.ts';
import { issueItem } from './request.ts';

/** Issues of one code that one file may report. */
const MAX_ISSUES_PER_FILE = 10_000;

/** Takes the issues of one file after another; beyond the cap those of one code are counted and told in one. */
export class IssueCap {
  #path: string | undefined;
  readonly #counts = new Map<Issue['code'], number>();

  /** What is to be reported now: of a new file, what was left out of the one before comes first. */
  take(issue: Issue): readonly Issue[] {
    const before = issue.path === this.#path ? [] : this.end();
    this.#path = issue.path;
    const count = (this.#counts.get(issue.code) ?? 0) + 1;
    this.#counts.set(issue.code, count);
    return count > MAX_ISSUES_PER_FILE ? before : [...before, issue];
  }

  /** What was left out of the last file. */
  end(): readonly Issue[] {
    const path = this.#path ?? '';
    const left = [...this.#counts].flatMap(([code, count]) => {
      const more = count - MAX_ISSUES_PER_FILE;
      const message = `${more} more issues of this kind in this file are not listed`;
      return more > 0 ? [issueItem({ path }, code, message).issue] : [];
    });
    this.#counts.clear();
    return left;
  }
}
