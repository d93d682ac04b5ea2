/** Rows of the log as lines for people or for programs, and which of them are wanted. Pure; must not write. */
import { counted } from '../lib/figures.ts';
import { visible } from '../lib/visible.ts';
import type { LogRow } from '../model/log.ts';
import type { LogFormat } from './flags.ts';

export interface LogOptions {
  readonly format: LogFormat;
  /** Errors, and what was lost, alone. */
  readonly isQuiet: boolean;
  /** 0, or how often `-v` was given. */
  readonly verbosity: number;
}

/** A line with its end, or undefined where the row is not wanted. */
export function lineOf(row: LogRow, options: LogOptions): string | undefined {
  if (options.isQuiet && row.level === 'info') return undefined;
  if (options.format === 'json') return isWantedAsJson(row, options) ? `${JSON.stringify(row)}\n` : undefined;
  const text = textOf(row, options);
  return text === undefined
    ? undefined
    : `${text
        .split('\n')
        .map((line) => `dedupe: ${visible(line)}\n`)
        .join('')}`;
}

/** A file a row: only where it is asked for. */
function isWantedAsJson(row: LogRow, { verbosity }: LogOptions): boolean {
  return row.event !== 'file-read' || verbosity > 0;
}

function textOf(row: LogRow, { verbosity }: LogOptions): string | undefined {
  switch (row.event) {
    case 'notice':
      return row.message;
    case 'error':
      return `error: ${row.message}${row.trace === undefined ? '' : `\n${row.trace}`}`;
    case 'issue':
      return describeIssue(row);
    case 'stage-ended':
      if (verbosity < 1) return undefined;
      return `${row.stage.padEnd(9)} ${row.seconds.toFixed(1).padStart(7)} s  ${row.done} ${row.done === 1 ? row.unit.slice(0, -1) : row.unit}`;
    case 'state-completed':
      return verbosity < 1
        ? undefined
        : `the state is complete: run ${row.run}, ${row.files} files, ${row.articles} articles`;
    case 'output-written':
      return verbosity < 1 || row.path === '-' ? undefined : `${row.path} is written (${row.format})`;
    case 'file-read':
      return verbosity < 2 ? undefined : `read ${row.path} (${row.bytes} bytes)`;
    case 'run-ended':
      return verbosity < 1
        ? undefined
        : `ended with exit code ${row.exitCode} after ${row.seconds.toFixed(1)} s`;
    case 'state-kept':
      return verbosity < 2 ? undefined : `kept what was read: ${counted(row.files, 'file')}`;
    case 'run-started':
    case 'stage-started':
      return undefined;
    default:
      row satisfies never;
      return undefined;
  }
}

/** Place, what is the matter, code. */
function describeIssue(issue: {
  readonly code: string;
  readonly path: string;
  readonly record?: number;
  readonly offset?: number;
  readonly message: string;
}): string {
  const record = issue.record === undefined ? '' : ` record ${issue.record}`;
  const offset = issue.offset === undefined ? '' : ` at byte ${issue.offset}`;
  const place = issue.path === '' ? '' : `${issue.path}${record}${offset}: `;
  return `${place}${issue.message} [${issue.code}]`;
}
