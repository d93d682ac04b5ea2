/** `dedupe state <verb> DIR`: the care of a state. Owns which verb is meant and what it takes; each is loaded when it runs. */
import { UsageError } from '../lib/errors.ts';
import type { Request } from './arguments.ts';
import { STATE_VERB_NAMES, STATE_VERBS } from './state-verbs.ts';
import type { Watch } from './watch.ts';

export async function state(request: Request, watch: Watch): Promise<number> {
  const [word, folder, ...words] = request.operands;
  const verb = STATE_VERB_NAMES.find((name) => name === word);
  if (verb === undefined || folder === undefined) {
    throw new UsageError(
      `state takes one of ${STATE_VERB_NAMES.join(', ')} and the folder of a state: ${STATE_VERBS[verb ?? 'info'].usage}`,
    );
  }
  const { usage, flags } = STATE_VERBS[verb];
  const other = request.given.find((name) => !(flags as readonly string[]).includes(name));
  if (other !== undefined)
    throw new UsageError(
      `${other} does not apply to "dedupe state ${verb}"; see dedupe state ${verb} --help`,
    );
  const takesMore = verb === 'rebuild' || verb === 'forget';
  if (!takesMore && words.length > 0) throw new UsageError(`dedupe state ${verb} takes one folder: ${usage}`);
  switch (verb) {
    case 'info':
      return await (await import('./state-info.ts')).info(request, folder, watch);
    case 'check':
      return await (await import('./state-check.ts')).check(request, folder, watch);
    case 'rebuild':
      return await (await import('./state-rebuild.ts')).rebuild(request, folder, words, watch);
    case 'compact':
      return await (await import('./state-compact.ts')).compact(request, folder, watch);
    case 'forget':
      return await (await import('./state-forget.ts')).forget(request, folder, words, watch);
    case 'export':
      return await (await import('./state-export.ts')).exportState(request, folder, watch);
    default:
      return verb satisfies never;
  }
}
