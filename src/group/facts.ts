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
  readonly title?: string;
  /** Code points of the cleaned text that a reader sees. */
  readonly characters: number;
  /** RFC 3339 instant or day. */
  readonly date?: string;
  readonly rawDigest: string;
}

export interface Known {
  readonly index: ArticleIndex;
  readonly id: string;
  /** Empty where there is none. */
  readonly title: string;
  readonly characters: number;
  /** Milliseconds; Infinity when there is no readable date, so that dated articles come first. */
  readonly instant: number;
  readonly rawDigest: string;
  /** Place of its language among those that are preferred; behind all of them where it is none. */
  readonly rank: number;
}

/** Reads each article once, however often it is asked for: behind the port there may be a disk. */
export function readOnce(
  facts: (index: ArticleIndex) => ArticleFacts,
  rankOf: (index: ArticleIndex) => number = () => 0,
): (index: ArticleIndex) => Known {
  const known = new Map<ArticleIndex, Known>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const { id, title = '', characters, date, rawDigest } = facts(index);
    const parsed = date === undefined ? Number.NaN : Date.parse(date);
    const instant = Number.isNaN(parsed) ? Number.POSITIVE_INFINITY : parsed;
    const made = { index, id, title, characters, instant, rawDigest, rank: rankOf(index) };
    known.set(index, made);
    return made;
  };
}

/** Negative when `a` is preferred as canonical; never 0 for two articles. */
export function comparePreference(rule: CanonicalRule, a: Known, b: Known): number {
  return a.rank - b.rank || compareRule(rule, a, b) || compareCodeUnits(a.id, b.id) || a.index - b.index;
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
  if (next !== undefined && chosen.rank < next.rank) return 'preferred-language';
  if (rule === 'first' || next === undefined || compareRule(rule, chosen, next) !== 0) return rule;
  return rule === 'longest' ? 'longest-tie-smallest-id' : 'earliest-tie-smallest-id';
}

/** Ranks articles by the first of these languages that is theirs: `pt` is also `pt-BR`. BCP 47. */
export function rankBy(
  preferred: readonly string[],
  languageOf: (index: ArticleIndex) => string,
): (index: ArticleIndex) => number {
  return (index) => {
    const language = languageOf(index).toLowerCase();
    const rank = preferred.findIndex((one) => {
      const tag = one.toLowerCase();
      return language === tag || language.startsWith(`${tag}-`);
    });
    return rank < 0 ? preferred.length : rank;
  };
}
