/**
 * How many threads a run may have and when it starts them: as asked for, by the processors, and by the memory. Owns the
 * numbers; must not start anything. Nothing that is told depends on them.
 */

/**
 * Milliseconds after its files were found before a run starts threads that nobody asked for: one loads and compiles
 * all that this one has, some six seconds of processor time where stories are sought: 10,000 articles take 13 s of the
 * clock with one and without (decision 0013).
 */
const PATIENCE = 3000;

/** How much is done at a time. */
export interface Jobs {
  /** Threads that work, that of the caller among them; fewer than two: everything is done in it. */
  readonly most: number;
  /** Called when the work begins. What it returns is aborted once others may be started. */
  readonly patience: () => Pick<AbortSignal, 'aborted'>;
}

/** As many as were asked for, or as there are processors once the run has turned out to be long. */
export function jobsOf(asked: number | undefined, processors: number): Jobs {
  return asked === undefined
    ? { most: processors, patience: () => AbortSignal.timeout(PATIENCE) }
    : { most: asked, patience: () => AbortSignal.abort() };
}

/**
 * Of the process, with lexicon and models, and of each thread beside its first: 1,967 articles in 46 languages took 228 MiB
 * without others, 403 with two and 615 with four.
 */
const PROCESS_BYTES = 230 * 2 ** 20;
const THREAD_BYTES = 100 * 2 ** 20;

/** Threads that fit into so many bytes, this one first. */
export function jobsWithin(jobs: Jobs, memory: number | undefined): Jobs {
  if (memory === undefined) return jobs;
  const others = Math.max(0, Math.floor((memory - PROCESS_BYTES) / THREAD_BYTES));
  return { ...jobs, most: Math.min(jobs.most, 1 + others) };
}
