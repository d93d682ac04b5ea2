/** Runs the built command in a process of its own and measures it. Owns the measuring; must not know what is run. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '..', '..', 'bin', 'dedupe.js');

/** At the end of the process: its largest resident set in KiB, and its processor time in microseconds. */
const HOOK = `
const { isMainThread } = require('node:worker_threads');
if (isMainThread) process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.DEDUPE_MEASURED, JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime }));
});
`;

/**
 * `dedupe <words>` with its report written to `output`, a file in `folder`: wall and processor seconds, and peak
 * memory in MB. Throws when it fails.
 */
export function measuredRun(words, folder, output) {
  const hook = join(folder, 'measure.cjs');
  const measured = join(folder, 'measured.json');
  writeFileSync(hook, HOOK);
  rmSync(measured, { force: true });
  const out = openSync(output, 'w');
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, BIN, ...words], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEDUPE_MEASURED: measured },
  });
  const seconds = (performance.now() - started) / 1000;
  closeSync(out);
  if (status !== 0) throw new Error(`dedupe ${words.join(' ')}: exit ${status}\n${stderr}`);
  const { maxRSS, cpu } = JSON.parse(readFileSync(measured, 'utf8'));
  return { seconds, cpu: cpu / 1e6, peak: maxRSS / 1024 };
}
