/**
 * Words of the command line to a typed request. Owns parsing and its error messages; must not read files (only the
 * question whether an operand exists is asked through a port) and must not print.
 */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../lib/errors.ts';
import type { Emit, Keep, Sort } from '../model/emit.ts';
import type { InputFormat } from '../model/input-formats.ts';
import { DEFAULT_MATCH_OPTIONS, type MatchOptions } from '../model/options.ts';
import { boundsOf } from './bounds.ts';
import type { ConfigFile } from './config-file.ts';
import { nearest } from './did-you-mean.ts';
import { longName, oppositeOf } from './flag-words.ts';
import {
  COMMANDS,
  type CommandName,
  FLAGS,
  type Flag,
  type FORMAT_NAMES,
  type LogFormat,
  type Only,
  type ProgressChoice,
} from './flags.ts';
import { refuseMistyped, type Settings, settle, type Value } from './settings.ts';
import { parseDuration, parseMap, parseSize, parseWhole } from './values.ts';

export type Format = (typeof FORMAT_NAMES)[number];

export interface Request {
  readonly command: CommandName;
  /** Long names of the flags that were given. */
  readonly given: readonly string[];
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  /** Files that hold paths, by what ends each path. */
  readonly pathLists: readonly { readonly file: string; readonly end: '\n' | '\0' }[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly follow: boolean;
  readonly map: Readonly<Record<string, string>>;
  readonly maxRecordBytes: number;
  readonly inputFormat: InputFormat;
  /** Where the list of records stands in JSON. */
  readonly records?: string;
  readonly within: readonly string[];
  /** A saved report in which two articles are looked for. */
  readonly report?: string;
  /** The rules file; what it holds stands in `match.rules` once it was read. */
  readonly rules?: string;
  /** The folder of another trained model. */
  readonly model?: string;
  /** Decisions files; what they hold stands in `match.decisions` once they were read. */
  readonly decisions: readonly string[];
  /** Who reviews. */
  readonly by?: string;
  readonly match: MatchOptions;
  readonly format: Format;
  readonly outputs: readonly string[];
  readonly emit: Emit;
  readonly keep: Keep;
  readonly sort: Sort;
  readonly limit?: number;
  readonly summary: boolean;
  /** False: words of articles stay out of every output. */
  readonly text: boolean;
  /** Groups from which on the exit code is 10; Infinity: never. */
  readonly failFrom: number;
  /** Only groups that are new or grew count for it. */
  readonly failOnNew: boolean;
  readonly timestamps: boolean;
  /** The folder of the state. */
  readonly state?: string;
  readonly lockWaitSeconds: number;
  readonly readOnly: boolean;
  readonly allowShrink: boolean;
  /** Lost input is no reason for exit code 3. */
  readonly allowPartial: boolean;
  /** The state may lie on a network file system. */
  readonly allowNetworkDisk: boolean;
  readonly dryRun: boolean;
  readonly only: Only;
  readonly jobs?: number;
  /** Seconds. */
  readonly timeLimit?: number;
  readonly quiet: boolean;
  /** How often --verbose was given. */
  readonly verbosity: number;
  readonly progress: ProgressChoice;
  readonly logFormat: LogFormat;
  /** The file of `--metrics`. */
  readonly metrics?: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly printConfig: boolean;
  /** All of the above as it was said, and where. */
  readonly settings: Settings;
}

/** What is asked of the outside: whether a path is there, the variables, and the file of settings. */
export interface Outside {
  readonly exists: (path: string) => boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of this name, or, without one, what lies in the working folder. */
  readonly readConfig: (named: string | undefined) => Promise<ConfigFile | undefined>;
}

/** A thread takes some 40 MB: more of them than this is a slip of the finger. */
const MAX_JOBS = 256;

type Values = Readonly<Record<string, Value | undefined>>;

/** Throws `UsageError` for anything that the table of flags does not allow. */
export async function parseArguments(words: readonly string[], outside: Outside): Promise<Request> {
  const { operands, given } = parseWords(words);
  // Help is asked for because something is unclear: it must not fail over a folder that is called like a command.
  const isHelp = [...given.keys()].some((flag) => ABOUT_ITSELF.includes(longName(flag)));
  const command = await commandOf(operands, isHelp ? () => false : outside.exists);
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

async function commandOf(
  operands: readonly string[],
  exists: (path: string) => boolean,
): Promise<CommandName> {
  const [first, ...rest] = operands;
  if (first === undefined) return 'scan';
  const command = COMMANDS.find((name) => name === first);
  if (command !== undefined) {
    if (rest.length === 0 && exists(first)) {
      throw new UsageError(`"${first}" is a command and also a path here; write ./${first} to read it`);
    }
    return command;
  }
  const wordLike = rest.length > 0 ? !first.includes('/') : !/[/.*?]/.test(first);
  if (wordLike && first !== '-' && !exists(first)) {
    const meant = await nearest(first, COMMANDS);
    if (meant !== undefined) {
      throw new UsageError(`there is no command and no path "${first}"; did you mean "${meant}"?`);
    }
  }
  return 'scan';
}

function toRequest(
  command: CommandName,
  operands: readonly string[],
  values: Values,
  given: readonly string[],
): Omit<Request, 'settings'> {
  const text = (name: string): string => String(values[name]);
  const list = (name: string): readonly string[] => (values[name] as readonly string[] | undefined) ?? [];
  const limit = values['limit'];
  const jobs = values['jobs'];
  const rules = values['rules'];
  const model = values['model'];
  const state = values['state'];
  const timeLimit = values['timeLimit'];
  const metrics = values['metrics'];
  return {
    command,
    given,
    operands,
    help: values['help'] === true,
    version: values['version'] === true,
    pathLists: [
      ...list('filesFrom').map((file) => ({ file, end: '\n' }) as const),
      ...list('files0From').map((file) => ({ file, end: '\0' }) as const),
    ],
    include: list('include'),
    exclude: list('exclude'),
    follow: values['follow'] === true,
    map: values['map'] === undefined ? {} : parseMap(text('map')),
    maxRecordBytes: parseSize('--max-record', text('maxRecord')),
    inputFormat: text('inputFormat') as InputFormat,
    ...(values['records'] === undefined ? {} : { records: text('records') }),
    within: list('in'),
    ...(values['report'] === undefined ? {} : { report: String(values['report']) }),
    ...(rules === undefined ? {} : { rules: String(rules) }),
    ...(model === undefined ? {} : { model: String(model) }),
    decisions: list('decisions'),
    ...(values['by'] === undefined ? {} : { by: text('by') }),
    match: {
      ...DEFAULT_MATCH_OPTIONS,
      clean: values['clean'] !== false,
      language: values['language'] !== false,
      translations: values['translations'] !== false && values['language'] !== false,
      threshold: text('threshold') as MatchOptions['threshold'],
      groupBy: text('groupBy') as MatchOptions['groupBy'],
      canonical: text('canonical') as MatchOptions['canonical'],
      ...boundsOf(values),
    },
    format: text('format') as Format,
    outputs: list('output'),
    emit: text('emit') as Emit,
    keep: text('keep') as Keep,
    sort: text('sort') as Sort,
    summary: values['summary'] === true,
    text: values['text'] !== false,
    ...(limit === undefined ? {} : { limit: parseWhole('--limit', String(limit)) }),
    failFrom: parseFailOn(text('failOn')),
    failOnNew: values['failOn'] === 'new',
    timestamps: values['timestamps'] === true,
    ...(state === undefined ? {} : { state: String(state) }),
    lockWaitSeconds: parseDuration('--lock-wait', text('lockWait')),
    readOnly: values['readOnly'] === true,
    allowShrink: values['allowShrink'] === true,
    allowPartial: values['allowPartial'] === true,
    allowNetworkDisk: values['allowNetworkDisk'] === true,
    dryRun: values['dryRun'] === true,
    only: text('only') as Only,
    ...(jobs === undefined ? {} : { jobs: parseWhole('--jobs', String(jobs), MAX_JOBS) }),
    ...(timeLimit === undefined ? {} : { timeLimit: parseDuration('--time-limit', String(timeLimit)) }),
    quiet: values['quiet'] === true,
    verbosity: Number(values['verbose'] ?? 0),
    progress: text('progress') as ProgressChoice,
    logFormat: text('logFormat') as LogFormat,
    ...(metrics === undefined ? {} : { metrics: String(metrics) }),
    color: text('color') as Request['color'],
    printConfig: values['printConfig'] === true,
  };
}

function parseFailOn(value: string): number {
  if (value === 'none') return Number.POSITIVE_INFINITY;
  if (value === 'any' || value === 'new') return 1;
  const count = /^count:(\d{1,9})$/.exec(value)?.[1];
  if (count === undefined) throw new UsageError(`--fail-on takes none, any, new or count:N, not "${value}"`);
  return Math.max(1, Number(count));
}
