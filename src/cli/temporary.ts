/**
 * Temporary files of outputs under way. Owns their removal when a signal ends the run: an interrupted run must leave
 * nothing beside the target. Listens only while there is such a file; the signal then ends the process as it would
 * have without us, so that a shell sees 130 or 143.
 */
import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const underWay = new Set<string>();

/** Remembers a temporary file until `forgetTemporary`. */
export function rememberTemporary(path: string): void {
  if (underWay.size === 0) for (const signal of SIGNALS) process.on(signal, endBy);
  underWay.add(path);
}

export function forgetTemporary(path: string): void {
  underWay.delete(path);
  if (underWay.size === 0) for (const signal of SIGNALS) process.off(signal, endBy);
}

function endBy(signal: NodeJS.Signals): void {
  for (const path of underWay) {
    rmSync(path, { force: true });
    forgetTemporary(path);
  }
  process.kill(process.pid, signal);
}
