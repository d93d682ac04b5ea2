/** The built parts of a run: worker threads are started from compiled files. Shared by the tests of this folder only. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, inject } from 'vitest';
import type { Jobs } from '../../src/run/jobs.ts';
import { ROOT } from '../helpers/command.ts';

async function built<T>(path: string): Promise<T> {
  if (inject('buildFailure') !== '') throw new Error(inject('buildFailure'));
  return (await import(pathToFileURL(join(ROOT, 'dist', path)).href)) as T;
}

export const { Pool } = await built<typeof import('../../src/run/pool.ts')>('run/pool.js');
export const { Thread } = await built<typeof import('../../src/run/thread.ts')>('run/thread.js');
export const { FACTS_ONLY, NEAR_PIECES, planMatching } =
  await built<typeof import('../../src/dedupe.ts')>('dedupe.js');
export const { collect } = await built<typeof import('../../src/run/collect.ts')>('run/collect.js');

/** Threads that the test has started, in order, and how many batches each has answered. */
export const started: { readonly worker: Worker; answers: number }[] = [];

function notice(worker: Worker): void {
  const thread = { worker, answers: 0 };
  started.push(thread);
  worker.on('message', () => thread.answers++);
}

beforeEach(() => {
  started.length = 0;
  process.on('worker', notice);
});
afterEach(() => {
  process.off('worker', notice);
});

/** So many threads, which may be started once `isOver` is set. */
export class Patience {
  isOver = false;

  jobs(most: number): Jobs {
    const patience = this;
    return {
      most,
      patience: () => ({
        get aborted() {
          return patience.isOver;
        },
      }),
    };
  }
}

/** So many threads, at once. */
export function atOnce(most: number): Jobs {
  return { most, patience: () => ({ aborted: true }) };
}

export async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
