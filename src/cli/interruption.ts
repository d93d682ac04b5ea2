/**
 * What is done before a signal ends the run. Listens only while there is something to do: a long computation would
 * otherwise keep the signal waiting. The process then ends by the signal as it would have, so that a shell sees 130 or 143.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Returns what stops listening. */
export function beforeInterruption(action: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    stop();
    try {
      action();
    } finally {
      process.kill(process.pid, signal);
    }
  };
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
