/**
 * What a reader says of one group, and the decisions on articles that this makes. Owns the way from one to the other and
 * back; pure.
 */
import type { DecidedArticle, Decision } from '../../model/decision.ts';

export interface Answer {
  /** Whether the group is right, but for those that were taken out. */
  readonly verdict?: 'same' | 'different';
  /** Ids of members that were taken out. */
  readonly out: readonly string[];
  /** Id of the member that is to stand for the group. */
  readonly canonical?: string;
}

/** A decision of a file, with the ids that its articles have in the report; those it has not are left out. */
export interface Held {
  readonly decision: Decision;
  readonly articles: readonly string[];
  readonly from?: readonly string[];
}

export function decisionsOf(members: readonly DecidedArticle[], answer: Answer): readonly Decision[] {
  const outside = members.filter(({ id }) => answer.out.includes(id));
  const inside = members.filter(({ id }) => !answer.out.includes(id));
  if (answer.verdict === 'different') return [{ decision: 'different', articles: members }];
  const chosen = inside.filter(({ id }) => id === answer.canonical);
  return [
    ...(outside.length > 0 && inside.length > 0
      ? [{ decision: 'different' as const, articles: outside, from: inside }]
      : []),
    ...(answer.verdict === 'same' && inside.length > 1
      ? [{ decision: 'same' as const, articles: inside }]
      : []),
    ...(chosen.length > 0 ? [{ decision: 'canonical' as const, articles: chosen }] : []),
  ];
}

/** What decisions say of a group, the oldest first. One that covers a part of it only leaves the group open. */
export function answerOf(ids: readonly string[], held: readonly Held[]): Answer {
  const out = new Set<string>();
  let canonical: string | undefined;
  for (const { decision, articles, from } of held) {
    if (decision.decision === 'canonical') canonical = articles[0];
    if (decision.decision === 'different' && from !== undefined && from.some((id) => ids.includes(id)))
      for (const id of articles) if (ids.includes(id)) out.add(id);
  }
  const inside = ids.filter((id) => !out.has(id));
  const covers = (kind: 'same' | 'different', all: readonly string[]): boolean =>
    held.some(({ decision, articles, from }) => {
      if (decision.decision !== kind || from !== undefined) return false;
      const named = new Set(articles);
      return all.every((id) => named.has(id));
    });
  // One that is left over needs no word.
  const isSame = (out.size > 0 && inside.length === 1) || covers('same', inside);
  const verdict = covers('different', ids) ? 'different' : isSame ? 'same' : undefined;
  return {
    out: ids.filter((id) => out.has(id)),
    ...(verdict === undefined ? {} : { verdict }),
    ...(canonical === undefined ? {} : { canonical }),
  };
}
