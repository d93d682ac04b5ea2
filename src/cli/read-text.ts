/** A small text file that a flag names, whole: rules, decisions. Throws `UsageError` that names flag and file. */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../lib/errors.ts';

/** `flag` is what the file was named with, `what` is the kind of file. */
export async function readText(flag: string, path: string, what: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new UsageError(`${flag} ${path} cannot be read (${cause.message}); name a ${what} file`, { cause });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${flag} ${path}: this is not UTF-8; save it as UTF-8`, { cause });
  }
}
