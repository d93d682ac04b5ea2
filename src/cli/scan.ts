/** `dedupe [scan]`: input to report. Owns the order of reading, matching and writing; must not judge anything. */
import { ENGINE } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { Issue } from '../model/issue.ts';
import { buildReport, FORMATS, renderReport } from '../report/index.ts';
import { type Collected, collect, INPUT_SKIPPED, isSkip } from './collect.ts';
import { type Outputs, openOutputs, refuseInInput } from './destinations.ts';
import { manifestOptions } from './manifest.ts';
import { match } from './match.ts';
import { ReaderGone } from './output.ts';
import { createPeople, type People, reportIssues, reportUnknownTypes } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import { lossesOf, newIssues, openState, refuseStateless, shownOf, traced } from './scan-state.ts';
import type { StateRun } from './state-run.ts';
import { TOOL } from './tool.ts';

const GATE_TRIPPED = 10;

export async function scan(request: ReadyRequest): Promise<number> {
  if (request.operands.length === 0) {
    throw new UsageError(
      'no input was named; try: dedupe ./folder (or - for standard input, --help for more)',
    );
  }
  refuseStateless(request);
  const startedAt = new Date();
  const people = createPeople((text) => process.stderr.write(text), request.quiet);
  const outputs = await openOutputs(request, FORMATS);
  if (request.state !== undefined) await refuseInInput('--state', request.state, request);
  const state = await openState(request);
  try {
    const collected = await collect(request, request.operands, people, state);
    try {
      return await report(request, collected, state, outputs, people, startedAt);
    } finally {
      await collected.close();
    }
  } finally {
    await state?.close();
  }
}

async function report(
  request: ReadyRequest,
  collected: Collected,
  state: StateRun | undefined,
  outputs: Outputs<(typeof FORMATS)[number]>,
  people: People,
  startedAt: Date,
): Promise<number> {
  const { collection, port } = collected;
  const matched = await match(collected, request.match, state);
  try {
    const { groups, related, issues: found } = matched.findings;
    const issues = [...collected.issues, ...found];
    const history = state === undefined ? undefined : traced(groups, port, state);
    const shown =
      history === undefined ? { groups, related } : shownOf(groups, related, history.history, request.only);
    const run = {
      options: manifestOptions(request),
      engine: ENGINE,
      inputDigest: collected.inputDigest,
      ...(request.timestamps ? { startedAt: startedAt.toISOString() } : {}),
    };
    const { languages } = collection;
    const written = buildReport({ tool: TOOL, run, ...shown, issues, languages }, port);
    const isRead = await isReadToEnd(
      outputs.write((format, options) => renderReport(written, format, options)),
    );
    state?.complete(history?.traces ?? [], port.count, lossesOf(issues), {
      ...collected.derived,
      ...matched.derived,
    });
    if (!isRead) throw new ReaderGone();
    reportUnknownTypes(collected.unknownTypes, people);
    return exitCode(issues, shown.groups.length, request, state, people);
  } finally {
    matched.close();
  }
}

/** False where the reader closed the pipe: who looks at the first lines has seen the run, which counts all the same. */
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
  people: People,
): number {
  const told = newIssues(issues, state);
  reportIssues(told, isSkip, people);
  const known = issues.filter(isSkip).length - told.filter(isSkip).length;
  if (known > 0) people.notice(`${known} ${known === 1 ? 'loss' : 'losses'} of input as in the run before`);
  if (told.some(isSkip)) return INPUT_SKIPPED;
  return groups >= request.failFrom ? GATE_TRIPPED : 0;
}
