/**
 * The decisions file of a review: what it holds already, and each decision added and on disk before the next key. Owns that
 * promise; must not know what is decided. Nothing in it is ever changed but a last line that an interruption cut.
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseDecisions } from '../../dedupe.ts';
import { OutputError, UsageError } from '../../lib/errors.ts';
import type { Decision } from '../../model/decision.ts';
import { decisionLine } from '../../report/index.ts';

export class DecisionsFile {
  readonly #path: string;
  #file: number | undefined;
  #latest: number;
  /** What stood in it. */
  readonly decisions: readonly Decision[];
  /** Bytes of a line that was cut, and will go when something is added. */
  readonly cut: number;
  #end: number;
  #needsLineFeed: boolean;

  /** Reads the file, if there is one. Throws `UsageError` where it holds anything else. */
  constructor(path: string) {
    this.#path = path;
    const bytes = readIfThere(path);
    const whole = wholeLines(bytes);
    this.cut = bytes.length - whole;
    this.#end = whole;
    this.#needsLineFeed = whole > 0 && bytes[whole - 1] !== LINE_FEED;
    const text = decode(bytes.subarray(0, whole), path);
    if (/^\ufeff?\s*\[/.test(text)) {
      throw new UsageError(
        `${path} is a JSON array, and a review adds lines; make lines of it: jq -c '.[]' ${path} > decisions.ndjson`,
      );
    }
    this.decisions = parseDecisions(text, path);
    this.#latest = this.decisions.reduce(
      (latest, { when }) => Math.max(latest, when === undefined ? 0 : Date.parse(when)),
      0,
    );
  }

  /** A time later than all in the file, so that what is decided now holds. */
  now(): string {
    this.#latest = Math.max(Date.now(), this.#latest + 1);
    return new Date(this.#latest).toISOString();
  }

  /** On disk when it returns. Throws `OutputError`. */
  add(decisions: readonly Decision[]): void {
    if (decisions.length === 0) return;
    try {
      const file = this.#file ?? this.#open();
      const lines = decisions.map(decisionLine).join('');
      const bytes = Buffer.from(this.#needsLineFeed ? `\n${lines}` : lines);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      this.#needsLineFeed = false;
      fsyncSync(file);
    } catch (cause) {
      throw new OutputError(
        `${this.#path} could not be written (${(cause as Error).message}); the last answer is not saved, all before it are`,
        { cause },
      );
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #open(): number {
    const file = openSync(this.#path, 'a', 0o666);
    this.#file = file;
    if (this.cut > 0) ftruncateSync(file, this.#end);
    if (this.#end === 0) syncFolder(dirname(this.#path));
    return file;
  }
}

const LINE_FEED = 0x0a;

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw new UsageError(
      `--decisions ${path} cannot be read (${(cause as Error).message}); name another file`,
      {
        cause,
      },
    );
  }
}

/** Bytes up to where a line was cut; all of them where none was. */
function wholeLines(bytes: Buffer): number {
  const last = bytes.lastIndexOf(LINE_FEED) + 1;
  if (last === bytes.length) return last;
  try {
    JSON.parse(bytes.subarray(last).toString());
    return bytes.length;
  } catch {
    // A file of something else is refused as a whole: only what begins as a decision was cut.
    return bytes
      .subarray(last)
      .toString()
      .startsWith('{"schema":"dedupe.decisions/'.slice(0, bytes.length - last))
      ? last
      : bytes.length;
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${path}: this is not UTF-8; name a decisions file`, { cause });
  }
}

/** So that the new file is still there after a power cut. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some file systems do not open or sync folders.
  }
}
