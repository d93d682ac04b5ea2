/**
 * Which format goes where: `-f`, `-o`, and the terminal. Owns the rules of design section 2 for outputs; refuses,
 * before anything is read, an output that is an input or stands in an input folder.
 */
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { UsageError } from '../lib/errors.ts';
import type { Format, RenderOptions } from '../report/index.ts';
import type { Request } from './arguments.ts';
import { type Chunks, type PreparedFile, prepareFile, writeStream } from './output.ts';

type Render<Name extends Format> = (format: Name, options: RenderOptions) => Chunks;

export interface Outputs<Name extends Format> {
  /** Files first, all or none; then standard output. */
  write(render: Render<Name>): Promise<void>;
}

interface FileOutput<Name extends Format> {
  readonly path: string;
  readonly format: Name;
}

export async function openOutputs<Name extends Format>(
  request: Request,
  formats: readonly Name[],
): Promise<Outputs<Name>> {
  const files = request.outputs.map((word) => parseOutput(word, formats));
  for (const file of files) await refuseInput(file.path, [...request.operands, ...request.within]);
  const toStdout = files.length === 0 || request.format !== 'auto';
  const format = request.format === 'auto' ? (process.stdout.isTTY ? 'human' : 'json') : request.format;
  const stdoutFormat = formats.find((name) => name === format);
  if (toStdout && stdoutFormat === undefined) {
    throw new UsageError(
      `--format ${format} does not fit "dedupe ${request.command}"; it writes ${formats.join(', ')}`,
    );
  }
  return {
    write: async (render) => {
      await writeFiles(files, render);
      if (toStdout && stdoutFormat !== undefined) {
        await writeStream(process.stdout, render(stdoutFormat, stdoutOptions(request)));
      }
    },
  };
}

async function writeFiles<Name extends Format>(
  files: readonly FileOutput<Name>[],
  render: Render<Name>,
): Promise<void> {
  const prepared: PreparedFile[] = [];
  try {
    for (const file of files)
      prepared.push(await prepareFile(file.path, render(file.format, { colour: false, width: 100 })));
  } catch (error) {
    for (const file of prepared) await file.discard();
    throw error;
  }
  for (const file of prepared) await file.commit();
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
function wantsColour(request: Request): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (request.color !== 'auto') return request.color === 'always';
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

/** `[format:]FILE`; the format from the prefix, else from the extension, else JSON. */
function parseOutput<Name extends Format>(word: string, formats: readonly Name[]): FileOutput<Name> {
  const at = word.indexOf(':');
  const prefix = formats.find((format) => format === word.slice(0, Math.max(0, at)));
  const path = prefix === undefined ? word : word.slice(at + 1);
  if (path === '') throw new UsageError(`--output takes [format:]FILE, not "${word}"`);
  const extension = /\.([a-z]+)$/.exec(path)?.[1];
  const byName = formats.find(
    (format) => format === (extension === 'jsonl' ? 'ndjson' : extension === 'txt' ? 'human' : extension),
  );
  const format = prefix ?? byName ?? formats.find((name) => name === 'json');
  if (format === undefined)
    throw new UsageError(`the format of --output ${word} is not clear; write format:FILE`);
  return { path, format };
}

async function refuseInput(output: string, inputs: readonly string[]): Promise<void> {
  const folder = await realpath(dirname(resolve(output))).catch(() => {
    throw new UsageError(`the folder of --output ${output} does not exist; create it first`);
  });
  const target = await realpath(output).catch(() => `${folder}${sep}${basename(output)}`);
  for (const input of inputs) {
    const place = await realpath(input).catch(() => undefined);
    if (place === undefined) continue;
    const isFolder = (await stat(place)).isDirectory();
    if (
      target === place ||
      (isFolder && `${target}${sep}`.startsWith(place === sep ? sep : `${place}${sep}`))
    ) {
      throw new UsageError(
        `--output ${output} lies in the input ${input}; inputs are never written: name another place`,
      );
    }
  }
}
