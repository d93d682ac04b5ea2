/** What is the same for all batches of a run. Types only. */
import type { MatchingPlan } from '../dedupe.ts';
import type { MatchOptions } from '../model/options.ts';
import type { SpillFile } from '../state/spill.ts';
import type { SharedSpill } from '../state/spill-reader.ts';
import type { KnowledgeBytes } from './knowledge.ts';

export interface Task {
  readonly options: MatchOptions;
  readonly knowledge: KnowledgeBytes;
  /** Names of the fields of records (`--map`). */
  readonly map: Readonly<Record<string, string>>;
}

/** What matching reads, once all articles are analysed; as it crosses threads. */
export interface Shared {
  readonly plan: MatchingPlan;
  readonly spill: SharedSpill;
}

/** The same in the thread where the articles are. */
export interface Sharing {
  readonly plan: MatchingPlan;
  readonly port: SpillFile;
}
