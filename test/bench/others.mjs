/**
 * Runs other engines of near-duplicates on a file, each by a script in `others/` that prints its groups and what they
 * cost. Owns where they are looked for: one folder with what `README.md` installs; what is not there is skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scoreGroups } from './score.mjs';

const SCRIPTS = join(import.meta.dirname, 'others');

function engines(folder) {
  const python = join(folder, 'python', 'bin', 'python');
  const textDedup = join(folder, 'text-dedup', 'bin', 'python');
  const model = process.env.SEMHASH_MODEL ?? '';
  const node = (module) => (existsSync(join(folder, 'node_modules', module)) ? process.execPath : undefined);
  const withModule = (path, module) =>
    existsSync(path) && spawnSync(path, ['-c', `import ${module}`]).status === 0 ? path : undefined;
  return [
    { name: 'datasketch', program: withModule(python, 'datasketch, xxhash'), script: 'datasketch_groups.py' },
    { name: 'rensa', program: withModule(python, 'rensa'), script: 'rensa_groups.py' },
    { name: 'text-dedup', program: withModule(textDedup, 'text_dedup'), script: 'text_dedup_groups.py' },
    {
      name: 'semhash',
      program: model === '' ? undefined : withModule(python, 'semhash'),
      script: 'semhash_groups.py',
      missing: 'needs a model of its own: SEMHASH_MODEL names its folder',
    },
    { name: 'minhash (npm)', program: node('minhash'), script: 'minhash_groups.mjs' },
    { name: 'simhash-js (npm)', program: node('simhash-js'), script: 'simhash_groups.mjs' },
  ];
}

/** One row an engine, as the table of `run.mjs` has them. */
export function runOthers(docs, gold, folder) {
  return engines(resolve(folder)).map(({ name, program, script, missing }) => {
    if (program === undefined) return { name, skipped: missing ?? 'not installed' };
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(program, [join(SCRIPTS, script), docs], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, OTHERS_MODULES: resolve(folder) },
    });
    const seconds = (performance.now() - started) / 1000;
    if (status !== 0) return { name, skipped: `failed: ${stderr.trim().split('\n').at(-1) ?? ''}` };
    const { groups, cpu, peak } = JSON.parse(stdout);
    return { name, seconds, cpu, peak, ...scoreGroups(groups, gold) };
  });
}
