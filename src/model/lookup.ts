/** What a known archive says of articles that it does not hold, schema `dedupe.lookup/1`. Types only. */
import type { Issue } from './issue.ts';
import type { Relation } from './match.ts';
import type {
  ReportArticle,
  ReportGroup,
  ReportLink,
  ReportMember,
  ReportRelated,
  RunManifest,
  Sequence,
} from './report.ts';

export const LOOKUP_SCHEMA = 'dedupe.lookup/1';

/** `known`: an article of the archive tells the same story; `related`: only the same event; `new`: neither. */
export const LOOKUP_STATUSES = ['known', 'related', 'new'] as const;
export type LookupStatus = (typeof LOOKUP_STATUSES)[number];

/** The article of the archive that is nearest in the tree of the group's links. */
export interface LookupMatch {
  readonly id: string;
  /** Of the farthest of the links: `copy` before `near`, `contained`, `translation`, `related`. */
  readonly relation: Relation;
  /** Of the weakest of the links. */
  readonly score: number;
  /** From the article to the one of the archive: one link, or several by way of other articles of the input. */
  readonly links: readonly ReportLink[];
}

export interface LookupMember extends ReportMember {
  /** Of the input, not of the archive. */
  readonly isInput?: true;
}

/** A group that holds an article of the input, as a scan over the archive and the input writes it, but for its links. */
export interface LookupGroup
  extends Pick<
    ReportGroup,
    'id' | 'kind' | 'languages' | 'canonical' | 'canonicalReason' | 'confidence' | 'weakestLink'
  > {
  /** Names of the groups of the last run that its members were in; none where they stood alone. */
  readonly knownAs: readonly string[];
  readonly members: readonly LookupMember[];
}

export interface LookedUp extends ReportArticle {
  readonly status: LookupStatus;
  /** The article itself stands in the archive: the last run read this file. */
  readonly isArchived?: true;
  readonly match?: LookupMatch;
  /** Its group, which `groups` has with all members. */
  readonly group?: Pick<LookupGroup, 'id' | 'canonical' | 'knownAs'>;
  /** Pairs of the same event in another text with this article on one side. */
  readonly related: readonly ReportRelated[];
}

export interface LookupSummary {
  readonly articles: number;
  readonly known: number;
  readonly related: number;
  readonly new: number;
  /** Issue code -> count, keys in code-unit order. */
  readonly issues: Readonly<Record<string, number>>;
}

/** Which state of the archive answered. */
export interface LookupState {
  /** Number of the last complete run. */
  readonly run: number;
  /** RFC 3339. */
  readonly finishedAt: string;
  readonly articles: number;
  readonly groups: number;
}

export interface Lookup {
  readonly schema: typeof LOOKUP_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: RunManifest;
  readonly state: LookupState;
  readonly articles: Sequence<LookedUp>;
  readonly groups: Sequence<LookupGroup>;
  readonly issues: readonly Issue[];
  readonly summary: LookupSummary;
  readonly end: { readonly status: 'complete' };
  /** What an article of the input was found to be like, by its id. */
  readonly find: (id: string) => ReportArticle | undefined;
}
