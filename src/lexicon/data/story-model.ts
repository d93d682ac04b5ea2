/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), with English Wikinews (CC BY 2.5) as unrelated articles; digest of the data
 * cdbd577aca68ce5f.
 */
import type { StoryModels } from '../../model/story-model.ts';

export const STORY_MODEL: StoryModels = {
  "concepts": {
    "event": {
      "bias": 17.4322,
      "conceptCoverHigh": 19.1936,
      "conceptCoverLow": 29.8474,
      "conceptSurplus": -3.2111,
      "conceptBackground": -259.147,
      "conceptQuality": -1.8181,
      "placeBits": -0.115,
      "placeMean": 0.8377,
      "placeOrder": 1.1851,
      "nameCoverHigh": 6.348,
      "nameCoverLow": -0.5098,
      "numberBits": 0.4208,
      "numberCoverHigh": -8.2941,
      "numberCoverLow": 12.8944,
      "numberConflict": -0.2624,
      "dateBits": 0.9389,
      "order": 0.2592,
      "lengthGap": -3.6295,
      "length": -1.7579,
      "published": 1
    },
    "translation": {
      "bias": 8.4246,
      "conceptCoverHigh": 12.8602,
      "conceptCoverLow": 14.4858,
      "conceptSurplus": -10.4159,
      "conceptBackground": -116.4897,
      "conceptQuality": -2.0504,
      "placeBits": 0.0408,
      "placeMean": 3.5425,
      "placeOrder": 11.1081,
      "nameCoverHigh": 0.525,
      "nameCoverLow": -2.6862,
      "numberBits": 0.757,
      "numberCoverHigh": -5.7743,
      "numberCoverLow": 2.3283,
      "numberConflict": -0.31,
      "dateBits": 0.116,
      "order": 7.065,
      "lengthGap": -2.3588,
      "length": -1.4488,
      "published": 1
    }
  },
  "briefs": {
    "event": {
      "bias": -4.3316,
      "conceptCoverHigh": 5.5129,
      "conceptCoverLow": 10.5487,
      "conceptSurplus": -2.3745,
      "conceptBackground": -113.8291,
      "conceptQuality": -0.3158,
      "placeBits": 0.1493,
      "placeMean": -0.0456,
      "placeOrder": 6.5023,
      "nameCoverHigh": 4.2561,
      "nameCoverLow": -0.4124,
      "numberBits": 0.6805,
      "numberCoverHigh": -14.0799,
      "numberCoverLow": 12.6209,
      "numberConflict": -0.3734,
      "dateBits": 2.5351,
      "order": -1.6406,
      "lengthGap": -0.9617,
      "length": 0.5261,
      "published": 1
    },
    "translation": {
      "bias": 0.7646,
      "conceptCoverHigh": 11.0351,
      "conceptCoverLow": 10.0056,
      "conceptSurplus": -4.0726,
      "conceptBackground": -136.8163,
      "conceptQuality": -0.6649,
      "placeBits": 0.3862,
      "placeMean": 0.4721,
      "placeOrder": 16.7317,
      "nameCoverHigh": 3.6219,
      "nameCoverLow": -1.7425,
      "numberBits": -0.0125,
      "numberCoverHigh": -7.3425,
      "numberCoverLow": 8.9965,
      "numberConflict": -0.1888,
      "dateBits": 1.5211,
      "order": 0.9873,
      "lengthGap": -2.7894,
      "length": -0.2821,
      "published": 1
    }
  },
  "facts": {
    "event": {
      "bias": -0.8448,
      "nameSurplus": -0.073,
      "nameCoverHigh": 5.7858,
      "nameCoverLow": 4.5691,
      "numberCoverHigh": -7.2163,
      "numberCoverLow": 14.0139,
      "numberConflict": -0.8372,
      "dateBits": 0.57,
      "order": -0.2688,
      "lengthGap": -1.6497,
      "published": 1
    },
    "translation": {
      "bias": -0.744,
      "nameSurplus": -0.3575,
      "nameCoverHigh": 4.9407,
      "nameCoverLow": 0.5397,
      "numberCoverHigh": -6.6184,
      "numberCoverLow": 9.0825,
      "numberConflict": -0.9641,
      "dateBits": 0.0935,
      "order": 5.7953,
      "lengthGap": -3.0406,
      "published": 1
    }
  }
};
