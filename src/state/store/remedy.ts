/** What a fault of a state leaves to do, as words and as a command to copy. Pure. */
import { StateError } from '../../lib/errors.ts';

/** What a shell takes as one plain word and no option. */
const PLAIN_WORD = /^[\p{L}\p{N}_./:@%+][\p{L}\p{N}\p{M}_./:@%+=-]*$/u;

/** Makes the state anew from the archive. */
export function repairCommand(folder: string): string {
  if (PLAIN_WORD.test(folder)) return `dedupe state rebuild ${folder}`;
  return `dedupe state rebuild '${folder.replaceAll("'", "'\\''")}'`;
}

export function remedyFor(folder: string): string {
  return `to repair: ${repairCommand(folder)}`;
}

/** The system does not hand out what may be quite right: nothing is to be removed then. */
export function unreadable(place: string, code: string | undefined): StateError {
  return new StateError(
    `the state ${place} cannot be read (${code ?? 'unknown cause'}); check its permissions and the disk`,
  );
}
