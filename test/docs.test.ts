import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, FLAGS } from '../src/cli/flags.ts';
import { dedupe, ROOT, run, temporaryFolder } from './helpers/command.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

interface Example {
  readonly command: string;
  /** The text block that follows, if any: what the command prints. */
  readonly output?: string;
}

/** Lines of the sh blocks, each with the text block right behind it. */
function examples(): readonly Example[] {
  const found: Example[] = [];
  const blocks = [...ofOneMachine(readme).matchAll(/^```(sh|js|text)\n([\s\S]*?)^```$/gm)];
  for (const [i, block] of blocks.entries()) {
    if (block[1] !== 'sh') continue;
    const commands = (block[2] ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const next = blocks[i + 1];
    const output = next?.[1] === 'text' ? next[2] : undefined;
    for (const [n, command] of commands.entries()) {
      found.push({ command, ...(output !== undefined && n === commands.length - 1 ? { output } : {}) });
    }
  }
  return found;
}

/** Without the section on clusters: what stands there is followed by `npm run test:spark`. */
function ofOneMachine(text: string): string {
  const start = text.indexOf('## When one machine is not enough');
  return text.slice(0, start) + text.slice(text.indexOf('\n## ', start));
}

/** A folder with `dedupe` on the path and the fixtures beside it, so that examples write nothing into the checkout. */
function workshop(): { cwd: string; env: Record<string, string> } {
  const cwd = temporaryFolder();
  symlinkSync(join(ROOT, 'fixtures'), join(cwd, 'fixtures'));
  symlinkSync(join(ROOT, 'bin', 'dedupe.js'), join(cwd, 'dedupe'));
  return { cwd, env: { PATH: `${cwd}:${process.env['PATH'] ?? ''}` } };
}

const [first, second, ...rest] = examples();

describe('README', () => {
  it('begins with the two commands, one line each, that install what they need', () => {
    expect(first?.command).toContain('npm ci');
    expect(first?.command).toContain('fixtures/newsroom');
    expect(second?.command).toContain('npm ci');
    expect(second?.command).toContain('npm test');
  });

  const place = workshop();
  it.each(rest)('runs: $command', async ({ command, output }) => {
    for (const tool of ['jq', 'sqlite3', 'duckdb']) {
      if (!new RegExp(`\\b${tool}\\b`).test(command)) continue;
      if ((await run('sh', ['-c', `command -v ${tool}`])).status === 0) continue;
      console.log(`skipped, ${tool} is not installed: ${command}`);
      return;
    }
    const outcome = await run('bash', ['-o', 'pipefail', '-c', command], place);
    expect([outcome.status, outcome.stderr]).toEqual([0, expect.any(String)]);
    if (output !== undefined) expect(outcome.stdout).toBe(output);
  });

  it('has a line for cron that runs as it stands', async () => {
    const line = /^```crontab\n(.*)\n```$/m.exec(readme)?.[1] ?? '';
    const [, command] = /^(?:\S+\s+){5}(.*)$/.exec(line) ?? [];
    const { cwd, env } = workshop();
    symlinkSync(join(ROOT, 'fixtures', 'newsroom', 'wire-edited'), join(cwd, 'archive'));
    // What cron makes of the line: the rest is the shell's.
    const script = (command ?? '').replaceAll('\\%', '%').replace('/srv/news', cwd);
    const night = (): ReturnType<typeof run> => run('sh', ['-c', script], { cwd: ROOT, env });
    expect(await night()).toEqual({ status: 0, stdout: '', stderr: '' });
    const report = readdirSync(cwd).find((name) => /^new-\d{4}-\d\d-\d\d\.json$/.test(name)) ?? '';
    const groups = (): unknown[] => JSON.parse(readFileSync(join(cwd, report), 'utf8')).groups;
    expect(groups()).toHaveLength(1);
    expect(await night()).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(groups()).toEqual([]);
  });

  it('names every command and every flag', () => {
    const missing = [
      ...COMMANDS.filter((command) => !readme.includes(`dedupe ${command}`) && command !== 'scan'),
      ...FLAGS.map((flag) => flag.flags.split(/[ ,]+/).find((word) => word.startsWith('--')) ?? '').filter(
        (flag) => !readme.includes(flag),
      ),
    ];
    expect(missing).toEqual([]);
  });

  it('names no flag that does not exist', async () => {
    const job = readFileSync(join(ROOT, 'src', 'spark', 'dedupe_job.py'), 'utf8');
    const known = new Set([
      ...FLAGS.flatMap((flag) => flag.flags.split(/[ ,]+/)),
      ...[...job.matchAll(/add_argument\("(--[a-z-]+)"/g)].map((match) => match[1] ?? ''),
    ]);
    const named = [...readme.matchAll(/`(--[a-z][a-z0-9-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((flag) => !known.has(flag))).toEqual([]);
  });
});

describe('the library examples', () => {
  const found = [...readme.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];

  it('are two', () => {
    expect(found).toHaveLength(2);
  });

  it.each(found.map(([, code, output], i) => [i, code, output] as const))(
    'print what the README says: %i',
    async (_, code = '', output) => {
      const program = code.replace("'dedupe'", JSON.stringify(join(ROOT, 'dist', 'index.js')));
      const outcome = await run(process.execPath, ['--input-type=module', '--eval', program]);
      expect(outcome).toEqual({ stdout: output, stderr: '', status: 0 });
    },
  );

  it('have the types that they show', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'node_modules'));
    symlinkSync(ROOT, join(cwd, 'node_modules', 'dedupe'));
    symlinkSync(join(ROOT, 'node_modules', '@types'), join(cwd, 'node_modules', '@types'));
    found.forEach(([, code = ''], i) => {
      writeFileSync(join(cwd, `example-${i}.mts`), code.replace('groups[0].', 'groups[0]!.'));
    });
    writeFileSync(join(cwd, 'package.json'), '{"type":"module"}');
    const words = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const files = found.map((_, i) => `example-${i}.mts`);
    const outcome = await run(process.execPath, [compiler, ...words, ...files], { cwd });
    expect(outcome).toEqual({ stdout: '', stderr: '', status: 0 });
  });
});

describe('help', () => {
  it.each([...COMMANDS])('of %s lists exactly its flags', async (command) => {
    const { stdout, status } = await dedupe([command, '--help']);
    expect(status).toBe(0);
    if (command === 'help') return;
    const expected = FLAGS.filter((flag) => flag.commands.includes(command)).map((flag) => flag.flags);
    const listed = [...stdout.matchAll(/^ {2}(-.*?)(?: {2,}|$)/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual([...expected].sort());
  });
});
