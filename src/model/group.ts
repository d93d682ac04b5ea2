/** Groups of articles that tell one story. Types only. */
import type { ArticleIndex } from './article.ts';
import type { Link, Relation } from './match.ts';

export const GROUP_KINDS = ['copy', 'near', 'translation', 'mixed', 'event'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Closed list; the report schema publishes it. */
export const CANONICAL_REASONS = [
  'longest',
  'earliest',
  'first',
  'longest-tie-smallest-id',
  'earliest-tie-smallest-id',
  'preferred-language',
] as const;
export type CanonicalReason = (typeof CANONICAL_REASONS)[number];

export interface Member {
  readonly index: ArticleIndex;
  /** Towards the canonical. */
  readonly relation: Relation | 'canonical';
  /** The member it hangs on; absent for the canonical. */
  readonly via?: ArticleIndex;
  readonly score: number;
}

export interface Group {
  readonly kind: GroupKind;
  readonly canonical: ArticleIndex;
  readonly canonicalReason: CanonicalReason;
  /** Probability that the whole group is right. */
  readonly confidence: number;
  readonly weakestLink: number;
  /** Ordered by index, that is by (path, record). */
  readonly members: readonly Member[];
  /** A tree: one link fewer than members. */
  readonly links: readonly Link[];
}
