/** The table of what `dedupe state` does, for the parser and for help. Data only: it is loaded for every `--help`. */

export interface StateVerb {
  readonly usage: string;
  readonly summary: string;
  /** Long names of the options that it takes. */
  readonly flags: readonly string[];
}

/** What every verb takes. */
const ALL = ['--config', '--print-config', '--log-format'];

/** What changes a state waits for who writes it. */
const WRITES = [...ALL, '--lock-wait', '--quiet', '--allow-network-disk'];

export const STATE_VERBS = {
  info: {
    usage: 'dedupe state info <dir>',
    summary: 'show what the state remembers, and when the last run was complete',
    flags: [...ALL, '--format', '--output', '--color'],
  },
  check: {
    usage: 'dedupe state check <dir>',
    summary: 'verify every invariant of the state; exit 5 and the repair command when one does not hold',
    flags: [...ALL, '--format', '--output', '--color'],
  },
  rebuild: {
    usage: 'dedupe state rebuild <dir> [path|glob ...]',
    summary:
      'make the state anew from its archive, for this program and after damage; the old one stays until then',
    flags: [
      ...WRITES,
      '--allow-shrink',
      '--allow-partial',
      '--include',
      '--exclude',
      '--no-ignore',
      '--follow',
      '--map',
      '--max-record',
      '--no-split',
      '--rules',
      '--model',
      '--no-clean',
      '--no-language',
      '--no-translations',
      '--threshold',
      '--group-by',
      '--canonical',
      '--jobs',
    ],
  },
  compact: {
    usage: 'dedupe state compact <dir>',
    summary: 'give the room back that nothing needs any more, and leave no trace of what was forgotten',
    flags: WRITES,
  },
  forget: {
    usage: 'dedupe state forget <dir> <path|glob|id> ...',
    summary:
      'take files out of the state; what still stands in the archive comes back with the next run that meets it',
    flags: [...WRITES, '--dry-run'],
  },
  export: {
    usage: 'dedupe state export <dir> [-o FILE]',
    summary:
      'write all that the state knows of files, articles, groups and runs as JSON Lines, without the texts',
    flags: [...ALL, '--output', '--format'],
  },
} as const satisfies Readonly<Record<string, StateVerb>>;

export type StateVerbName = keyof typeof STATE_VERBS;
export const STATE_VERB_NAMES = Object.keys(STATE_VERBS) as readonly StateVerbName[];
