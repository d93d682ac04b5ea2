/**
 * An article on its way through the stages: raw as read, blocks as cleaned, and the whole of what is known of it
 * alone. Types only; must not import anything outside `model`.
 */
import type { DateMention, NumberMention, WeighedName } from './features.ts';
import type { Field } from './record-fields.ts';

/** Dense position 0..n-1 in the order (path, record): results never depend on the order of arguments. */
export type ArticleIndex = number;

/** One article as it stood in its file, decoded but not yet cleaned. */
export interface RawArticle {
  /** The record's own id, else the path, else `path#record`. Made unique later (see `sourceId`). */
  readonly id: string;
  readonly path: string;
  /** Exact bytes of the path in base64, only where the path is not UTF-8. */
  readonly pathBytes?: string;
  /** 1-based; present for formats that can hold many articles. */
  readonly record?: number;
  /** Bytes from the start of the decompressed stream; present together with `record`. */
  readonly offset?: number;
  /** Decoded text as it stood, line ends and all. Block offsets are UTF-16 units of this string. */
  readonly text: string;
  /** Title kept outside the text (a JSON field, `<title>`); a title inside the text is found by `clean`. */
  readonly title?: string;
  /**
   * Ranges of `text` (UTF-16, half-open, ordered) that stand outside the article as the markup of the page says:
   * navigation, asides, captions, the page's own header and footer. Absent where there was no markup.
   */
  readonly outside?: readonly OutsideRange[];
  /** RFC 3339 instant or day, already normalised; absent when it could not be read with certainty. */
  readonly date?: string;
  readonly url?: string;
  /** BCP 47 in canonical form, as the page declares it: evidence, often wrong, never a verdict. */
  readonly declaredLanguage?: string;
  /** The versions in other languages that the page names (`hreflang`), in its order, itself often among them. */
  readonly alternates?: readonly Alternate[];
  /** Who published it: the record's `source`, else the host of `url`; absent when unknown. */
  readonly source?: string;
  /** What was assumed of the bytes of the text; absent where they were plain UTF-8 and nothing was repaired. */
  readonly reading?: TextReading;
  /** SHA-256 in hex of the raw bytes (the file for one-article files, the UTF-8 of the text for records). */
  readonly rawDigest: string;
}

/** How the encoding of a text was found. Closed list; the inspect schema publishes it. */
export const ENCODING_WAYS = ['utf-8', 'mark', 'pattern', 'declared', 'detected'] as const;

/** What may be mended in a text. Closed list; the inspect schema publishes it. */
export const REPAIR_KINDS = [
  'double-encoding',
  'soft-hyphen',
  'entity',
  'markdown',
  'wrapped-lines',
  'html',
  'written-line-ends',
] as const;

export interface Repair {
  readonly kind: (typeof REPAIR_KINDS)[number];
  /** Characters, hyphens, references, marks, blocks, tags or line ends. */
  readonly count: number;
  /** The encoding that UTF-8 was taken for (`double-encoding`). */
  readonly via?: string;
}

/** What was assumed of the bytes of a text. */
export interface TextReading {
  /** Name by the Encoding Standard, or IANA where it has none. */
  readonly encoding: string;
  readonly by: (typeof ENCODING_WAYS)[number];
  /** 0..1. */
  readonly confidence: number;
  readonly repairs?: readonly Repair[];
  /** Pairs: a position in `text`, and how many UTF-16 units further on it stood before the repairs, from there on. */
  readonly edits?: readonly number[];
  /** Fields of the record that were found under another name than their own: `date` under `published`. */
  readonly fields?: Readonly<Partial<Record<Field, string>>>;
}

/** What is assumed of text that is what it seems. */
export const PLAIN_READING: TextReading = { encoding: 'utf-8', by: 'utf-8', confidence: 1 };

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface OutsideRange extends TextRange {
  /** `navigation` where it is absent. */
  readonly reason?: DropReason;
}

/** Another version of an article. */
export interface Alternate {
  /** BCP 47 in canonical form. */
  readonly language: string;
  /** Absolute, http or https. */
  readonly url: string;
}

export const BLOCK_ROLES = [
  'title',
  'lead',
  'body',
  'heading',
  'caption',
  'metadata',
  'teaser',
  'chrome',
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** Why a block was dropped. Closed list; the inspect schema publishes it. */
export const DROP_REASONS = [
  'repeated-label',
  'duplicate',
  'card-run',
  'caption-pair',
  'separator-section',
  'closer',
  'after-closer',
  'consent',
  'share',
  'newsletter',
  'advertisement',
  'read-more',
  'comments',
  'navigation',
  'byline',
  'transparency',
  'generated-label',
  'teaser-of',
  'improbable',
  'repeated-in-source',
  'site-rule',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/**
 * A paragraph-level unit of the raw text. Blocks are ordered, never overlap, and cover every character that is
 * not white space, so that kept and dropped blocks together rebuild the input.
 */
export interface Block {
  /** The slice `raw.text.slice(start, end)`, without white space at its ends. */
  readonly text: string;
  /** UTF-16 offsets into the raw text, half-open. */
  readonly start: number;
  readonly end: number;
  readonly kept: boolean;
  readonly role: BlockRole;
  /** Present exactly when the block is dropped. */
  readonly reason?: DropReason;
  /** 0..1: how sure the decision about this block is. */
  readonly confidence: number;
  /** BCP 47 of the block itself, where it could be told. */
  readonly language?: string;
  /** Id of the article whose lead this block is (`teaser-of`). */
  readonly home?: string;
  /** Articles of the source, copies counted once, in which this block stands (`repeated-in-source`). */
  readonly articles?: number;
  /** Position in the rules file, from 0, of the site rule that decided: no other pass changes this block. */
  readonly rule?: number;
}

export interface Language {
  /** ISO 639-3; `und` is an answer, not an error. */
  readonly code: string;
  /** Shortest BCP 47 tag, with script or region only where they tell languages apart (`zh-Hant`, `sr-Latn`). */
  readonly bcp47: string;
  /** ISO 15924 of the dominant script, `Zyyy` when there are no letters. */
  readonly script: string;
  /** 0..1. */
  readonly confidence: number;
}

/** All that is known of one article alone: the result of the pure per-article function. */
export interface Article {
  readonly id: string;
  readonly path: string;
  readonly pathBytes?: string;
  readonly record?: number;
  readonly offset?: number;
  /** The id the source gave, when it had been taken by an earlier article. */
  readonly sourceId?: string;
  readonly language: Language;
  /** From the text or the record; empty when there is none. */
  readonly title: string;
  readonly date?: string;
  readonly url?: string;
  readonly declaredLanguage?: string;
  readonly alternates?: readonly Alternate[];
  readonly source?: string;
  readonly reading?: TextReading;
  /** Kept blocks joined by `\n`, the title as first line when it stood in the text. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Code points of `text` that a reader sees. */
  readonly characters: number;
  /** Share of the raw text's non-space code points that was kept, 0..1. */
  readonly kept: number;
  readonly rawDigest: string;
  /** SHA-256 in hex of the normalised cleaned text: equal digests are copies. */
  readonly textDigest: string;
  readonly names: readonly WeighedName[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/** All of an article but what follows from its blocks. */
export type ArticleHead = Omit<Article, 'text' | 'blocks' | 'names' | 'numbers' | 'dates'>;
