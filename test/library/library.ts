/** The built library, as a program gets it: worker threads are started from compiled files. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import { folderWith } from '../cli/workspace.ts';
import { type Outcome, ROOT, type RunOptions, run } from '../helpers/command.ts';
import { makeEditedCollection } from '../helpers/edited-collection.ts';

export const ENTRY = join(ROOT, 'dist', 'index.js');

export async function library(): Promise<typeof import('../../src/index.ts')> {
  if (inject('buildFailure') !== '') throw new Error(inject('buildFailure'));
  return (await import(pathToFileURL(ENTRY).href)) as typeof import('../../src/index.ts');
}

/** Runs a module in a process of its own in which `scan`, `explain` and the error classes are there. */
export function program(body: string, options: RunOptions = {}): Promise<Outcome> {
  const entry = JSON.stringify(pathToFileURL(ENTRY).href);
  const source = `const { scan, explain, UsageError, NoInputError } = await import(${entry});\n${body}`;
  const folder = folderWith({ 'program.mjs': source });
  return run(process.execPath, [join(folder, 'program.mjs')], options);
}

export interface MadeRecord {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly text: string;
}

/** Made-up articles and edits of them: enough for threads to be started. */
export function madeRecords(count: number): readonly MadeRecord[] {
  // An edit may leave nothing of a text.
  const texts = makeEditedCollection(7, count + 50).filter((text) => text.trim() !== '');
  return texts.slice(0, count).map((text, i) => ({ id: `a${i}`, text: [...text].slice(0, 600).join('') }));
}
