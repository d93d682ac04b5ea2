/**
 * Who takes the next batch of a stage. The first thread, which hands out, cannot hand out while it works: so it keeps one
 * batch for itself as soon as all others are busy, gives each of them a second one to go on with, and works then. Owns
 * the rule; must not know of threads or batches. Batches that take equally long end together, however few they are.
 */

/** Batches under way for each thread: the second is there when the first is done and nobody hands out. */
export const UNDER_WAY = 2;

/** Who has how much to do. */
export interface Busy {
  /** Batches under way of each thread beside the first. */
  readonly waiting: readonly number[];
  /** Whether the first thread has kept a batch for itself. */
  readonly hasKept: boolean;
  /** Whether another thread may be started. */
  readonly mayStart: boolean;
}

/** By its place in `waiting`; one to be started; the first thread, later; or nobody before that one has worked. */
export type Taker = number | 'another' | 'first' | 'nobody';

export function whoTakes({ waiting, hasKept, mayStart }: Busy): Taker {
  const fewest = Math.min(UNDER_WAY, ...waiting);
  const idlest = waiting.indexOf(fewest);
  if (fewest === 0) return idlest;
  const areFull = fewest === UNDER_WAY;
  if (areFull && mayStart) return 'another';
  if (!hasKept) return 'first';
  return areFull ? 'nobody' : idlest;
}
