/**
 * Words of the command line to a typed request. Owns parsing and its error messages; must not read files (only the
 * question whether an operand exists is asked through a port) and must not print.
 */
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../lib/errors.ts';
import { DEFAULT_MATCH_OPTIONS, type MatchOptions } from '../model/options.ts';
import { COMMANDS, type CommandName, FLAGS, type Flag, type Only } from './flags.ts';
import { parseMap, parseSize, parseWhole } from './values.ts';

export type Format = 'auto' | 'human' | 'json' | 'ndjson' | 'csv' | 'md';

export interface Request {
  readonly command: CommandName;
  /** Long names of the flags that were given. */
  readonly given: readonly string[];
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly follow: boolean;
  readonly map: Readonly<Record<string, string>>;
  readonly maxRecordBytes: number;
  readonly within: readonly string[];
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
  readonly limit?: number;
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
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

/** A thread takes some 40 MB: more of them than this is a slip of the finger. */
const MAX_JOBS = 256;

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Throws `UsageError` for anything that the table of flags does not allow. */
export async function parseArguments(
  words: readonly string[],
  exists: (path: string) => boolean,
): Promise<Request> {
  const { operands, values, given } = parseWords(words);
  // Help is asked for because something is unclear: it must not fail over a folder that is called like a command.
  const isHelp = values['help'] === true || values['version'] === true;
  const command = await commandOf(operands, isHelp ? () => false : exists);
  for (const flag of given) {
    if (!flag.commands.includes(command)) {
      throw new UsageError(
        `${longName(flag)} does not apply to "dedupe ${command}"; see dedupe ${command} --help`,
      );
    }
  }
  const named = operands[0] === command ? operands.slice(1) : operands;
  return toRequest(command, named, values, given.map(longName));
}

function parseWords(words: readonly string[]): { operands: string[]; values: Values; given: Flag[] } {
  const program = new Command('dedupe')
    .argument('[words...]')
    .helpOption(false)
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined, outputError: () => undefined });
  const flagOf = new Map<string, Flag>();
  for (const flag of FLAGS) {
    const option = new Option(flag.flags, flag.description);
    if (flag.choices !== undefined) option.choices([...flag.choices]);
    if (flag.fallback !== undefined) option.default(flag.fallback);
    if (flag.repeatable === true) {
      option.default([]).argParser((value: string, all: string[]) => [...all, value]);
    }
    program.addOption(option);
    flagOf.set(option.attributeName(), flag);
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new UsageError(usageMessage(error.message));
    throw error;
  }
  const values = program.opts<Values>();
  const given = [...flagOf]
    .filter(([name]) => program.getOptionValueSource(name) === 'cli')
    .map(([, flag]) => flag);
  return { operands: [...program.args], values, given };
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
    const meant = await nearestCommand(first);
    if (meant !== undefined) {
      throw new UsageError(`there is no command and no path "${first}"; did you mean "${meant}"?`);
    }
  }
  return 'scan';
}

/** A command within two edits (one for short words): the distance at which commander suggests options as well. */
async function nearestCommand(word: string): Promise<CommandName | undefined> {
  const { DamerauLevenshteinDistance } = await import('natural/lib/natural/distance/index.js');
  const near = COMMANDS.map((name) => ({
    name,
    edits: DamerauLevenshteinDistance(word.slice(0, 20), name, { restricted: true }),
  }))
    .filter(({ name, edits }) => edits <= (name.length <= 4 ? 1 : 2))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.name;
}

function longName(flag: Flag): string {
  return flag.flags.split(/[ ,]+/).find((word) => word.startsWith('--')) ?? flag.flags;
}

function toRequest(
  command: CommandName,
  operands: readonly string[],
  values: Values,
  given: readonly string[],
): Request {
  const text = (name: string): string => String(values[name]);
  const list = (name: string): readonly string[] => (values[name] as readonly string[] | undefined) ?? [];
  const limit = values['limit'];
  const jobs = values['jobs'];
  const rules = values['rules'];
  const model = values['model'];
  const state = values['state'];
  return {
    command,
    given,
    operands,
    help: values['help'] === true,
    version: values['version'] === true,
    include: list('include'),
    exclude: list('exclude'),
    follow: values['follow'] === true,
    map: values['map'] === undefined ? {} : parseMap(text('map')),
    maxRecordBytes: parseSize('--max-record', text('maxRecord')),
    within: list('in'),
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
    },
    format: text('format') as Format,
    outputs: list('output'),
    ...(limit === undefined ? {} : { limit: parseWhole('--limit', String(limit)) }),
    failFrom: parseFailOn(text('failOn')),
    failOnNew: values['failOn'] === 'new',
    timestamps: values['timestamps'] === true,
    ...(state === undefined ? {} : { state: String(state) }),
    lockWaitSeconds: parseWhole('--lock-wait', text('lockWait')),
    readOnly: values['readOnly'] === true,
    allowShrink: values['allowShrink'] === true,
    allowPartial: values['allowPartial'] === true,
    allowNetworkDisk: values['allowNetworkDisk'] === true,
    dryRun: values['dryRun'] === true,
    only: text('only') as Only,
    ...(jobs === undefined ? {} : { jobs: parseWhole('--jobs', String(jobs), MAX_JOBS) }),
    quiet: values['quiet'] === true,
    color: text('color') as Request['color'],
  };
}

function parseFailOn(value: string): number {
  if (value === 'none') return Number.POSITIVE_INFINITY;
  if (value === 'any' || value === 'new') return 1;
  const count = /^count:(\d{1,9})$/.exec(value)?.[1];
  if (count === undefined) throw new UsageError(`--fail-on takes none, any, new or count:N, not "${value}"`);
  return Math.max(1, Number(count));
}
