/** `dedupe state check DIR`: whether all is as it was written. Owns its words; changes nothing. */
import { StateError } from '../lib/errors.ts';
import { STATE_CHECK_SCHEMA, type StateCheck } from '../model/state.ts';
import { ArchiveState } from '../state/store/archive-state.ts';
import { checkState } from '../state/store/check.ts';
import { repairCommand } from '../state/store/remedy.ts';
import type { Request } from './arguments.ts';
import { openDocument } from './state-output.ts';
import type { Watch } from './watch.ts';

const STATE_DAMAGED = 5;

export async function check(request: Request, folder: string, watch: Watch): Promise<number> {
  const write = await openDocument(request, folder, watch);
  const found = await checked(folder);
  const { status, faults, repair } = found;
  const lines = [
    ...faults,
    `${folder}: ${status}`,
    ...(repair === undefined ? [] : [`to repair: ${repair}`]),
  ];
  await write(found, lines);
  return status === 'ok' ? 0 : STATE_DAMAGED;
}

async function checked(folder: string): Promise<StateCheck> {
  const state = await ArchiveState.openToRead(folder, undefined);
  if (state === undefined) throw new StateError(`there is no state in ${folder}`);
  try {
    const { faults, left } = checkState(state);
    const schema = STATE_CHECK_SCHEMA;
    if (faults.length === 0) return { schema, folder, status: 'ok', faults, left };
    return { schema, folder, status: 'damaged', faults, left, repair: repairCommand(folder) };
  } finally {
    await state.close();
  }
}
