/** Flags that say what is read. Must not import anything heavy. */
import { INPUT_FORMATS } from '../model/input-formats.ts';
import { BUILDS, type Flag, MAKES, READS } from './flag.ts';

export const INPUT_FLAGS: readonly Flag[] = [
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
  {
    flags: '--files-from <file>',
    description: 'also read the paths that stand in this file, one a line (-: standard input)',
    group: 'Input',
    commands: READS,
    repeatable: true,
    onlyHere: true,
  },
  {
    flags: '--files0-from <file>',
    description: 'the same, each path ended by a NUL, as find -print0 writes them',
    group: 'Input',
    commands: READS,
    repeatable: true,
    onlyHere: true,
  },
  {
    flags: '-n, --dry-run',
    description: 'list the files that would be read, or what a state would forget, and do nothing',
    group: 'Input',
    commands: ['scan', 'inspect', 'state'],
    onlyHere: true,
  },
  {
    flags: '--no-ignore',
    description: 'read what .dedupeignore files leave out',
    group: 'Input',
    commands: BUILDS,
  },
  { flags: '--follow', description: 'follow symbolic links', group: 'Input', commands: BUILDS },
  {
    flags: '--input-format <name>',
    description: 'what the files hold, whatever they are called',
    group: 'Input',
    commands: MAKES,
    choices: INPUT_FORMATS,
    fallback: 'auto',
  },
  {
    flags: '--map <pairs>',
    description: 'names of record fields, as text=body,id=uid,date=published',
    group: 'Input',
    commands: MAKES,
  },
  {
    flags: '--records <path>',
    description: 'where the list of records stands in JSON, as response.docs (else it is looked for)',
    group: 'Input',
    commands: MAKES,
  },
  {
    flags: '--no-split',
    description: 'read a text or HTML file as one article, whatever it seems',
    group: 'Input',
    commands: BUILDS,
  },
  {
    flags: '--max-record <size>',
    description: 'largest record that is read',
    group: 'Input',
    commands: MAKES,
    fallback: '64M',
  },
  {
    flags: '--sample <n>',
    description: 'read only n records, spread evenly over the input and always the same: for a first look',
    group: 'Input',
    commands: ['scan', 'inspect'],
  },
  {
    flags: '--in <path>',
    description: 'where explain looks for A and B when they are ids',
    group: 'Input',
    commands: ['explain'],
    repeatable: true,
  },
  {
    flags: '--report <file>',
    description:
      'a saved report in which explain looks for A and B: ids, or groups (one alone: its weakest link)',
    group: 'Input',
    commands: ['explain'],
  },
];
