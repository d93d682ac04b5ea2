/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), 29 languages, 62 stories; digest of the data 6aa5c772273c6f3c.
 */
export const STORY_MODEL = {
  event: {
    bias: -1.4466,
    nameSurplus: 1.2345,
    nameCoverHigh: 11.5308,
    nameCoverLow: 4.4551,
    numberBits: -0.2497,
    numberCoverHigh: 0.7197,
    numberCoverLow: 4.8463,
    dateBits: 1.5119,
    order: 1.0484,
    lengthGap: -1.6655,
  },
  translation: {
    bias: -1.5069,
    nameSurplus: 0.1985,
    nameCoverHigh: 5.2755,
    nameCoverLow: -0.7643,
    numberBits: -0.1964,
    numberCoverHigh: 0.3816,
    numberCoverLow: 5.0643,
    dateBits: 1.1970,
    order: 1.1247,
    lengthGap: -3.0701,
  },
} as const;
