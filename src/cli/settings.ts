/**
 * What holds for a run and who said so: flags before variables before the file before defaults. Owns this order and what
 * each place may hold; must not know what a setting means.
 */
import { UsageError } from '../lib/errors.ts';
import type { ConfigFile } from './config-file.ts';
import { didYouMean, nearest } from './did-you-mean.ts';
import {
  isNegative,
  isSetting,
  isSwitch,
  longName,
  placeholderOf,
  settingName,
  variableOf,
} from './flag-words.ts';
import { type CommandName, FLAGS, type Flag } from './flags.ts';

export type Value = string | number | boolean | readonly string[];

export const ORIGINS = ['flag', 'environment', 'file', 'default'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Setting {
  /** Absent: not set, and without a default. */
  readonly value?: Value;
  readonly from: Origin;
  /** `--threshold`, `DEDUPE_THRESHOLD`, or `dedupe.config.json:3: threshold`; absent for a default. */
  readonly place?: string;
}

/** In the order of the table of flags. */
export type Settings = ReadonlyMap<Flag, Setting>;

/** What was said, and where. */
export interface Said {
  readonly given: ReadonlyMap<Flag, Value>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file: ConfigFile | undefined;
}

/** Throws `UsageError` that names the place of a value that its flag does not take. */
export async function settle(command: CommandName, { given, environment, file }: Said): Promise<Settings> {
  const settings = new Map<Flag, Setting>();
  for (const flag of FLAGS) {
    const own = given.get(flag);
    if (own !== undefined) await refuseOther(flag, own, `option '${flag.flags}' argument`);
    settings.set(
      flag,
      own !== undefined
        ? { value: own, from: 'flag', place: longName(flag) }
        : flag.commands.includes(command)
          ? ((await fromEnvironment(flag, environment)) ?? (await fromFile(flag, file)) ?? defaultOf(flag))
          : defaultOf(flag),
    );
  }
  return settings;
}

/** Whether somebody set it, be it to its default. `name` as of a flag. */
export function isSaid(settings: Settings, name: string): boolean {
  return [...settings].some(([flag, { from }]) => longName(flag) === name && from !== 'default');
}

/** Variables that look like one of ours with a slip of the finger, or like a flag `--no-NAME`; others are none of our business. */
export async function refuseMistyped(environment: Said['environment']): Promise<void> {
  const settings = FLAGS.filter(isSetting);
  const known = settings.map(variableOf);
  const negated = new Map(settings.map((flag) => [variableOf(flag).replace('_', '_NO_'), flag]));
  for (const name of Object.keys(environment)) {
    if (!name.startsWith('DEDUPE_') || known.includes(name)) continue;
    const flag = negated.get(name);
    const meant =
      flag === undefined
        ? await nearest(name, known)
        : `${variableOf(flag)}${isSwitch(flag) ? '=false' : ''}`;
    if (meant !== undefined) {
      throw new UsageError(`there is no setting ${name}; did you mean ${meant}? (dedupe help environment)`);
    }
  }
}

function defaultOf(flag: Flag): Setting {
  if (isSwitch(flag)) return { value: isNegative(flag), from: 'default' };
  if (flag.repeatable === true) return { value: [], from: 'default' };
  if (flag.counted === true) return { value: 0, from: 'default' };
  return flag.fallback === undefined ? { from: 'default' } : { value: flag.fallback, from: 'default' };
}

async function fromEnvironment(flag: Flag, environment: Said['environment']): Promise<Setting | undefined> {
  if (!isSetting(flag)) return undefined;
  const place = variableOf(flag);
  const text = environment[place];
  if (text === undefined || text === '') return undefined;
  const value = await checked(flag, spoken(flag, text), place);
  return { value, from: 'environment', place };
}

async function fromFile(flag: Flag, file: ConfigFile | undefined): Promise<Setting | undefined> {
  const entry = file?.entries.get(settingName(flag));
  if (entry === undefined) return undefined;
  return { value: await checked(flag, entry.value, entry.place), from: 'file', place: entry.place };
}

/** A variable holds text only: what of JSON it may mean. */
function spoken(flag: Flag, text: string): unknown {
  if (isSwitch(flag)) return { true: true, 1: true, false: false, 0: false }[text] ?? text;
  if (flag.repeatable !== true) return text;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : text;
  } catch {
    return text;
  }
}

/** A value of JSON as the value of a flag. Throws `UsageError` that names its place. */
async function checked(flag: Flag, value: unknown, place: string): Promise<Value> {
  const takes = (what: string): UsageError =>
    new UsageError(`${place} takes ${what}, not ${JSON.stringify(value)}`);
  if (isSwitch(flag)) {
    if (typeof value !== 'boolean') throw takes('true or false');
    return value;
  }
  if (flag.counted === true) {
    const count = typeof value === 'string' ? Number(value) : value;
    if (!Number.isSafeInteger(count) || Number(count) < 0) throw takes('a whole number');
    return Number(count);
  }
  if (flag.repeatable === true) {
    const list = typeof value === 'string' ? [value] : value;
    if (!Array.isArray(list) || !list.every((one) => typeof one === 'string'))
      throw takes('a string, or several in [ ]');
    return list;
  }
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw takes(`a ${placeholderOf(flag) ?? 'value'}`);
  await refuseOther(flag, text, place);
  return text;
}

async function refuseOther({ choices }: Flag, value: Value, place: string): Promise<void> {
  if (choices === undefined || choices.some((choice) => choice === value)) return;
  const hint = await didYouMean(String(value), choices);
  throw new UsageError(
    `${place} '${String(value)}' is invalid. Allowed choices are ${choices.join(', ')}${hint}`,
  );
}
