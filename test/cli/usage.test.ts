import { describe, expect, it } from 'vitest';
import { COMMANDS, FLAGS } from '../../src/cli/flags.ts';
import { TOPICS } from '../../src/cli/topics.ts';
import { TOOL } from '../../src/run/tool.ts';
import { dedupe, type Outcome, type ParsedReport } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY } from './workspace.ts';

interface Refusal {
  readonly words: string;
  readonly status?: number;
  /** Stands in the one line on stderr. */
  readonly says: string;
}

const REFUSALS: readonly Refusal[] = [
  { words: '', says: 'no input was named' },
  { words: 'scan', says: 'no input was named' },
  { words: 'inspect', says: 'no input was named' },
  { words: 'explain', says: 'takes two articles' },
  { words: 'explain a.txt', says: 'takes two articles' },
  { words: 'explain a.txt b.txt a.txt', says: 'takes two articles' },
  { words: 'a.txt --formt json', says: 'Did you mean --format' },
  { words: '--no-translation a.txt', says: 'Did you mean --no-translations' },
  { words: '-Z a.txt', says: "unknown option '-Z'" },
  { words: 'a.txt -f xml', says: 'Allowed choices are auto, human, json' },
  { words: 'a.txt --threshold lax', says: 'strict, balanced, loose' },
  { words: 'a.txt --format', says: 'argument missing' },
  { words: 'a.txt --fail-on lots', says: 'none, any, new or count:N' },
  { words: 'a.txt --fail-on count:x', says: 'none, any, new or count:N' },
  { words: 'a.txt --max-record much', says: '--max-record takes a size' },
  { words: 'a.txt --max-record 0', says: '--max-record takes a size' },
  { words: 'a.txt --limit few', says: '--limit takes a whole number' },
  { words: 'a.txt --jobs -1', says: '--jobs takes a whole number' },
  { words: 'a.txt --jobs 100000', says: '--jobs takes a whole number from 0 to' },
  { words: 'a.txt --map body', says: '--map takes text' },
  { words: 'a.txt --map __proto__=x', says: '--map takes text' },
  { words: 'inspct a.txt', says: 'did you mean "inspect"' },
  { words: 'inspct', says: 'did you mean "inspect"' },
  { words: 'shcema report', says: 'did you mean "schema"' },
  { words: 'inspect a.txt --fail-on any', says: '--fail-on does not apply to "dedupe inspect"' },
  { words: 'explain a.txt b.txt --canonical first', says: '--canonical does not apply' },
  { words: 'a.txt --in b.txt', says: '--in does not apply to "dedupe scan"' },
  { words: 'schema -f json', says: '--format does not apply to "dedupe schema"' },
  { words: 'schema letter', says: 'takes one of report' },
  { words: 'help letters', says: 'there is no help on "letters"' },
  { words: 'inspect a.txt -f csv', says: 'it is written as human, json, ndjson' },
  { words: 'explain a.txt b.txt -f ndjson', says: 'it is written as human, json' },
  { words: 'missing.txt', status: 4, says: 'no such file or folder' },
  { words: 'missing.txt missing.txt', status: 4, says: 'no such file or folder' },
  { words: 'missing.txt also-missing', status: 4, says: 'also-missing' },
  { words: '*.xyz', status: 4, says: 'matches no file' },
  { words: 'inspect missing/*', status: 4, says: 'matches no file' },
  { words: 'explain a.txt missing.txt', status: 4, says: 'missing.txt' },
  { words: 'explain a.txt nowhere --in b.txt', status: 4, says: 'no article' },
];

/** Runs in a new folder with two articles. */
function attempt(words: string, files: Files = {}): Promise<Outcome> {
  const cwd = folderWith({ 'a.txt': HARBOUR, 'b.txt': LIBRARY, ...files });
  return dedupe(words.split(' ').filter(Boolean), { cwd });
}

describe('what cannot be done is refused in one line', () => {
  it.concurrent.each(REFUSALS)('dedupe $words', async ({ words, status, says }) => {
    const outcome = await attempt(words);
    expect(outcome.stderr).toContain(says);
    expect(outcome.stderr).toMatch(/^dedupe: error: [^\n]+\n$/m);
    expect(outcome.stderr.match(/error:/g)).toHaveLength(1);
    expect(outcome).toMatchObject({ status: status ?? 2, stdout: '' });
  });
});

describe('a word that is neither', () => {
  it('may have meant a command, or a path that is there', async () => {
    const outcome = await attempt('min', { 'mine/c.txt': HARBOUR });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(
      'there is no command and no path "min"; did you mean "man", or the path "mine"?',
    );
  });
});

describe('a word that is a command and a folder', () => {
  it.concurrent.each(COMMANDS)('%s alone is an error', async (command) => {
    const outcome = await attempt(command, { [`${command}/c.txt`]: HARBOUR });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(`write ./${command}`);
  });

  it.concurrent('is the command when an operand follows, and the folder when it is written as one', async () => {
    const files = { 'inspect/c.txt': HARBOUR };
    expect(JSON.parse((await attempt('inspect a.txt', files)).stdout).schema).toBe('dedupe.inspect/1');
    const report = JSON.parse((await attempt('./inspect', files)).stdout);
    expect(report.schema).toBe('dedupe.report/1');
    expect(report.articles[0].path).toBe('inspect/c.txt');
  });

  it.concurrent('never stands in the way of help', async () => {
    const outcome = await attempt('inspect --help', { 'inspect/c.txt': HARBOUR });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('options', () => {
  it.concurrent('stand anywhere', async () => {
    const orders = [
      '-f ndjson --threshold strict scan a.txt b.txt',
      'scan -f ndjson a.txt --threshold=strict b.txt',
      'a.txt b.txt --threshold strict -fndjson',
      '--threshold strict -f ndjson -- a.txt b.txt',
    ];
    const outcomes = await Promise.all(orders.map((words) => attempt(words)));
    expect(new Set(outcomes.map((outcome) => outcome.stdout)).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ status: 0 });
    expect(outcomes[0]?.stdout).toContain('"threshold":"strict"');
  });

  it.concurrent('end at --, so that a file may be called like one', async () => {
    const { stdout, status } = await attempt('-f json -- -f -x.txt', { '-f': HARBOUR, '-x.txt': LIBRARY });
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.path)).toEqual(['-f', '-x.txt']);
  });
});

describe('help', () => {
  it.concurrent.each(COMMANDS)('of %s names its flags and no others, on stdout', async (command) => {
    const outcome = await attempt(`help ${command}`);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^Usage: dedupe /);
    const named = FLAGS.filter((flag) => outcome.stdout.includes(`  ${flag.flags} `));
    expect(named).toEqual(FLAGS.filter((flag) => flag.commands.includes(command)));
  });

  it.concurrent.each(['inspect', 'explain', 'schema'])('%s --help is the same', async (command) => {
    expect(await attempt(`${command} --help`)).toEqual(await attempt(`help ${command}`));
  });

  it.concurrent.each([...TOPICS])('on %s', async (topic, text) => {
    const { status, stdout, stderr } = await attempt(`help ${topic}`);
    const command = COMMANDS.find((name) => name === topic);
    const usage = command === undefined ? '' : `${(await attempt(`${command} --help`)).stdout}\n`;
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: usage + text, stderr: '' });
  });

  it.concurrent('without a command shows commands and topics', async () => {
    const { stdout, stderr, status } = await attempt('--help');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    for (const word of [...COMMANDS, ...TOPICS.keys()]) expect(stdout).toContain(word);
    expect((await attempt('help')).stdout).toBe(stdout);
  });

  it.concurrent.each(['--version', '-V', 'scan --version'])('%s', async (words) => {
    expect(await attempt(words)).toEqual({ status: 0, stdout: `dedupe ${TOOL.version}\n`, stderr: '' });
  });
});
