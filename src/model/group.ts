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
  'decision',
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
  /** Another group holds articles with the same text as one of these: it was decided that they are different. */
  readonly isParted?: true;
}

/** By what a group is known again in a later run. */
export interface GroupTrace {
  readonly id: string;
  /** Id of the canonical. */
  readonly canonical: string;
  /** Of the members. */
  readonly ids: readonly string[];
  readonly rawDigests: readonly string[];
}

/** What became of a group since the last run: history, which stands outside every equality. */
export interface GroupHistory {
  /** New, or with members that were not in it. */
  readonly isNew: boolean;
  /** New, or with members that left or have another content, or with another canonical. */
  readonly isChanged: boolean;
  /** Names of groups that it took the place of. */
  readonly formerIds: readonly string[];
}
