/** What parsing asks of the process: whether a path is there, its variables, its file of settings. */
import { existsSync, opendirSync } from 'node:fs';
import type { Outside } from './arguments.ts';

export const OUTSIDE: Outside = {
  exists: existsSync,
  namesHere,
  environment: process.env,
  readConfig: async (named) => await (await import('./config-file.ts')).readConfig(named),
};

/** Names of a folder that are compared with what may be a slip of the finger: enough for those that people type. */
const MOST_NAMES = 1000;

function* namesHere(): Iterable<string> {
  const folder = opendirSync('.');
  try {
    for (let n = 0; n < MOST_NAMES; n++) {
      const entry = folder.readSync();
      if (entry === null) return;
      yield entry.name;
    }
  } finally {
    folder.closeSync();
  }
}
