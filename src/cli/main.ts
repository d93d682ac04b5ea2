/**
 * argv to exit code: parses, dispatches, and is the only place that catches everything. Must stay light: each
 * command is loaded when it runs, so that `--version` costs little more than starting Node.
 */
import { TOOL } from '../run/tool.ts';
import { parseArguments, type Request } from './arguments.ts';
import { OUTSIDE } from './outside.ts';
import type { ReadyRequest } from './ready.ts';

/** Exit codes of design section 2; 1 is kept for defects of this program. */
const DEFECT = 1;

export async function main(words: readonly string[]): Promise<number> {
  survive();
  try {
    const request = await parseArguments(words, OUTSIDE);
    return await dispatch(request);
  } catch (error) {
    return await failure(error);
  }
}

/** What would end the process from outside comes as a failed write instead, which has an exit code of its own. */
function survive(): void {
  // Words for people are worth nothing once nobody can read them; the data still goes out.
  process.stderr.on('error', () => undefined);
  // Sent when a file outgrows `ulimit -f`.
  process.on('SIGXFSZ', () => undefined);
}

async function dispatch(request: Request): Promise<number> {
  if (request.version) return await print(`${TOOL.name} ${TOOL.version}\n`);
  if (request.help || request.command === 'help') {
    const { helpText } = await import('./help.ts');
    return await print(await helpText(request));
  }
  if (request.printConfig) {
    const { settingsText } = await import('./print-config.ts');
    return await print(settingsText(request, process.stdout.isTTY === true));
  }
  switch (request.command) {
    case 'scan':
      return await (await import('./scan.ts')).scan(await ready(request));
    case 'inspect':
      return await (await import('./inspect.ts')).inspect(await ready(request));
    case 'explain':
      return await (await import('./explain.ts')).explain(await ready(request));
    case 'report':
      return await (await import('./report.ts')).report(request);
    case 'diff':
      return await (await import('./diff.ts')).diff(request);
    case 'review':
      return await (await import('./review.ts')).review(request);
    case 'lookup':
      return await (await import('./lookup.ts')).lookup(await ready(request));
    case 'state':
      return await (await import('./state.ts')).state(request);
    case 'doctor':
      return await (await import('./doctor.ts')).doctor(request);
    case 'completion':
      return await print(await (await import('./completion.ts')).completionText(request.operands));
    case 'man':
      return await print((await import('./man.ts')).manText());
    case 'schema':
      return await print(await (await import('./schema.ts')).schemaText(request.operands));
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

/** One line on stderr and the exit code of the error; a stack only for defects. */
async function failure(error: unknown): Promise<number> {
  const { ReaderGone } = await import('./output.ts');
  if (error instanceof ReaderGone) return 0;
  const { visible } = await import('../lib/visible.ts');
  const exitCode = exitCodeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`dedupe: error: ${visible(text)}\n`);
  if (exitCode === DEFECT) {
    process.stderr.write('This is a defect of dedupe, not of your input. The trace for a report:\n');
    const trace = error instanceof Error ? (error.stack ?? '') : '';
    process.stderr.write(`${trace.split('\n').map(visible).join('\n')}\n`);
  }
  return exitCode;
}

function exitCodeOf(error: unknown): number {
  const code = (error as { exitCode?: unknown }).exitCode;
  return typeof code === 'number' ? code : DEFECT;
}
