/**
 * Says whether one of two joined texts is a later report of the other. Owns that reason; must not change whether they
 * are joined.
 */
import type { Changes } from './changes.ts';

/** A short sentence: the shortest additions of the labelled updates (note 0004) are of this size. */
const MIN_ADDED_WORDS = 5;

/** Milliseconds of an RFC 3339 instant or day, undefined when absent or unreadable. */
function instant(date: string | undefined): number | undefined {
  const parsed = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/**
 * `update` when the later text changes a number inside the earlier or adds a sentence. Without two different dates only a
 * changed number counts, with the longer text as the later: a cut copy cannot be told from an addition otherwise.
 */
export function updateReason(
  changes: Changes,
  aDate: string | undefined,
  bDate: string | undefined,
): 'update' | undefined {
  const a = instant(aDate);
  const b = instant(bDate);
  if (a === undefined || b === undefined || a === b) {
    return changes.replacedInside > 0 && changes.addedA !== changes.addedB ? 'update' : undefined;
  }
  const gained = a > b ? changes.addedA - changes.addedB : changes.addedB - changes.addedA;
  return changes.replacedInside > 0 || gained >= MIN_ADDED_WORDS ? 'update' : undefined;
}
