/** How a row of the table of flags is called: on the command line, in a file of settings, as a variable. Pure. */
import type { Flag } from './flags.ts';

/** `--no-clean` */
export function longName(flag: Flag): string {
  return wordsOf(flag).find((word) => word.startsWith('--')) ?? flag.flags;
}

/** `-f`, where there is one. */
export function shortName(flag: Flag): string | undefined {
  return wordsOf(flag).find((word) => /^-[^-]/.test(word));
}

/** What stands for the value: `file` of `--rules <file>`; undefined for a flag without one. */
export function placeholderOf(flag: Flag): string | undefined {
  return /[<[](\w+)/.exec(flag.flags)?.[1];
}

/** Yes or no: given or not. */
export function isSwitch(flag: Flag): boolean {
  return placeholderOf(flag) === undefined && flag.counted !== true;
}

/** Whether the flag says no to what holds otherwise. */
export function isNegative(flag: Flag): boolean {
  return isSwitch(flag) && longName(flag).startsWith('--no-');
}

/** What is set: `clean` by `--no-clean`, `max-record` by `--max-record`. */
export function settingName(flag: Flag): string {
  return longName(flag).slice(isNegative(flag) ? '--no-'.length : '--'.length);
}

/** The flag that takes back what a file or a variable said: `--clean` for `--no-clean`, `--no-follow` for `--follow`. */
export function oppositeOf(flag: Flag): string | undefined {
  if (!isSwitch(flag) || flag.onlyHere === true) return undefined;
  return isNegative(flag) ? `--${settingName(flag)}` : `--no-${settingName(flag)}`;
}

/** `DEDUPE_MAX_RECORD` */
export function variableOf(flag: Flag): string {
  return `DEDUPE_${settingName(flag).replaceAll('-', '_').toUpperCase()}`;
}

/** Where a flag may be set besides the command line. */
export function isSetting(flag: Flag): boolean {
  return flag.onlyHere !== true;
}

function wordsOf(flag: Flag): readonly string[] {
  return flag.flags.split(/[ ,]+/);
}
