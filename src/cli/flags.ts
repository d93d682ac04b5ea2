/**
 * The one table of commands and flags: the parser, `--help` and the README's option list are made from it. Must not
 * import anything heavy: it is loaded for `--version`.
 */
import { EMITS, KEEPS, SORTS } from '../model/emit.ts';
import { CANONICAL_RULES, DEFAULT_MATCH_OPTIONS, GROUPINGS, THRESHOLDS } from '../model/options.ts';

export const COMMANDS = [
  'scan',
  'inspect',
  'explain',
  'lookup',
  'report',
  'diff',
  'review',
  'state',
  'schema',
  'doctor',
  'completion',
  'man',
  'help',
] as const;
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
  report: {
    usage: 'dedupe report <report>',
    summary: 'write a saved report again, in any format, without reading the archive',
  },
  diff: {
    usage: 'dedupe diff <old report> <new report>',
    summary:
      'show which groups are new, grew, shrank, were split, merged, vanished or have another canonical',
  },
  review: {
    usage: 'dedupe review <report> [--decisions FILE]',
    summary: 'decide group by group whether they are right; the next scan takes the decisions (--decisions)',
  },
  state: {
    usage: 'dedupe state info|check|rebuild|compact|forget|export <dir> ...',
    summary:
      'care of a state: what it remembers, whether it is sound, making it anew, less of it, all of it as data',
  },
  schema: {
    usage: 'dedupe schema [name]',
    summary: 'print a JSON Schema; without a name, the list of names',
  },
  doctor: {
    usage: 'dedupe doctor',
    summary: 'whether this machine has what a run needs, and what to do (exit 2 when something is missing)',
  },
  completion: {
    usage: 'dedupe completion bash|zsh|fish',
    summary: 'print the completion script of a shell',
  },
  man: {
    usage: 'dedupe man',
    summary: 'print the manual page (dedupe man | man -l -)',
  },
  help: {
    usage: 'dedupe help [command|topic]',
    summary: 'show help on a command or a topic',
  },
};

export const FLAG_GROUPS = ['Input', 'Matching', 'Output', 'Running'] as const;
export type FlagGroup = (typeof FLAG_GROUPS)[number];

export interface Flag {
  /** Commander's notation. */
  readonly flags: string;
  readonly description: string;
  readonly group: FlagGroup;
  readonly commands: readonly CommandName[];
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly repeatable?: boolean;
  /** Says more each time it is given. */
  readonly counted?: boolean;
  /** Belongs to one command line: neither a variable nor a file can set it. */
  readonly onlyHere?: boolean;
  /** A file of settings cannot set it. */
  readonly notInFile?: boolean;
  /** Says where to write: only a file of settings that somebody named can set it. */
  readonly writes?: boolean;
}

const READS: readonly CommandName[] = ['scan', 'inspect', 'explain', 'lookup'];
/** What reads an archive, also to make its state anew. */
const BUILDS: readonly CommandName[] = [...READS, 'state'];
/** What matches articles against each other. */
const MATCHES: readonly CommandName[] = ['scan', 'lookup'];
/** Commands that write data in several formats. */
const WRITES: readonly CommandName[] = [...READS, 'report', 'diff'];

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
    commands: BUILDS,
    repeatable: true,
  },
  {
    flags: '--exclude <glob>',
    description: 'leave out files whose path in a walked folder matches',
    group: 'Input',
    commands: BUILDS,
    repeatable: true,
  },
  { flags: '--follow', description: 'follow symbolic links', group: 'Input', commands: BUILDS },
  {
    flags: '--map <pairs>',
    description: 'names of record fields, as text=body,id=uid,date=published',
    group: 'Input',
    commands: BUILDS,
  },
  {
    flags: '--max-record <size>',
    description: 'largest record that is read',
    group: 'Input',
    commands: BUILDS,
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
    commands: BUILDS,
  },
  {
    flags: '--model <dir>',
    description: 'another lexicon and other models than the shipped ones (npm run lexicon makes them)',
    group: 'Matching',
    commands: BUILDS,
  },
  {
    flags: '--no-clean',
    description: 'keep every block: the input is article text already',
    group: 'Matching',
    commands: BUILDS,
  },
  {
    flags: '--no-language',
    description: 'do not detect languages; translations are not looked for',
    group: 'Matching',
    commands: BUILDS,
  },
  {
    flags: '--no-translations',
    description: 'look for copies and near-duplicates only',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup', 'state'],
  },
  {
    flags: '--threshold <name>',
    description: 'how much evidence a link needs',
    group: 'Matching',
    commands: ['scan', 'explain', 'lookup', 'state'],
    choices: THRESHOLDS,
    fallback: DEFAULT_MATCH_OPTIONS.threshold,
  },
  {
    flags: '--group-by <unit>',
    description: 'what a group is: one story, or all articles on one event',
    group: 'Matching',
    commands: ['scan', 'lookup', 'state'],
    choices: GROUPINGS,
    fallback: DEFAULT_MATCH_OPTIONS.groupBy,
  },
  {
    flags: '--canonical <rule>',
    description: 'which member stands for a group (first: smallest path)',
    group: 'Matching',
    commands: ['scan', 'lookup', 'state'],
    choices: CANONICAL_RULES,
    fallback: DEFAULT_MATCH_OPTIONS.canonical,
  },
  {
    flags: '--decisions <file>',
    description: 'what people decided: same, different, canonical (dedupe help decisions); repeatable',
    group: 'Matching',
    commands: ['scan', 'review'],
    repeatable: true,
  },
  {
    flags: '--by <name>',
    description: 'who decides, for the decisions file',
    group: 'Matching',
    commands: ['review'],
  },
  {
    flags: '-f, --format <name>',
    description: 'output format (auto: human on a terminal, else json)',
    group: 'Output',
    commands: [...WRITES, 'state', 'doctor'],
    choices: FORMAT_NAMES,
    fallback: 'auto',
  },
  {
    flags: '-o, --output <file>',
    description: 'write to [format:]FILE, atomically; may be given several times',
    group: 'Output',
    commands: [...WRITES, 'state'],
    repeatable: true,
    writes: true,
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
    commands: [...MATCHES, 'report', 'diff', 'review'],
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
    description:
      'exit 10 when groups were found (diff: when any changed): none, any, new (with --state) or count:N',
    group: 'Output',
    commands: [...MATCHES, 'diff'],
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
    writes: true,
  },
  {
    flags: '--lock-wait <seconds>',
    description: 'how long to wait for another run that writes the state',
    group: 'Running',
    commands: ['scan', 'state'],
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
    commands: ['scan', 'state'],
  },
  {
    flags: '--allow-partial',
    description: 'input that was skipped raises no exit code 3; it is told all the same',
    group: 'Running',
    commands: BUILDS,
  },
  {
    flags: '--allow-network-disk',
    description: 'keep the state on a network file system, although locks cannot be trusted there',
    group: 'Running',
    commands: ['scan', 'lookup', 'state'],
  },
  {
    flags: '-n, --dry-run',
    description: 'say what would be forgotten and change nothing',
    group: 'Running',
    commands: ['state'],
  },
  {
    flags: '--jobs <n>',
    description: 'worker threads (0: none); never changes the result',
    group: 'Running',
    commands: ['scan', 'inspect', 'lookup', 'state'],
  },
  {
    flags: '-q, --quiet',
    description: 'nothing on stderr but errors',
    group: 'Running',
    commands: [...WRITES, 'review', 'state'],
  },
  {
    flags: '--color <when>',
    description: 'colour of the human format',
    group: 'Running',
    commands: [...WRITES, 'review', 'state'],
    choices: ['auto', 'always', 'never'],
    fallback: 'auto',
  },
  {
    flags: '--config <file>',
    description: 'settings from this file, not from ./dedupe.config.json (dedupe help environment)',
    group: 'Running',
    commands: READS,
    notInFile: true,
  },
  {
    flags: '--print-config',
    description: 'print every setting and where it comes from, and read nothing',
    group: 'Running',
    commands: READS,
    onlyHere: true,
  },
  { flags: '-h, --help', description: 'show help', group: 'Running', commands: COMMANDS, onlyHere: true },
  {
    flags: '-V, --version',
    description: 'show the version',
    group: 'Running',
    commands: COMMANDS,
    onlyHere: true,
  },
];
