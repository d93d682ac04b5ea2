/** `dedupe state compact DIR`: gives back the room that nothing needs. Owns its words. */
import { statSync } from 'node:fs';
import { dataPathIn } from '../state/store/folder.ts';
import type { Request } from './arguments.ts';
import { openAsItIs } from './state-open.ts';
import type { Watch } from './watch.ts';

export async function compact(request: Request, folder: string, watch: Watch): Promise<number> {
  const state = await openAsItIs(request, folder);
  const before = statSync(dataPathIn(folder)).size;
  try {
    await state.compactAndClose();
  } catch (error) {
    await state.close();
    throw error;
  }
  const after = statSync(dataPathIn(folder)).size;
  const [was, is] = [before, after].map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`);
  watch.notice(`${folder}: ${was} before, ${is} now`);
  return 0;
}
