/** What became of the groups from one report to another, schema `dedupe.diff/1`. Types and closed lists only; fields are only ever added within `/1`. */
import type { Report, Sequence, Summary } from './report.ts';

export const DIFF_SCHEMA = 'dedupe.diff/1';

/**
 * `new`: none of its articles was in a group. `vanished`: none is in one any more. `grown`, `shrunk`: articles came, or
 * left. `split`, `merged`: of one group became several, of several one. `canonical`: another article stands for it.
 */
export const GROUP_CHANGES = ['new', 'vanished', 'split', 'merged', 'grown', 'shrunk', 'canonical'] as const;
export type GroupChange = (typeof GROUP_CHANGES)[number];

/** One side of a change. */
export interface DiffGroup {
  readonly id: string;
  /** Id of the canonical. */
  readonly canonical: string;
  readonly title: string;
  readonly members: number;
}

export interface AddedArticle {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** The old report does not have it, in a group or out of one. */
  readonly isNew?: true;
}

export interface RemovedArticle {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** The new report does not have it, in a group or out of one. */
  readonly isGone?: true;
}

/** Groups of both reports that share articles, with what changed. */
export interface Change {
  /** In the order of `GROUP_CHANGES`; never empty. */
  readonly changes: readonly GroupChange[];
  /** In the order of the old report; empty where the group is new. */
  readonly old: readonly DiffGroup[];
  /** In the order of the new report; empty where the group vanished. */
  readonly new: readonly DiffGroup[];
  /** Members of the new groups that were in none of the old ones, in order. */
  readonly added: readonly AddedArticle[];
  /** Members of the old groups that are in none of the new ones, in order. */
  readonly removed: readonly RemovedArticle[];
}

/** What a report was made of and with. */
export interface DiffSide {
  readonly tool: Report['tool'];
  readonly run: Report['run'];
  readonly summary: Pick<Summary, 'articles' | 'groups' | 'redundant'>;
}

export interface DiffSummary {
  /** Groups that are in both reports as they were. */
  readonly unchanged: number;
  /** Change -> how many entries have it, in the order of `GROUP_CHANGES`; those without any are left out. */
  readonly changes: Readonly<Partial<Record<GroupChange, number>>>;
}

export interface Diff {
  readonly schema: typeof DIFF_SCHEMA;
  readonly tool: Report['tool'];
  readonly old: DiffSide;
  readonly new: DiffSide;
  /** By the first new group, then vanished ones in the order of the old report. */
  readonly changes: Sequence<Change>;
  readonly summary: DiffSummary;
  readonly end: { readonly status: 'complete' };
}
