/** How far a run is, for who shows it. Nothing here knows the clock. */

/** In the order in which a run passes through them. */
export const STAGES = ['read', 'clean', 'near', 'propose', 'judge'] as const;
export type RunStage = (typeof STAGES)[number];

export interface Progress {
  readonly stage: RunStage;
  /** Articles that were read, or cleaned again; pieces of the search for near-duplicates; articles for which partners were sought; pairs judged. */
  readonly done: number;
  /** What `done` will be; absent where it is not known yet. */
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;

/** Nobody looks. */
export const unwatched: OnProgress = () => undefined;
