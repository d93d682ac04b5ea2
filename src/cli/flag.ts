/** What a row of the table of flags is, and the closed lists that its rows choose from. Must not import anything heavy. */
import type { CommandName } from './commands.ts';

export const FLAG_GROUPS = ['Input', 'Matching', 'Output', 'Running'] as const;
export type FlagGroup = (typeof FLAG_GROUPS)[number];

export interface Flag {
  /** Commander's notation. */
  readonly flags: string;
  readonly description: string;
  readonly group: FlagGroup;
  readonly commands: readonly CommandName[];
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly repeatable?: boolean;
  /** Says more each time it is given. */
  readonly counted?: boolean;
  /** Belongs to one command line: neither a variable nor a file can set it. */
  readonly onlyHere?: boolean;
  /** A file of settings cannot set it. */
  readonly notInFile?: boolean;
  /** Says where to write: only a file of settings that somebody named can set it. */
  readonly writes?: boolean;
}

export const READS: readonly CommandName[] = ['scan', 'inspect', 'explain', 'lookup'];
/** What reads an archive, also to make its state anew. */
export const BUILDS: readonly CommandName[] = [...READS, 'state'];
/** The same, and the stages of a cluster. */
export const MAKES: readonly CommandName[] = [...BUILDS, 'stage'];
/** What matches articles against each other. */
export const MATCHES: readonly CommandName[] = ['scan', 'lookup'];
/** What may ask a state. */
export const ASKS: readonly CommandName[] = [...MATCHES, 'explain'];
/** What writes reports in every form. */
export const RENDERS: readonly CommandName[] = ['scan', 'report'];
/** Commands that write data in several formats. */
export const WRITES: readonly CommandName[] = [...READS, 'report', 'diff'];

/** What settings hold for. */
export const SETTABLE: readonly CommandName[] = [...WRITES, 'review', 'state'];

/** Groups that are shown, by what became of them since the last run of a state. */
export const ONLY = ['new', 'changed', 'all'] as const;
export type Only = (typeof ONLY)[number];

export const FORMAT_NAMES = [
  'auto',
  'human',
  'json',
  'ndjson',
  'csv',
  'tsv',
  'md',
  'html',
  'paths0',
] as const;

export const PROGRESS = ['auto', 'always', 'never'] as const;
export type ProgressChoice = (typeof PROGRESS)[number];

export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];
