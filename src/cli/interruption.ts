/**
 * What is done before a signal ends the run: what is to be kept is kept, what is half done goes, the log has its last row.
 * Listens only while something would be lost otherwise: a long computation would keep the signal waiting. The process then
 * ends by the signal as it would have, so that a shell sees 130 or 143.
 */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

const underWay = new Set<() => void>();
let lastWords: ((exitCode: number) => void) | undefined;

/** Returns what stops listening for this action. */
export function beforeInterruption(action: () => void): () => void {
  const own = (): void => action();
  if (underWay.size === 0) for (const signal of signalNames()) process.on(signal, endBy);
  underWay.add(own);
  return () => {
    underWay.delete(own);
    if (underWay.size === 0) for (const signal of signalNames()) process.off(signal, endBy);
  };
}

/** Said behind all actions, where any is under way. */
export function lastWordsAre(words: (exitCode: number) => void): void {
  lastWords = words;
}

function endBy(signal: Signal): void {
  for (const name of signalNames()) process.off(name, endBy);
  const actions = [...underWay].reverse();
  underWay.clear();
  try {
    for (const action of actions) attempt(action);
    attempt(() => lastWords?.(SIGNALS[signal]));
  } finally {
    process.kill(process.pid, signal);
  }
}

/** The run ends whatever happens: one action that fails must not cost the next ones. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // What could not be kept is done again by the next run.
  }
}

function signalNames(): readonly Signal[] {
  return Object.keys(SIGNALS) as Signal[];
}
