/**
 * The one table of commands and flags: the parser, `--help` and the README's option list are made from it. Must not
 * import anything heavy: it is loaded for `--version`.
 */
import { EMITS, KEEPS, SORTS } from '../model/emit.ts';
import { CANONICAL_RULES, DEFAULT_MATCH_OPTIONS, GROUPINGS, THRESHOLDS } from '../model/options.ts';

export const COMMANDS = ['scan', 'inspect', 'explain', 'lookup', 'state', 'schema', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

export interface CommandInfo {
  readonly usage: string;
  readonly summary: string;
}

export const COMMAND_INFO: Readonly<Record<CommandName, CommandInfo>> = {
  scan: {
    usage: 'dedupe [scan] <path|glob|-> ...',
    summary: 'group the articles that are the same story (the main job)',
  },
  inspect: {
    usage: 'dedupe inspect <path|glob|-> ...',
    summary: 'show what is read from each article: language, kept and dropped blocks, names, numbers, dates',
  },
  explain: {
    usage: 'dedupe explain <A> <B> [--in PATH]',
    summary: 'show why two articles are, or are not, the same story',
  },
  lookup: {
    usage: 'dedupe lookup <path|glob|-> ... --state <dir>',
    summary: 'say for each article whether the archive has its story already; nothing is stored',
  },
  state: {
    usage: 'dedupe state info|check <dir>',
    summary: 'show what a state remembers, or verify all of it (exit 5 when it is damaged)',
  },
  schema: {
    usage: 'dedupe schema [name]',
    summary: 'print a JSON Schema; without a name, the list of names',
  },
  help: {
    usage: 'dedupe help [command|topic]',
    summary: 'show help on a command, or on: formats, exit-codes, matching, rules, decisions, state',
  },
};

export type FlagGroup = 'Input' | 'Matching' | 'Output' | 'Running';

export interface Flag {
  /** Commander's notation. */
  readonly flags: string;
  readonly description: string;
  readonly group: FlagGroup;
  readonly commands: readonly CommandName[];
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly repeatable?: boolean;
}

const READS: readonly CommandName[] = ['scan', 'inspect', 'explain', 'lookup'];
/** What matches articles against each other. */
const MATCHES: readonly CommandName[] = ['scan', 'lookup'];

/** Groups that are shown, by what became of them since the last run of a state. */
export const ONLY = ['new', 'changed', 'all'] as const;
export type Only = (typeof ONLY)[number];

export const FORMAT_NAMES = [
  'auto',
  'human',
  'json',
  'ndjson',
  'csv',
  'tsv',
  'md',
  'html',
  'paths0',
] as const;

export const FLAGS: readonly Flag[] = [
  {
    flags: '--include <glob>',
    description: 'read only files whose path in a walked folder matches',
    group: 'Input',
    commands: READS,
    repeatable: true,
  },
  {
    flags: '--exclude <glob>',
    description: 'leave out files whose path in a walked folder matches',
    group: 'Input',
    commands: READS,
    repeatable: true,
  },
  { flags: '--follow', description: 'follow symbolic links', group: 'Input', commands: READS },
  {
    flags: '--map <pairs>',
    description: 'names of record fields, as text=body,id=uid,date=published',
    group: 'Input',
    commands: READS,
  },
  {
    flags: '--max-record <size>',
    description: 'largest record that is read',
    group: 'Input',
    commands: READS,
    fallback: '64M',
  },
  {
    flags: '--in <path>',
    description: 'where explain looks for A and B when they are ids',
    group: 'Input',
    commands: ['explain'],
    repeatable: true,
  },
  {
    flags: '--rules <file>',
    description: 'what to keep and drop on the pages of known sites (dedupe help rules)',
    group: 'Matching',
    commands: READS,
  },
  {
    flags: '--model <dir>',
    description: 'another lexicon and other models than the shipped ones (npm run lexicon makes them)',
    group: 'Matching',
    commands: READS,
  },
  {
    flags: '--no-clean',
    description: 'keep every block: the input is article text already',
    group: 'Matching',
    commands: READS,
  },
  {
    flags: '--no-language',
    description: 'do not detect languages; translations are not looked for',
    group: 'Matching',
    commands: READS,
  },
  {
    flags: '--no-translations',
    description: 'look for copies and near-duplicates only',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup'],
  },
  {
    flags: '--threshold <name>',
    description: 'how much evidence a link needs',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup'],
    choices: THRESHOLDS,
    fallback: DEFAULT_MATCH_OPTIONS.threshold,
  },
  {
    flags: '--group-by <unit>',
    description: 'what a group is: one story, or all articles on one event',
    group: 'Matching',
    commands: MATCHES,
    choices: GROUPINGS,
    fallback: DEFAULT_MATCH_OPTIONS.groupBy,
  },
  {
    flags: '--canonical <rule>',
    description: 'which member stands for a group (first: smallest path)',
    group: 'Matching',
    commands: MATCHES,
    choices: CANONICAL_RULES,
    fallback: DEFAULT_MATCH_OPTIONS.canonical,
  },
  {
    flags: '--prefer-language <tags>',
    description: 'the canonical is in the first of these languages that a group has, as en,pt-BR',
    group: 'Matching',
    commands: ['scan'],
  },
  {
    flags: '--window <days>',
    description: 'do not link articles that were published further apart, as 30d or 2w',
    group: 'Matching',
    commands: ['scan'],
  },
  {
    flags: '--within <what>',
    description: 'link only articles of one source',
    group: 'Matching',
    commands: ['scan'],
    choices: ['source'],
  },
  {
    flags: '--across <what>',
    description: 'link only articles of different sources',
    group: 'Matching',
    commands: ['scan'],
    choices: ['source'],
  },
  {
    flags: '--decisions <file>',
    description: 'what people decided: same, different, canonical (dedupe help decisions); repeatable',
    group: 'Matching',
    commands: ['scan'],
    repeatable: true,
  },
  {
    flags: '-f, --format <name>',
    description: 'output format (auto: human on a terminal, else json)',
    group: 'Output',
    commands: [...READS, 'state'],
    choices: FORMAT_NAMES,
    fallback: 'auto',
  },
  {
    flags: '-o, --output <file>',
    description: 'write to [format:]FILE, atomically; may be given several times',
    group: 'Output',
    commands: READS,
    repeatable: true,
  },
  {
    flags: '--emit <what>',
    description:
      'groups, their pairs with aligned passages, all articles with their group, or only those to keep',
    group: 'Output',
    commands: ['scan'],
    choices: EMITS,
    fallback: 'groups',
  },
  {
    flags: '--keep <what>',
    description: 'what uniques keeps of a group: its canonical, or one article of each language',
    group: 'Output',
    commands: ['scan'],
    choices: KEEPS,
    fallback: 'one',
  },
  {
    flags: '--sort <by>',
    description: 'order of groups: size (largest first), score (least sure first), date (newest first), path',
    group: 'Output',
    commands: ['scan'],
    choices: SORTS,
    fallback: 'path',
  },
  {
    flags: '--limit <n>',
    description: 'write at most n groups (or pairs, articles) to standard output; files are complete',
    group: 'Output',
    commands: MATCHES,
  },
  {
    flags: '--summary',
    description: 'write the counts alone to standard output; files are complete',
    group: 'Output',
    commands: ['scan'],
  },
  {
    flags: '--no-text',
    description: 'leave out every word of texts and titles, and what may repeat it: a report to be shared',
    group: 'Output',
    commands: ['scan'],
  },
  {
    flags: '--only <what>',
    description: 'with --state: groups that are new or grew, that changed in any way, or all',
    group: 'Output',
    commands: ['scan'],
    choices: ONLY,
    fallback: 'all',
  },
  {
    flags: '--fail-on <what>',
    description: 'exit 10 when groups were found: none, any or count:N',
    group: 'Output',
    commands: MATCHES,
    fallback: 'none',
  },
  {
    flags: '--timestamps',
    description: 'add run.startedAt to the report',
    group: 'Output',
    commands: MATCHES,
  },
  {
    flags: '--state <dir>',
    description:
      'remember the archive in this folder: only new and changed files are read (dedupe help state)',
    group: 'Running',
    commands: MATCHES,
  },
  {
    flags: '--lock-wait <seconds>',
    description: 'how long to wait for another run that writes the state',
    group: 'Running',
    commands: ['scan'],
    fallback: '0',
  },
  {
    flags: '--read-only',
    description: 'use the state and store nothing',
    group: 'Running',
    commands: ['scan'],
  },
  {
    flags: '--allow-shrink',
    description: 'go on when more than 20 % of the known articles are gone',
    group: 'Running',
    commands: ['scan'],
  },
  {
    flags: '--jobs <n>',
    description: 'worker threads (0: none); never changes the result',
    group: 'Running',
    commands: ['scan', 'inspect', 'lookup'],
  },
  { flags: '-q, --quiet', description: 'nothing on stderr but errors', group: 'Running', commands: READS },
  {
    flags: '--color <when>',
    description: 'colour of the human format',
    group: 'Running',
    commands: READS,
    choices: ['auto', 'always', 'never'],
    fallback: 'auto',
  },
  { flags: '-h, --help', description: 'show help', group: 'Running', commands: COMMANDS },
  { flags: '-V, --version', description: 'show the version', group: 'Running', commands: COMMANDS },
];
