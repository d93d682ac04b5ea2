/**
 * How long starting takes: the medians of `node -e 0`, `dedupe --version` and a run over a few small files, and their
 * ratios. `node test/bench/startup.mjs [folder]`; the folder is one theme of the fixtures unless another is named.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'bin', 'dedupe.js');
const RUNS = 11;
const folder = process.argv[2] ?? join(ROOT, 'fixtures', 'newsroom', 'wire-edited');

const SUBJECTS = [
  { name: 'node -e 0', words: ['-e', '0'] },
  { name: 'dedupe --version', words: [BIN, '--version'] },
  { name: `dedupe ${folder}`, words: [BIN, folder, '-q', '-f', 'json'] },
];

function milliseconds(words) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return performance.now() - start;
}

// The subjects take turns, so that a busy moment of the machine meets all of them.
const times = SUBJECTS.map(() => []);
for (let run = 0; run <= RUNS; run++) {
  for (const [i, { words }] of SUBJECTS.entries()) {
    const time = milliseconds(words);
    if (run > 0) times[i].push(time);
  }
}
const medians = times.map((list) => list.sort((a, b) => a - b)[RUNS >> 1]);
for (const [i, { name }] of SUBJECTS.entries()) {
  const [fastest] = times[i];
  const ratio = (medians[i] / medians[0]).toFixed(2);
  console.log(
    `${name}: median ${medians[i].toFixed(0)} ms, fastest ${fastest.toFixed(0)} ms, ratio ${ratio}`,
  );
}
