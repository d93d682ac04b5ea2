/** `dedupe [scan]`: input to report. Owns the order of reading, matching and writing; must not judge anything. */
import { ENGINE } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { visible } from '../lib/visible.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { GroupHistory } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import type { ArticlePort } from '../model/port.ts';
import { buildReport, orderGroups } from '../report/index.ts';
import type { Collected } from '../run/collect.ts';
import { manifestOptions } from '../run/manifest.ts';
import { match } from '../run/match.ts';
import { TOOL } from '../run/tool.ts';
import { refuseInInput, refuseMetrics, writesFilesOnly } from './destinations.ts';
import { openEmit, type WriteEmit, writesRecords } from './emit.ts';
import { sourceOf } from './emit-source.ts';
import { GATE_TRIPPED, INPUT_SKIPPED } from './exit-codes.ts';
import { codeOfLosses, collect, lossOf } from './input.ts';
import { withInputKept } from './kept-stdin.ts';
import { ReaderGone } from './output.ts';
import { reportIssues, reportUnknownTypes } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import {
  lossesOf,
  newIssues,
  openState,
  refuseStateless,
  type Shown,
  shownOf,
  traced,
} from './scan-state.ts';
import { scoped } from './scope.ts';
import type { StateRun } from './state-run.ts';
import type { Watch } from './watch.ts';

export async function scan(request: ReadyRequest, watch: Watch): Promise<number> {
  if (request.operands.length === 0 && request.pathLists.length === 0) {
    throw new UsageError(
      'no input was named; try: dedupe ./folder (or - for standard input, --help for more)',
    );
  }
  refuseStateless(request);
  const startedAt = new Date();
  const write = await openEmit(request);
  if (request.state !== undefined) await refuseInInput('--state', request.state, request);
  if (request.metrics !== undefined) await refuseMetrics(request.metrics, request);
  return await scoped(async (keep) => {
    const state = keep(await openState(request, watch));
    return await withInputKept(request, writesRecords(request), async (kept) => {
      const collected = keep(await collect(kept, request.operands, watch, state));
      return await report(kept, collected, state, write, watch, startedAt);
    });
  });
}

async function report(
  request: ReadyRequest,
  collected: Collected,
  state: StateRun | undefined,
  write: WriteEmit,
  watch: Watch,
  startedAt: Date,
): Promise<number> {
  const { collection, port } = collected;
  return await scoped(async (keep) => {
    const matched = keep(await match(collected, request.match, (progress) => watch.reached(progress), state));
    const { groups, related, issues: found } = matched.findings;
    const issues = [...collected.issues, ...found];
    const history = state === undefined ? undefined : traced(groups, port, state);
    const shown: Shown =
      history === undefined
        ? { groups, related }
        : shownOf(groups, related, history.history, request.only, arrivalsOf(request, state, port));
    const ordered = orderGroups(shown.groups, request.sort, (index) => port.head(index).date);
    const run = {
      options: manifestOptions(request),
      engine: ENGINE,
      inputDigest: collected.inputDigest,
      ...(request.timestamps ? { startedAt: startedAt.toISOString() } : {}),
    };
    const { languages } = collection;
    watch.found({
      articles: port.count,
      groups: groups.length,
      ...(history === undefined ? {} : { newGroups: countNew(history.history) }),
      issues,
    });
    watch.begin('write');
    const written = buildReport({ tool: TOOL, run, ...shown, groups: ordered, issues, languages }, port);
    const { source, changed } = sourceOf(written, request, collected, shown);
    const isRead = await isReadToEnd(write(source, watch));
    // News is told once: what nobody read is told again by the next run.
    if (isRead || request.only === 'all')
      state?.complete(history?.traces ?? [], port.count, lossesOf(issues, lossOf(request)), {
        ...collected.derived,
        ...matched.derived,
      });
    if (!isRead) throw new ReaderGone();
    reportUnknownTypes(collected.input.discovery, watch);
    if (writesFilesOnly(request) && !request.summary && process.stderr.isTTY === true)
      watch.notice(closingWords(port.count, shown.groups.length, request.outputs));
    const groupCount = request.failOnNew ? countNew(history?.history) : shown.groups.length;
    const code = exitCode(issues, groupCount, request, state, watch);
    if (changed() === 0) return code;
    watch.error(
      `${changed()} records changed while they were read; they are written without their own fields`,
    );
    return INPUT_SKIPPED;
  });
}

/** Where articles are written: those that came since the last run, with `--only changed` also those that were edited. */
function arrivalsOf(
  { emit, only }: ReadyRequest,
  state: StateRun | undefined,
  port: ArticlePort,
): readonly ArticleIndex[] | undefined {
  const writesArticles = emit === 'articles' || emit === 'uniques';
  if (state === undefined || only === 'all' || !writesArticles) return undefined;
  return state.arrivals(port, only === 'changed');
}

function countNew(history: ReadonlyMap<unknown, GroupHistory> | undefined): number {
  return [...(history?.values() ?? [])].filter(({ isNew }) => isNew).length;
}

/** The words of a terminal that would otherwise stay empty, so that nobody asks whether something was found. */
function closingWords(articles: number, groups: number, outputs: readonly string[]): string {
  return `${counted(groups, 'group')} in ${counted(articles, 'article')}, written to ${outputs.map(visible).join(', ')}`;
}

/** False where the reader closed the pipe. Who looks at the first lines of all groups has seen the run, which counts. */
async function isReadToEnd(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof ReaderGone) return false;
    throw error;
  }
}

function exitCode(
  issues: readonly Issue[],
  groups: number,
  request: ReadyRequest,
  state: StateRun | undefined,
  watch: Watch,
): number {
  const told = newIssues(issues, state?.lastRun?.lost ?? []);
  const isLoss = lossOf(request);
  reportIssues(told, isLoss, watch);
  const known = issues.filter(isLoss).length - told.filter(isLoss).length;
  if (known > 0) watch.notice(`${counted(known, 'loss', 'losses')} of input as in the run before`);
  const code = codeOfLosses(told, request);
  if (code !== 0) return code;
  return groups >= request.failFrom ? GATE_TRIPPED : 0;
}
