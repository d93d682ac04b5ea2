/** Completion for fish 3. Owns the script; must not know of other shells. */
import { firstWords, flagsOf, type Offer, offerFor, oppositesOf, takesFiles } from './completion-words.ts';
import { longName, shortName } from './flag-words.ts';
import { COMMAND_INFO, COMMANDS, type CommandName, type Flag } from './flags.ts';

export function fishCompletion(): string {
  const others = COMMANDS.filter((command) => command !== 'scan').join(' ');
  return `# Completion of dedupe for fish: dedupe completion fish | source
complete -c dedupe -e
${COMMANDS.map((command) => `complete -c dedupe -n __fish_use_subcommand -a ${command} -d ${quoted(COMMAND_INFO[command].summary)}`).join('\n')}
${COMMANDS.flatMap((command) => linesOf(command, conditionOf(command, others))).join('\n')}
`;
}

/** Without a command it is `scan`. */
function conditionOf(command: CommandName, others: string): string {
  return command === 'scan'
    ? `not __fish_seen_subcommand_from ${others}`
    : `__fish_seen_subcommand_from ${command}`;
}

function linesOf(command: CommandName, condition: string): readonly string[] {
  const start = `complete -c dedupe -n ${quoted(condition)}`;
  const words = firstWords(command);
  return [
    ...(takesFiles(command) ? [] : [`${start} -f`]),
    ...(words.length === 0 ? [] : [`${start} -a ${quoted(words.join(' '))}`]),
    ...flagsOf(command).map((flag) => `${start} ${flagWords(flag)} -d ${quoted(flag.description)}`),
    ...oppositesOf(command).map((word) => `${start} -l ${word.slice(2)}`),
  ];
}

function flagWords(flag: Flag): string {
  const short = shortName(flag);
  const offer = offerFor(flag);
  const names = `${short === undefined ? '' : `-s ${short.slice(1)} `}-l ${longName(flag).slice(2)}`;
  return offer === undefined ? names : `${names} ${offered(offer)}`;
}

/** -x: a value and no files; -r: a value, files are offered. */
function offered(offer: Offer): string {
  if (offer === 'files') return '-r';
  if (offer === 'folders') return "-x -a '(__fish_complete_directories)'";
  return offer === 'nothing' ? '-x' : `-x -a ${quoted(offer.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
