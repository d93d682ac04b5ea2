/**
 * What a state adds to a scan: which groups are shown, which losses are new, and what is left for the next run. Owns the
 * words between the two; must not judge articles.
 */
import { traceGroups } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Group, GroupHistory, GroupTrace } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import type { Link } from '../model/match.ts';
import type { ArticlePort } from '../model/port.ts';
import { traceOf } from '../report/index.ts';
import type { ReadyRequest } from './ready.ts';
import { makingOf } from './state-making.ts';
import { StateRun } from './state-run.ts';
import type { Watch } from './watch.ts';

/** The state that was asked for, if any. Throws before anything is read. */
export async function openState(request: ReadyRequest, watch: Watch): Promise<StateRun | undefined> {
  const { state: folder, lockWaitSeconds, readOnly, allowShrink, timeLimit } = request;
  if (folder === undefined) return undefined;
  return await StateRun.open({
    folder,
    making: makingOf(request),
    // Who has no time left need not wait.
    lockWaitSeconds: Math.min(lockWaitSeconds, timeLimit ?? lockWaitSeconds),
    isReadOnly: readOnly,
    watch,
    mayShrink: allowShrink,
    mayBeOnNetwork: request.allowNetworkDisk,
    isByPath: isByPath(request),
  });
}

/** Whether articles depend on the path of their file. */
export function isByPath({ match }: ReadyRequest): boolean {
  return match.rules?.rules.some(({ path }) => path !== undefined) === true;
}

/** Flags that say nothing without a state. Throws `UsageError`. */
export function refuseStateless(request: ReadyRequest): void {
  const { state, sample, lockWaitSeconds, readOnly, allowShrink, allowNetworkDisk, only, failOnNew } =
    request;
  if (state !== undefined) {
    if (sample !== undefined)
      throw new UsageError('--state remembers a whole archive, --sample reads some of it; leave one out');
    if (readOnly && lockWaitSeconds > 0)
      throw new UsageError('--read-only never waits: leave --lock-wait out');
    return;
  }
  const ofState =
    (lockWaitSeconds > 0 && '--lock-wait') ||
    (readOnly && '--read-only') ||
    (allowShrink && '--allow-shrink') ||
    (allowNetworkDisk && '--allow-network-disk');
  if (ofState !== false)
    throw new UsageError(`${ofState} says how a state is used, and none was named: it needs --state DIR`);
  const ofChanges = (only !== 'all' && `--only ${only}`) || (failOnNew && '--fail-on new');
  if (ofChanges !== false)
    throw new UsageError(`${ofChanges} asks what changed since the last run: it needs --state DIR`);
}

/** What of the findings is shown, and what is remembered. */
export interface Shown {
  readonly groups: readonly Group[];
  readonly related: readonly Link[];
  readonly history?: ReadonlyMap<Group, GroupHistory>;
  readonly listed?: readonly ArticleIndex[];
}

export interface Traced {
  readonly traces: readonly GroupTrace[];
  readonly history: ReadonlyMap<Group, GroupHistory>;
}

export function traced(groups: readonly Group[], port: ArticlePort, state: StateRun): Traced {
  const traces = groups.map((group) => traceOf(group, port));
  const histories = traceGroups(traces, state.knownGroups());
  return { traces, history: new Map(groups.map((group, i) => [group, histories[i]!])) };
}

/**
 * Groups that `--only` asks for, their members, and what is related to one of these. Where articles are written and not
 * groups, `arrivals` are those that came since the last run: of these the ones that stand alone are listed as well, and
 * what is only related is not.
 */
export function shownOf(
  groups: readonly Group[],
  related: readonly Link[],
  history: ReadonlyMap<Group, GroupHistory>,
  only: ReadyRequest['only'],
  arrivals?: readonly ArticleIndex[],
): Shown {
  if (only === 'all') return { groups, related, history };
  const shown = groups.filter((group) => {
    const { isNew, isChanged } = history.get(group)!;
    return only === 'new' ? isNew : isChanged;
  });
  const members = new Set(shown.flatMap((group) => group.members.map(({ index }) => index)));
  const near = related.filter(({ a, b }) => members.has(a) || members.has(b));
  if (arrivals === undefined) for (const { a, b } of near) members.add(a).add(b);
  else for (const index of aloneOf(arrivals, groups)) members.add(index);
  return { groups: shown, related: near, history, listed: [...members].sort((a, b) => a - b) };
}

function aloneOf(articles: readonly ArticleIndex[], groups: readonly Group[]): readonly ArticleIndex[] {
  const grouped = new Set(groups.flatMap((group) => group.members.map(({ index }) => index)));
  return articles.filter((index) => !grouped.has(index));
}

/** Lost input as it is remembered. */
export function lossesOf(issues: readonly Issue[], isLoss: (issue: Issue) => boolean): readonly string[] {
  return [...new Set(issues.filter(isLoss).map(wordsOf))];
}

/** Issues that were not there in the last run; a path that is missing is one each time. */
export function newIssues(issues: readonly Issue[], lost: readonly string[]): readonly Issue[] {
  const known = new Set(lost);
  return issues.filter((issue) => issue.code === 'missing-path' || !known.has(wordsOf(issue)));
}

function wordsOf({ code, path }: Issue): string {
  return `${code} ${path}`;
}
