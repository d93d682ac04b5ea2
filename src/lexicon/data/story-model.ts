/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), 29 languages, 62 stories; digest of the data 6aa5c772273c6f3c.
 */
export const STORY_MODEL = {
  event: {
    bias: -1.327,
    nameSurplus: 0.9697,
    nameCoverHigh: 10.2783,
    nameCoverLow: 3.4415,
    numberBits: -0.4831,
    numberCoverHigh: 1.4591,
    numberCoverLow: 5.1369,
    dateBits: 0.0,
    order: 1.4473,
    lengthGap: -1.7854,
  },
  translation: {
    bias: -1.2761,
    nameSurplus: 0.1807,
    nameCoverHigh: 5.721,
    nameCoverLow: -1.1246,
    numberBits: -0.3207,
    numberCoverHigh: 1.3185,
    numberCoverLow: 3.8279,
    dateBits: 0.0,
    order: 1.44,
    lengthGap: -3.0572,
  },
} as const;
