/**
 * What a program may ask of a scan, checked: who writes plain JavaScript gets an error that names the option, what was
 * found and what it takes. Owns the names and their defaults; must not read a file.
 */
import { availableParallelism } from 'node:os';
import { parseDecisions, parseRules } from '../dedupe.ts';
import { DEFAULT_MAX_RECORD_BYTES } from '../ingest/index.ts';
import { UsageError } from '../lib/errors.ts';
import { DECISIONS_SCHEMA, type Decision } from '../model/decision.ts';
import { INPUT_FORMATS, type InputFormat } from '../model/input-formats.ts';
import {
  CANONICAL_RULES,
  DEFAULT_MATCH_OPTIONS,
  GROUPINGS,
  MAX_JOBS,
  type MatchOptions,
  SOURCE_BOUNDS,
  THRESHOLDS,
} from '../model/options.ts';
import { FIELDS } from '../model/record-fields.ts';
import type { CollectRequest } from '../run/collect.ts';
import { jobsOf } from '../run/jobs.ts';
import { readKnowledge } from '../run/knowledge.ts';

/** Everything the flags of the same names decide; each may be left out. */
export interface ScanOptions extends Partial<MatchOptions> {
  /** Globs on the paths in walked folders. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Whether symbolic links in walked folders are followed. */
  readonly follow?: boolean;
  /** Our name of a field (`text`, `id`, `title`, `date`, `url`, `source`) -> its name in the records. */
  readonly map?: Readonly<Record<string, string>>;
  /** Whether a text file that holds many articles (an export of a database, `<doc>` elements) is read one by one; true. */
  readonly split?: boolean;
  /** Whether `.dedupeignore` files of walked folders are heeded; true. */
  readonly ignoreFiles?: boolean;
  /** The largest record that is read, in bytes. */
  readonly maxRecordBytes?: number;
  /** What the files, or files in archives, hold, whatever they are called; records that are handed in are records. */
  readonly inputFormat?: InputFormat;
  /** Where the list of records stands in JSON: names separated by dots. */
  readonly records?: string;
  /** Read only so many records of files, spread evenly over the input and always the same. */
  readonly sample?: number;
  /** Folder of another trained model. */
  readonly model?: string;
  /**
   * Threads that work, that of the caller among them; 0 or 1: no other. Never changes the result. Default: one a
   * processor, once the run has lasted three seconds.
   */
  readonly jobs?: number;
}

/** How a call is ended early. */
export interface Running {
  /** When it is aborted, everything is given back (threads, working files), and the call fails with its reason. */
  readonly signal?: AbortSignal;
}

/** Returns what is wrong with a value, as what the option takes; undefined where it is right. */
type Check = (value: unknown) => string | undefined;

const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a string');
const object: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object';
const list: Check = (value) => (Array.isArray(value) ? undefined : 'an array');
const strings: Check = (value) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : 'an array of strings';
const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    choices.some((choice) => choice === value) ? undefined : `one of ${choices.join(', ')}`;
const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `a whole number from ${least} to ${most}`;
const fields: Check = (value) =>
  object(value) === undefined &&
  Object.entries(value as object).every(
    ([field, name]) => FIELDS.some((known) => known === field) && text(name) === undefined,
  )
    ? undefined
    : `an object from ${FIELDS.join(', ')} to names of fields`;

const CHECKS: Readonly<Record<keyof ScanOptions, Check>> = {
  clean: flag,
  language: flag,
  translations: flag,
  threshold: oneOf(THRESHOLDS),
  groupBy: oneOf(GROUPINGS),
  canonical: oneOf(CANONICAL_RULES),
  preferLanguages: strings,
  windowDays: whole(0, 999_999),
  sources: oneOf(SOURCE_BOUNDS),
  rules: object,
  decisions: list,
  include: strings,
  exclude: strings,
  follow: flag,
  map: fields,
  split: flag,
  ignoreFiles: flag,
  maxRecordBytes: whole(1, Number.MAX_SAFE_INTEGER),
  inputFormat: oneOf(INPUT_FORMATS),
  records: text,
  sample: whole(1, 999_999_999),
  model: text,
  jobs: whole(0, MAX_JOBS),
};

/** The options of a run. Throws `UsageError` for an unknown option or a value that it does not take. */
export function toRequest(
  options: ScanOptions,
  input: Pick<CollectRequest, 'paths' | 'stdin' | 'stdinFormat'>,
): CollectRequest {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof ScanOptions] : undefined;
    if (check === undefined) {
      throw new UsageError(`there is no option "${name}"; known are ${Object.keys(CHECKS).join(', ')}`);
    }
    const takes = value === undefined ? undefined : check(value);
    if (takes !== undefined) throw new UsageError(`the option ${name} takes ${takes}`);
  }
  const { inputFormat, records, sample, ...others } = options;
  for (const [name, value] of Object.entries({ inputFormat, records, sample }))
    if (value !== undefined && input.stdin !== undefined)
      throw new UsageError(
        `the option ${name} is for files; records that are handed in are read as they are`,
      );
  const {
    include,
    exclude,
    follow,
    map,
    split,
    ignoreFiles,
    maxRecordBytes,
    model,
    jobs,
    rules,
    decisions,
    ...given
  } = others;
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const match: MatchOptions = {
    ...DEFAULT_MATCH_OPTIONS,
    ...chosen,
    ...(decisions === undefined ? {} : { decisions: checkedDecisions(decisions) }),
    ...(rules === undefined ? {} : { rules: parseRules(JSON.stringify(rules), 'the option rules') }),
  };
  const translations = match.translations && match.language;
  return {
    ...input,
    include: include ?? [],
    exclude: exclude ?? [],
    follow: follow ?? false,
    map: map ?? {},
    ...(split === undefined ? {} : { split }),
    ...(ignoreFiles === undefined ? {} : { ignoreFiles }),
    maxRecordBytes: maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES,
    ...(inputFormat === undefined ? {} : { inputFormat }),
    ...(records === undefined ? {} : { records }),
    ...(sample === undefined ? {} : { sample: { count: sample } }),
    match: { ...match, translations },
    knowledge: readKnowledge(model, translations),
    jobs: jobsOf(jobs, availableParallelism()),
  };
}

/** Read as their file is, so that a mistake in one is named the same way. */
function checkedDecisions(decisions: readonly Decision[]): readonly Decision[] {
  const rows = decisions.map((decision) => ({ schema: DECISIONS_SCHEMA, ...decision }));
  return parseDecisions(JSON.stringify(rows), 'the option decisions');
}
