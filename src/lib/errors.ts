/**
 * The errors that end a run, each with its exit code (design section 2). Bad input is never one of them: it is an
 * `Issue`. Messages say what was found, what was expected and what to do.
 */

/** Wrong options or configuration: exit 2, nothing has been read. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode = 2;
}

/** No input at all: exit 4. */
export class NoInputError extends Error {
  override readonly name = 'NoInputError';
  readonly exitCode = 4;
}

/** An output could not be written: exit 7. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly exitCode = 7;
}

/** A state that cannot be trusted or used: damaged, foreign, newer, or made by other rules. Exit 5. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly exitCode = 5;
}

/** Another run writes the state: exit 6. */
export class StateBusyError extends Error {
  override readonly name = 'StateBusyError';
  readonly exitCode = 6;
}

/** Far fewer articles than are known: exit 4, as when there is no input. */
export class ArchiveShrankError extends Error {
  override readonly name = 'ArchiveShrankError';
  readonly exitCode = 4;
}

/** More memory than `--memory` allows: exit 2, as of every limit that is too low. */
export class MemoryLimitError extends Error {
  override readonly name = 'MemoryLimitError';
  readonly exitCode = 2;
}

/** `--time-limit` is over: exit 143, as if a scheduler had ended the run (SIGTERM). */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
  readonly exitCode = 143;
}
