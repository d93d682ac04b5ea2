/**
 * Exit codes of runs that came to their end (design section 2); those of runs that fail stand with their errors
 * (`lib/errors.ts`), those of signals in `interruption.ts`. Must not decide which applies.
 */

/** A defect of this program: kept for that alone, as Node ends so, too. */
export const DEFECT = 1;
export const CONFIGURATION = 2;
/** Finished, some input skipped. */
export const INPUT_SKIPPED = 3;
/** `--fail-on` tripped; all outputs are written. */
export const GATE_TRIPPED = 10;

/** Whether a run that ended so did all that it could: its outputs are written and its state is complete. */
export function isComplete(exitCode: number): boolean {
  return exitCode === 0 || exitCode === INPUT_SKIPPED || exitCode === GATE_TRIPPED;
}
