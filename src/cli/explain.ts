/** `dedupe explain A B`: why two articles are, or are not, the same story. Owns finding the two; must not judge. */
import { ENGINE, explainPair } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import { buildExplanation, EXPLANATION_FORMATS, renderExplanation } from '../report/index.ts';
import { findArticle } from '../run/find-article.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import { openOutputs } from './destinations.ts';
import { collect, INPUT_SKIPPED, isSkip, withoutStories } from './input.ts';
import { createPeople, reportIssues } from './people.ts';
import type { ReadyRequest } from './ready.ts';

export async function explain(request: ReadyRequest): Promise<number> {
  const [wordA, wordB, ...more] = request.operands;
  if (wordA === undefined || wordB === undefined || more.length > 0) {
    throw new UsageError('explain takes two articles: paths, or ids together with --in PATH');
  }
  const people = createPeople((text) => process.stderr.write(text), request.quiet);
  const outputs = await openOutputs(request, { what: 'an explanation', formats: EXPLANATION_FORMATS });
  const paths = request.within.length > 0 ? request.within : [wordA, wordB];
  const { port, issues, close } = await collect(withoutStories(request), paths, people);
  try {
    reportIssues(issues, isSkip, people);
    const a = findArticle(port, wordA);
    const b = findArticle(port, wordB);
    const verdict = explainPair(a, b, request.match, knowledgeOf(request.knowledge));
    const origin = { tool: TOOL, run: { options: manifestOptions(request), engine: ENGINE } };
    const explanation = buildExplanation(a, b, verdict, origin);
    await outputs.write((format, options) => renderExplanation(explanation, format, options));
    return issues.some(isSkip) && !request.allowPartial ? INPUT_SKIPPED : 0;
  } finally {
    await close();
  }
}
