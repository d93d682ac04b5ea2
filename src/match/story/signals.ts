/**
 * What each measure of a pair adds to its log-odds, in words, for who asks why. Owns the words; must not decide.
 */
import type { Signal } from '../../model/match.ts';
import type { Weights } from '../../model/story-model.ts';
import { MEASURES, type Measure } from './measures.ts';

const NOTES: Readonly<Record<Measure, string>> = {
  nameSurplus: 'shared names beyond chance (log2 of bits)',
  nameStrongest: 'the weightiest shared name (bits)',
  nameCoverHigh: 'names found on the other side, better side',
  nameCoverLow: 'names found on the other side, worse side',
  nameConflict: 'names that each side has and the other lacks (log2 of bits)',
  numberBits: 'shared numbers (log2 of bits)',
  numberCoverHigh: 'numbers found on the other side, better side',
  numberCoverLow: 'numbers found on the other side, worse side',
  dateBits: 'shared dates (log2 of bits)',
  dateConflict: 'dates the other side lacks (log2 of bits)',
  factsAgainst: 'numbers and dates that should agree and do not (bits)',
  factPlaceBits: 'names, numbers, dates in place (log2 of bits)',
  factPlaceMean: 'bits of each fact in place (log2)',
  factOrder: 'correlation of the places of facts',
  factSpread: 'share of the text over which facts agree',
  lengthGap: 'difference in length (log2)',
  numberConflict: 'numbers the other side lacks (log2 of bits)',
  published: 'days between the publications (log-odds; one day: no more than is shared besides)',
  daysApart: 'days apart, against two weeks (log2)',
  daysBeyond: 'days apart, beyond those in which an event is news (log2)',
  oneLanguage: 'both in one language, or one may be in any; against the prior',
  length: 'letters of the shorter text (log2), against the prior',
  conceptCoverHigh: 'subjects found on the other side, better side',
  conceptCoverLow: 'subjects found on the other side, worse side',
  conceptSurplus: 'likeness of subjects beyond any two articles',
  conceptBackground: 'likeness of subjects with any article at all',
  conceptQuality: 'how well both lexicons bring out meaning (log)',
  placeBits: 'shared subjects in place (log2 of bits)',
  placeMean: 'bits of each subject in place (log2)',
  placeOrder: 'correlation of the places of subjects',
  placeSpread: 'share of the text over which subjects agree',
};

/** `values` in the order of MEASURES; a measure without a weight plays no part and is not told. */
export function signalsOf(weights: Weights, values: Float64Array): readonly Signal[] {
  const bias: Signal = { name: 'prior', value: 1, contribution: weights.bias, note: 'before any evidence' };
  return [
    bias,
    ...MEASURES.map((name, i) => ({ name, value: values[i]!, weight: weights[name] }))
      .filter(({ weight }) => weight !== undefined)
      .map(({ name, value, weight = 0 }) => ({
        name,
        value,
        contribution: weight * value,
        note: NOTES[name],
      })),
  ];
}
