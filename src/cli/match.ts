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
import { KnownVerdicts, storedVerdicts } from '../state/known-verdicts.ts';
import { LinkFile } from '../state/packed-links.ts';
import type { Derived } from '../state/store/archive-state.ts';
import type { Collected } from './collect.ts';
import { derivedOf, type LastRun, lastVerdicts } from './match-memory.ts';
import type { FoundNear, JudgeWork, Proposed, ProposeWork } from './match-work.ts';

/**
 * Articles a batch for which partners are proposed, and pairs a batch that are judged: some 50 milliseconds each, so that
 * three of them cost what a thread costs to start.
 */
const PROPOSED = 256;
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
  last?: LastRun,
): Promise<Matched> {
  const { columns, languages } = collection;
  const plan = inSharedMemory(planMatching(columns, languages, options));
  pool.share({ plan, port });
  const near: FoundNear[] = [];
  for await (const found of pool.run<'near'>(NEAR_PIECES.map((piece) => ({ kind: 'near', piece }))))
    near.push(found);
  const proposals: Proposed[] = [];
  for await (const proposed of pool.run<'propose'>(ranges(proposalCount(plan)))) proposals.push(proposed);
  const { value: pairs, issues } = pairsToJudge(plan, near, proposals);
  const file = new LinkFile();
  try {
    const contents = columns.contentKeys;
    const known = last === undefined ? undefined : lastVerdicts(last, options);
    const told =
      known === undefined
        ? { links: [], unknown: pairs }
        : new KnownVerdicts(known).tell(pairs, contents, (a, b) => pool.evidenceOf(a, b));
    const judged: Link[] = [];
    for await (const packed of pool.run<'judge'>(batches(told.unknown))) {
      for (const link of file.put(packed)) judged.push(link);
    }
    const links = told.links.length === 0 ? judged : [...told.links, ...judged].sort(byPlace);
    return {
      findings: { ...conclude(plan, links, port, languages, options), issues },
      derived: last === undefined ? {} : derivedOf(storedVerdicts(pairs, links, contents), options),
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
