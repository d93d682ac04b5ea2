import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { longName, shortName } from '../../src/cli/flag-words.ts';
import { COMMANDS, FLAGS } from '../../src/cli/flags.ts';
import { helpText } from '../../src/cli/help.ts';
import { TOPICS } from '../../src/cli/topics.ts';
import { dedupe, run } from '../helpers/command.ts';
import { folderWith, HARBOUR, skipped } from './workspace.ts';

async function faults(name: string, text: string): Promise<unknown> {
  const { stdout } = await dedupe(['schema', name]);
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout) as AnySchema);
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe('dedupe man', async () => {
  const { stdout: page, status } = await dedupe(['man']);

  it('has every command, flag and topic', () => {
    expect(status).toBe(0);
    const plain = page.replaceAll('\\-', '-').replaceAll(/\\f[BIR]/g, '');
    const missing = [
      ...COMMANDS.filter((command) => !plain.includes(`.B ${command}\n`)),
      ...FLAGS.flatMap((flag) => [longName(flag), shortName(flag)])
        .filter((name) => name !== undefined)
        .filter((name) => !plain.split(/[\s,]/).includes(name)),
      ...[...TOPICS.keys()].filter(
        (topic) => !plain.includes(`.SH ${topic.toUpperCase().replaceAll('-', ' ')}\n`),
      ),
    ];
    expect(missing).toEqual([]);
  });

  const READERS: Readonly<Record<string, string>> = {
    groff: 'groff -ww -man -Tutf8 >/dev/null',
    mandoc: 'mandoc -Tlint -W warning',
  };
  it.each(Object.entries(READERS))('is read by %s without a warning', async (reader, command) => {
    if ((await run('sh', ['-c', `command -v ${reader}`])).status !== 0) {
      skipped('the manual page', `${reader} is not installed`);
      return;
    }
    const { stdout, stderr } = await run('sh', ['-c', command], { input: page });
    // The page has no date: the same page comes of the same version.
    expect((stdout + stderr).split('\n').filter((line) => line !== '' && !/missing date/.test(line))).toEqual(
      [],
    );
  });

  it('shows the words of the topics as they stand', async () => {
    if ((await run('sh', ['-c', 'command -v groff'])).status !== 0) return;
    const { stdout } = await run('sh', ['-c', 'groff -man -Tutf8 -rLL=200n -P-cbou'], { input: page });
    const words = (text: string): string => text.replaceAll(/[\s\u2010\u2212-]+/g, ' ');
    expect(words(stdout)).toContain(
      words(TOPICS.get('environment') ?? '')
        .trim()
        .slice(0, 400),
    );
  });
});

describe('help', () => {
  const outside = {
    exists: () => false,
    namesHere: () => [],
    environment: {},
    readConfig: async () => undefined,
  };

  it.each([70, 80, 100, 140])('is set in %i columns, and says the same in all of them', async (width) => {
    for (const command of COMMANDS.filter((name) => name !== 'help')) {
      const request = await parseArguments([command, '--help'], outside);
      const text = await helpText(request, width);
      const isCopied = (line: string): boolean => /^(Usage: | {2}dedupe )/.test(line);
      expect(text.split('\n').filter((line) => line.length > width && !isCopied(line))).toEqual([]);
      const words = (page: string): readonly string[] => page.split(/\s+/);
      expect(words(text)).toEqual(words(await helpText(request, 1000)));
    }
  });
});

describe('dedupe doctor', () => {
  it('finds all that a run needs, as its schema says', async () => {
    const { stdout, status, stderr } = await dedupe(['doctor', '-f', 'json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(await faults('doctor', stdout)).toEqual([]);
    const { findings, program } = JSON.parse(stdout);
    expect(findings.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['node', 'memory', 'open files', 'temporary', 'threads', 'state', 'languages']),
    );
    expect(program.node).toBe(process.versions.node);
    expect(program.lmdb).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('says what is missing and what to do, with exit 2', async () => {
    const outcome = await dedupe(['doctor', '-f', 'human'], { env: { TMPDIR: '/no/such/place' } });
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toMatch(/^XX {2}temporary +\/no\/such\/place/m);
    expect(outcome.stdout).toContain('point TMPDIR');
  });

  it('takes no operand and writes no table', async () => {
    expect(await dedupe(['doctor', 'x'])).toMatchObject({ status: 2, stdout: '' });
    expect(await dedupe(['doctor', '-f', 'csv'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('schemas', () => {
  it('of settings hold', async () => {
    const cwd = folderWith({ 'a.txt': HARBOUR, 'dedupe.config.json': '{ "exclude": ["a"], "jobs": 1 }' });
    for (const command of ['scan', 'inspect', 'explain']) {
      const { stdout } = await dedupe([command, 'a.txt', '--print-config', '-f', 'json'], { cwd });
      expect(await faults('settings', stdout)).toEqual([]);
    }
    expect(
      await faults('config', '{ "schema": "dedupe.config/1", "clean": false, "jobs": 2, "exclude": "x" }'),
    ).toEqual([]);
    expect(await faults('config', '{ "clean": "no" }')).not.toEqual([]);
    expect(await faults('config', '{ "thershold": "strict" }')).not.toEqual([]);
  });
});
