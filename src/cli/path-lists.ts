/** `--files-from` and `--files0-from`: paths that stand in files. Must not look at what they name. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { pathFromBytes } from '../ingest/index.ts';
import { UsageError } from '../lib/errors.ts';
import type { Request } from './arguments.ts';

/** The request with all paths as operands. Throws `UsageError` for a list that cannot be read. */
export async function withPathLists<Given extends Request>(request: Given): Promise<Given> {
  const { pathLists, operands } = request;
  if (pathLists.length === 0) return request;
  if ([...operands, ...pathLists.map(({ file }) => file)].filter((word) => word === '-').length > 1) {
    throw new UsageError('standard input (-) is either the articles or one list of paths');
  }
  const listed: string[] = [];
  for (const { file, end } of pathLists) {
    const bytes = await bytesOf(file);
    for (const path of end === '\0' ? namesOf(bytes) : linesOf(decoded(bytes, file))) {
      if (path === '-')
        throw new UsageError(`${file} names standard input (-); a list names files and folders`);
      if (path !== '') listed.push(path);
    }
  }
  return { ...request, operands: [...operands, ...listed] };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (cause) {
    throw new UsageError(`the list of paths ${file} cannot be read (${(cause as Error).message})`, { cause });
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}

/** What `find -print0` writes are the bytes of names, as a walk reads them, in whatever encoding. */
function namesOf(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0, start);
    const stop = end === -1 ? bytes.length : end;
    names.push(pathFromBytes(bytes.subarray(start, stop)));
    start = stop + 1;
  }
  return names;
}

function decoded(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(
      `the list of paths ${file} is not UTF-8; name the folder of such files, or use --files0-from`,
      {
        cause,
      },
    );
  }
}
