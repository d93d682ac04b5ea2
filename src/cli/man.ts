/**
 * `dedupe man`: the manual page in roff, made from the table of flags and the help topics. Must not print.
 * Reference: man(7), groff_man(7).
 */

import { TOOL } from '../run/tool.ts';
import { longName, oppositeOf, placeholderOf, shortName } from './flag-words.ts';
import { COMMAND_INFO, COMMANDS, FLAG_GROUPS, FLAGS, type Flag } from './flags.ts';
import { EXAMPLES } from './help.ts';
import { TOPICS } from './topics.ts';

export function manText(): string {
  const lines = [
    // No date: the same page comes of the same version.
    `.TH ${TOOL.name.toUpperCase()} 1 "" "${TOOL.name} ${TOOL.version}" "User Commands"`,
    '.SH NAME',
    `${TOOL.name} \\- tells which news articles are the same story, across languages, with the evidence`,
    '.SH SYNOPSIS',
    ...COMMANDS.flatMap((command, i) => [...(i === 0 ? [] : ['.br']), escaped(COMMAND_INFO[command].usage)]),
    '.SH COMMANDS',
    ...COMMANDS.flatMap((command) => [
      '.TP',
      `.B ${command}`,
      escaped(capital(COMMAND_INFO[command].summary)),
    ]),
    '.SH OPTIONS',
    'Options stand anywhere. Behind each: the commands that it applies to.',
    ...FLAG_GROUPS.flatMap((group) => [
      `.SS ${group}`,
      ...FLAGS.filter((flag) => flag.group === group).flatMap(optionLines),
    ]),
    '.SH EXAMPLES',
    ...preformatted(EXAMPLES.join('\n')),
    ...[...TOPICS].flatMap(([name, text]) => [
      `.SH ${name.toUpperCase().replaceAll('-', ' ')}`,
      ...preformatted(text),
    ]),
    '.SH SEE ALSO',
    '.BR jq (1),',
    '.BR crontab (5)',
  ];
  return `${lines.join('\n')}\n`;
}

function optionLines(flag: Flag): readonly string[] {
  const value = placeholderOf(flag);
  const names = [shortName(flag), longName(flag)]
    .filter((name) => name !== undefined)
    .map((name) => `\\fB${escaped(name)}\\fR`)
    .join(', ');
  const opposite = oppositeOf(flag);
  const facts = [
    flag.choices === undefined ? '' : ` One of ${flag.choices.join(', ')}.`,
    flag.fallback === undefined ? '' : ` Default: ${flag.fallback}.`,
    opposite === undefined ? '' : ` Taken back by ${opposite}.`,
    flag.commands.length === COMMANDS.length ? '' : ` (${flag.commands.join(', ')})`,
  ].join('');
  const head = value === undefined ? names : `${names} \\fI${value}\\fR`;
  return ['.TP', head, escaped(`${capital(flag.description)}.${facts}`)];
}

/** Lines as they are. */
function preformatted(text: string): readonly string[] {
  return [
    '.nf',
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '.sp' : escaped(line))),
    '.fi',
  ];
}

/** Text that roff prints as it is: a backslash, a hyphen that is a minus, a control character at the start of a line. */
function escaped(text: string): string {
  const plain = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll("'", '\\(aq');
  return plain.startsWith('.') ? `\\&${plain}` : plain;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
