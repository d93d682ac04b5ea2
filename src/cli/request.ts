/**
 * A request: what a command line, the variables and the settings asked for, typed. Owns its shape and how the values of
 * flags become it; must not look at words or files.
 */
import { UsageError } from '../lib/errors.ts';
import type { Emit, Keep, Sort } from '../model/emit.ts';
import type { InputFormat } from '../model/input-formats.ts';
import { DEFAULT_MATCH_OPTIONS, MAX_JOBS, type MatchOptions } from '../model/options.ts';
import { boundsOf } from './bounds.ts';
import type { CommandName, FORMAT_NAMES, LogFormat, Only, ProgressChoice } from './flags.ts';
import type { Settings, Value } from './settings.ts';
import { parseCount, parseDuration, parseMap, parseSize, parseWhole } from './values.ts';

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
  /** Whether `.dedupeignore` files are heeded. */
  readonly ignoreFiles: boolean;
  readonly map: Readonly<Record<string, string>>;
  readonly maxRecordBytes: number;
  readonly inputFormat: InputFormat;
  /** Whether a text of many articles is read article by article. */
  readonly split: boolean;
  /** Where the list of records stands in JSON. */
  readonly records?: string;
  /** Only so many records of the input. */
  readonly sample?: { readonly count: number };
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
  /** Bytes that the process may take. */
  readonly memory?: number;
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

/** By the names that commander gives to options. */
export type Values = Readonly<Record<string, Value | undefined>>;

/** Throws `UsageError` for a value that does not fit its flag. */
export function toRequest(
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
    ignoreFiles: values['ignore'] !== false,
    map: values['map'] === undefined ? {} : parseMap(text('map')),
    maxRecordBytes: parseSize('--max-record', text('maxRecord')),
    inputFormat: text('inputFormat') as InputFormat,
    split: values['split'] !== false,
    ...(values['records'] === undefined ? {} : { records: text('records') }),
    ...(values['sample'] === undefined ? {} : { sample: { count: parseCount('--sample', text('sample')) } }),
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
    ...(values['memory'] === undefined ? {} : { memory: parseSize('--memory', text('memory')) }),
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
