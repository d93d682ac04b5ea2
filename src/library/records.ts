/**
 * Records that a program hands in, as the bytes of a JSON Lines stream: from there on they are read as the command reads
 * its standard input, and found to be the same. Must not look into a record.
 */
import { UsageError } from '../lib/errors.ts';
import type { CollectRequest } from '../run/collect.ts';

/** An article as a record; `map` gives the fields other names. Fields that are not known are left alone. */
export interface ArticleRecord {
  readonly text?: string;
  readonly id?: string | number;
  readonly title?: string;
  /** RFC 3339, or a day. */
  readonly date?: string;
  readonly url?: string;
  readonly source?: string;
  readonly [field: string]: unknown;
}

/** Paths (files, folders, globs), or the articles themselves. */
export type Input = string | readonly string[] | Iterable<ArticleRecord> | AsyncIterable<ArticleRecord>;

/** Where the input of a run comes from; `fail` is told what a program's own iterable threw. */
export function inputOf(
  input: Input,
  signal: AbortSignal,
  fail: (error: unknown) => void,
): Pick<CollectRequest, 'paths' | 'stdin' | 'stdinFormat'> {
  if (typeof input === 'string') return pathsOf([input]);
  if (isPaths(input)) return pathsOf(input);
  if (
    typeof input !== 'object' ||
    input === null ||
    !(Symbol.iterator in input || Symbol.asyncIterator in input)
  ) {
    throw new UsageError('the input is a path, an array of paths, or an iterable of records');
  }
  return { paths: ['-'], stdin: bytesOf(input, signal, fail), stdinFormat: 'lines' };
}

function isPaths(input: Exclude<Input, string>): input is readonly string[] {
  return Array.isArray(input) && input.every((one) => typeof one === 'string');
}

function pathsOf(paths: readonly string[]): Pick<CollectRequest, 'paths'> {
  if (paths.length === 0) throw new UsageError('no input was named');
  if (paths.includes('-')) {
    throw new UsageError('a library reads no standard input ("-"): hand its records in as an iterable');
  }
  return { paths };
}

/** Records are gathered to chunks of about so many characters. */
const CHUNK_CHARACTERS = 1 << 16;

async function* bytesOf(
  records: Iterable<ArticleRecord> | AsyncIterable<ArticleRecord>,
  signal: AbortSignal,
  fail: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let lines: string[] = [];
  let characters = 0;
  let number = 0;
  try {
    for await (const record of untilAborted(records, signal)) {
      number++;
      const line = lineOf(record, number);
      lines.push(line);
      characters += line.length;
      if (characters < CHUNK_CHARACTERS) continue;
      yield encoder.encode(lines.join(''));
      lines = [];
      characters = 0;
    }
  } catch (error) {
    fail(error);
    throw error;
  }
  if (lines.length > 0) yield encoder.encode(lines.join(''));
}

function lineOf(record: ArticleRecord, number: number): string {
  try {
    return `${JSON.stringify(record) ?? 'null'}\n`;
  } catch (cause) {
    throw new UsageError(`record ${number} cannot be written as JSON (${(cause as Error).message})`, {
      cause,
    });
  }
}

/** The same elements; whoever waits for the next one is let go when the signal is aborted. */
async function* untilAborted<T>(
  source: Iterable<T> | AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let isOver = false;
  try {
    while (true) {
      const next = await orAborted(iterator.next(), signal);
      isOver = next.done === true;
      if (isOver) return;
      yield next.value as T;
    }
  } catch (error) {
    // A source that is still at work on its next element would keep us waiting for its end.
    isOver ||= !signal.aborted;
    throw error;
  } finally {
    if (!isOver) void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}

async function orAborted<T>(waiting: T | Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([waiting, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
