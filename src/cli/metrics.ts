/**
 * `--metrics FILE`: what a run measured, for Prometheus. Owns names, units and the text format (version 0.0.4); must not
 * touch the disk. All are gauges: each run begins anew.
 * Reference: Prometheus, "Exposition formats" and "Metric and label naming".
 */
import { ISSUE_CODES } from '../model/issue.ts';
import { isComplete } from './exit-codes.ts';
import type { Measures } from './watch.ts';

export interface RunMetrics {
  /** Value of the label `archive` on every metric, so that several archives can be measured on one machine. */
  readonly archive: string;
  readonly version: string;
  readonly exitCode: number;
  readonly measures: Measures;
  /** Seconds since 1970. */
  readonly endedAt: number;
  /** As it stood in the file before, if it did. */
  readonly lastSuccess: string | undefined;
}

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number | string];

const LAST_SUCCESS = 'dedupe_last_success_timestamp_seconds';

export function metricsText(run: RunMetrics): string {
  const { exitCode, endedAt, measures } = run;
  const { found, filesRead, bytesRead, stageSeconds, seconds } = measures;
  const success = isComplete(exitCode) ? endedAt : run.lastSuccess;
  const lines: string[] = [];
  const gauge = (name: string, help: string, samples: readonly Sample[]): void => {
    if (samples.length === 0) return;
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`);
    for (const [labels, value] of samples)
      lines.push(`${name}${labelText({ archive: run.archive, ...labels })} ${value}`);
  };
  const one = (value: number | string | undefined): Sample[] => (value === undefined ? [] : [[{}, value]]);
  gauge('dedupe_build_info', 'Version of the program that ran; always 1.', [[{ version: run.version }, 1]]);
  gauge('dedupe_last_run_timestamp_seconds', 'When the last run ended, however it did.', one(endedAt));
  gauge(
    LAST_SUCCESS,
    'When the last run ended that wrote all outputs (exit codes 0, 3 and 10).',
    one(success),
  );
  gauge('dedupe_exit_code', 'Exit code of the last run.', one(exitCode));
  gauge('dedupe_run_duration_seconds', 'Wall time of the last run.', one(seconds));
  gauge(
    'dedupe_stage_duration_seconds',
    'Wall time of each stage of the last run.',
    [...stageSeconds].map(([stage, value]) => [{ stage }, value]),
  );
  gauge('dedupe_read_files', 'Files that the last run read; known ones are not read again.', one(filesRead));
  gauge('dedupe_read_bytes', 'Bytes that the last run read of them.', one(bytesRead));
  gauge(
    'dedupe_articles',
    'Articles of the archive, as far as the last run came to count them.',
    one(found?.articles),
  );
  gauge('dedupe_groups', 'Groups of the archive.', one(found?.groups));
  gauge(
    'dedupe_new_groups',
    'Groups that are new or grew since the run before; with --state.',
    one(found?.newGroups),
  );
  gauge(
    'dedupe_issues',
    'Issues of the last run by code.',
    found === undefined ? [] : issueSamples(found.issues),
  );
  return `${lines.join('\n')}\n`;
}

/** The time of the last success in a file of an earlier run. */
export function lastSuccessIn(text: string): string | undefined {
  const line = text.split('\n').find((line) => line.startsWith(LAST_SUCCESS));
  return line === undefined ? undefined : /[ ]([0-9.]{1,20})$/.exec(line)?.[1];
}

/** Every code, also those that did not come up: a series that comes and goes cannot be compared with the night before. */
function issueSamples(issues: readonly { readonly code: string }[]): Sample[] {
  const counts = new Map<string, number>(ISSUE_CODES.map((code) => [code, 0]));
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => [{ code }, count]);
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  );
  return `{${pairs.join(',')}}`;
}
