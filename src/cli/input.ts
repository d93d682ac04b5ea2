/**
 * The input of a command: hands a request to the run, with the standard input and the threads of this machine. Owns the
 * exit code of lost input; must not read a file.
 */
import { availableParallelism } from 'node:os';
import { shownPath } from '../ingest/index.ts';
import { type Issue, SKIPPING_CODES } from '../model/issue.ts';
import {
  type ArticleSource,
  type Collected,
  type CollectRequest,
  collect as collectRun,
} from '../run/collect.ts';
import { jobsOf, jobsWithin } from '../run/jobs.ts';
import { INPUT_SKIPPED } from './exit-codes.ts';
import type { ReadyRequest } from './ready.ts';
import type { Watch } from './watch.ts';

/** Issues that lost input decide the exit code; the rest only inform. */
export function isSkip(issue: Issue): boolean {
  return SKIPPING_CODES.has(issue.code);
}

/** Passed over in a folder; lost input where the file itself was named. */
const LOST_IF_NAMED: ReadonlySet<Issue['code']> = new Set(['own-report', 'foreign-xml']);

/** The same of a run, where a file that was named for articles and is known to hold none is lost. */
export function lossOf({ operands }: Pick<ReadyRequest, 'operands'>): (issue: Issue) => boolean {
  const named = new Set(operands.map(shownPath));
  return (issue) => isSkip(issue) || (LOST_IF_NAMED.has(issue.code) && named.has(issue.path));
}

/** What the losses among the issues do to the exit code. */
export function codeOfLosses(
  issues: readonly Issue[],
  request: Pick<ReadyRequest, 'allowPartial' | 'operands'>,
): number {
  return issues.some(lossOf(request)) && !request.allowPartial ? INPUT_SKIPPED : 0;
}

/** The same request where articles are shown and not looked for: the keys of their stories are not made. */
export function withoutStories(request: ReadyRequest): ReadyRequest {
  return { ...request, match: { ...request.match, translations: false } };
}

/** The standard input once more: what is in a sample is known only when all was seen. */
function sampleOf(
  sample: { readonly count: number },
  { stdin }: ReadyRequest,
): NonNullable<CollectRequest['sample']> {
  return stdin === undefined ? sample : { ...sample, stdin: stdin() };
}

/** Read, analysed and cleaned. Throws `NoInputError` when every path is missing or unmatched. The caller closes. */
export async function collect(
  request: ReadyRequest,
  paths: readonly string[],
  watch: Watch,
  state?: ArticleSource,
): Promise<Collected> {
  const jobs = jobsWithin(jobsOf(request.jobs, availableParallelism()), request.memory);
  const collected = await collectRun(
    {
      ...request,
      paths,
      jobs,
      stdin: request.stdin?.() ?? process.stdin,
      ...(request.sample === undefined ? {} : { sample: sampleOf(request.sample, request) }),
      onProgress: (progress) => watch.reached(progress),
      onBytes: (bytes) => watch.readBytes(bytes),
      onFile: (path, bytes) => watch.fileRead(path, bytes),
    },
    state,
  );
  if (collected.port.count === 0) watch.notice('no articles were found in the input');
  return collected;
}
