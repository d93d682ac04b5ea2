/**
 * Builds the program once before the tests when `dist` is older than its sources, so that `vitest run` alone tests
 * what stands in `src`. A failed build is handed on: tests of the command line say so, all others run.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the compiler said when it failed; empty when `dist` is what `src` says. */
    buildFailure: string;
  }
}

const ROOT = resolve(import.meta.dirname, '..', '..');

export default function setup(project: TestProject): void {
  project.provide('buildFailure', isFresh() ? '' : build());
}

function isFresh(): boolean {
  const settings = ['tsconfig.json', 'package.json'].map((name) => statSync(join(ROOT, name)).mtimeMs);
  return newest(join(ROOT, 'dist')) > Math.max(newest(join(ROOT, 'src')), ...settings);
}

/** Time of the last change of a file or folder below this one; 0 when there is none. */
function newest(folder: string): number {
  try {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return Math.max(0, ...entries.map((name) => statSync(join(folder, name)).mtimeMs));
  } catch {
    return 0;
  }
}

function build(): string {
  const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const words = [compiler, '-p', 'tsconfig.json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? '' : `dist could not be built from src:\n${stdout}${stderr}`;
}
