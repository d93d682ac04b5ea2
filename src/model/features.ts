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

/** What a fact of an article is: how it may be matched, and which measure it counts for. */
export const FACT = {
  /** A word of a script without case, which may be a name. */
  word: 0,
  /** Written as a name, or a known place. */
  name: 1,
  /** A value with its unit. */
  number: 2,
  /** The value of a number that has a unit: matches a number without one, never another of its kind. */
  amount: 3,
  date: 4,
  /** Day and month of a date that has a year: matches a date without one, never another of its kind. */
  day: 5,
} as const;

/** Names, numbers and dates of an article: parallel columns, ascending by key, each key once. */
export interface FactRow {
  /** Hashes, one space for all kinds. */
  readonly keys: Uint32Array;
  /** Information of a fact in quarter bits, 1..255. */
  readonly weights: Uint8Array;
  /** Where it is first met: share of the text before it, 0..255. */
  readonly places: Uint8Array;
  /** Values of `FACT`. */
  readonly kinds: Uint8Array;
}

/** All by which an article is judged to tell the story of another in other words. */
export interface StoryRow {
  readonly facts: FactRow;
  /** What the text is about; empty where its language has no lexicon. */
  readonly concepts: ConceptVector;
  /** Length of the text in units of a Latin letter (`latinLength`). */
  readonly letters: number;
  /** Day of publication since 1970; NaN where it is not known. */
  readonly published: number;
}

/** The rows of many articles back to back: row i stands at `starts[i]` to `ends[i]` of the other columns. */
export interface StoryColumns {
  readonly facts: {
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
    readonly keys: Uint32Array;
    readonly weights: Uint8Array;
    readonly places: Uint8Array;
    readonly kinds: Uint8Array;
  };
  readonly concepts: {
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
    readonly ids: Uint16Array;
    readonly weights: Uint8Array;
    readonly places: Uint8Array;
    /** By article. */
    readonly qualities: Float64Array;
    readonly backgrounds: Float64Array;
  };
  /** By article. */
  readonly letters: Float64Array;
  readonly published: Float64Array;
}

/** In the place of an ending: something was dropped. Fits a byte. */
export const NOT_WHOLE = 255;

/** Typed-array row of one article: all that stays in memory. */
export interface CompactFeatures {
  /** First 64 bits of `textDigest` as two unsigned 32-bit words. */
  readonly textKey: readonly [number, number];
  /** 64 bits of a digest of all that the verdict on a pair depends on of one side, as two words. */
  readonly contentKey: readonly [number, number];
  /** Distinct shingles; 0 for an article without words. */
  readonly shingleCount: number;
  /** One word per band, four slots of 8 bits each, BANDS long; empty when there are no shingles. */
  readonly sketch: Uint32Array;
  /** Hashes of some shingles, sorted: the same ones in every article. */
  readonly sample: Uint32Array;
  /** By what it is compared with articles in other languages. */
  readonly story: StoryRow;
  /** Hashes of the lead blocks (first three kept long blocks), for teasers elsewhere. */
  readonly leadKeys: Uint32Array;
  /** Hashes of long blocks that are not leads, which may be the teasers of others. */
  readonly tailKeys: Uint32Array;
  /** Where cleaning dropped nothing, how many long blocks in a row end the text, 254 at most; else NOT_WHOLE. */
  readonly ending: number;
  /** 48 bits of the digest of the source's name; 0 where the source is unknown. */
  readonly sourceKey: number;
  /** Hashes of the kept blocks at the edges of the article, sorted; empty where the source is unknown. */
  readonly edgeKeys: Uint32Array;
  /** Hashes of other blocks of the page, kept or dropped, sorted; empty where the source is unknown. */
  readonly pageKeys: Uint32Array;
}

/** A list of keys for each of several articles, one behind the other. */
export interface KeyLists {
  readonly values: Uint32Array;
  readonly lengths: Uint32Array;
}

/** The compact rows of several articles as columns; those of lists hold them one behind the other. */
export interface RowBatch {
  /** Two an article. */
  readonly textKeys: Uint32Array;
  /** Two an article. */
  readonly contentKeys: Uint32Array;
  readonly shingleCounts: Uint32Array;
  /** As many words for each article; all 0 where it has no shingles. */
  readonly sketches: Uint32Array;
  readonly samples: KeyLists;
  readonly endings: Uint8Array;
  readonly sourceKeys: Float64Array;
  readonly leadKeys: KeyLists;
  readonly tailKeys: KeyLists;
  readonly edgeKeys: KeyLists;
  readonly pageKeys: KeyLists;
  readonly facts: KeyLists & Pick<FactRow, 'weights' | 'places' | 'kinds'>;
  readonly concepts: Pick<ConceptVector, 'ids' | 'weights' | 'places'> & {
    readonly lengths: Uint32Array;
    readonly qualities: Float64Array;
    readonly backgrounds: Float64Array;
  };
  readonly letters: Float64Array;
  readonly published: Float64Array;
}
