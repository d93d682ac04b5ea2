/** Opens a state to be asked about articles: nothing is stored in it. Must not change what its articles are made with. */
import { StateError } from '../lib/errors.ts';
import { inspectFolder, type Making, makingIn } from '../state/store/folder.ts';
import type { ReadyRequest } from './ready.ts';
import { makingOf } from './state-making.ts';
import { StateRun } from './state-run.ts';
import type { Watch } from './watch.ts';

/** The caller closes. Throws `StateError` where there is no state, or no complete run yet. */
export async function openToAsk(folder: string, request: ReadyRequest, watch: Watch): Promise<StateRun> {
  const state = await StateRun.open({
    folder,
    making: askedMaking(folder, request),
    lockWaitSeconds: 0,
    isReadOnly: true,
    mayShrink: true,
    mayBeOnNetwork: request.allowNetworkDisk,
    isByPath: true,
    watch,
  });
  if (state.lastRun !== undefined) return state;
  await state.close();
  throw new StateError(
    `the state ${folder} has no complete run yet: dedupe ARCHIVE --state ${folder} makes one`,
  );
}

/** How records are read may differ between the archive and what is asked about. */
function askedMaking(folder: string, request: ReadyRequest): Making {
  const making = makingOf(request);
  if (inspectFolder(folder, undefined) !== 'made') return making;
  const made = makingIn(folder);
  const reading = ['map', 'max-record', 'input-format', 'split', 'records'].flatMap((name) =>
    made[name] === undefined ? [] : [[name, made[name]] as const],
  );
  return { ...making, ...Object.fromEntries(reading) };
}
