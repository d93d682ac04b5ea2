/**
 * Temporary files and folders under way. Owns their removal when a signal ends the run: an interrupted run must leave
 * nothing beside the target.
 */
import { rmSync } from 'node:fs';
import { beforeInterruption } from './interruption.ts';

const underWay = new Map<string, () => void>();

/** Remembers a temporary file or folder until `forgetTemporary`. */
export function rememberTemporary(path: string): void {
  underWay.set(
    path,
    beforeInterruption(() => rmSync(path, { recursive: true, force: true })),
  );
}

export function forgetTemporary(path: string): void {
  underWay.get(path)?.();
  underWay.delete(path);
}
