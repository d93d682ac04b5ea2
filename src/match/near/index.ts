/** Near-duplicates: the verdict on a pair, and the passages it shares. */
export { alignPassages } from './passages.ts';
export { judgeNear, type NearText } from './verdict.ts';
