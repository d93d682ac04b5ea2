/** What can be written of a run besides its report: pairs, articles, those to keep. Types and closed lists only. */
import type { Passage, Relation } from './match.ts';
import type { Report, ReportArticle } from './report.ts';

export const EMITS = ['groups', 'pairs', 'articles', 'uniques'] as const;
export type Emit = (typeof EMITS)[number];

/** Members of a group that are kept: its canonical, or the preferred one of each language. */
export const KEEPS = ['one', 'per-language'] as const;
export type Keep = (typeof KEEPS)[number];

/** Orders of groups. `path`: by their first member; ties of the others are in this order. */
export const SORTS = ['size', 'score', 'date', 'path'] as const;
export type Sort = (typeof SORTS)[number];

export const ARTICLES_SCHEMA = 'dedupe.articles/1';
export const PAIRS_SCHEMA = 'dedupe.pairs/1';
export const SUMMARY_SCHEMA = 'dedupe.summary/1';

/** What was found about one article: the field `dedupe` that is put to its record. */
export interface Standing {
  readonly id: string;
  readonly path: string;
  /** Base64 of the exact path where that is not UTF-8. */
  readonly pathBytes?: string;
  readonly record?: number;
  /** BCP 47. */
  readonly language: string;
  /** Whether `uniques` would list it. */
  readonly kept: boolean;
  /** The group it is a member of, with what it is to that; absent for an article that stands alone. */
  readonly group?: string;
  readonly relation?: Relation | 'canonical';
  readonly canonical?: string;
  readonly score?: number;
}

/** An article with what stood in the input. */
export interface ArticleContent {
  readonly article: ReportArticle;
  /** The record as it was written, JSON on one line, without a field `dedupe`; absent for files that are one article. */
  readonly record?: string;
  /** The cleaned text, where there is no record. */
  readonly text?: string;
}

/** A passage that both articles of a pair have, in the words of both. */
export interface AlignedPassage extends Passage {
  /** How likely each is the other's counterpart, 0..1. */
  readonly score: number;
  readonly a: string;
  readonly b: string;
}

/** One link of a group, or two related articles. */
export interface ReportPair {
  readonly group?: string;
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly score: number;
  /** BCP 47. */
  readonly aLanguage: string;
  readonly bLanguage: string;
  readonly passages: readonly PairPassage[];
}

/** Without words where these are not to be told. */
export interface PairPassage extends Passage {
  readonly score: number;
  readonly a?: string;
  readonly b?: string;
}

/** The counts of a run. */
export interface RunSummary extends Pick<Report, 'tool' | 'run' | 'summary' | 'end'> {
  readonly schema: typeof SUMMARY_SCHEMA;
  /** Kind of group -> count, keys in code-unit order. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly related: number;
}
