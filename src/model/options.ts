/** Options that change a result, and their only defaults. Options of the terminal (colour, progress) live in `cli`. */
import type { Decision } from './decision.ts';
import type { SiteRules } from './rules.ts';

export const THRESHOLDS = ['strict', 'balanced', 'loose'] as const;
export type Threshold = (typeof THRESHOLDS)[number];
export const GROUPINGS = ['story', 'event'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const CANONICAL_RULES = ['longest', 'earliest', 'first'] as const;
export type CanonicalRule = (typeof CANONICAL_RULES)[number];

export const SOURCE_BOUNDS = ['within', 'across'] as const;

export interface MatchOptions {
  readonly clean: boolean;
  readonly language: boolean;
  readonly translations: boolean;
  readonly threshold: Threshold;
  readonly groupBy: Grouping;
  readonly canonical: CanonicalRule;
  /** BCP 47, best first: the canonical is in the first of these that a group has; `canonical` decides between equals. */
  readonly preferLanguages?: readonly string[];
  /** Articles that were published more days apart are not linked. An article without a date may be of any. */
  readonly windowDays?: number;
  /** Links within one source only, or between two only; then an article without a source is linked with none. */
  readonly sources?: (typeof SOURCE_BOUNDS)[number];
  /** What is known of the pages of some sources; goes before every judgement of `clean`, and holds without it. */
  readonly rules?: SiteRules;
  /** What people decided about articles: goes before every judgement of groups. */
  readonly decisions?: readonly Decision[];
}

export const DEFAULT_MATCH_OPTIONS: MatchOptions = {
  clean: true,
  language: true,
  translations: true,
  threshold: 'balanced',
  groupBy: 'story',
  canonical: 'longest',
};

/** A thread takes some 40 MB: more of them than this is a slip of the finger. */
export const MAX_JOBS = 256;
