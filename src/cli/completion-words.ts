/** What may stand at each place behind `dedupe`, for the completions of all shells. Pure. */
import { longName, oppositeOf, placeholderOf, shortName } from './flag-words.ts';
import { COMMAND_INFO, COMMANDS, type CommandName, FLAGS, type Flag } from './flags.ts';
import { ALL_SCHEMAS } from './schemas.ts';
import { TOPICS } from './topics.ts';

/** What a shell offers as the value of a flag. */
export type Offer = 'files' | 'folders' | 'nothing' | readonly string[];

export function offerFor(flag: Flag): Offer | undefined {
  const placeholder = placeholderOf(flag);
  if (placeholder === undefined) return undefined;
  if (flag.choices !== undefined) return flag.choices;
  if (placeholder === 'file' || placeholder === 'path') return 'files';
  return placeholder === 'dir' ? 'folders' : 'nothing';
}

/** All that a flag is written as. */
export function spellings(flag: Flag): readonly string[] {
  return [shortName(flag), longName(flag)].filter((word) => word !== undefined);
}

export function flagsOf(command: CommandName): readonly Flag[] {
  return FLAGS.filter((flag) => flag.commands.includes(command));
}

/** What takes back the switches of a command that a file or a variable set. */
export function oppositesOf(command: CommandName): readonly string[] {
  return flagsOf(command).flatMap((flag) => oppositeOf(flag) ?? []);
}

/** Words that a command takes first; empty where it takes files. */
export function firstWords(command: CommandName): readonly string[] {
  switch (command) {
    case 'help':
      return [...new Set([...COMMANDS, ...TOPICS.keys()])];
    case 'schema':
      return Object.keys(ALL_SCHEMAS);
    default: {
      // `dedupe state info|check <dir>`
      const words = /^dedupe [a-z]+ ([a-z]+(?:\|[a-z]+)*)/.exec(COMMAND_INFO[command].usage)?.[1];
      return words?.split('|') ?? [];
    }
  }
}

/** Whether files may follow. */
export function takesFiles(command: CommandName): boolean {
  return /<[^<>]*\b(?:path|dir|A|report)\b/.test(COMMAND_INFO[command].usage);
}
