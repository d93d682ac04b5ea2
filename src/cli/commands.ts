/** The commands, what each is called with and for. Must not import anything: it is loaded for `--version`. */

export const COMMANDS = [
  'scan',
  'inspect',
  'explain',
  'lookup',
  'report',
  'diff',
  'review',
  'state',
  'stage',
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
    usage: 'dedupe explain <A> [B] [--in PATH | --report FILE | --state DIR]',
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
  stage: {
    usage: 'dedupe stage <name>',
    summary: 'one stage as a filter over JSON Lines, for clusters (dedupe help stages)',
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
