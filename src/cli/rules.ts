/** `--rules FILE`: read and checked before any input is. Must not say what a rule means. Throws `UsageError` that names the file. */
import type { Request } from './arguments.ts';
import { readText } from './read-text.ts';

/** The request with its rules in place, for the commands that read articles. */
export async function withRules(request: Request): Promise<Request> {
  const { rules: path } = request;
  if (path === undefined) return request;
  const { parseRules } = await import('../dedupe.ts');
  const rules = parseRules(await readText('--rules', path, 'rules'), `--rules ${path}`);
  return { ...request, match: { ...request.match, rules } };
}
