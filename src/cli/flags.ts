/**
 * The one table of commands and flags: the parser, `--help`, the manual page, completions and the README's list of options
 * are made from it. Must not import anything heavy: it is loaded for `--version`.
 */
import type { Flag } from './flag.ts';
import { INPUT_FLAGS } from './flags-input.ts';
import { MATCHING_FLAGS } from './flags-matching.ts';
import { OUTPUT_FLAGS } from './flags-output.ts';
import { RUNNING_FLAGS } from './flags-running.ts';

export { COMMAND_INFO, COMMANDS, type CommandInfo, type CommandName } from './commands.ts';
export {
  FLAG_GROUPS,
  type Flag,
  type FlagGroup,
  FORMAT_NAMES,
  LOG_FORMATS,
  type LogFormat,
  ONLY,
  type Only,
  PROGRESS,
  type ProgressChoice,
} from './flag.ts';

export const FLAGS: readonly Flag[] = [...INPUT_FLAGS, ...MATCHING_FLAGS, ...OUTPUT_FLAGS, ...RUNNING_FLAGS];
