/** `dedupe state info DIR`: what is remembered. Owns its words; changes nothing. */

import { StateError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { STATE_INFO_SCHEMA, type StateInfo } from '../model/state.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import { makingIn, STATE_VERSION } from '../state/store/folder.ts';
import type { Request } from './arguments.ts';
import { openDocument } from './state-output.ts';
import type { Watch } from './watch.ts';

const MS_AN_HOUR = 3_600_000;

export async function info(request: Request, folder: string, watch: Watch): Promise<number> {
  const write = await openDocument(request, folder, watch);
  const facts = await factsOf(folder);
  await write(facts, linesOf(facts));
  return 0;
}

async function factsOf(folder: string): Promise<StateInfo> {
  const state = await ArchiveState.openToRead(folder, undefined);
  if (state === undefined) throw new StateError(`there is no state in ${folder}`);
  try {
    const { lastRun, database, runs } = state;
    const { lost = [], folder: _, ...run } = lastRun ?? {};
    const { bytes, free } = database.room;
    return {
      schema: STATE_INFO_SCHEMA,
      folder,
      version: STATE_VERSION,
      making: makingIn(folder),
      bytes,
      freeBytes: free,
      lastRun:
        lastRun === undefined
          ? null
          : {
              ...(run as Omit<typeof lastRun, 'lost' | 'folder'>),
              status: 'complete',
              ageHours: ageInHours(lastRun.finishedAt),
              lost: lost.length,
            },
      runs: runs.length,
      resumable: [...state.journal()].length,
    };
  } finally {
    await state.close();
  }
}

/** A clock that went back makes nothing younger than new. */
function ageInHours(finishedAt: string): number {
  const hours = (Date.now() - Date.parse(finishedAt)) / MS_AN_HOUR;
  return Math.max(0, Math.round(100 * hours) / 100);
}

function linesOf({ folder, making, bytes, freeBytes, lastRun, resumable }: StateInfo): readonly string[] {
  const mebibytes = (count: number): string => `${(count / 2 ** 20).toFixed(1)} MiB`;
  const options = Object.entries(making).map(([name, value]) => `${name} ${String(value).slice(0, 12)}`);
  return [
    folder,
    lastRun === null
      ? 'no complete run yet'
      : `run ${lastRun.number}, complete ${lastRun.finishedAt}: ${counted(lastRun.articles, 'article')} in ${counted(lastRun.files, 'file')}, ${counted(lastRun.groups, 'group')}${lastRun.lost === 0 ? '' : `, ${counted(lastRun.lost, 'loss', 'losses')} of input`}`,
    `${mebibytes(bytes)}, ${mebibytes(freeBytes)} of it free`,
    `made with ${options.join(', ')}`,
    ...(resumable > 0 ? [`${counted(resumable, 'file')} read by a run that is not complete`] : []),
  ];
}
