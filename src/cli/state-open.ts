/** Opens a state as whoever made it would, to write in it what is there already. Must not change what it was made with. */
import { StateError } from '../lib/errors.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import { inspectFolder, makingIn } from '../state/store/folder.ts';
import { refuseNetworkDisk } from '../state/store/network-disk.ts';
import type { Holder } from '../state/store/writer-lock.ts';
import type { Request } from './arguments.ts';

export function holderNow(): Holder {
  return { pid: process.pid, since: new Date().toISOString() };
}

/** The caller closes. Throws `StateError` where there is no state. */
export async function openAsItIs(request: Request, folder: string): Promise<ArchiveState> {
  if (!request.allowNetworkDisk) refuseNetworkDisk(folder);
  if (inspectFolder(folder, undefined) !== 'made') throw new StateError(`there is no state in ${folder}`);
  return await ArchiveState.openToWrite(folder, makingIn(folder), holderNow(), request.lockWaitSeconds);
}
