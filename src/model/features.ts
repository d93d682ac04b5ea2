/**
 * What matching reads from an article: mentions with the words they stood in, and compact keys for the indexes.
 * Types only.
 */

export const NAME_KINDS = ['name', 'word', 'place'] as const;
/**
 * `name`: written as a name in its script (capital inside a sentence, transliteration run, katakana run).
 * `word`: any word of a script without case, which may be a name. `place`: country, region or city known by CLDR.
 */
export type NameKind = (typeof NAME_KINDS)[number];

/** One distinct name of an article (first mention), in the order of first mention. */
export interface NameMention {
  /** As written. */
  readonly text: string;
  /** Comparable across scripts: a consonant skeleton (`TRMP`), or `@JP` for a place known to CLDR. */
  readonly key: string;
  /** Lower-case romanised form (`trump`), for grading a match of keys. */
  readonly form: string;
  readonly kind: NameKind;
  /** UTF-16 offset of the first mention in the matching text (title, line feed, text; or the text alone). */
  readonly start: number;
  /** Mentions of this key in the article. */
  readonly count: number;
}

/** A name with what it tells when it is shared: bits of information in the news of its language. */
export interface WeighedName extends NameMention {
  readonly bits: number;
}

export const NUMBER_KINDS = ['plain', 'percent', 'currency', 'measure', 'ordinal', 'time'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** One number as a value. Years and days inside a date are dates, not numbers. */
export interface NumberMention {
  /** As written, with magnitude and unit: `550 Milliarden Dollar`. */
  readonly text: string;
  /** Finite; magnitudes applied (`5500億` is 5.5e11). */
  readonly value: number;
  readonly kind: NumberKind;
  /** `%`, ISO 4217 code, or SI-like symbol. */
  readonly unit?: string;
  readonly start: number;
}

export interface DateMention {
  readonly text: string;
  /** `2025-10-28`, or `--10-28` when no year was given, or `2025-10`, or `2025`. */
  readonly iso: string;
  readonly start: number;
}

export interface Mentions {
  readonly names: readonly WeighedName[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/** What a text is about: parallel columns, ascending by id. */
export interface ConceptVector {
  /** Numbers of the lexicon, the same in all languages. */
  readonly ids: Uint16Array;
  /** In sixteenths: log(1 + mentions) times the bits of the concept. */
  readonly weights: Uint8Array;
  /** Where it is first met: share of the text before it, 0..255. */
  readonly places: Uint8Array;
  /** Of the lexicon of the language, 0..1; 0 where there is none. */
  readonly quality: number;
  /** Cosine with what any article is about, 0..1: the side's own background. */
  readonly background: number;
}

/** Typed-array row of one article: all that stays in memory. */
export interface CompactFeatures {
  /** First 64 bits of `textDigest` as two unsigned 32-bit words. */
  readonly textKey: readonly [number, number];
  /** Distinct shingles; 0 for an article without words. */
  readonly shingleCount: number;
  /** One key per band, BANDS long; empty when there are no shingles. */
  readonly bandKeys: Uint32Array;
  /** Hashes of names, numbers and dates, sorted and unique: the postings of the story index. */
  readonly storyKeys: Uint32Array;
  /** Information of each story key in quarter bits, 1..255, parallel to `storyKeys`. */
  readonly storyWeights: Uint8Array;
  /** What the text is about; empty where its language has no lexicon. */
  readonly concepts: ConceptVector;
  /** Hashes of the lead blocks (first three kept long blocks), for teasers elsewhere. */
  readonly leadKeys: Uint32Array;
  /** Hashes of long blocks that are not leads, which may be the teasers of others. */
  readonly tailKeys: Uint32Array;
  /** 48 bits of the digest of the source's name; 0 where the source is unknown. */
  readonly sourceKey: number;
  /** Hashes of the kept blocks at the edges of the article, sorted; empty where the source is unknown. */
  readonly edgeKeys: Uint32Array;
  /** Hashes of other blocks of the page, kept or dropped, sorted; empty where the source is unknown. */
  readonly pageKeys: Uint32Array;
}
