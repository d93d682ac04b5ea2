/**
 * What a run takes up from the one before, and leaves to the next. Owns under which options that may be used; must not
 * know how it is found out. Nothing here may change a result: it only saves work.
 */

import type { StoredSearches } from '../dedupe.ts';
import type { MatchOptions } from '../model/options.ts';
import type { StoredVerdicts } from '../state/known-verdicts.ts';
import type { Derived } from '../state/store/entries.ts';
import type { CleanedPart, StoredCleaning } from './cleaning-memory.ts';

/** Where what the last run worked out is read, part by part. */
export interface LastRun {
  derived(name: string): readonly unknown[];
}

const VERDICTS = 'verdicts';
const SEARCHES = 'searches';
const IDLE = 'cleaning that changed nothing';
const CLEANED = 'cleaned';

interface Kept<T> {
  /** Options that were compared by. */
  readonly comparing: string;
  readonly value: T;
}

/** Verdicts of the last run, where pairs were judged as they are now. */
export function lastVerdicts(last: LastRun, options: MatchOptions): StoredVerdicts | undefined {
  return keptAs(last, VERDICTS, options);
}

/** Searches for partners of the last run, likewise. */
export function lastSearches(last: LastRun, options: MatchOptions): StoredSearches | undefined {
  return keptAs(last, SEARCHES, options);
}

export function derivedOf(
  verdicts: StoredVerdicts,
  searches: StoredSearches | undefined,
  options: MatchOptions,
): Derived {
  const comparing = comparingBy(options);
  const kept = <T>(value: T): readonly Kept<T>[] => [{ comparing, value }];
  return { [VERDICTS]: kept(verdicts), ...(searches === undefined ? {} : { [SEARCHES]: kept(searches) }) };
}

/** The second cleaning pass of the last run: what it depends on is in what it is kept by. */
export function lastCleaning(last: LastRun): StoredCleaning | undefined {
  const [idle] = last.derived(IDLE) as readonly Uint32Array[];
  return idle === undefined ? undefined : { idle, parts: last.derived(CLEANED) as readonly CleanedPart[] };
}

export function cleaningDerived({ idle, parts }: StoredCleaning): Derived {
  return { [IDLE]: [idle], [CLEANED]: parts };
}

function keptAs<T>(last: LastRun, name: string, options: MatchOptions): T | undefined {
  const [kept] = last.derived(name) as readonly Kept<T>[];
  return kept?.comparing === comparingBy(options) ? kept.value : undefined;
}

/** What a verdict depends on besides the two articles and what they were made with, which a state never mixes. */
function comparingBy({ threshold, groupBy }: MatchOptions): string {
  return `${threshold} ${groupBy}`;
}
