/** Why two articles are, or are not, the same story. Owns the formats of `explain`; must not find anything out. */
import { safeJson } from '../lib/visible.ts';
import type { Article } from '../model/article.ts';
import { EXPLANATION_SCHEMA, type ExplainedPassage, type Explanation } from '../model/explanation.ts';
import type { Verdict } from '../model/match.ts';
import { reportArticle } from './build.ts';
import { renderExplanationMarkdown } from './explanation-markdown.ts';
import { explanationLines } from './human-explanation.ts';
import type { ExplanationFormat, RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import { explanationRow } from './rows.ts';

/**
 * A verdict on (a, b) with the words of both articles put beside it; `aligned`: passages where they share no words;
 * `decided`, `grouped`: what people and the groups of a scan say of the two.
 */
export function buildExplanation(
  a: Article,
  b: Article,
  verdict: Verdict,
  origin: Pick<Explanation, 'tool' | 'run'>,
  aligned: readonly ExplainedPassage[] = [],
  { decided, grouped }: Pick<Explanation, 'decided' | 'grouped'> = {},
): Explanation {
  const { names, numbers, concepts, passages, resemblance, containment, against } = verdict.evidence;
  const isIdentical = verdict.relation === 'copy' && a.rawDigest === b.rawDigest;
  return {
    schema: EXPLANATION_SCHEMA,
    ...origin,
    a: reportArticle(a),
    b: reportArticle(b),
    verdict: {
      relation: verdict.relation ?? 'distinct',
      ...(isIdentical ? { identical: true } : {}),
      ...(verdict.inner === undefined ? {} : { inner: verdict.inner }),
      ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
      score: verdict.score,
    },
    ...(decided === undefined ? {} : { decided }),
    ...(grouped === undefined ? {} : { grouped }),
    signals: verdict.signals,
    ...(verdict.nearSignals === undefined ? {} : { nearSignals: verdict.nearSignals }),
    evidence: {
      names,
      numbers,
      ...(concepts === undefined ? {} : { concepts }),
      ...(resemblance === undefined ? {} : { resemblance }),
      ...(containment === undefined ? {} : { containment }),
    },
    passages:
      passages === undefined
        ? aligned
        : passages.map((passage) => ({
            ...passage,
            a: a.text.slice(passage.aStart, passage.aEnd),
            b: b.text.slice(passage.bStart, passage.bEnd),
          })),
    against: against ?? [],
    ...(verdict.nearest === undefined ? {} : { nearest: verdict.nearest }),
    end: { status: 'complete' },
  };
}

/** One document or one page of text; the JSON has one field a line. */
export function* renderExplanation(
  explanation: Explanation,
  format: ExplanationFormat,
  options: RenderOptions,
): Iterable<string> {
  switch (format) {
    case 'human':
      yield* explanationLines(explanation, createPalette(options.colour), options.width);
      return;
    case 'json':
      yield* jsonLines(explanation);
      return;
    case 'md':
      yield* renderExplanationMarkdown(explanation);
      return;
    default:
      format satisfies never;
  }
}

function* jsonLines(explanation: Explanation): Iterable<string> {
  let opening = '{\n';
  for (const [field, value] of Object.entries(explanationRow(explanation))) {
    if (value === undefined) continue;
    yield `${opening}  ${safeJson(field)}: ${safeJson(value as object | string)}`;
    opening = ',\n';
  }
  yield '\n}\n';
}
