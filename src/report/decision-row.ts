/** A decision as a line of a decisions file. Owns the order of its fields; whoever writes decisions writes them with this. */
import { safeJson } from '../lib/visible.ts';
import { DECISIONS_SCHEMA, type DecidedArticle, type Decision } from '../model/decision.ts';

/** One line with its line feed. */
export function decisionLine({ decision, articles, from, when, by, note }: Decision): string {
  const row = {
    schema: DECISIONS_SCHEMA,
    decision,
    articles: articles.map(articleRow),
    from: from?.map(articleRow),
    when,
    by,
    note,
  };
  return `${safeJson(row)}\n`;
}

function articleRow({ id, textDigest, rawDigest }: DecidedArticle): object {
  return { id, textDigest, rawDigest };
}
