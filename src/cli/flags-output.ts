/** Flags that say what is written, and where. Must not import anything heavy. */
import { EMITS, KEEPS, SORTS } from '../model/emit.ts';
import { type Flag, FORMAT_NAMES, MATCHES, ONLY, RENDERS, WRITES } from './flag.ts';

export const OUTPUT_FLAGS: readonly Flag[] = [
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
    commands: RENDERS,
    choices: EMITS,
    fallback: 'groups',
  },
  {
    flags: '--keep <what>',
    description: 'what uniques keeps of a group: its canonical, or one article of each language',
    group: 'Output',
    commands: RENDERS,
    choices: KEEPS,
    fallback: 'one',
  },
  {
    flags: '--sort <by>',
    description:
      'order of groups: size (largest first), score (least sure first; so does review), date (newest first), path',
    group: 'Output',
    commands: [...RENDERS, 'review'],
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
    commands: RENDERS,
  },
  {
    flags: '--no-text',
    description: 'leave out every word of texts and titles, and what may repeat it: a report to be shared',
    group: 'Output',
    commands: RENDERS,
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
];
