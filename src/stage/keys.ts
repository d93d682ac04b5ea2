/** The stage `keys`: by which keys an article is followed, and what they weigh. Must not weigh keys otherwise than `candidates`. */
import { eachPair, weighRows } from '../candidates/story/survey.ts';
import type { WrittenRow } from '../model/stage.ts';
import { keyOf, stepOf, weighedPair, weightOf } from './codes.ts';
import { isAbsent, numberIn, numbersIn, type Stage } from './row.ts';

/**
 * `{pos, keys, frequent}`: weighed keys, and those of the keys that stand in more than `limits.posting` articles; out come
 * the other keys, pairs of the frequent ones, and what the others weigh together, in steps.
 */
export function keysStage(): Stage {
  return {
    take(row) {
      const weighed = numbersIn(row, 'keys');
      const frequent = new Set(isAbsent(row, 'frequent') ? [] : numbersIn(row, 'frequent'));
      const keys = Uint32Array.from(weighed, keyOf);
      const rows = {
        count: 1,
        offsets: Uint32Array.of(0, keys.length),
        keys,
        weights: Uint8Array.from(weighed, weightOf),
      };
      const { heavy, totals } = weighRows(rows, (i) => frequent.has(keys[i]!));
      const followed = weighed.filter((_, i) => !frequent.has(keys[i]!));
      eachPair(heavy, (_, key, weight) => {
        followed.push(weighedPair(key, weight));
      });
      const found: WrittenRow = {
        type: 'keys',
        pos: numberIn(row, 'pos'),
        step: stepOf(totals[0]!),
        followed,
      };
      return [found];
    },
  };
}
