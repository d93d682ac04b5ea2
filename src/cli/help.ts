/** `--help` and `dedupe help <topic>`, made from the table of flags. Pure text; must not print. */
import { wrapColumns } from '../lib/columns.ts';
import { UsageError } from '../lib/errors.ts';
import { TOOL } from '../run/tool.ts';
import type { Request } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { COMMAND_INFO, COMMANDS, type CommandName, FLAG_GROUPS, FLAGS, type Flag } from './flags.ts';
import { STATE_VERB_NAMES, STATE_VERBS, type StateVerbName } from './state-verbs.ts';
import { TOPICS } from './topics.ts';

/** Columns of flags and names. */
const LEFT = 28;
/** Columns of a description, however narrow the terminal is. */
const NARROWEST = 24;

const WHAT_IT_DOES = 'tells which news articles are the same story, across languages, with the evidence.';

export const EXAMPLES: readonly string[] = [
  'dedupe ./archive',
  'dedupe inspect page.txt',
  'dedupe explain a.txt b.txt',
  'dedupe ./archive -f json | jq ".groups[].members[].id"',
];

/** In lines of `width` columns, but for topics and examples, which hold what is copied. */
export async function helpText(request: Request, width: number): Promise<string> {
  const layout = new Layout(width);
  const [verb] = request.operands;
  if (request.command === 'state')
    return stateHelp(
      STATE_VERB_NAMES.find((name) => name === verb),
      layout,
    );
  if (request.command !== 'help')
    return commandHelp(
      request.operands.length === 0 && request.command === 'scan' ? undefined : request.command,
      layout,
    );
  const [word, part] = request.operands;
  if (word === undefined) return commandHelp(undefined, layout);
  if (word === 'state' && part !== undefined)
    return stateHelp(
      STATE_VERB_NAMES.find((name) => name === part),
      layout,
    );
  const command = COMMANDS.find((name) => name === word);
  const topic = TOPICS.get(word);
  // `state` is both: the options of the command, then what it is about.
  if (command === 'state') return `${stateHelp(undefined, layout)}\n${TOPICS.get('state') ?? ''}`;
  if (command !== undefined) return commandHelp(command, layout) + (topic === undefined ? '' : `\n${topic}`);
  if (topic === undefined) {
    const known = [...COMMANDS, ...TOPICS.keys()];
    throw new UsageError(
      `there is no help on "${word}"; topics: ${known.join(', ')}${await didYouMean(word, known)}`,
    );
  }
  return topic;
}

/** Help on one verb of `state`; without a name, on all of them. */
function stateHelp(verb: StateVerbName | undefined, layout: Layout): string {
  if (verb === undefined) {
    const rows = STATE_VERB_NAMES.map((name) => layout.row(name, STATE_VERBS[name].summary));
    return [
      `Usage: ${COMMAND_INFO.state.usage} [options]`,
      '',
      layout.line(capital(COMMAND_INFO.state.summary)),
      '',
      ...rows,
      '',
      ...flagRows('state', layout),
      'Which of them a verb takes: dedupe state <verb> --help\n',
    ].join('\n');
  }
  const { usage, summary, flags: names } = STATE_VERBS[verb];
  const flags = FLAGS.filter(({ flags }) => [...names, '--help'].some((name) => flags.includes(name)));
  const rows = flags.map((flag) => layout.row(flag.flags, describe(flag)));
  return `${[`Usage: ${usage} [options]`, '', layout.line(capital(summary)), '', 'Options', ...rows].join('\n')}\n`;
}

/** Help on one command; without a name, on the program and its main job. */
function commandHelp(command: CommandName | undefined, layout: Layout): string {
  const shown = command ?? 'scan';
  const lines = [
    `Usage: ${COMMAND_INFO[shown].usage} [options]`,
    '',
    layout.line(capital(COMMAND_INFO[shown].summary)),
    '',
  ];
  if (command === undefined) {
    lines[2] = layout.line(`${TOOL.name} ${TOOL.version}: ${WHAT_IT_DOES}`);
    lines.push('Commands');
    for (const name of COMMANDS) lines.push(layout.row(name, COMMAND_INFO[name].summary));
    lines.push('');
  }
  lines.push(...flagRows(shown, layout));
  if (command === undefined) {
    lines.push('Examples', ...EXAMPLES.map((example) => `  ${example}`), '');
    lines.push(layout.line(`More: dedupe help <topic>; topics: ${[...TOPICS.keys()].join(', ')}`));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The flags of a command by group, an empty line behind each. */
function flagRows(command: CommandName, layout: Layout): readonly string[] {
  return FLAG_GROUPS.flatMap((group) => {
    const flags = FLAGS.filter((flag) => flag.group === group && flag.commands.includes(command));
    if (flags.length === 0) return [];
    return [group, ...flags.map((flag) => layout.row(flag.flags, describe(flag))), ''];
  });
}

function describe(flag: Flag): string {
  const choices = flag.choices === undefined ? '' : ` (${flag.choices.join(', ')})`;
  const fallback = flag.fallback === undefined ? '' : ` [${flag.fallback}]`;
  return `${flag.description}${choices}${fallback}`;
}

class Layout {
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  line(text: string): string {
    return wrapColumns(text, Math.max(NARROWEST, this.#width)).join('\n');
  }

  /** A name and what it is, beside each other. */
  row(left: string, right: string): string {
    const below = `\n  ${''.padEnd(LEFT)}`;
    const lines = wrapColumns(right, Math.max(NARROWEST, this.#width - LEFT - 2)).join(below);
    return left.length < LEFT ? `  ${left.padEnd(LEFT)}${lines}` : `  ${left}${below}${lines}`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
