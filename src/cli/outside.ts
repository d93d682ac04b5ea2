/** What parsing asks of the process: whether a path is there, its variables, its file of settings. */
import { existsSync } from 'node:fs';
import type { Outside } from './arguments.ts';

export const OUTSIDE: Outside = {
  exists: existsSync,
  environment: process.env,
  readConfig: async (named) => await (await import('./config-file.ts')).readConfig(named),
};
