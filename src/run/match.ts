/**
 * Matching in the threads: shares the plan, has partners proposed and pairs judged, and concludes. Owns the flow and the
 * file of evidence; must not judge anything.
 */
import {
  conclude,
  type Findings,
  NEAR_PIECES,
  pairsToJudge,
  planMatching,
  proposalCount,
} from '../dedupe.ts';
import { inSharedMemory } from '../lib/shared-memory.ts';
import type { Link, PairList } from '../model/match.ts';
import type { MatchOptions } from '../model/options.ts';
import { LinkFile } from '../state/packed-links.ts';
import type { Collected } from './collect.ts';
import type { FoundNear, JudgeWork, Proposed, ProposeWork } from './match-work.ts';
import { type OnProgress, unwatched } from './progress.ts';

/**
 * Articles a batch for which partners are proposed, and pairs a batch that are judged: some 50 milliseconds each, so that
 * three of them cost what a thread costs to start.
 */
const PROPOSED = 256;
const JUDGED = 512;

export interface Matched {
  readonly findings: Findings;
  /** Lets the evidence of the links go. */
  readonly close: () => void;
}

/** Everything that needs the collection. The caller closes, when all is written. */
export async function match(
  { collection, port, pool }: Collected,
  options: MatchOptions,
  onProgress: OnProgress = unwatched,
): Promise<Matched> {
  const { columns, languages } = collection;
  onProgress?.({ stage: 'index', done: 0 });
  const plan = inSharedMemory(planMatching(columns, languages, options));
  pool.share({ plan, port });
  onProgress?.({ stage: 'index', done: port.count });
  onProgress?.({ stage: 'near', done: 0, total: NEAR_PIECES.length });
  const near: FoundNear[] = [];
  for await (const found of pool.run<'near'>(NEAR_PIECES.map((piece) => ({ kind: 'near', piece })))) {
    near.push(found);
    onProgress({ stage: 'near', done: near.length, total: NEAR_PIECES.length });
  }
  const proposals: Proposed[] = [];
  const sought = proposalCount(plan);
  onProgress?.({ stage: 'propose', done: 0, total: sought });
  for await (const proposed of pool.run<'propose'>(ranges(sought))) {
    proposals.push(proposed);
    onProgress({ stage: 'propose', done: Math.min(sought, proposals.length * PROPOSED), total: sought });
  }
  const { value: pairs, issues } = pairsToJudge(plan, near, proposals);
  const file = new LinkFile();
  try {
    const links: Link[] = [];
    let judged = 0;
    onProgress?.({ stage: 'judge', done: 0, total: pairs.a.length });
    for await (const packed of pool.run<'judge'>(batches(pairs))) {
      for (const link of file.put(packed)) links.push(link);
      judged = Math.min(pairs.a.length, judged + JUDGED);
      onProgress({ stage: 'judge', done: judged, total: pairs.a.length });
    }
    onProgress?.({ stage: 'group', done: 0 });
    const concluded = conclude(plan, links, port, languages, options);
    onProgress?.({ stage: 'group', done: port.count });
    return {
      findings: { ...concluded, issues: [...issues, ...concluded.issues] },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function* ranges(count: number): Iterable<ProposeWork> {
  for (let from = 0; from < count; from += PROPOSED) {
    yield { kind: 'propose', from, to: Math.min(count, from + PROPOSED) };
  }
}

function* batches({ a, b }: PairList): Iterable<JudgeWork> {
  for (let from = 0; from < a.length; from += JUDGED) {
    // Copies: a view would take the whole list along.
    yield { kind: 'judge', pairs: { a: a.slice(from, from + JUDGED), b: b.slice(from, from + JUDGED) } };
  }
}
