/** Runs the built command line as a user would: a process, its two streams and its exit code. Owns no expectation. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import type { InspectRow, Report } from '../../src/model/report.ts';

export const ROOT = resolve(import.meta.dirname, '..', '..');
export const BIN = join(ROOT, 'bin', 'dedupe.js');

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface RunOptions {
  /** Standard input; a list is written piece by piece. */
  readonly input?: string | Uint8Array | readonly Uint8Array[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function dedupe(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return run(process.execPath, [BIN, ...words], options);
}

export function run(program: string, words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  if (inject('buildFailure') !== '') return Promise.reject(new Error(inject('buildFailure')));
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd ?? ROOT,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  };
  return new Promise((resolvePromise, reject) => {
    const child = spawn(program, words, spawnOptions);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => {
      resolvePromise({
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
        status,
      });
    });
    child.stdin?.on('error', () => undefined);
    writeInput(child, options.input);
  });
}

function writeInput({ stdin }: Pick<ChildProcess, 'stdin'>, input: RunOptions['input']): void {
  if (input === undefined || typeof input === 'string' || input instanceof Uint8Array) {
    stdin?.end(input);
    return;
  }
  const [first, ...rest] = input;
  if (first === undefined) stdin?.end();
  // Not before the last piece is out of our hands: else the pipe would join them.
  else stdin?.write(first, () => setImmediate(() => writeInput({ stdin }, rest)));
}

/** The test runner's own colour and environment must not leak into what is tested. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const {
    FORCE_COLOR: _force,
    NO_COLOR: _no,
    NODE_OPTIONS: _options,
    VITEST: _vitest,
    ...rest
  } = process.env;
  return rest;
}

/** A report as JSON.parse gives it. */
export type ParsedReport = Omit<Report, 'articles' | 'groups' | 'related'> & {
  readonly [Field in 'articles' | 'groups' | 'related']: readonly ElementOf<Report[Field]>[];
};
type ElementOf<T> = T extends Iterable<infer Element> ? Element : never;

/** Runs `dedupe … --format json` and expects the exit code. */
export async function scan(
  words: readonly string[],
  options: RunOptions & { status?: number } = {},
): Promise<ParsedReport> {
  const outcome = await dedupe([...words, '--format', 'json'], options);
  if (outcome.status !== (options.status ?? 0)) {
    throw new Error(`dedupe ${words.join(' ')}: exit ${outcome.status}\n${outcome.stderr}`);
  }
  return JSON.parse(outcome.stdout) as ParsedReport;
}

export async function inspect(
  words: readonly string[],
  options: RunOptions & { status?: number } = {},
): Promise<InspectRow[]> {
  const outcome = await dedupe(['inspect', ...words, '--format', 'ndjson'], options);
  if (outcome.status !== (options.status ?? 0)) {
    throw new Error(`dedupe inspect ${words.join(' ')}: exit ${outcome.status}\n${outcome.stderr}`);
  }
  return outcome.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as InspectRow)
    .filter((row) => row.type === 'inspect');
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dedupe-test-'));
}
