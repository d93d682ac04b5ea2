/** `--help` and `dedupe help <topic>`, made from the table of flags. Pure text; must not print. */
import { UsageError } from '../lib/errors.ts';
import { TOOL } from '../run/tool.ts';
import type { Request } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { COMMAND_INFO, COMMANDS, type CommandName, FLAG_GROUPS, FLAGS, type Flag } from './flags.ts';
import { STATE_VERB_NAMES, STATE_VERBS, type StateVerbName } from './state-verbs.ts';
import { TOPICS } from './topics.ts';

const WIDTH = 28;

export const EXAMPLES: readonly string[] = [
  'dedupe ./archive',
  'dedupe inspect page.txt',
  'dedupe explain a.txt b.txt',
  'dedupe ./archive -f json | jq ".groups[].members[].id"',
];

export async function helpText(request: Request): Promise<string> {
  const [verb] = request.operands;
  if (request.command === 'state') return stateHelp(STATE_VERB_NAMES.find((name) => name === verb));
  if (request.command !== 'help')
    return commandHelp(
      request.operands.length === 0 && request.command === 'scan' ? undefined : request.command,
    );
  const [word, part] = request.operands;
  if (word === undefined) return commandHelp(undefined);
  if (word === 'state' && part !== undefined)
    return stateHelp(STATE_VERB_NAMES.find((name) => name === part));
  const command = COMMANDS.find((name) => name === word);
  const topic = TOPICS.get(word);
  // `state` is both: the options of the command, then what it is about.
  if (command === 'state') return `${stateHelp(undefined)}\n${TOPICS.get('state') ?? ''}`;
  if (command !== undefined) return commandHelp(command) + (topic === undefined ? '' : `\n${topic}`);
  if (topic === undefined) {
    const known = [...COMMANDS, ...TOPICS.keys()];
    throw new UsageError(
      `there is no help on "${word}"; topics: ${known.join(', ')}${await didYouMean(word, known)}`,
    );
  }
  return topic;
}

/** Help on one verb of `state`; without a name, on all of them. */
function stateHelp(verb: StateVerbName | undefined): string {
  if (verb === undefined) {
    const rows = STATE_VERB_NAMES.map((name) => row(name, STATE_VERBS[name].summary));
    return [
      `Usage: ${COMMAND_INFO.state.usage} [options]`,
      '',
      capital(COMMAND_INFO.state.summary),
      '',
      ...rows,
      '',
      ...flagRows('state'),
      'Which of them a verb takes: dedupe state <verb> --help\n',
    ].join('\n');
  }
  const { usage, summary, flags: names } = STATE_VERBS[verb];
  const flags = FLAGS.filter(({ flags }) => [...names, '--help'].some((name) => flags.includes(name)));
  const rows = flags.map((flag) => row(flag.flags, describe(flag)));
  return `${[`Usage: ${usage} [options]`, '', capital(summary), '', 'Options', ...rows].join('\n')}\n`;
}

/** Help on one command; without a name, on the program and its main job. */
function commandHelp(command: CommandName | undefined): string {
  const shown = command ?? 'scan';
  const lines = [
    `Usage: ${COMMAND_INFO[shown].usage} [options]`,
    '',
    capital(COMMAND_INFO[shown].summary),
    '',
  ];
  if (command === undefined) {
    lines[2] = `${TOOL.name} ${TOOL.version}: tells which news articles are the same story, across languages, with the evidence.`;
    lines.push('Commands');
    for (const name of COMMANDS) lines.push(row(name, COMMAND_INFO[name].summary));
    lines.push('');
  }
  lines.push(...flagRows(shown));
  if (command === undefined) {
    lines.push('Examples', ...EXAMPLES.map((example) => `  ${example}`), '');
    lines.push(`More: dedupe help <topic>; topics: ${[...TOPICS.keys()].join(', ')}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The flags of a command by group, an empty line behind each. */
function flagRows(command: CommandName): readonly string[] {
  return FLAG_GROUPS.flatMap((group) => {
    const flags = FLAGS.filter((flag) => flag.group === group && flag.commands.includes(command));
    if (flags.length === 0) return [];
    return [group, ...flags.map((flag) => row(flag.flags, describe(flag))), ''];
  });
}

function describe(flag: Flag): string {
  const choices = flag.choices === undefined ? '' : ` (${flag.choices.join(', ')})`;
  const fallback = flag.fallback === undefined ? '' : ` [${flag.fallback}]`;
  return `${flag.description}${choices}${fallback}`;
}

function row(left: string, right: string): string {
  return left.length < WIDTH ? `  ${left.padEnd(WIDTH)}${right}` : `  ${left}\n  ${''.padEnd(WIDTH)}${right}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
