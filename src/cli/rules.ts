/**
 * `--rules FILE`: read and checked before any input is. Owns reading the file; must not say what a rule means. Throws
 * `UsageError` that names the file.
 */
import { readFile } from 'node:fs/promises';
import { parseRules } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { Request } from './arguments.ts';

/** The request with its rules in place, for the commands that read articles. */
export async function withRules(request: Request): Promise<Request> {
  const { rules: path } = request;
  if (path === undefined) return request;
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new UsageError(`--rules ${path} cannot be read (${cause.message}); name a rules file`, { cause });
  });
  const rules = parseRules(decode(bytes, path), `--rules ${path}`);
  return { ...request, match: { ...request.match, rules } };
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`--rules ${path}: this is not UTF-8; save it as UTF-8`, { cause });
  }
}
