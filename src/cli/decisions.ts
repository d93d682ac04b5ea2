/**
 * `--decisions FILE`, any number of them: read and checked before any input is. Must not say what a decision does. Throws
 * `UsageError` that names the file.
 */
import type { Decision } from '../model/decision.ts';
import type { Request } from './arguments.ts';
import { readText } from './read-text.ts';

/** The request with its decisions in place, for the commands that group articles. */
export async function withDecisions(request: Request): Promise<Request> {
  if (request.decisions.length === 0) return request;
  const decisions: Decision[] = [];
  for (const path of request.decisions)
    for (const decision of await readDecisions(path)) decisions.push(decision);
  return { ...request, match: { ...request.match, decisions } };
}

async function readDecisions(path: string): Promise<readonly Decision[]> {
  const { parseDecisions } = await import('../dedupe.ts');
  return parseDecisions(await readText('--decisions', path, 'decisions'), `--decisions ${path}`);
}
