/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), 19 languages, 62 stories; digest of the data 6aa5c772273c6f3c.
 */
export const STORY_MODEL = {
  event: {
    bias: -1.5743,
    nameSurplus: 1.3146,
    nameCoverHigh: 4.7428,
    nameCoverLow: 0.0000,
    numberBits: 0.0000,
    numberCoverHigh: 0.2779,
    numberCoverLow: 4.6822,
    dateBits: 1.5631,
    order: 0.4181,
    lengthGap: -1.3958,
  },
  translation: {
    bias: -1.1331,
    nameSurplus: 0.0000,
    nameCoverHigh: 1.5741,
    nameCoverLow: 0.0000,
    numberBits: 0.0000,
    numberCoverHigh: 0.0000,
    numberCoverLow: 1.7700,
    dateBits: 0.0644,
    order: 3.0556,
    lengthGap: -2.1116,
  },
  calibration: { bias: -1.0258, slope: 1.2356 },
} as const;
