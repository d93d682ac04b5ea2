/** `--dry-run`: which files a command would read. Opens none. */
import { discover, IGNORE_FILE } from '../ingest/index.ts';
import { NoInputError, UsageError } from '../lib/errors.ts';
import { visible } from '../lib/visible.ts';
import type { Request } from './arguments.ts';
import { codeOfLosses, isSkip } from './input.ts';
import { writeStream } from './output.ts';
import { reportIssues } from './people.ts';
import type { Watch } from './watch.ts';

/** A tab between size and path on standard output; how many, and what is wrong, on standard error. */
export async function dryRun(request: Request, watch: Watch): Promise<number> {
  const { operands } = request;
  if (operands.length === 0 && request.pathLists.length === 0) throw new UsageError('no input was named');
  const { files, issues, missing, unknownTypes, ignored } = await discover({ ...request, paths: operands });
  if (operands.length > 0 && missing === new Set(operands).size) {
    throw new NoInputError(
      `no input: ${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    );
  }
  await writeStream(process.stdout, lines(files));
  reportIssues(issues, isSkip, watch);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const others = unknownTypes === 0 ? '' : `, ${unknownTypes} of other types passed over`;
  const left = ignored === 0 ? '' : `, ${ignored} left out by ${IGNORE_FILE}`;
  watch.notice(`${files.length} files, ${bytes} bytes${others}${left}; nothing was read`);
  return codeOfLosses(issues, request);
}

function* lines(files: readonly { readonly path: string; readonly bytes: number }[]): Iterable<string> {
  for (const { path, bytes } of files) yield `${bytes}\t${visible(path)}\n`;
}
