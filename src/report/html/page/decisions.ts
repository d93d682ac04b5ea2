/**
 * What the reader decided on groups as decisions on articles, in the form that `--decisions` reads. Pure; what an answer
 * means is the same as in `dedupe review`, and stands there.
 */
import type { DecidedArticle, Decision } from '../../../model/decision.ts';
import { decisionsOf } from '../../review/answer.ts';
import type { GroupData } from '../shape.ts';
import type { GroupDecision } from './review.ts';

/** None where the group was skipped. */
export function decisionsOn(
  { members }: Pick<GroupData, 'members'>,
  { answer, out = [], canonical, when }: GroupDecision,
): readonly Decision[] {
  const decisions = decisionsOf(members.map(decidedArticle), {
    ...(answer === undefined || answer === 'skip' ? {} : { verdict: answer }),
    out,
    ...(canonical === undefined ? {} : { canonical }),
  });
  return when === undefined ? decisions : decisions.map((decision) => ({ ...decision, when }));
}

function decidedArticle({ id, textDigest, rawDigest }: GroupData['members'][number]): DecidedArticle {
  return { id, textDigest, rawDigest };
}
