/**
 * The compact rows of all articles with what is summed up of each once, so that a pair costs no more than what both
 * share. Owns these sums; must not compare. Linear in the rows.
 */
import { FACT, type StoryColumns } from '../../model/features.ts';

/** Sums by article. */
export interface StorySides extends StoryColumns {
  /** Quarter bits of what is written as a name, or is a known place. */
  readonly nameWeights: Float64Array;
  /** Quarter bits of the numbers. */
  readonly numberWeights: Float64Array;
  /** Quarter bits of the dates. */
  readonly dateWeights: Float64Array;
  /** Names and words that may be names. */
  readonly nameCounts: Float64Array;
  /** Bits of names that an unrelated article would share: a name of b bits stands in one with probability 2^-b. */
  readonly chanceBits: Float64Array;
  /** Length of the concept vector, and the sum of its weights. */
  readonly conceptLengths: Float64Array;
  readonly conceptTotals: Float64Array;
}

/** Two articles of a table, and whether they are surely in two languages. */
export interface StoryPair {
  readonly sides: StorySides;
  readonly a: number;
  readonly b: number;
  readonly isAcross: boolean;
}

/** Bits by chance of a name, by its quarter bits. */
const CHANCE = Float64Array.from({ length: 256 }, (_, weight) => (weight / 4) * 2 ** (-weight / 4));

export function storySides(columns: StoryColumns): StorySides {
  const count = columns.letters.length;
  const sums = {
    nameWeights: new Float64Array(count),
    numberWeights: new Float64Array(count),
    dateWeights: new Float64Array(count),
    nameCounts: new Float64Array(count),
    chanceBits: new Float64Array(count),
    conceptLengths: new Float64Array(count),
    conceptTotals: new Float64Array(count),
  };
  const { facts, concepts } = columns;
  for (let article = 0; article < count; article++) {
    for (let i = facts.starts[article]!; i < facts.ends[article]!; i++) {
      const weight = facts.weights[i]!;
      const kind = facts.kinds[i]!;
      if (kind === FACT.number) sums.numberWeights[article]! += weight;
      if (kind === FACT.date) sums.dateWeights[article]! += weight;
      if (kind === FACT.name) sums.nameWeights[article]! += weight;
      if (kind > FACT.name) continue;
      sums.nameCounts[article]!++;
      sums.chanceBits[article]! += CHANCE[weight]!;
    }
    let squares = 0;
    for (let i = concepts.starts[article]!; i < concepts.ends[article]!; i++) {
      const weight = concepts.weights[i]!;
      squares += weight * weight;
      sums.conceptTotals[article]! += weight;
    }
    sums.conceptLengths[article] = Math.sqrt(squares);
  }
  return { ...columns, ...sums };
}
