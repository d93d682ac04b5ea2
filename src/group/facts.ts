/**
 * What grouping asks about an article, and the order in which articles are preferred. Owns the canonical rules; must
 * not look at texts.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { CanonicalReason } from '../model/group.ts';
import type { CanonicalRule } from '../model/options.ts';

/** The part of an article that grouping may see. */
export interface ArticleFacts {
  readonly id: string;
  /** Code points of the cleaned text. */
  readonly characters: number;
  /** RFC 3339 instant or day. */
  readonly date?: string;
  readonly rawDigest: string;
}

export interface Known {
  readonly index: ArticleIndex;
  readonly id: string;
  readonly characters: number;
  /** Milliseconds; Infinity when there is no readable date, so that dated articles come first. */
  readonly instant: number;
  readonly rawDigest: string;
}

/** Reads each article once, however often it is asked for: behind the port there may be a disk. */
export function readOnce(facts: (index: ArticleIndex) => ArticleFacts): (index: ArticleIndex) => Known {
  const known = new Map<ArticleIndex, Known>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const { id, characters, date, rawDigest } = facts(index);
    const parsed = date === undefined ? Number.NaN : Date.parse(date);
    const instant = Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
    const made = { index, id, characters, instant, rawDigest };
    known.set(index, made);
    return made;
  };
}

/** Negative when `a` is preferred as canonical; never 0 for two articles. */
export function comparePreference(rule: CanonicalRule, a: Known, b: Known): number {
  return compareRule(rule, a, b) || compareCodeUnits(a.id, b.id) || a.index - b.index;
}

function compareRule(rule: CanonicalRule, a: Known, b: Known): number {
  switch (rule) {
    case 'longest':
      return b.characters - a.characters;
    case 'earliest':
      return a.instant === b.instant ? 0 : a.instant - b.instant;
    case 'first':
      return a.index - b.index;
    default:
      return rule satisfies never;
  }
}

/** Why the first of two articles in order of preference was chosen over the second. */
export function canonicalReason(
  rule: CanonicalRule,
  chosen: Known,
  next: Known | undefined,
): CanonicalReason {
  if (rule === 'first' || next === undefined || compareRule(rule, chosen, next) !== 0) return rule;
  return rule === 'longest' ? 'longest-tie-smallest-id' : 'earliest-tie-smallest-id';
}
