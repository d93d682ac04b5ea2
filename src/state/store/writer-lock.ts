/**
 * One writer at a time: a lock that the kernel holds with the open file, so that it goes with the process however that
 * ends. The file itself says nothing: what stands in it is for people. Must not know what is written.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OutputError, StateBusyError } from '../../lib/errors.ts';
import { LOCK_FILE } from './folder.ts';

export interface Holder {
  readonly pid: number;
  /** RFC 3339. */
  readonly since: string;
}

const POLL_MS = 100;

/** Waits at most so many seconds; returns what lets the lock go. Throws `StateBusyError` that names the holder. */
export async function lockWriter(folder: string, self: Holder, waitSeconds: number): Promise<() => void> {
  const { tryLock } = await import('fs-native-extensions');
  const path = join(folder, LOCK_FILE);
  let file: number;
  try {
    file = openSync(path, 'a+');
  } catch (cause) {
    throw new OutputError(`the state ${folder} could not be locked (${(cause as Error).message})`, { cause });
  }
  try {
    for (let left = 1000 * waitSeconds; !tryLock(file); left -= POLL_MS) {
      if (left <= 0)
        throw new StateBusyError(
          `the state ${folder} is in use by ${holderOf(path)}; wait with --lock-wait SECONDS, or look without storing: --read-only`,
        );
      await sleep(Math.min(POLL_MS, left));
    }
    ftruncateSync(file);
    writeSync(file, `${JSON.stringify(self)}\n`);
  } catch (cause) {
    closeSync(file);
    throw cause;
  }
  return () => closeSync(file);
}

function holderOf(path: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (typeof pid === 'number') return `pid ${pid} since ${since ?? 'a while'}`;
  } catch {
    // Between its lock and its name.
  }
  return 'another run';
}
