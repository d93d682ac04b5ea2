/**
 * What people decided about articles, as a decisions file holds it, one decision a line. Plain data, so that it can be
 * handed to a thread. Types and closed lists only; fields are only ever added within `/1`.
 */

export const DECISIONS_SCHEMA = 'dedupe.decisions/1';

/**
 * `same`: all articles are one story. `different`: no two of them are (with `from`: none of `articles` is the story of
 * one of `from`). `canonical`: the one article stands for its group. `undecided`: takes back what was decided before
 * on exactly these articles.
 */
export const DECISION_KINDS = ['same', 'different', 'canonical', 'undecided'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** An article as a decision names it: found again by its text where its id changed, by its bytes where cleaning did. */
export interface DecidedArticle {
  readonly id: string;
  /** SHA-256 of the cleaned text, as in the report. */
  readonly textDigest: string;
  /** SHA-256 of what was read, as in the report. */
  readonly rawDigest?: string;
}

export interface Decision {
  readonly decision: DecisionKind;
  readonly articles: readonly DecidedArticle[];
  /** The other side: of `different`, and of an `undecided` that takes one back. */
  readonly from?: readonly DecidedArticle[];
  /** RFC 3339 instant: of two decisions that contradict each other the later holds; without it, before all others. */
  readonly when?: string;
  /** Who decided. */
  readonly by?: string;
  /** For people. */
  readonly note?: string;
}
