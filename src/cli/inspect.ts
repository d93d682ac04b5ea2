/** `dedupe inspect`: what is read from each article. Owns reading and writing only; must not match anything. */
import { loadVoters, tellBlockLanguages, type Voters } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { MatchOptions } from '../model/options.ts';
import type { InspectRow } from '../model/report.ts';
import { INSPECT_FORMATS, type InspectFormat, renderInspect, toInspectRow } from '../report/index.ts';
import type { SpillFile } from '../state/spill.ts';
import { type Outputs, openOutputs } from './destinations.ts';
import { codeOfLosses, collect, lossOf, withoutStories } from './input.ts';
import { withInputKept } from './kept-stdin.ts';
import { reportIssues, reportUnknownTypes } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import type { Watch } from './watch.ts';

export async function inspect(request: ReadyRequest, watch: Watch): Promise<number> {
  if (request.operands.length === 0 && request.pathLists.length === 0)
    throw new UsageError('no input was named; try: dedupe inspect page.txt');
  const outputs = await openOutputs(request, { what: 'what inspect shows', formats: INSPECT_FORMATS });
  return await withInputKept(request, false, async (kept) => await show(kept, outputs, watch));
}

async function show(request: ReadyRequest, outputs: Outputs<InspectFormat>, watch: Watch): Promise<number> {
  const collected = await collect(withoutStories(request), request.operands, watch);
  const { port, issues, close } = collected;
  try {
    await outputs.write(
      (format, options) => renderInspect(rows(port, request.match), () => issues, format, options),
      watch,
    );
    reportUnknownTypes(collected.input.discovery, watch);
    reportIssues(issues, lossOf(request), watch);
    return codeOfLosses(issues, request);
  } finally {
    await close();
  }
}

async function* rows(port: SpillFile, options: MatchOptions): AsyncIterable<InspectRow> {
  let voters: Voters | undefined;
  for (let index = 0; index < port.count; index++) {
    const article = port.get(index);
    if (!options.language) {
      yield toInspectRow(article);
      continue;
    }
    let told = tellBlockLanguages(article, voters);
    if (told.unsure) {
      voters = await loadVoters();
      told = tellBlockLanguages(article, voters);
    }
    yield toInspectRow(told.article);
  }
}
