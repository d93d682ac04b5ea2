/**
 * Site rules as their file holds them: what an archive knows of its own pages. Plain data, so that it can be handed to
 * a thread. Types and closed lists only.
 */

export const RULES_SCHEMA = 'dedupe.rules/1';

export const SECTION_ENDS = ['heading', 'end'] as const;
/** Where a section ends: before the next heading, or with the article. */
export type SectionEnd = (typeof SECTION_ENDS)[number];

/** What a rule is about: blocks that are this text, hold this pattern, or stand in the section under this heading. */
export type BlockMatcher =
  | { readonly text: string }
  | { readonly regex: string }
  | { readonly heading: string; readonly until?: SectionEnd };

/** For the articles of a source or a place; at least one of `source` and `path`, and of `keep` and `drop`, is there. */
export interface SiteRule {
  /** Patterns (`*` for any characters) of the article's source or of the host of its URL. */
  readonly source?: readonly string[];
  /** Patterns (`*` inside a name, `**` over folders) of the article's path. */
  readonly path?: readonly string[];
  readonly keep?: readonly BlockMatcher[];
  readonly drop?: readonly BlockMatcher[];
}

export interface SiteRules {
  readonly schema: typeof RULES_SCHEMA;
  readonly rules: readonly SiteRule[];
}
