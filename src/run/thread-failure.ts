/** The error of a batch on its way from a thread, in its turn among the answers. Must not decide what is told. */

export interface Failure {
  readonly error: unknown;
  /** What errors have beside name, message and stack, which alone are copied with them: `code`, `exitCode`. */
  readonly marks: Readonly<Record<string, string | number>>;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { error: String(error), marks: {} };
  const marks = Object.entries(error).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  // A copy of its own: what else hangs on it may be nothing that crosses threads.
  const copy = new Error(error.message);
  copy.stack = error.stack ?? '';
  return { error: copy, marks: { ...Object.fromEntries(marks), name: error.name } };
}

export function errorOf({ error, marks }: Failure): unknown {
  return error instanceof Error ? Object.assign(error, marks) : error;
}
