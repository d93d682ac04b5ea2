/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), with English Wikinews (CC BY 2.5) as unrelated articles; digest of the data
 * cdbd577aca68ce5f.
 */
import type { StoryModels } from '../knowledge.ts';

export const STORY_MODEL: StoryModels = {
  "concepts": {
    "event": {
      "bias": 19.7205,
      "conceptCoverHigh": 19.1261,
      "conceptCoverLow": 26.2737,
      "conceptSurplus": -7.2483,
      "conceptBackground": -180.4119,
      "conceptQuality": -1.8767,
      "placeBits": -0.0705,
      "placeMean": 0.2173,
      "placeOrder": 0.9475,
      "nameCoverHigh": 9.8415,
      "nameCoverLow": -1.2644,
      "numberBits": 0.6312,
      "numberCoverHigh": -8.9263,
      "numberCoverLow": 12.4232,
      "numberConflict": -0.3124,
      "dateBits": 1.1579,
      "order": 1.1569,
      "lengthGap": -3.422,
      "length": -2.0817
    },
    "translation": {
      "bias": 6.1322,
      "conceptCoverHigh": 6.084,
      "conceptCoverLow": 9.5769,
      "conceptSurplus": -8.2071,
      "conceptBackground": -50.4842,
      "conceptQuality": -1.6222,
      "placeBits": 0.1438,
      "placeMean": 2.3418,
      "placeOrder": 9.7162,
      "nameCoverHigh": 0.8637,
      "nameCoverLow": -1.7929,
      "numberBits": 0.9206,
      "numberCoverHigh": -6.5315,
      "numberCoverLow": 2.0623,
      "numberConflict": -0.3195,
      "dateBits": 0.0747,
      "order": 4.0407,
      "lengthGap": -2.1357,
      "length": -1.1959
    }
  },
  "briefs": {
    "event": {
      "bias": -3.751,
      "conceptCoverHigh": 8.5949,
      "conceptCoverLow": 14.4087,
      "conceptSurplus": -5.7731,
      "conceptBackground": -93.117,
      "conceptQuality": -0.6991,
      "placeBits": -0.5012,
      "placeMean": 2.2439,
      "placeOrder": 2.8762,
      "nameCoverHigh": 8.3481,
      "nameCoverLow": -2.5825,
      "numberBits": 1.2807,
      "numberCoverHigh": -14.0932,
      "numberCoverLow": 10.744,
      "numberConflict": -0.3322,
      "dateBits": 2.634,
      "order": -0.696,
      "lengthGap": -0.8778,
      "length": 0.3111
    },
    "translation": {
      "bias": 1.1995,
      "conceptCoverHigh": 10.553,
      "conceptCoverLow": 14.052,
      "conceptSurplus": -5.6323,
      "conceptBackground": -122.7,
      "conceptQuality": -1.0117,
      "placeBits": 0.3549,
      "placeMean": 0.4937,
      "placeOrder": 10.4644,
      "nameCoverHigh": 5.6437,
      "nameCoverLow": -2.1954,
      "numberBits": 1.3914,
      "numberCoverHigh": -10.5564,
      "numberCoverLow": 5.381,
      "numberConflict": -0.2133,
      "dateBits": 0.8866,
      "order": 0.35,
      "lengthGap": -2.693,
      "length": -0.4328
    }
  },
  "facts": {
    "event": {
      "bias": -0.4077,
      "nameSurplus": 0.2299,
      "nameCoverHigh": 6.3624,
      "nameCoverLow": 0.3442,
      "numberCoverHigh": -5.5037,
      "numberCoverLow": 13.2794,
      "numberConflict": -0.7135,
      "dateBits": 0.708,
      "order": -0.1785,
      "lengthGap": -1.8129
    },
    "translation": {
      "bias": -0.4361,
      "nameSurplus": -0.1782,
      "nameCoverHigh": 4.2199,
      "nameCoverLow": -0.9014,
      "numberCoverHigh": -4.8415,
      "numberCoverLow": 6.4496,
      "numberConflict": -0.7456,
      "dateBits": 0.0724,
      "order": 3.3235,
      "lengthGap": -3.111
    }
  }
};
