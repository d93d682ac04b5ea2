/**
 * One run of a command from its first to its last row: makes what watches it, ends the standard input when the time is
 * over, and leaves log and metrics behind, also where a signal ends the run. Must not do the work of any command.
 */
import type { Request } from './arguments.ts';
import { lastWordsAre } from './interruption.ts';
import { createProgress } from './progress.ts';
import { createTelling } from './telling.ts';
import { type MemoryLimit, type TimeLimit, Watch } from './watch.ts';

export interface Run {
  readonly watch: Watch;
  /** Returns the exit code with which the program ends: 7 where the metrics could not be written. */
  end(exitCode: number): Promise<number>;
}

const USAGE = 2;
const DEFECT = 1;
const NOT_WRITTEN = 7;

export async function startRun(request: Request): Promise<Run> {
  const { logFormat: format, quiet, verbosity, progress: choice, metrics } = request;
  const isForPeople = format === 'text' && !quiet;
  const progress = await createProgress(isForPeople ? choice : 'never', process.stderr, process.env['TERM']);
  const write = (text: string): void => void process.stderr.write(text);
  const telling = createTelling(write, { format, isQuiet: quiet, verbosity }, progress);
  const watch = new Watch(telling, () => performance.now(), limitOf(request), memoryOf(request));
  watch.started(request.command);
  const timer = endInputLate(request);
  const leave = async (exitCode: number): Promise<number> => {
    if (metrics === undefined || exitCode === USAGE) return exitCode;
    const { writeMetrics } = await import('./metrics-file.ts');
    try {
      writeMetrics(metrics, exitCode, watch.measures(), new Date());
      return exitCode;
    } catch (error) {
      watch.error((error as Error).message);
      return exitCode === DEFECT ? DEFECT : NOT_WRITTEN;
    }
  };
  await sayLastWords(watch, metrics);
  return {
    watch,
    end: async (exitCode) => {
      clearTimeout(timer);
      watch.finish();
      const left = await leave(exitCode);
      watch.ended(left);
      return left;
    },
  };
}

/** A signal leaves no time to load anything. */
async function sayLastWords(watch: Watch, metrics: string | undefined): Promise<void> {
  const writer = metrics === undefined ? undefined : (await import('./metrics-file.ts')).writeMetrics;
  lastWordsAre((exitCode) => {
    watch.finish();
    if (metrics !== undefined) writer?.(metrics, exitCode, watch.measures(), new Date());
    watch.ended(exitCode);
  });
}

function memoryOf({ memory }: Request): MemoryLimit | undefined {
  return memory === undefined ? undefined : { bytes: memory, taken: () => process.memoryUsage.rss() };
}

function limitOf({ timeLimit, state, readOnly }: Request): TimeLimit | undefined {
  if (timeLimit === undefined) return undefined;
  const outcome =
    state === undefined || readOnly
      ? 'nothing was written; with --state the next run would go on from there'
      : 'what was read is kept in the state, and the next run goes on from there';
  return { seconds: timeLimit, outcome };
}

/** Who waits for a stream that does not come would otherwise not notice that its time is over. */
function endInputLate({ timeLimit, operands }: Request): NodeJS.Timeout | undefined {
  if (timeLimit === undefined || !operands.includes('-')) return undefined;
  const late = (): void => {
    // Nobody may be reading yet.
    process.stdin.on('error', () => undefined).destroy(new Error('the time limit is over'));
  };
  return setTimeout(late, 1000 * timeLimit).unref();
}
