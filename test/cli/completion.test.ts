import { describe, expect, it } from 'vitest';
import { longName, placeholderOf } from '../../src/cli/flag-words.ts';
import { COMMANDS, FLAGS } from '../../src/cli/flags.ts';
import { TOPICS } from '../../src/cli/topics.ts';
import { dedupe, run } from '../helpers/command.ts';
import { folderWith, HARBOUR, skipped } from './workspace.ts';

interface Ask {
  /** What is typed; the last word is the one that is completed. */
  readonly typed: string;
  readonly has: readonly string[];
  readonly hasNot?: readonly string[];
}

const ASKS: readonly Ask[] = [
  { typed: 'dedupe insp', has: ['inspect'], hasNot: ['scan', 'explain'] },
  { typed: 'dedupe ar', has: ['archive'], hasNot: ['inspect'] },
  { typed: 'dedupe inspect ', has: ['archive', 'page.txt'] },
  { typed: 'dedupe --thresh', has: ['--threshold'], hasNot: ['--format'] },
  { typed: 'dedupe archive --threshold ', has: ['strict', 'balanced', 'loose'], hasNot: ['archive'] },
  { typed: 'dedupe archive -f nd', has: ['ndjson'] },
  { typed: 'dedupe -f json inspect --max', has: ['--max-record'] },
  { typed: 'dedupe inspect --fail', has: [], hasNot: ['--fail-on'] },
  { typed: 'dedupe archive --fail', has: ['--fail-on'] },
  { typed: 'dedupe archive --rules p', has: ['page.txt'] },
  { typed: 'dedupe archive --no-fol', has: ['--no-follow'] },
  { typed: 'dedupe state in', has: ['info'], hasNot: ['check'] },
  { typed: 'dedupe state info ', has: ['archive'] },
  { typed: 'dedupe help exit', has: ['exit-codes'] },
  { typed: 'dedupe schema rul', has: ['rules'] },
  { typed: 'dedupe completion ', has: ['bash', 'zsh', 'fish'], hasNot: ['page.txt'] },
];

const place = folderWith({
  'archive/a.txt': HARBOUR,
  'page.txt': HARBOUR,
  'odd $(touch pwn) name.txt': HARBOUR,
});

/** Programs that print the offers of a shell for a line, one a line, without what they mean. */
const SHELLS: Readonly<Record<string, (typed: string, script: string) => readonly string[]>> = {
  bash: (typed, script) => {
    // As bash itself cuts a line into words.
    const words = typed.split(/ /);
    const list = words.map((word) => `'${word}'`).join(' ');
    return [
      'bash',
      '--norc',
      '-c',
      `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _dedupe; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ];
  },
  fish: (typed, script) => [
    'fish',
    '--no-config',
    '-c',
    `${script}\ncomplete -C '${typed}' | string replace -r '\\t.*' ''`,
  ],
  zsh: (typed, script) => ['zsh', '-f', '-c', zshAsk(typed, script)],
};

/** zsh completes at a terminal only: one is made, and what it would show is caught on its way. */
function zshAsk(typed: string, script: string): string {
  return `
zmodload zsh/zpty
zpty -b asked zsh -f -i
zpty -w asked 'PROMPT=; autoload -Uz compinit; compinit -D -u'
print -r -- ${quoted(script)} > "$TMPDIR/_dedupe_script"
zpty -w asked 'source "$TMPDIR/_dedupe_script"'
zpty -w asked 'compadd() { local -a hits; builtin compadd -A hits "$@"; print -rl -- $hits >> "$TMPDIR/offers"; builtin compadd "$@" }'
zpty -w asked 'bindkey "^I" complete-word; print ready'
zpty -n -w asked ${quoted(typed)}$'\\t'
repeat 100; do sleep 0.05; zpty -r -t asked line; [[ -s "$TMPDIR/offers" ]] && break; done
sleep 0.2
zpty -d asked
[[ -f "$TMPDIR/offers" ]] && cat "$TMPDIR/offers"
true`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

describe.each(Object.keys(SHELLS))('completion in %s', async (shell) => {
  const script = (await dedupe(['completion', shell])).stdout;

  it('names every command and every flag', () => {
    const spelled = (name: string): string => (shell === 'fish' ? `-l ${name.slice(2)}` : name);
    const missing = [
      ...COMMANDS.filter((command) => !script.includes(command)),
      ...FLAGS.map(longName).filter((name) => !script.includes(spelled(name))),
      ...[...TOPICS.keys()].filter((topic) => !script.includes(topic)),
      ...FLAGS.filter((flag) => placeholderOf(flag) !== undefined).flatMap(({ choices = [] }) =>
        choices.filter((choice) => !script.includes(choice)),
      ),
    ];
    expect(missing).toEqual([]);
  });

  it.each(ASKS)('$typed', async ({ typed, has, hasNot = [] }) => {
    if ((await run('sh', ['-c', `command -v ${shell}`])).status !== 0) {
      skipped(`completion in ${shell}`, 'it is not installed');
      return;
    }
    const [program = '', ...words] = SHELLS[shell]!(typed, script);
    const { stdout, stderr } = await run(program, words, {
      cwd: place,
      env: { TMPDIR: folderWith(), TERM: 'dumb' },
    });
    expect(stderr).toBe('');
    const offers = stdout.split('\n').map((word) => word.trim().replace(/\/$/, ''));
    expect(offers).toEqual(expect.arrayContaining([...has]));
    expect(offers.filter((offer) => hasNot.includes(offer))).toEqual([]);
  });
});
