/** What near-duplicate search reads from one text: its shingles (shared with `match`), a sample of them, its sketch. */
export { shingleHashes, shinglesInOrder } from '../../lib/shingles.ts';
export { sampleOf } from './sample.ts';
export { BANDS, sketchOf } from './sketch.ts';
