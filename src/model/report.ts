/** The published report, schema `dedupe.report/1`. Types only; fields are only ever added within `/1`. */
import type { Alternate, Article, BlockRole, DropReason, Language, TextReading } from './article.ts';
import type { CanonicalReason, GroupKind } from './group.ts';
import type { Issue } from './issue.ts';
import type { Evidence, LinkReason, Relation } from './match.ts';

export const REPORT_SCHEMA = 'dedupe.report/1';

export interface RunManifest {
  /** Only what changes the result. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** Versions of the tables and rules a result depends on; no Node version. */
  readonly engine: string;
  /** SHA-256 over a digest of (id, rawDigest) of all articles in order. */
  readonly inputDigest: string;
  readonly startedAt?: string;
}

export interface ReportArticle {
  readonly id: string;
  readonly path: string;
  readonly pathBytes?: string;
  readonly record?: number;
  readonly offset?: number;
  readonly sourceId?: string;
  readonly language: Language;
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly source?: string;
  readonly characters: number;
  readonly kept: number;
  readonly rawDigest: string;
  readonly textDigest: string;
}

export interface ReportMember {
  readonly id: string;
  readonly relation: Relation | 'canonical';
  readonly via?: string;
  readonly score: number;
}

export interface ReportLink {
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  readonly identical?: boolean;
  readonly inner?: 'a' | 'b';
  readonly reason?: LinkReason;
  readonly score: number;
  readonly evidence: Evidence;
}

export interface ReportGroup {
  readonly id: string;
  readonly kind: GroupKind;
  readonly languages: readonly string[];
  readonly canonical: string;
  readonly canonicalReason: CanonicalReason;
  readonly confidence: number;
  readonly weakestLink: number;
  /** With a state: new since its last run, or with members that were not in it. Absent: not new. */
  readonly isNew?: boolean;
  /** With a state: names of groups of its last run that this one took the place of. */
  readonly formerIds?: readonly string[];
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
}

export interface ReportRelated {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly evidence: Evidence;
}

export interface Summary {
  readonly articles: number;
  readonly groups: number;
  /** Members beyond one per group: what a reader could leave out. */
  readonly redundant: number;
  /** BCP 47 -> articles, keys in code-unit order. */
  readonly languages: Readonly<Record<string, number>>;
  /** Issue code -> count, keys in code-unit order. */
  readonly issues: Readonly<Record<string, number>>;
}

/**
 * A report that can be streamed: articles, groups and related pairs may be read from disk each time they are gone
 * through.
 */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: RunManifest;
  readonly articles: Iterable<ReportArticle>;
  readonly groups: Sequence<ReportGroup>;
  readonly related: Sequence<ReportRelated>;
  readonly issues: readonly Issue[];
  readonly summary: Summary;
  readonly end: { readonly status: 'complete' };
  /** The body of an article that stands in a group, read when it is asked for. Absent: the report came without texts. */
  readonly bodyOf?: (id: string) => ArticleBody | undefined;
}

/** What is read of an article beside its head. */
export type ArticleBody = Pick<Article, 'text' | 'blocks'>;

/** Elements in order that may be made anew each time they are gone through; an array is one. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
}

/** One row of `dedupe inspect`. */
export interface InspectRow {
  readonly type: 'inspect';
  readonly id: string;
  readonly path: string;
  readonly record?: number;
  readonly language: Language;
  readonly title: string;
  readonly date?: string;
  /** Canonical address. */
  readonly url?: string;
  /** BCP 47 as the page declares it; evidence beside `language`. */
  readonly declaredLanguage?: string;
  readonly alternates?: readonly Alternate[];
  /** What was assumed of its bytes, and what was mended. */
  readonly reading: InspectReading;
  readonly characters: number;
  readonly kept: number;
  readonly text: string;
  readonly blocks: readonly InspectBlock[];
  readonly names: readonly { readonly text: string; readonly key: string }[];
  readonly numbers: readonly { readonly text: string; readonly value: number; readonly unit?: string }[];
  readonly dates: readonly { readonly text: string; readonly iso: string }[];
}

export type InspectReading = Omit<TextReading, 'edits'>;

export interface InspectBlock {
  readonly text: string;
  readonly kept: boolean;
  readonly role: BlockRole;
  readonly reason?: DropReason;
  readonly confidence: number;
  readonly language?: string;
  readonly home?: string;
  readonly articles?: number;
  readonly rule?: number;
  readonly start: number;
  readonly end: number;
}
