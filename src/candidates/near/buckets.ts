/**
 * Pairs within one bucket (articles that share a band key). Owns the bound that keeps pairing linear; must not decide.
 */

/**
 * Largest bucket that is paired all with all. A bound on work, not on quality: 64 articles give 2,016 pairs, 32 an
 * article and band; above it all but the hubs get at most 2 * CHAIN_REACH + HUBS partners from the bucket.
 */
export const MAX_BUCKET = 64;
/** Neighbours on one side, in the order of the bucket, that a member of a capped bucket is paired with. */
export const CHAIN_REACH = 6;
/** First members of the order that every member of a capped bucket is paired with: they hold its story together. */
export const HUBS = 2;

/**
 * Capped buckets of a piece in which an article is paired with its neighbours: two orders of them and their hubs. In
 * further ones it is only paired with articles that stood in fewer.
 */
export const MAX_CHAINED = 2;

/** Whether two of a capped bucket are paired that stood in so many of earlier bands: a function of their sizes alone. */
export function isChained(cappedBeforeA: number, cappedBeforeB: number): boolean {
  return cappedBeforeA < MAX_CHAINED || cappedBeforeB < MAX_CHAINED;
}

/** Calls `take` for every pair of a bucket of bounded size. */
export function pairAll(bucket: Uint32Array, take: (a: number, b: number) => void): void {
  for (let i = 0; i < bucket.length; i++) {
    for (let j = i + 1; j < bucket.length; j++) take(bucket[i]!, bucket[j]!);
  }
}

/** Calls `take` for each member with the hubs and with its next neighbours; linear in the size of the bucket. */
export function pairChained(ordered: Uint32Array, take: (a: number, b: number) => void): void {
  for (let i = 0; i < ordered.length; i++) {
    const reach = Math.min(ordered.length - 1, i + CHAIN_REACH);
    for (let j = i + 1; j <= reach; j++) take(ordered[i]!, ordered[j]!);
    for (let hub = 0; hub < Math.min(HUBS, i - CHAIN_REACH); hub++) take(ordered[hub]!, ordered[i]!);
  }
}
