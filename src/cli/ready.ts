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

/** Throws `UsageError` that names the file which cannot be used. */
export async function makeReady(request: Request): Promise<ReadyRequest> {
  // What is seen of one article needs no lexicon: `inspect` shows no concepts.
  const isAsked = request.command !== 'inspect' && request.match.translations;
  const read = await withDecisions(await withRules(await withPathLists(request)));
  return { ...read, knowledge: readKnowledge(request.model, isAsked) };
}
