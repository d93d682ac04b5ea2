/**
 * Rows that stages read and write as filters on a cluster: one JSON object a line. Types and closed lists only; within a
 * format number fields are only added.
 */
import type { Issue } from './issue.ts';
import type { Relation } from './match.ts';

/** Of every row of articles: rows of another one are refused. */
export const STAGE_FORMAT = 2;

/** In the order of a run. */
export const STAGE_NAMES = [
  'features',
  'repeated',
  'again',
  'teasers',
  'near',
  'chain',
  'phrases',
  'sift',
  'keys',
  'rank',
  'ask',
  'verify',
  'group',
  'related',
  'digest',
  'report',
  'limits',
] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** Any row; `type` says what it is. */
export interface StageRow {
  readonly type: string;
}

/** An article as bytes: what follows from it is not written. */
export interface ArticleBytes {
  /** JSON of its head, under the id that its source gave: in strings of tables not every code unit survives. */
  readonly head: string;
  /** Base64 of its body (`state/record`). */
  readonly body: string;
}

/** What an article is found by and judged by; its numbers are 32-bit words but where it is said. */
export interface ArticleRow extends StageRow, ArticleBytes {
  readonly type: 'article';
  readonly v: typeof STAGE_FORMAT;
  /** What made it: engine and options. Rows that others made are refused. */
  readonly made: string;
  /** Hexadecimal: as texts these stand in the order (path, record). */
  readonly order: string;
  readonly path: string;
  readonly record?: number;
  readonly offset?: number;
  /** The id that its source gave, and what it is called where an earlier one has that id: as in `order`, and as JSON. */
  readonly idKey: string;
  readonly otherKey: string;
  readonly id: string;
  readonly other: string;
  /** What the digest of the input is taken of. */
  readonly identity: string;
  /** BCP 47. */
  readonly language: string;
  /** 16 hexadecimal digits of the key of the text. */
  readonly text: string;
  readonly shingles: number;
  /** Base64 of words, as `sample`. */
  readonly sketch: string;
  readonly sample: string;
  /** Base64; absent where translations are not looked for. */
  readonly story?: string;
  /** The words of the sketch; none without shingles. */
  readonly bands: readonly number[];
  /** The sampled shingles; by the first few it asks for longer articles. */
  readonly phrases: readonly number[];
  /** Keys of the story with their weights in quarter bits: key * 256 + weight. */
  readonly keys: readonly number[];
  /** 48 bits; 0 where the source is unknown. */
  readonly source: number;
  /** 53 bits each. */
  readonly leads: readonly number[];
  readonly tails: readonly number[];
  readonly ending: number;
  readonly edges: readonly number[];
  readonly pages: readonly number[];
}

/** The same with its place in the order, 0-based. */
export type PlacedRow = ArticleRow & { readonly pos: number };

export interface IssueRow extends StageRow, Issue {
  readonly type: 'issue';
}

export interface PairRow extends StageRow {
  readonly type: 'pair';
  readonly a: number;
  readonly b: number;
  readonly by: 'bands' | 'excerpts' | 'story';
}

export interface LinkRow extends StageRow {
  readonly type: 'link';
  readonly a: number;
  readonly b: number;
  readonly relation: Relation;
  /** JSON of relation, inner, reason, score and evidence. */
  readonly link: string;
}

export interface GroupRow extends StageRow {
  readonly type: 'group';
  readonly id: string;
  /** Where it stands among the groups: that of its first member. */
  readonly order: string;
  readonly redundant: number;
  /** Its row of the report. */
  readonly line: string;
}

export interface MemberRow extends StageRow {
  readonly type: 'member';
  readonly group: string;
  /** Place of the first member. */
  readonly first: number;
  readonly pos: number;
  readonly relation: Relation | 'canonical';
  readonly canonical: number;
  /** JSON of its id. */
  readonly canonicalId: string;
  /** Place of the first article with its text. */
  readonly canonicalRep: number;
}

export interface LineRow extends StageRow {
  readonly type: 'line';
  /** 0 run, 1 articles, 2 groups, 3 related, 4 issues, 5 end. */
  readonly section: number;
  /** Within the section. */
  readonly order: string;
  readonly line: string;
  readonly issueCode?: string;
}

export interface RelatedRow extends StageRow {
  readonly type: 'related';
  readonly order: string;
  readonly line: string;
}

export interface RepeatedRow extends StageRow {
  readonly type: 'repeated';
  readonly source: number;
  readonly key: number;
  /** Distinct articles of the source that have the block. */
  readonly articles: number;
}

export interface KeysRow extends StageRow {
  readonly type: 'keys';
  readonly pos: number;
  /** What its keys weigh together, in steps. */
  readonly step: number;
  /** Its keys that are not frequent, as in `keys` of an article, and pairs of frequent ones: 2^32 above them. */
  readonly followed: readonly number[];
}

export interface RankRow extends StageRow {
  readonly type: 'rank';
  readonly seat: number;
  /** Seats of partners in other languages, best first. */
  readonly across: readonly number[];
  readonly within: readonly number[];
}

export interface MoreRow extends StageRow {
  readonly type: 'more';
  readonly asker: number;
}

export interface DigestRow extends StageRow {
  readonly type: 'digest';
  readonly digest: string;
  readonly articles: number;
}

/** Bounds by which rows are put together. */
export interface LimitsRow extends StageRow {
  readonly type: 'limits';
  readonly clean: boolean;
  readonly translations: boolean;
  readonly sampled: number;
  readonly bucket: number;
  readonly chained: number;
  readonly holders: number;
  readonly hubs: number;
  readonly askedBy: number;
  readonly posting: number;
  readonly languages: number;
  readonly firstAcross: number;
  readonly firstWithin: number;
}

/** All that stages write. */
export type WrittenRow =
  | ArticleRow
  | PlacedRow
  | IssueRow
  | PairRow
  | LinkRow
  | GroupRow
  | MemberRow
  | LineRow
  | RelatedRow
  | RepeatedRow
  | KeysRow
  | RankRow
  | MoreRow
  | DigestRow
  | LimitsRow
  | { readonly type: 'crowded' };
