/**
 * Matching in the threads: shares the plan, has partners proposed and pairs judged, and concludes. Owns the flow and the
 * file of evidence; must not judge anything.
 */
import {
  comparisonsBy,
  conclude,
  type Findings,
  joinSearches,
  type MatchingPlan,
  marksOf,
  NEAR_PIECES,
  pairsToJudge,
  planMatching,
  type RememberedSearches,
  type Searches,
  storyRowsOf,
  surveyOf,
  withIndex,
} from '../dedupe.ts';
import { inSharedMemory } from '../lib/shared-memory.ts';
import type { Link, PairList } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import { KnownVerdicts, storedVerdicts } from '../state/known-verdicts.ts';
import { LinkFile } from '../state/packed-links.ts';
import type { Derived } from '../state/store/entries.ts';
import type { Collected } from './collect.ts';
import { derivedOf, type LastRun, lastSearches, lastVerdicts } from './match-memory.ts';
import type { FoundNear, JudgeWork, Searched, SearchWork } from './match-work.ts';
import type { Pool } from './pool.ts';
import { type OnProgress, unwatched } from './progress.ts';

/**
 * Articles a batch for which partners are sought, and pairs a batch that are judged: some 50 milliseconds each, far more
 * than a message costs.
 */
const SEARCHED = 256;
const JUDGED = 512;

export interface Matched {
  readonly findings: Findings;
  /** For the next run over the same archive; nothing where there was no last one to be asked for. */
  readonly derived: Derived;
  /** Lets the evidence of the links go. */
  readonly close: () => void;
}

/**
 * Everything that needs the collection. `last`: the run before this one over the same archive, where there is a state. The
 * caller closes, when all is written.
 */
export async function match(
  { collection, port, pool }: Collected,
  options: MatchOptions,
  onProgress: OnProgress = unwatched,
  last?: LastRun,
): Promise<Matched> {
  const { columns, languages } = collection;
  onProgress({ stage: 'index', done: 0 });
  const compact = planMatching(columns, languages, options);
  const survey = surveyOf(compact, columns, options);
  const marks = last === undefined || survey === undefined ? undefined : marksOf(compact, survey, columns);
  const stored = last === undefined ? undefined : lastSearches(last, options);
  // Where there is no earlier run to be asked, all will be sought for.
  const isNew = marks === undefined || stored === undefined;
  const plan = inSharedMemory(isNew ? withIndex(compact, survey) : compact);
  pool.share({ plan, port });
  onProgress({ stage: 'index', done: port.count });
  onProgress({ stage: 'near', done: 0, total: NEAR_PIECES.length });
  const near: FoundNear[] = [];
  for await (const found of pool.run<'near'>(NEAR_PIECES.map((piece) => ({ kind: 'near', piece })))) {
    near.push(found);
    onProgress({ stage: 'near', done: near.length, total: NEAR_PIECES.length });
  }
  const remembered = isNew || survey === undefined ? undefined : pool.matcher.remember(stored, survey, marks);
  if (remembered !== undefined) {
    pool.share({ plan: inSharedMemory(withIndex(plan, survey, remembered.due)), port });
  }
  const searches = await search(plan, pool, remembered, onProgress);
  const { value: pairs, issues } = pairsToJudge(plan, near, survey, searches);
  const file = new LinkFile();
  try {
    const contents = columns.contentKeys;
    const known = last === undefined ? undefined : lastVerdicts(last, options);
    const told =
      known === undefined
        ? { links: [], unknown: pairs }
        : new KnownVerdicts(known).tell(pairs, contents, (a, b) => pool.matcher.evidenceOf(a, b));
    const total = told.unknown.a.length;
    const judged: Link[] = [];
    let done = 0;
    onProgress({ stage: 'judge', done, total });
    pool.bring(told.unknown.a);
    pool.bring(told.unknown.b);
    for await (const packed of pool.run<'judge'>(batches(told.unknown))) {
      for (const link of file.put(packed)) judged.push(link);
      done = Math.min(total, done + JUDGED);
      onProgress({ stage: 'judge', done, total });
    }
    const links = told.links.length === 0 ? judged : [...told.links, ...judged].sort(byPlace);
    const concluded = conclude(
      plan,
      links,
      port,
      languages,
      options,
      comparisonsBy(plan, pool.matcher.knowledge),
    );
    onProgress({ stage: 'group', done: port.count });
    return {
      findings: { ...concluded, issues: [...issues, ...concluded.issues] },
      derived:
        last === undefined
          ? {}
          : derivedOf(storedVerdicts(pairs, links, contents), marks && { ...searches, ...marks }, options),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function byPlace(x: Link, y: Link): number {
  return x.a - y.a || x.b - y.b;
}

/** The searches of all articles; those of the last run that stand are not made again. */
async function search(
  plan: MatchingPlan,
  pool: Pool,
  remembered: RememberedSearches | undefined,
  onProgress: OnProgress,
): Promise<Searches> {
  const made: Searched[] = [];
  const due = remembered?.due ?? storyRowsOf(plan);
  onProgress({ stage: 'propose', done: 0, total: due.length });
  for await (const searched of pool.run<'search'>(rowBatches(due))) {
    made.push(searched);
    onProgress({ stage: 'propose', done: Math.min(due.length, made.length * SEARCHED), total: due.length });
  }
  const found = joinSearches(made);
  return remembered?.complete(found) ?? found;
}

function* rowBatches(rows: Uint32Array): Iterable<SearchWork> {
  for (let from = 0; from < rows.length; from += SEARCHED) {
    yield { kind: 'search', rows: rows.slice(from, from + SEARCHED) };
  }
}

function* batches({ a, b }: PairList): Iterable<JudgeWork> {
  for (let from = 0; from < a.length; from += JUDGED) {
    // Copies: a view would take the whole list along.
    yield { kind: 'judge', pairs: { a: a.slice(from, from + JUDGED), b: b.slice(from, from + JUDGED) } };
  }
}
