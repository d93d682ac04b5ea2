/**
 * What a run says of itself while it goes on: the rows of `--log-format json`, schema `dedupe.log/1`. Types and closed
 * lists only; fields and events are only ever added within `/1`. No row holds text of an article.
 */
import type { IssueCode } from './issue.ts';

export const LOG_SCHEMA = 'dedupe.log/1';

export const LOG_LEVELS = ['info', 'warning', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is counted in each stage, in the order in which a run passes through them; a stage that is not needed is left out. */
export const STAGE_UNITS = {
  /** Arguments become files. */
  discover: 'files',
  /** Files are looked for among those that a state knows. */
  recognise: 'files',
  /** Files are read and their articles analysed. */
  read: 'bytes',
  /** Known articles come out of a state. */
  load: 'articles',
  /** Chrome that repeats over a source goes; what that changes is analysed again. */
  clean: 'articles',
  /** What all are compared by is laid out. */
  index: 'articles',
  /** Near-duplicates are looked for, in slices of the index. */
  near: 'slices',
  /** Partners by rare names, numbers and concepts are looked for. */
  propose: 'articles',
  /** Pairs are judged. */
  judge: 'pairs',
  /** Verdicts become groups. */
  group: 'articles',
  /** Reports are written, the state is completed. */
  write: 'outputs',
} as const;

export type StageName = keyof typeof STAGE_UNITS;
export type StageUnit = (typeof STAGE_UNITS)[StageName];
export const STAGE_NAMES = Object.keys(STAGE_UNITS) as StageName[];

interface Row<Event extends string> {
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly level: LogLevel;
  readonly event: Event;
}

export interface RunStarted extends Row<'run-started'> {
  readonly schema: typeof LOG_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly command: string;
  readonly pid: number;
}

export interface StageStarted extends Row<'stage-started'> {
  readonly stage: StageName;
  /** How much there is to do, where that is known beforehand. */
  readonly total?: number;
  readonly unit: StageUnit;
}

export interface StageEnded extends Row<'stage-ended'> {
  readonly stage: StageName;
  readonly done: number;
  readonly unit: StageUnit;
  readonly seconds: number;
}

export interface FileRead extends Row<'file-read'> {
  readonly path: string;
  /** As it lies on the disk. */
  readonly bytes: number;
}

export interface IssueFound extends Row<'issue'> {
  readonly code: IssueCode;
  readonly path: string;
  readonly record?: number;
  readonly offset?: number;
  readonly message: string;
}

/** What was read up to here need not be read again, however the run ends. */
export interface StateKept extends Row<'state-kept'> {
  readonly files: number;
}

/** The run is the last complete one of its state. */
export interface StateCompleted extends Row<'state-completed'> {
  readonly run: number;
  readonly files: number;
  readonly articles: number;
  readonly groups: number;
}

export interface OutputWritten extends Row<'output-written'> {
  /** As it was named; `-` for the standard output. */
  readonly path: string;
  readonly format: string;
}

export interface NoticeGiven extends Row<'notice'> {
  readonly message: string;
}

export interface ErrorMet extends Row<'error'> {
  readonly message: string;
  /** Of a defect: where in the program. */
  readonly trace?: string;
}

export interface RunEnded extends Row<'run-ended'> {
  readonly exitCode: number;
  readonly seconds: number;
  readonly articles?: number;
  readonly groups?: number;
  /** With a state: groups that are new or grew. */
  readonly newGroups?: number;
}

export type LogRow =
  | RunStarted
  | StageStarted
  | StageEnded
  | FileRead
  | IssueFound
  | StateKept
  | StateCompleted
  | OutputWritten
  | NoticeGiven
  | ErrorMet
  | RunEnded;
