/** How far a run is, for who shows it. Types only: nothing here knows the clock. */
import type { StageName } from '../model/log.ts';

export interface Progress {
  /** A stage is told when it begins, with nothing done. */
  readonly stage: StageName;
  /** In the unit of the stage (`STAGE_UNITS`). */
  readonly done: number;
  /** What `done` will be; absent where it is not known yet. */
  readonly total?: number;
}

/** May throw what ends the run. */
export type OnProgress = (progress: Progress) => void;

/** Nobody looks. */
export const unwatched: OnProgress = () => undefined;
