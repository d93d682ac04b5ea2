/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), 19 languages, 62 stories; digest of the data 6aa5c772273c6f3c.
 */
export const STORY_MODEL = {
  event: {
    bias: -1.4284,
    nameSurplus: 1.2668,
    nameCoverHigh: 6.9602,
    nameCoverLow: 1.3623,
    numberBits: 0,
    numberCoverHigh: 2.4909,
    numberCoverLow: 5.1715,
    dateBits: 1.5716,
    order: 0.4327,
    lengthGap: -1.4041,
  },
  translation: {
    bias: -0.8777,
    nameSurplus: 0,
    nameCoverHigh: 2.018,
    nameCoverLow: 0,
    numberBits: 0,
    numberCoverHigh: 0,
    numberCoverLow: 2.1386,
    dateBits: 0.0303,
    order: 2.8657,
    lengthGap: -2.0954,
  },
  calibration: { bias: -0.9885, slope: 1.2294 },
} as const;
