/**
 * What people decided on two articles: of both, or through others that decisions name. Owns which decision is shown for a
 * pair; which of several holds is `settle.ts`'s. Must not look at texts. O(articles named * log).
 */
import { compareCodeUnits } from '../../lib/order.ts';
import type { ArticleIndex } from '../../model/article.ts';
import type { DecidedArticle, Decision } from '../../model/decision.ts';
import type { ExplainedDecision } from '../../model/explanation.ts';
import type { Staged } from '../../model/issue.ts';
import { type ArticleIdentity, type FoundArticles, findArticles } from './find-articles.ts';
import { settle, standing } from './settle.ts';

/** Undefined: nothing was decided on the two. Issues tell which decisions contradict each other. */
export function decidedBetween(
  decisions: readonly Decision[],
  a: ArticleIdentity,
  b: ArticleIdentity,
): Staged<ExplainedDecision | undefined> {
  const named = decisions.flatMap(({ articles, from }) => [...articles, ...(from ?? [])]);
  const pair = [a, b];
  const beside = findArticles(named, pair.length, (index) => pair[index]!);
  // What decisions name besides is taken as they name it: the two may hang together through it. In the order of ids, as
  // articles of a scan are: of contradictions at one time it decides.
  const all = [...pair, ...named.filter((article) => beside.indexOf(article) === undefined).map(asNamed)];
  all.sort((x, y) => compareCodeUnits(x.id, y.id));
  const [atA, atB] = [all.indexOf(a), all.indexOf(b)];
  const found = findArticles(named, all.length, (index) => all[index]!);
  const { ties, issues } = settle(decisions, found, (index) => all[index]!.id);
  const kind = ties.find(atA) === ties.find(atB) ? 'same' : ties.join(atA, atB) ? undefined : 'different';
  if (kind === undefined || a.id === b.id) return { value: undefined, issues };
  for (const decision of standing(decisions, found.indexOf)) {
    if (decision.decision !== kind || !isBetween(decision, found, atA, atB)) continue;
    const { when, by, note } = decision;
    return {
      value: {
        decision: kind,
        ...(when === undefined ? {} : { when }),
        ...(by === undefined ? {} : { by }),
        ...(note === undefined ? {} : { note }),
      },
      issues,
    };
  }
  return { value: { decision: kind, through: true }, issues };
}

function asNamed({ id, textDigest, rawDigest = '' }: DecidedArticle): ArticleIdentity {
  return { id, path: id, textDigest, rawDigest };
}

/** Of a decision with two sides one article is on the one and the other on the other. */
function isBetween(
  { articles, from }: Decision,
  { indexOf }: FoundArticles,
  a: ArticleIndex,
  b: ArticleIndex,
): boolean {
  const left = new Set(articles.map(indexOf));
  const right = from === undefined ? left : new Set(from.map(indexOf));
  return (left.has(a) && right.has(b)) || (left.has(b) && right.has(a));
}
