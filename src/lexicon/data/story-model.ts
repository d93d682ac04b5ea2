/**
 * Weights of the story models, learned; do not edit. Made by src/lexicon/scripts/train-story.mjs from NTREX-128
 * development stories (CC BY-SA 4.0), with English Wikinews (CC BY 2.5) as unrelated articles; digest of the data
 * cdbd577aca68ce5f.
 */
import type { StoryModels } from '../knowledge.ts';

export const STORY_MODEL: StoryModels = {
  "concepts": {
    "event": {
      "bias": 20.1497,
      "conceptCoverHigh": 19.0192,
      "conceptCoverLow": 30.3819,
      "conceptSurplus": -5.9725,
      "conceptBackground": -205.4782,
      "conceptQuality": -1.8072,
      "placeBits": -0.0585,
      "placeMean": 0.5288,
      "placeOrder": 1.1263,
      "nameCoverHigh": 7.3477,
      "nameCoverLow": 1.0411,
      "numberBits": 0.3268,
      "numberCoverHigh": -7.3706,
      "numberCoverLow": 11.92,
      "numberConflict": -0.3175,
      "dateBits": 0.9267,
      "order": 0.3719,
      "lengthGap": -3.4466,
      "published": 1,
      "length": -2.0266
    },
    "translation": {
      "bias": 5.8932,
      "conceptCoverHigh": 5.8647,
      "conceptCoverLow": 10.7726,
      "conceptSurplus": -6.9272,
      "conceptBackground": -75.5274,
      "conceptQuality": -1.6784,
      "placeBits": 0.1226,
      "placeMean": 2.5289,
      "placeOrder": 9.3034,
      "nameCoverHigh": 1.0616,
      "nameCoverLow": -1.5484,
      "numberBits": 0.8291,
      "numberCoverHigh": -5.9433,
      "numberCoverLow": 2.09,
      "numberConflict": -0.3414,
      "dateBits": 0.1368,
      "order": 3.6223,
      "lengthGap": -2.1046,
      "published": 1,
      "length": -1.124
    }
  },
  "briefs": {
    "event": {
      "bias": -3.6281,
      "conceptCoverHigh": 7.9133,
      "conceptCoverLow": 15.2183,
      "conceptSurplus": -5.6347,
      "conceptBackground": -93.7477,
      "conceptQuality": -0.6714,
      "placeBits": -0.4807,
      "placeMean": 2.1842,
      "placeOrder": 3.314,
      "nameCoverHigh": 7.0817,
      "nameCoverLow": -1.0851,
      "numberBits": 0.8574,
      "numberCoverHigh": -12.3531,
      "numberCoverLow": 11.1598,
      "numberConflict": -0.3318,
      "dateBits": 2.6013,
      "order": -0.8263,
      "lengthGap": -1.0126,
      "published": 1,
      "length": 0.3181
    },
    "translation": {
      "bias": 1.2033,
      "conceptCoverHigh": 10.5509,
      "conceptCoverLow": 14.0727,
      "conceptSurplus": -5.6348,
      "conceptBackground": -122.7758,
      "conceptQuality": -1.0118,
      "placeBits": 0.3549,
      "placeMean": 0.4946,
      "placeOrder": 10.4722,
      "nameCoverHigh": 5.636,
      "nameCoverLow": -2.1856,
      "numberBits": 1.3801,
      "numberCoverHigh": -10.4887,
      "numberCoverLow": 5.3743,
      "numberConflict": -0.2133,
      "dateBits": 0.8881,
      "order": 0.3485,
      "lengthGap": -2.697,
      "published": 1,
      "length": -0.4331
    }
  },
  "facts": {
    "event": {
      "bias": -0.5754,
      "nameSurplus": 0.0783,
      "nameCoverHigh": 6.5812,
      "nameCoverLow": 1.9667,
      "numberCoverHigh": -6.3511,
      "numberCoverLow": 13.4606,
      "numberConflict": -0.7526,
      "dateBits": 0.6899,
      "order": -0.2501,
      "lengthGap": -1.7064,
      "published": 1
    },
    "translation": {
      "bias": -0.603,
      "nameSurplus": -0.2262,
      "nameCoverHigh": 4.6677,
      "nameCoverLow": -0.3103,
      "numberCoverHigh": -5.189,
      "numberCoverLow": 7.2151,
      "numberConflict": -0.8038,
      "dateBits": 0.1436,
      "order": 2.9747,
      "lengthGap": -3.0755,
      "published": 1
    }
  }
};
