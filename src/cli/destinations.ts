/**
 * Which format goes where: `-f`, `-o`, and the terminal. Owns the rules of design section 2 for outputs; refuses,
 * before anything is read, an output that is an input or stands in an input folder.
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../lib/errors.ts';
import type { Format, RenderOptions } from '../report/index.ts';
import type { Request } from './arguments.ts';
import { type Chunks, type PreparedFile, prepareFile, writeStream } from './output.ts';
import { parseOutput, type Written } from './output-word.ts';
import { touchedInput } from './overlap.ts';
import type { Watch } from './watch.ts';

type Render<Name extends Format> = (format: Name, options: RenderOptions) => Chunks;

export interface Outputs<Name extends Format> {
  /** Files first, all or none; then standard output. */
  write(render: Render<Name>, watch: Watch, renderStdout?: Render<Name>): Promise<void>;
}

interface FileOutput<Name extends Format> extends Target {
  readonly format: Name;
}

export async function openOutputs<Name extends Format>(
  request: Request,
  written: Written<Name>,
): Promise<Outputs<Name>> {
  const files: FileOutput<Name>[] = [];
  for (const word of request.outputs) {
    const { path, format } = parseOutput(word, written);
    files.push({ ...(await targetOf(path)), format });
  }
  await refuseUnsafe(files, request);
  const toStdout = !writesFilesOnly(request) || written.onStdout !== undefined;
  const format = request.format === 'auto' ? (process.stdout.isTTY ? 'human' : 'json') : request.format;
  const { what, formats } = written.onStdout ?? written;
  const stdoutFormat = formats.find((name) => name === format);
  if (toStdout && stdoutFormat === undefined) {
    throw new UsageError(`--format ${format} cannot hold ${what}; it is written as ${formats.join(', ')}`);
  }
  return {
    write: async (render, watch, renderStdout = render) => {
      await writeFiles(files, render, watch);
      if (toStdout && stdoutFormat !== undefined) {
        await writeStream(process.stdout, renderStdout(stdoutFormat, stdoutOptions(request)));
        watch.outputWritten('-', stdoutFormat);
      }
    },
  };
}

/** Standard output stays empty where files are named and no format is. */
export function writesFilesOnly({ outputs, format }: Pick<Request, 'outputs' | 'format'>): boolean {
  return outputs.length > 0 && format === 'auto';
}

async function writeFiles<Name extends Format>(
  files: readonly FileOutput<Name>[],
  render: Render<Name>,
  watch: Watch,
): Promise<void> {
  const prepared: PreparedFile[] = [];
  try {
    for (const { path, word, format } of files)
      prepared.push(await prepareFile(path, word, render(format, { colour: false, width: 100 })));
    for (const [i, file] of prepared.entries()) {
      await file.commit();
      watch.outputWritten(files[i]!.word, files[i]!.format);
    }
  } finally {
    // What was committed has no temporary file any more; whatever is left after a failure goes.
    for (const file of prepared) await file.discard();
  }
}

function stdoutOptions(request: Request): RenderOptions {
  const { limit } = request;
  return {
    colour: wantsColour(request),
    width: Math.max(40, process.stdout.columns ?? 100),
    quiet: request.quiet,
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Flag, then FORCE_COLOR, then NO_COLOR (non-empty), then whether a terminal is there. */
export function wantsColour(request: Request): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (request.color !== 'auto') return request.color === 'always';
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

/** Where an output is written: the path as it was named, for messages, and the file behind it. */
interface Target {
  readonly word: string;
  readonly path: string;
}

/** The file that would be written; a link is followed, so that the link itself stays what it is. */
async function targetOf(word: string, flag = '--output'): Promise<Target> {
  const folder = await realpath(dirname(resolve(word))).catch(() => {
    throw new UsageError(`the folder of ${flag} ${word} does not exist; create it first`);
  });
  const path = await realpath(word).catch(() => join(folder, basename(word)));
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    throw new UsageError(`${flag} ${word} is a folder; name a file in it`);
  }
  if (status !== undefined && !status.isFile()) {
    throw new UsageError(`${flag} ${word} is a pipe or device; name a file`);
  }
  return { word, path };
}

/** Throws `UsageError` where the metrics cannot be left in this file, or would take the place of something else. */
export async function refuseMetrics(word: string, request: Request): Promise<void> {
  const { path } = await targetOf(word, '--metrics');
  await refuseInInput('--metrics', word, request);
  const outputs = request.outputs.map((output) => resolve(output.slice(output.indexOf(':') + 1)));
  if ([...outputs, ...request.outputs.map((output) => resolve(output))].includes(path)) {
    throw new UsageError(`--metrics ${word} is also an --output; name a file of its own`);
  }
}

/** Throws `UsageError` where a folder that is written lies in what is read. */
export async function refuseInInput(flag: string, word: string, request: Request): Promise<void> {
  // It may not be there yet: then what counts is where it will be.
  const path = await realpath(word).catch(async () =>
    join(await realpath(dirname(resolve(word))).catch(() => dirname(resolve(word))), basename(resolve(word))),
  );
  const input = await touchedInput(path, request);
  if (input !== undefined) {
    throw new UsageError(
      `${flag} ${word} lies in the input ${input}; inputs are never written: name another place`,
    );
  }
}

async function refuseUnsafe(targets: readonly Target[], request: Request): Promise<void> {
  const seen = new Set<string>();
  for (const { word, path } of targets) {
    if (seen.has(path)) throw new UsageError(`--output ${word} is named twice; name a file for each format`);
    seen.add(path);
    const input = await touchedInput(path, request);
    if (input !== undefined) {
      throw new UsageError(
        `--output ${word} lies in the input ${input}; inputs are never written: name another place`,
      );
    }
  }
}
