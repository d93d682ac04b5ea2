/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), 19 languages, 62 stories; digest of the data 6aa5c772273c6f3c.
 */
export const STORY_MODEL = {
  event: {
    bias: -1.6531,
    nameSurplus: 1.1841,
    nameCoverHigh: 6.5608,
    nameCoverLow: 2.3089,
    numberBits: 0,
    numberCoverHigh: 2.5059,
    numberCoverLow: 5.2096,
    dateBits: 1.5873,
    order: 0.0986,
    lengthGap: -1.3755,
  },
  translation: {
    bias: -1.0805,
    nameSurplus: 0,
    nameCoverHigh: 2.1839,
    nameCoverLow: 0,
    numberBits: 0,
    numberCoverHigh: 0,
    numberCoverLow: 2.1916,
    dateBits: 0.015,
    order: 2.9953,
    lengthGap: -2.1346,
  },
  calibration: { bias: -1.0981, slope: 1.3221 },
} as const;
