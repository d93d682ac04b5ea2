/** Flags that say how a run goes. Must not import anything heavy. */
import { COMMANDS } from './commands.ts';
import { ASKS, type Flag, LOG_FORMATS, MAKES, PROGRESS, READS, SETTABLE, WRITES } from './flag.ts';

export const RUNNING_FLAGS: readonly Flag[] = [
  {
    flags: '--state <dir>',
    description:
      'remember the archive in this folder: only new and changed files are read (dedupe help state)',
    group: 'Running',
    commands: ASKS,
    writes: true,
  },
  {
    flags: '--lock-wait <time>',
    description: 'how long to wait for another run that writes the state, as 90s, 10m, 2h',
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
    commands: MAKES,
  },
  {
    flags: '--allow-network-disk',
    description: 'keep the state on a network file system, although locks cannot be trusted there',
    group: 'Running',
    commands: [...ASKS, 'state'],
  },
  {
    flags: '--jobs <n>',
    description:
      'threads that work (1: no other than the first); by itself one a processor once a run is long; never changes the result',
    group: 'Running',
    commands: ['scan', 'inspect', 'lookup', 'state'],
  },
  {
    flags: '--memory <size>',
    description:
      'how much memory the run may take, as 1G: fewer threads; where that is not enough it ends with exit 2',
    group: 'Running',
    commands: ['scan', 'inspect', 'lookup'],
  },
  {
    flags: '-q, --quiet',
    description: 'nothing on stderr but errors',
    group: 'Running',
    commands: [...WRITES, 'review', 'state'],
  },
  {
    flags: '--time-limit <time>',
    description: 'end after so long, as 90s, 10m, 2h, with exit 143; a state keeps what was read',
    group: 'Running',
    commands: ['scan'],
  },
  {
    flags: '-v, --verbose',
    description: 'stages and how long they took; twice: files as well',
    group: 'Running',
    commands: READS,
    counted: true,
  },
  {
    flags: '--progress <when>',
    description: 'a bar on stderr while something takes long; always: lines where it is no terminal',
    group: 'Running',
    commands: READS,
    choices: PROGRESS,
    fallback: 'auto',
  },
  {
    flags: '--log-format <name>',
    description: 'stderr for people, or as one JSON object a line (dedupe schema log-row)',
    group: 'Running',
    commands: [...READS, 'state'],
    choices: LOG_FORMATS,
    fallback: 'text',
  },
  {
    flags: '--metrics <file>',
    description: 'leave what the run measured in this file, for Prometheus (dedupe help cron)',
    group: 'Running',
    commands: ['scan'],
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
    commands: SETTABLE,
    notInFile: true,
  },
  {
    flags: '--print-config',
    description: 'print every setting and where it comes from, and read nothing',
    group: 'Running',
    commands: SETTABLE,
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
