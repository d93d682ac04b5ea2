/** What a decision says, in one line: by it decisions are ordered and told apart. Must not know which of them hold. */
import type { Decision } from '../model/decision.ts';

/** Without what is for people. */
export function saidBy({ decision, articles, from, when }: Decision): string {
  return JSON.stringify([decision, articles, from ?? null, when ?? null]);
}
