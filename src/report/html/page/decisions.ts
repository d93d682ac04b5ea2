/**
 * What the reader decided on groups as decisions on articles, in the form that `--decisions` reads. Pure; must not know
 * where they were kept.
 */
import type { DecidedArticle, Decision } from '../../../model/decision.ts';
import type { GroupData } from '../shape.ts';
import type { GroupDecision } from './review.ts';

/** None where the group was skipped. */
export function decisionsOn(
  { members }: Pick<GroupData, 'members'>,
  { answer, out = [], canonical, when }: GroupDecision,
): readonly Decision[] {
  const time = when === undefined ? {} : { when };
  const articles = members.map(decidedArticle);
  const outside = articles.filter(({ id }) => out.includes(id));
  const inside = articles.filter(({ id }) => !out.includes(id));
  const decisions: Decision[] = [];
  if (answer === 'same' && inside.length > 1) decisions.push({ decision: 'same', articles: inside, ...time });
  if (answer === 'different' && articles.length > 1)
    decisions.push({ decision: 'different', articles, ...time });
  // Of articles that are all apart, none needs to be taken out.
  else if (outside.length > 0 && inside.length > 0)
    decisions.push({ decision: 'different', articles: outside, from: inside, ...time });
  const chosen = inside.find(({ id }) => id === canonical);
  if (chosen !== undefined && answer !== 'different')
    decisions.push({ decision: 'canonical', articles: [chosen], ...time });
  return decisions;
}

function decidedArticle({ id, textDigest, rawDigest }: GroupData['members'][number]): DecidedArticle {
  return { id, textDigest, rawDigest };
}
