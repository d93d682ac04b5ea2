/**
 * Bad input as data. An issue names one thing that was skipped, repaired or capped; it never stops a run.
 * Must not hold article text: issues are logged.
 */

/** Closed list; the report schema publishes it. Grows only by addition. */
export const ISSUE_CODES = [
  'missing-path',
  'unreadable',
  'unknown-type',
  'special-file',
  'binary',
  'invalid-encoding',
  'invalid-json',
  'invalid-record',
  'missing-text',
  'too-deep',
  'too-long',
  'corrupt-archive',
  'empty',
  'changed-while-read',
  'own-report',
  'duplicate-id',
  'bucket-capped',
  'simplified-page',
  'unsure-encoding',
  'damaged-text',
  'left-out',
  'foreign-xml',
  'split-file',
  'decision-conflict',
  'decision-unknown',
  'decision-by-id',
  'decision-unused',
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

/** Codes that say "an input record was lost"; any of them makes the exit code 3. The rest only inform. */
export const SKIPPING_CODES: ReadonlySet<IssueCode> = new Set([
  'missing-path',
  'unreadable',
  'unknown-type',
  'special-file',
  'binary',
  'invalid-encoding',
  'invalid-json',
  'invalid-record',
  'missing-text',
  'too-deep',
  'too-long',
  'corrupt-archive',
  'changed-while-read',
]);

export interface Issue {
  readonly code: IssueCode;
  /** As in the report: normalised, `/` between, `-` for stdin; empty for issues of the whole run. */
  readonly path: string;
  /** 1-based record number, bad records counted. */
  readonly record?: number;
  /** Bytes from the start of the decompressed stream. */
  readonly offset?: number;
  /** What was found, what was expected, what to do. One line. */
  readonly message: string;
}

/** A value together with what went wrong while making it. */
export interface Staged<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}
