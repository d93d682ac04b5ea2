/** What near-duplicate search reads from one text: its shingles (shared with `match`) and its sketch. */
export { shingleHashes, shinglesInOrder } from '../../lib/shingles.ts';
export { BANDS, sketchOf } from './sketch.ts';
