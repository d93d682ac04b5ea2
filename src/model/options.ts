/** Options that change a result, and their only defaults. Options of the terminal (colour, progress) live in `cli`. */

export const THRESHOLDS = ['strict', 'balanced', 'loose'] as const;
export type Threshold = (typeof THRESHOLDS)[number];
export const GROUPINGS = ['story', 'event'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const CANONICAL_RULES = ['longest', 'earliest', 'first'] as const;
export type CanonicalRule = (typeof CANONICAL_RULES)[number];

export interface MatchOptions {
  readonly clean: boolean;
  readonly language: boolean;
  readonly translations: boolean;
  readonly threshold: Threshold;
  readonly groupBy: Grouping;
  readonly canonical: CanonicalRule;
}

export const DEFAULT_MATCH_OPTIONS: MatchOptions = {
  clean: true,
  language: true,
  translations: true,
  threshold: 'balanced',
  groupBy: 'story',
  canonical: 'longest',
};
