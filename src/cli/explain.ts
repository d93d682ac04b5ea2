/** `dedupe explain A B`: why two articles are, or are not, the same story. Owns finding the two; must not judge. */
import { resolve } from 'node:path';
import { ENGINE, explainPair } from '../dedupe.ts';
import { NoInputError, UsageError } from '../lib/errors.ts';
import type { Article } from '../model/article.ts';
import { buildExplanation, EXPLANATION_FORMATS, renderExplanation } from '../report/index.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import type { SpillFile } from '../state/spill.ts';
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
  const outputs = await openOutputs(request, EXPLANATION_FORMATS);
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

/** By id, by `path#record`, or by a path that holds one article. Throws when none or several fit. */
function findArticle(port: SpillFile, word: string): Article {
  // `./a.txt` and `x/../a.txt` are shown as `a.txt`.
  const place = resolve(word);
  const inFile: Article[] = [];
  for (let index = 0; index < port.count; index++) {
    const article = port.get(index);
    if (article.id === word) return article;
    if (resolve(`${article.path}#${article.record ?? 1}`) === place) return article;
    if (resolve(article.path) === place) inFile.push(article);
  }
  const [first, ...others] = inFile;
  if (first === undefined)
    throw new NoInputError(`no article "${word}" was found; name a path, or an id and --in PATH`);
  if (others.length > 0) {
    const ids = inFile.slice(0, 5).map((article) => article.id);
    throw new UsageError(
      `${word} holds ${inFile.length} articles; name one by its id: ${ids.join(', ')}, ...`,
    );
  }
  return first;
}
