/** Pairs of articles: what was proposed, what was found, with the evidence. Types and closed lists only. */
import type { ArticleIndex } from './article.ts';

export type Relation = 'copy' | 'near' | 'contained' | 'translation' | 'related';

/**
 * `update`: the later one adds to the earlier. `decision`: people decided that the two are one story. `company`: too unsure
 * by itself; the other texts of the group speak for it.
 */
export const LINK_REASONS = ['update', 'decision', 'company'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/** Proposed pairs as parallel arrays: rows or indexes, a < b in each. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

export interface NameEvidence {
  /** As written in a, in b. */
  readonly a: string;
  readonly b: string;
  readonly key: string;
  /** Bits of information: log2 of how much rarer the key is than chance. */
  readonly weight: number;
}

export interface NumberEvidence {
  readonly value: number;
  readonly unit?: string;
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

/** One thing that both texts speak of, in the words of both. */
export interface ConceptEvidence {
  readonly a: string;
  readonly b: string;
  /** Bits of information. */
  readonly weight: number;
}

/** Half-open ranges in UTF-16 units of the cleaned texts. */
export interface Passage {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

export interface Evidence {
  readonly names: readonly NameEvidence[];
  readonly numbers: readonly NumberEvidence[];
  readonly concepts?: readonly ConceptEvidence[];
  readonly passages?: readonly Passage[];
  /** Jaccard of the shingle sets, 0..1. */
  readonly resemblance?: number;
  /** Shared shingles over the smaller set, 0..1. */
  readonly containment?: number;
  /** What spoke against, in words. */
  readonly against?: readonly string[];
}

/** A verified pair. `a` and `b` are indexes; the report orders them by id. */
export interface Link {
  readonly a: ArticleIndex;
  readonly b: ArticleIndex;
  readonly relation: Relation;
  /** Equal raw bytes (copies only). */
  readonly identical?: boolean;
  /** Which side is the excerpt (`contained` only). */
  readonly inner?: 'a' | 'b';
  readonly reason?: LinkReason;
  /** Probability that the link is right, 0..1. */
  readonly score: number;
  /** Asked for where a link is shown: it may be read back from where it is kept. */
  readonly evidence: () => Evidence;
}

/** One line of the waterfall that `explain` prints: a signal, its value, what it adds to the log-odds. */
export interface Signal {
  readonly name: string;
  readonly value: number;
  readonly contribution: number;
  readonly note: string;
}

/** A judged pair, linked or not. */
export interface Verdict {
  /** Absent: the pair is distinct. */
  readonly relation?: Relation;
  readonly inner?: 'a' | 'b';
  readonly reason?: 'update';
  readonly score: number;
  /** Probability of a translation that is too unsure to be one by itself; the texts around it may speak for it. */
  readonly faint?: number;
  readonly evidence: Evidence;
  readonly signals: readonly Signal[];
  /** Of a pair that is no near-duplicate and was judged as a story: what the words that both share add. */
  readonly nearSignals?: readonly Signal[];
  /** For a refused pair: what would have joined it. */
  readonly nearest?: string;
}
