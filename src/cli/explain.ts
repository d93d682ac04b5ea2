/** `dedupe explain A B`: why two articles are, or are not, the same story. Owns where the two come from; must not judge. */
import { alignArticles, decidedBetween, ENGINE, explainPair } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import { buildExplanation, EXPLANATION_FORMATS, renderExplanation } from '../report/index.ts';
import { findArticle } from '../run/find-article.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import { openOutputs } from './destinations.ts';
import { codeOfLosses, collect, lossOf, withoutStories } from './input.ts';
import { pairInReport } from './pair-in-report.ts';
import type { FoundPair } from './pair-in-state.ts';
import { reportIssues } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import type { Watch } from './watch.ts';

export async function explain(request: ReadyRequest, watch: Watch): Promise<number> {
  const sides = sidesOf(request);
  const outputs = await openOutputs(request, { what: 'an explanation', formats: EXPLANATION_FORMATS });
  const { a, b, grouped, issues, close } = await foundPair(sides, request, watch);
  try {
    const decided = decidedBetween(request.match.decisions ?? [], a, b);
    reportIssues([...issues, ...decided.issues], lossOf(request), watch);
    const knowledge = knowledgeOf(request.knowledge);
    const verdict = explainPair(a, b, request.match, knowledge);
    const origin = { tool: TOOL, run: { options: manifestOptions(request), engine: ENGINE } };
    const isAligned = request.match.translations && a.language.bcp47 !== b.language.bcp47;
    const aligned = isAligned ? alignArticles(a, b, knowledge) : [];
    const explanation = buildExplanation(a, b, verdict, origin, aligned, {
      ...(decided.value === undefined ? {} : { decided: decided.value }),
      ...(grouped === undefined ? {} : { grouped }),
    });
    await outputs.write((format, options) => renderExplanation(explanation, format, options), watch);
    return codeOfLosses(issues, request);
  } finally {
    await close();
  }
}

/** The words as they were written, and where they are looked for. */
type Sides =
  | { readonly in: 'files'; readonly words: readonly [string, string] }
  | { readonly in: 'report'; readonly report: string; readonly words: readonly [string, string | undefined] }
  | { readonly in: 'state'; readonly state: string; readonly words: readonly [string, string | undefined] };

function sidesOf({ operands, report, state, given, within }: ReadyRequest): Sides {
  const [wordA, wordB, ...more] = operands;
  const isGiven = (flag: string): boolean => given.includes(flag);
  if (isGiven('--state') && (isGiven('--report') || isGiven('--in')))
    throw new UsageError('--state, --report and --in each say where the articles are; name one of them');
  if (wordA !== undefined && more.length === 0) {
    const isInState = state !== undefined && !isGiven('--report') && within.length === 0;
    if (isInState) return { in: 'state', state, words: [wordA, wordB] };
    if (report !== undefined) return { in: 'report', report, words: [wordA, wordB] };
  }
  if (wordA === undefined || wordB === undefined || more.length > 0) {
    throw new UsageError(
      'explain takes two articles: paths, or ids together with --in PATH; or a group together with --report FILE or --state DIR',
    );
  }
  return { in: 'files', words: [wordA, wordB] };
}

async function foundPair(sides: Sides, request: ReadyRequest, watch: Watch): Promise<FoundPair> {
  const { within } = request;
  switch (sides.in) {
    case 'files':
      return await read(sides.words, within.length > 0 ? within : sides.words, request, watch);
    case 'report': {
      const { a, b, paths, grouped } = await pairInReport(sides.report, ...sides.words);
      return { ...(await read([a, b], within.length > 0 ? within : paths, request, watch)), grouped };
    }
    case 'state':
      return await (await import('./pair-in-state.ts')).pairInState(sides.state, sides.words, request, watch);
    default:
      return sides satisfies never;
  }
}

async function read(
  [wordA, wordB]: readonly [string, string],
  paths: readonly string[],
  request: ReadyRequest,
  watch: Watch,
): Promise<FoundPair> {
  const { port, issues, close } = await collect(withoutStories(request), paths, watch);
  try {
    return { a: findArticle(port, wordA), b: findArticle(port, wordB), issues, close };
  } catch (error) {
    await close();
    throw error;
  }
}
