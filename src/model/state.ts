/** What `dedupe state` tells of a state, schemas `dedupe.state-info/1`, `-check/1`, `-export/1`. Types only. */
import type { ReportArticle } from './report.ts';

export const STATE_INFO_SCHEMA = 'dedupe.state-info/1';
export const STATE_CHECK_SCHEMA = 'dedupe.state-check/1';
export const STATE_EXPORT_SCHEMA = 'dedupe.state-export/1';

export type StateMaking = Readonly<Record<string, string | number | boolean>>;

/** A complete run. */
export interface StateRunFacts {
  /** 1 for the first. */
  readonly number: number;
  /** RFC 3339. */
  readonly finishedAt: string;
  readonly files: number;
  readonly articles: number;
  readonly groups: number;
}

export interface LastRunFacts extends StateRunFacts {
  readonly status: 'complete';
  /** Since it finished. */
  readonly ageHours: number;
  /** Losses of input that it had. */
  readonly lost: number;
}

export interface StateInfo {
  readonly schema: typeof STATE_INFO_SCHEMA;
  readonly folder: string;
  readonly version: number;
  /** What the articles were made with. */
  readonly making: StateMaking;
  readonly bytes: number;
  /** Of these, what `state compact` gives back. */
  readonly freeBytes: number;
  readonly lastRun: LastRunFacts | null;
  /** Complete runs that are remembered. */
  readonly runs: number;
  /** Files that a run which is not complete has read: they are not read again. */
  readonly resumable: number;
}

export interface StateCheck {
  readonly schema: typeof STATE_CHECK_SCHEMA;
  readonly folder: string;
  readonly status: 'ok' | 'damaged';
  /** What does not hold, in words. */
  readonly faults: readonly string[];
  /** Chunks of articles that an ended run left behind: the next complete run removes them. */
  readonly left: number;
  /** A command; absent where all is well. */
  readonly repair?: string;
}

/** Rows of an export. */
export interface ExportedState {
  readonly schema: typeof STATE_EXPORT_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly making: StateMaking;
}

export interface ExportedFile {
  readonly path: string;
  readonly pathBytes?: string;
  readonly format: string;
  readonly bytes: number;
  /** RFC 3339. */
  readonly modifiedAt: string;
  /** SHA-256; absent where the file could not be read to its end. */
  readonly digest?: string;
  readonly articles: number;
}

/** As it was read by itself, before anything that the archive as a whole knows (blocks that repeat, teasers). */
export interface ExportedArticle extends ReportArticle {
  /** Its group in the last complete run. */
  readonly group?: string;
}

export interface ExportedGroup {
  readonly id: string;
  readonly canonical: string;
  readonly members: readonly string[];
}

export interface ExportSummary {
  readonly runs: number;
  readonly files: number;
  readonly articles: number;
  readonly groups: number;
}
