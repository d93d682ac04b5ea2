/** Near-duplicates: the verdict on a pair, with the passages it shares. */
export { type Heading, type NearText, readNearText } from './text.ts';
export { judgeNear } from './verdict.ts';
