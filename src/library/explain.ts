/** `explain`: the verdict on two articles for a program. Owns finding the two; must not judge. */
import { ENGINE, explainPair } from '../dedupe.ts';
import { NoInputError } from '../lib/errors.ts';
import type { Article } from '../model/article.ts';
import type { Explanation } from '../model/explanation.ts';
import { buildExplanation, renderExplanation } from '../report/index.ts';
import { collect } from '../run/collect.ts';
import { findArticle } from '../run/find-article.ts';
import { knowledgeOf } from '../run/knowledge.ts';
import { manifestOptions } from '../run/manifest.ts';
import { TOOL } from '../run/tool.ts';
import type { SpillFile } from '../state/spill.ts';
import { type Running, type ScanOptions, toRequest } from './options.ts';
import { type ArticleRecord, inputOf } from './records.ts';

export interface ExplainOptions extends ScanOptions {
  /** Where to look for the two when they are ids. */
  readonly in?: string | readonly string[];
}

/**
 * Why two articles are, or are not, the same story. Each is a path, an id together with `in`, or a record itself. Throws
 * `UsageError`, `NoInputError` where one is not found, or the reason of the signal.
 */
export async function explain(
  a: string | ArticleRecord,
  b: string | ArticleRecord,
  options: ExplainOptions = {},
  { signal }: Running = {},
): Promise<Explanation> {
  signal?.throwIfAborted();
  const { in: within, ...rest } = options;
  const records = [a, b].filter((side) => typeof side !== 'string');
  const words = [a, b].filter((side) => typeof side === 'string');
  const never = new AbortController().signal;
  const handed = records.length === 0 ? { paths: [] } : inputOf(records, signal ?? never, () => undefined);
  const named =
    words.length === 0 ? { paths: [] } : inputOf(within ?? words, signal ?? never, () => undefined);
  const request = toRequest(rest, { ...handed, paths: [...handed.paths, ...named.paths] });
  // Keys by which stories are looked for are not made: nothing is looked for.
  const match = { ...request.match, translations: false };
  const { port, close } = await collect({ ...request, match, ...(signal === undefined ? {} : { signal }) });
  try {
    const sides = [a, b].map((side) =>
      typeof side === 'string' ? findArticle(port, side) : recordAt(port, records.indexOf(side) + 1),
    );
    const verdict = explainPair(sides[0]!, sides[1]!, request.match, knowledgeOf(request.knowledge));
    const origin = { tool: TOOL, run: { options: manifestOptions(request), engine: ENGINE } };
    const explanation = buildExplanation(sides[0]!, sides[1]!, verdict, origin);
    // Rounded as the command writes it.
    const written = renderExplanation(explanation, 'json', { colour: false, width: 100 });
    return JSON.parse([...written].join('')) as Explanation;
  } finally {
    await close();
  }
}

/** The article of a record that was handed in. */
function recordAt(port: SpillFile, record: number): Article {
  for (let index = 0; index < port.count; index++) {
    const article = port.get(index);
    if (article.path === '-' && article.record === record) return article;
  }
  throw new NoInputError('a record that was handed in holds no article: it needs a text');
}
