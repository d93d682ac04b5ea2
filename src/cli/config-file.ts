/**
 * The file of settings, `dedupe.config.json`: plain JSON, never code. Owns which file is read and what may stand in it;
 * must not know what a setting means.
 */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../lib/errors.ts';
import { CONFIG_NAME } from '../model/file-names.ts';
import { didYouMean } from './did-you-mean.ts';
import { isSetting, settingName } from './flag-words.ts';
import { FLAGS } from './flags.ts';

export const CONFIG_SCHEMA = 'dedupe.config/1';

export interface ConfigFile {
  /** As it was named. */
  readonly path: string;
  readonly entries: ReadonlyMap<string, ConfigEntry>;
}

export interface ConfigEntry {
  readonly value: unknown;
  /** `dedupe.config.json:3: threshold` */
  readonly place: string;
}

/**
 * The file that was named, or the one in the working folder, if there is one. Throws `UsageError` that says file, line and
 * key.
 */
export async function readConfig(named: string | undefined): Promise<ConfigFile | undefined> {
  const path = named ?? CONFIG_NAME;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    if (named === undefined && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`${path} cannot be read (${(cause as Error).message}); name a file of settings`, {
      cause,
    });
  }
  return await parseConfig(text, path, named !== undefined);
}

/** `isTrusted`: somebody named this file; one that only lies about may not say where to write. */
export async function parseConfig(text: string, path: string, isTrusted: boolean): Promise<ConfigFile> {
  const fields = Object.entries(objectIn(text, path));
  const known = new Map(FLAGS.filter(isSetting).map((flag) => [settingName(flag), flag]));
  const entries = new Map<string, ConfigEntry>();
  for (const [key, value] of fields) {
    const place = `${path}:${lineOf(key, text)}: ${key}`;
    if (key === 'schema') {
      if (value !== CONFIG_SCHEMA) throw new UsageError(`${place} is not "${CONFIG_SCHEMA}"`);
      continue;
    }
    if (key === '$schema') continue;
    const flag = known.get(key);
    if (flag === undefined || flag.notInFile === true) {
      throw new UsageError(
        `${place} is no setting${await didYouMean(key, known.keys())} (dedupe help environment)`,
      );
    }
    if (flag.writes === true && !isTrusted) {
      throw new UsageError(
        `${place} says where to write, which a file that only lies in the working folder may not; name it with --config ${path}`,
      );
    }
    entries.set(key, { value, place });
  }
  return { path, entries };
}

function objectIn(text: string, path: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new UsageError(
      `${path}:${lineOfFault(text, cause as Error)}: no JSON (${(cause as Error).message})`,
      { cause },
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${path}:1: holds no object; write { "threshold": "strict" }`);
  }
  return value;
}

/** The line where a key stands. */
function lineOf(key: string, text: string): number {
  const at = text.indexOf(JSON.stringify(key));
  return lineAt(Math.max(0, at), text);
}

/** Where the parser stopped; its words do not always say, and then it was at the end. */
function lineOfFault(text: string, { message }: Error): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return lineAt(position === undefined ? text.length : Number(position), text);
}

function lineAt(offset: number, text: string): number {
  return text.slice(0, offset).split('\n').length;
}
