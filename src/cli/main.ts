/**
 * argv to exit code: parses, dispatches, and is the only place that catches everything. Must stay light: each
 * command is loaded when it runs, so that `--version` costs little more than starting Node.
 */
import { TOOL } from '../run/tool.ts';
import { parseArguments, type Request } from './arguments.ts';
import { CONFIGURATION, DEFECT } from './exit-codes.ts';
import { OUTSIDE } from './outside.ts';
import type { ReadyRequest } from './ready.ts';
import type { Run } from './run.ts';
import type { Watch } from './watch.ts';

/** Of what goes to no terminal. */
const PRINTED_COLUMNS = 100;

export async function main(words: readonly string[]): Promise<number> {
  survive();
  let run: Run | undefined;
  let exitCode: number;
  try {
    const request = await parseArguments(words, OUTSIDE);
    if (isAboutItself(request)) return await tellAbout(request);
    run = await (await import('./run.ts')).startRun(request);
    exitCode = await dispatch(request, run.watch);
  } catch (error) {
    exitCode = await failure(error, run?.watch ?? (await wordsOnly(words)));
  }
  return (await run?.end(exitCode)) ?? exitCode;
}

/** What would end the process from outside comes as a failed write instead, which has an exit code of its own. */
function survive(): void {
  // Words for people are worth nothing once nobody can read them; the data still goes out.
  process.stderr.on('error', () => undefined);
  // Sent when a file outgrows `ulimit -f`.
  process.on('SIGXFSZ', () => undefined);
}

/** What prints words about the program has nothing to log. */
function isAboutItself({ version, help, printConfig, command }: Request): boolean {
  return version || help || printConfig || ABOUT_ITSELF.includes(command);
}

const ABOUT_ITSELF: readonly string[] = ['help', 'schema', 'completion', 'man'];

async function tellAbout(request: Request): Promise<number> {
  if (request.version) return await print(`${TOOL.name} ${TOOL.version}\n`);
  if (request.printConfig) {
    const { settingsText } = await import('./print-config.ts');
    return await print(settingsText(request, process.stdout.isTTY === true));
  }
  if (!request.help) {
    switch (request.command) {
      case 'schema':
        return await print(await (await import('./schema.ts')).schemaText(request.operands));
      case 'completion':
        return await print(await (await import('./completion.ts')).completionText(request.operands));
      case 'man':
        return await print((await import('./man.ts')).manText());
      default:
    }
  }
  const { helpText } = await import('./help.ts');
  return await print(await helpText(request, process.stdout.columns ?? PRINTED_COLUMNS));
}

async function dispatch(request: Request, watch: Watch): Promise<number> {
  const { command } = request;
  if (request.dryRun && command !== 'state') {
    const { withPathLists } = await import('./path-lists.ts');
    return await (await import('./dry-run.ts')).dryRun(await withPathLists(request), watch);
  }
  switch (command) {
    case 'scan':
      return await (await import('./scan.ts')).scan(await ready(request), watch);
    case 'inspect':
      return await (await import('./inspect.ts')).inspect(await ready(request), watch);
    case 'explain':
      return await (await import('./explain.ts')).explain(await ready(request), watch);
    case 'report':
      return await (await import('./report.ts')).report(request, watch);
    case 'diff':
      return await (await import('./diff.ts')).diff(request, watch);
    case 'review':
      return await (await import('./review.ts')).review(request, watch);
    case 'lookup':
      return await (await import('./lookup.ts')).lookup(await ready(request), watch);
    case 'state':
      return await (await import('./state.ts')).state(request, watch);
    case 'stage':
      return await (await import('./stage.ts')).stage(await ready(request), watch);
    case 'doctor':
      return await (await import('./doctor.ts')).doctor(request);
    case 'completion':
    case 'man':
    case 'schema':
    case 'help':
      return await tellAbout(request);
    default:
      return command satisfies never;
  }
}

async function ready(request: Request): Promise<ReadyRequest> {
  return await (await import('./ready.ts')).makeReady(request);
}

async function print(text: string): Promise<number> {
  const { writeStream } = await import('./output.ts');
  await writeStream(process.stdout, [text]);
  return 0;
}

/** The watch of a command line that could not be understood; only how its log is to look may be. */
async function wordsOnly(words: readonly string[]): Promise<Watch> {
  const { createTelling } = await import('./telling.ts');
  const { Watch } = await import('./watch.ts');
  const isJson = /(?:^| )--log-format[ =]json(?: |$)/.test(words.join(' '));
  const options = { format: isJson ? 'json' : 'text', isQuiet: false, verbosity: 0 } as const;
  return new Watch(
    createTelling((text) => process.stderr.write(text), options, undefined),
    () => 0,
  );
}

/** One line on stderr and the exit code of the error; a stack only for defects. */
async function failure(error: unknown, watch: Watch): Promise<number> {
  const { ReaderGone } = await import('./output.ts');
  if (error instanceof ReaderGone) return 0;
  if (isOutOfFiles(error)) {
    watch.error(FILES_LIMIT);
    return CONFIGURATION;
  }
  const exitCode = exitCodeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  // LMDB has written half a line of its own by then.
  if (message.includes('Attempting to write page')) process.stderr.write('\n');
  if (exitCode !== DEFECT) watch.error(message);
  else watch.error(message, `${DEFECT_WORDS}\n${error instanceof Error ? (error.stack ?? '') : ''}`);
  return exitCode;
}

/** The loader of modules opens many at once: with too few of them it is the first that fails. */
function isOutOfFiles(error: unknown): boolean {
  return ['EMFILE', 'ENFILE'].includes(String((error as { readonly code?: unknown }).code));
}

const FILES_LIMIT = 'the limit on open files is too low; raise it to 256 or more (ulimit -n 256)';
const DEFECT_WORDS = 'This is a defect of dedupe, not of your input. The trace for a report:';

function exitCodeOf(error: unknown): number {
  const code = (error as { exitCode?: unknown }).exitCode;
  return typeof code === 'number' ? code : DEFECT;
}
