/**
 * Words of the command line to a typed request. Owns parsing and its error messages; must not read files (only the
 * question whether an operand exists is asked through a port) and must not print.
 */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../lib/errors.ts';
import type { ConfigFile } from './config-file.ts';
import { nearest } from './did-you-mean.ts';
import { longName, oppositeOf } from './flag-words.ts';
import { COMMANDS, type CommandName, FLAGS, type Flag } from './flags.ts';
import { type Request, toRequest, type Values } from './request.ts';
import { refuseMistyped, type Settings, settle, type Value } from './settings.ts';

export type { Format, Request } from './request.ts';

/** What is asked of the outside: whether a path is there, the variables, and the file of settings. */
export interface Outside {
  readonly exists: (path: string) => boolean;
  /** Names in the working folder, for what may have been mistyped. */
  readonly namesHere: () => Iterable<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of this name, or, without one, what lies in the working folder. */
  readonly readConfig: (named: string | undefined) => Promise<ConfigFile | undefined>;
}

/** Throws `UsageError` for anything that the table of flags does not allow. */
export async function parseArguments(words: readonly string[], outside: Outside): Promise<Request> {
  const { operands, given } = parseWords(words);
  // Help is asked for because something is unclear: it must not fail over a folder that is called like a command.
  const isHelp = [...given.keys()].some((flag) => ABOUT_ITSELF.includes(longName(flag)));
  const command = await commandOf(operands, isHelp ? { ...outside, exists: () => false } : outside);
  for (const flag of given.keys()) {
    if (!flag.commands.includes(command)) {
      throw new UsageError(
        `${longName(flag)} does not apply to "dedupe ${command}"; see dedupe ${command} --help`,
      );
    }
  }
  const { environment, readConfig } = outside;
  const isSet =
    !isHelp && FLAGS.some((flag) => longName(flag) === '--config' && flag.commands.includes(command));
  if (isSet) await refuseMistyped(environment);
  const named = isSet ? configNamed(given, environment) : undefined;
  const file = isSet ? await readConfig(named) : undefined;
  const settings = await settle(command, { given, environment: isSet ? environment : {}, file });
  const request = inPlace(settings, () =>
    toRequest(
      command,
      operands[0] === command ? operands.slice(1) : operands,
      valuesOf(settings),
      [...given.keys()].map(longName),
    ),
  );
  return { ...request, settings };
}

const ABOUT_ITSELF: readonly string[] = ['--help', '--version'];

function configNamed(
  given: ReadonlyMap<Flag, Value>,
  environment: Outside['environment'],
): string | undefined {
  const flag = [...given].find(([flag]) => longName(flag) === '--config');
  return flag === undefined ? environment['DEDUPE_CONFIG'] || undefined : String(flag[1]);
}

/** By the names that commander gives to options. */
function valuesOf(settings: Settings): Values {
  return Object.fromEntries(
    [...settings].map(([flag, { value }]) => [new Option(flag.flags).attributeName(), value]),
  );
}

/** Errors of values name the flag; where a variable or a file set it, they name that. */
function inPlace<T>(settings: Settings, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [flagName = ''] = error.message.split(' ');
    const said = [...settings].find(([flag]) => longName(flag) === flagName)?.[1];
    if (said?.place === undefined || said.from === 'flag') throw error;
    throw new UsageError(said.place + error.message.slice(flagName.length), { cause: error });
  }
}

function parseWords(words: readonly string[]): { operands: string[]; given: ReadonlyMap<Flag, Value> } {
  const program = new Command('dedupe')
    .argument('[words...]')
    .helpOption(false)
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined, outputError: () => undefined });
  const flagOf = new Map<string, Flag>();
  const counts = new Map<Flag, number>();
  for (const flag of FLAGS) {
    const option = new Option(flag.flags, flag.description);
    if (flag.repeatable === true) {
      option.argParser((value: string, all: readonly string[] | undefined) => [...(all ?? []), value]);
    }
    program.addOption(option);
    const opposite = oppositeOf(flag);
    if (opposite !== undefined) program.addOption(new Option(opposite).hideHelp());
    if (flag.counted === true) {
      program.on(`option:${option.name()}`, () => counts.set(flag, (counts.get(flag) ?? 0) + 1));
    }
    flagOf.set(option.attributeName(), flag);
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new UsageError(usageMessage(error.message));
    throw error;
  }
  const given = new Map<Flag, Value>();
  for (const [name, flag] of flagOf) {
    if (program.getOptionValueSource(name) !== 'cli') continue;
    given.set(flag, counts.get(flag) ?? (program.getOptionValue(name) as Value));
  }
  return { operands: [...program.args], given };
}

/** Commander's words in the form of ours: one line, what was found, what to do. */
function usageMessage(message: string): string {
  const lines = message.replace(/^error: /, '').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

async function commandOf(operands: readonly string[], outside: Outside): Promise<CommandName> {
  const [first, ...rest] = operands;
  if (first === undefined) return 'scan';
  const command = COMMANDS.find((name) => name === first);
  if (command !== undefined) {
    if (rest.length === 0 && outside.exists(first)) {
      throw new UsageError(`"${first}" is a command and also a path here; write ./${first} to read it`);
    }
    return command;
  }
  const wordLike = rest.length > 0 ? !first.includes('/') : !/[/.*?]/.test(first);
  if (wordLike && first !== '-' && !outside.exists(first)) {
    const meant = await nearest(first, COMMANDS);
    if (meant !== undefined) {
      const path = await nearest(first, outside.namesHere());
      const words = path === undefined || path === meant ? `"${meant}"` : `"${meant}", or the path "${path}"`;
      throw new UsageError(`there is no command and no path "${first}"; did you mean ${words}?`);
    }
  }
  return 'scan';
}
