/**
 * The file of `--metrics`: as a whole or not at all, under a name that no collector takes until it is complete. Owns the
 * file alone. Works at once, so that a run that a signal ends can still leave it.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { OutputError } from '../lib/errors.ts';
import { TOOL } from '../run/tool.ts';
import { lastSuccessIn, metricsText } from './metrics.ts';
import type { Measures } from './watch.ts';

/** Throws `OutputError`; the old file is untouched then. */
export function writeMetrics(path: string, exitCode: number, measures: Measures, now: Date): void {
  const text = metricsText({
    archive: basename(path, extname(path)),
    version: TOOL.version,
    exitCode,
    measures,
    endedAt: now.getTime() / 1000,
    lastSuccess: lastSuccessIn(oldText(path)),
  });
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = openSync(temporary, 'wx', 0o644);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new OutputError(`the metrics ${path} could not be written (${(cause as Error).message})`, {
      cause,
    });
  }
}

function oldText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
