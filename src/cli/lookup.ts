/**
 * `dedupe lookup`: have we got this story already? Reads the input, and of the archive its state alone; stores nothing.
 * Owns the order of asking; must not judge anything.
 */
import { ENGINE } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import { buildLookup, LOOKUP_FORMATS, renderLookup } from '../report/index.ts';
import { manifestOptions } from '../run/manifest.ts';
import { match } from '../run/match.ts';
import { TOOL } from '../run/tool.ts';
import { openOutputs } from './destinations.ts';
import { GATE_TRIPPED } from './exit-codes.ts';
import { codeOfLosses, collect, lossOf } from './input.ts';
import { LookupArchive } from './lookup-archive.ts';
import { reportIssues, reportUnknownTypes } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import { scoped } from './scope.ts';
import { openToAsk } from './state-asked.ts';
import type { Watch } from './watch.ts';

export async function lookup(request: ReadyRequest, watch: Watch): Promise<number> {
  const { operands, state: folder } = request;
  if (folder === undefined || operands.length === 0)
    throw new UsageError(
      'lookup takes articles and a state: dedupe lookup new.txt --state DIR (or - for stdin)',
    );
  if (request.failOnNew)
    throw new UsageError('--fail-on new asks for groups of a run; lookup takes none, any or count:N');
  const outputs = await openOutputs(request, { what: 'what lookup finds', formats: LOOKUP_FORMATS });
  return await scoped(async (keep) => {
    const state = keep(await openToAsk(folder, request, watch));
    const archive = new LookupArchive(state);
    const collected = keep(await collect(request, operands, watch, archive));
    const matched = keep(
      await match(collected, request.match, (progress) => watch.reached(progress), archive),
    );
    const { groups, related, issues: found } = matched.findings;
    const issues = [...collected.issues, ...found].filter(({ path }) => archive.concerns(path));
    const { number, finishedAt, articles, groups: groupCount } = state.lastRun!;
    const answer = buildLookup(
      {
        tool: TOOL,
        run: {
          options: manifestOptions(request),
          engine: ENGINE,
          inputDigest: collected.inputDigest,
          ...(request.timestamps ? { startedAt: new Date().toISOString() } : {}),
        },
        state: { run: number, finishedAt, articles, groups: groupCount },
        groups,
        related,
        issues,
        languages: collected.collection.languages,
        input: archive.input,
        knownGroups: state.knownGroups(),
      },
      collected.port,
    );
    await outputs.write((format, options) => renderLookup(answer, format, options), watch);
    reportUnknownTypes(collected.input.discovery, watch);
    reportIssues(issues, lossOf(request), watch);
    const code = codeOfLosses(issues, request);
    if (code !== 0) return code;
    return answer.summary.known >= request.failFrom ? GATE_TRIPPED : 0;
  });
}
