/** What a fault of a state leaves to do, as words and as a command to copy. Pure. */

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
