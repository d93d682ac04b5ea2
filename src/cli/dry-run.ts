/** `--dry-run`: which files a command would read. Opens none. */
import { discover } from '../ingest/index.ts';
import { NoInputError, UsageError } from '../lib/errors.ts';
import { visible } from '../lib/visible.ts';
import { SKIPPING_CODES } from '../model/issue.ts';
import type { Request } from './arguments.ts';
import { INPUT_SKIPPED } from './input.ts';
import { writeStream } from './output.ts';

/** A tab between size and path on standard output; how many, and what is wrong, on standard error. */
export async function dryRun(request: Request): Promise<number> {
  const { operands, include, exclude, follow } = request;
  if (operands.length === 0 && request.pathLists.length === 0) throw new UsageError('no input was named');
  const { files, issues, missing, unknownTypes } = await discover({
    paths: operands,
    include,
    exclude,
    follow,
  });
  if (operands.length > 0 && missing === new Set(operands).size) {
    throw new NoInputError(
      `no input: ${issues.map(({ path, message }) => `${path}: ${message}`).join('; ')}`,
    );
  }
  await writeStream(process.stdout, lines(files));
  for (const { path, message } of issues) process.stderr.write(`dedupe: ${visible(`${path}: ${message}`)}\n`);
  if (!request.quiet) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const others = unknownTypes === 0 ? '' : `, ${unknownTypes} of other types passed over`;
    process.stderr.write(`dedupe: ${files.length} files, ${bytes} bytes${others}; nothing was read\n`);
  }
  return issues.some(({ code }) => SKIPPING_CODES.has(code)) ? INPUT_SKIPPED : 0;
}

function* lines(files: readonly { readonly path: string; readonly bytes: number }[]): Iterable<string> {
  for (const { path, bytes } of files) yield `${bytes}\t${visible(path)}\n`;
}
