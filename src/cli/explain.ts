/** `dedupe explain A B`: why two articles are, or are not, the same story. Owns finding the two; must not judge. */
import { alignArticles, ENGINE, explainPair } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import { buildExplanation, EXPLANATION_FORMATS, renderExplanation } from '../report/index.ts';
import { findArticle } from '../run/find-article.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import { openOutputs } from './destinations.ts';
import { codeOfLosses, collect, isSkip, withoutStories } from './input.ts';
import { pairInReport } from './pair-in-report.ts';
import { reportIssues } from './people.ts';
import type { ReadyRequest } from './ready.ts';
import type { Watch } from './watch.ts';

export async function explain(request: ReadyRequest, watch: Watch): Promise<number> {
  const { wordA, wordB, paths } = await pairOf(request);
  const outputs = await openOutputs(request, { what: 'an explanation', formats: EXPLANATION_FORMATS });
  const { port, issues, close } = await collect(withoutStories(request), paths, watch);
  try {
    reportIssues(issues, isSkip, watch);
    const a = findArticle(port, wordA);
    const b = findArticle(port, wordB);
    const verdict = explainPair(a, b, request.match, knowledgeOf(request.knowledge));
    const origin = { tool: TOOL, run: { options: manifestOptions(request), engine: ENGINE } };
    const knowledge = knowledgeOf(request.knowledge);
    const isAligned = request.match.translations && a.language.bcp47 !== b.language.bcp47;
    const aligned = isAligned ? alignArticles(a, b, knowledge) : [];
    const explanation = buildExplanation(a, b, verdict, origin, aligned);
    await outputs.write((format, options) => renderExplanation(explanation, format, options), watch);
    return codeOfLosses(issues, request);
  } finally {
    await close();
  }
}

interface Pair {
  readonly wordA: string;
  readonly wordB: string;
  /** Where the two are read from. */
  readonly paths: readonly string[];
}

/** What was asked for: two articles, or with a report also groups, which are named by it and read from their files. */
async function pairOf({ operands, report, within }: ReadyRequest): Promise<Pair> {
  const [wordA, wordB, ...more] = operands;
  if (report !== undefined && wordA !== undefined && more.length === 0) {
    const { a, b, paths } = await pairInReport(report, wordA, wordB);
    return { wordA: a, wordB: b, paths: within.length > 0 ? within : paths };
  }
  if (wordA === undefined || wordB === undefined || more.length > 0) {
    throw new UsageError(
      'explain takes two articles: paths, or ids together with --in PATH; or a group together with --report FILE',
    );
  }
  return { wordA, wordB, paths: within.length > 0 ? within : [wordA, wordB] };
}
