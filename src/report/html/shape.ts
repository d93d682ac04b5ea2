/**
 * What the page is given: the JSON blocks in the file, one shape each. The renderer writes them and the page's script
 * reads them; types only, so that the two cannot drift. Fields that are absent cost nothing in a file of 10,000 groups.
 */
import type { BlockRole, DropReason } from '../../model/article.ts';
import type { CanonicalReason, GroupKind } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import type { Relation } from '../../model/match.ts';
import type { ReportLink, RunManifest, Summary } from '../../model/report.ts';

/** The first block: what the whole report is. */
export interface PageHead {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: RunManifest;
  readonly summary: Summary;
  readonly groups: number;
  readonly related: number;
  readonly issues: number;
  /** The articles' texts are in the file. */
  readonly hasTexts: boolean;
}

/** One group in the list: what is searched, filtered, sorted and drawn without opening it. */
export interface ListRow {
  readonly id: string;
  readonly kind: GroupKind;
  /** Of the canonical, else of the first member that has one, with its language; empty when none has. */
  readonly title: string;
  readonly language: string;
  /** Members, all of them. */
  readonly size: number;
  /** Language and its members, most first. */
  readonly languages: readonly (readonly [language: string, members: number])[];
  readonly sources: readonly string[];
  /** Day and language of members that have a date, ascending. */
  readonly dated: readonly (readonly [day: string, language: string])[];
  readonly weakest: number;
  readonly confidence: number;
  readonly isNew?: true;
  /** What else a search may find it by: other titles, ids, addresses, shared names. */
  readonly words: readonly string[];
}

/** All of one group; members are named by their position in `members` from here on. */
export interface GroupData {
  readonly id: string;
  readonly canonical: number;
  readonly canonicalReason: CanonicalReason;
  readonly formerIds?: readonly string[];
  readonly members: readonly MemberData[];
  /** Members that are not in the file. */
  readonly left?: number;
  readonly links: readonly LinkData[];
  readonly texts: readonly TextData[];
  /** Other articles on the same event. */
  readonly related?: readonly RelatedBrief[];
}

export interface MemberData {
  readonly id: string;
  readonly path: string;
  readonly record?: number;
  readonly title: string;
  readonly language: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  readonly characters: number;
  readonly kept: number;
  readonly relation: Relation | 'canonical';
  readonly via?: number;
  readonly score: number;
  readonly textDigest: string;
  readonly rawDigest: string;
  /** Position in `texts`; copies share one. */
  readonly text?: number;
}

export interface LinkData extends Omit<ReportLink, 'a' | 'b'> {
  readonly a: number;
  readonly b: number;
}

/** A text in its blocks, in order; what was cut off at the end is counted. */
export interface TextData {
  readonly blocks: readonly BlockData[];
  /** UTF-16 units that are not in the file. */
  readonly cut?: number;
}

export type BlockData =
  | readonly [text: string, role: BlockRole]
  | readonly [text: string, role: BlockRole, reason: DropReason];

export interface RelatedBrief {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly date?: string;
  readonly source?: string;
  readonly score?: number;
  /** The group it stands in, if any. */
  readonly group?: string;
}

/** A pair of articles on the same event. */
export interface RelatedRow {
  readonly a: RelatedBrief;
  readonly b: RelatedBrief;
  readonly score: number;
  readonly names: readonly (readonly [a: string, b: string])[];
  readonly numbers: readonly (readonly [a: string, b: string])[];
}

export type IssueRow = Issue;

/** The kinds of blocks; the `data-part` of each. */
export type Part = 'head' | 'list' | 'group' | 'related' | 'issues' | 'end';
