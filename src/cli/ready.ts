/** What a command that reads articles needs besides its words: rules, decisions and knowledge, read before any input is. */

import { type KnowledgeBytes, readKnowledge } from '../run/knowledge.ts';
import type { Request } from './arguments.ts';
import { withDecisions } from './decisions.ts';
import { withPathLists } from './path-lists.ts';
import { withRules } from './rules.ts';

export interface ReadyRequest extends Request {
  readonly knowledge: KnowledgeBytes;
  /** Standard input from its start, where it is read more than once. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
}

/** Stages that move, count or group: none of them reads a text, and each starts in every task of a cluster. */
function isBlind({ command, operands }: Request): boolean {
  return (
    command === 'stage' && !['features', 'again', 'teasers', 'ask', 'verify'].includes(operands[0] ?? '')
  );
}

/** Throws `UsageError` that names the file which cannot be used. */
export async function makeReady(request: Request): Promise<ReadyRequest> {
  // What is seen of one article needs no lexicon: `inspect` shows no concepts.
  const isAsked = request.command !== 'inspect' && request.match.translations && !isBlind(request);
  const read = await withDecisions(await withRules(await withPathLists(request)));
  return { ...read, knowledge: readKnowledge(request.model, isAsked) };
}
