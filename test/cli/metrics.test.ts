/** `--metrics FILE`: held to the text format and the naming conventions of Prometheus by a checker of our own. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '../../src/model/issue.ts';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines, shell } from './workspace.ts';

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const BASE_UNITS = /_(?:seconds|bytes|info)$/;
const OTHER_UNITS = /_(?:milliseconds|ms|minutes|hours|kilobytes|kb|mb|percent)(?:_|$)/;

/** Every sample; throws where the text breaks the format or its metrics break the conventions. */
function parseStrictly(text: string): readonly Sample[] {
  const fail = (why: string): never => {
    throw new Error(`${why}\n${text}`);
  };
  if (!text.endsWith('\n')) fail('the last line has no end');
  const samples: Sample[] = [];
  const types = new Map<string, string>();
  const seen = new Set<string>();
  let helped = '';
  for (const line of text.slice(0, -1).split('\n')) {
    const help = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ((?:[^\\]|\\\\|\\n)+)$/.exec(line);
    if (help !== null) {
      helped = help[1] ?? '';
      if (types.has(helped)) fail(`${helped} is not in one piece`);
      continue;
    }
    const type = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$/.exec(line);
    if (type !== null) {
      if (type[1] !== helped) fail(`no help right before the type of ${type[1]}`);
      types.set(type[1] ?? '', type[2] ?? '');
      continue;
    }
    const sample =
      /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN|[+-]Inf)$/.exec(line);
    if (sample === null) return fail(`neither a comment nor a sample: ${line}`);
    const [, name = '', pairs = '', value] = sample;
    if (name !== helped || !types.has(name)) fail(`a sample of ${name} under ${helped}`);
    if (types.get(name) === 'gauge' && /_(?:total|count|sum|bucket)$/.test(name))
      fail(`${name} is no gauge by name`);
    if (OTHER_UNITS.test(name)) fail(`${name} is not in base units`);
    if (/(?:duration|timestamp|_size)/.test(name) && !BASE_UNITS.test(name)) fail(`${name} has no unit`);
    const labels: Record<string, string> = {};
    const rest = pairs.replaceAll(
      /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/g,
      (_, label, text) => {
        if (label in labels || label.startsWith('__')) fail(`label ${label} of ${name}`);
        labels[label] = text;
        return '';
      },
    );
    if (rest !== '') fail(`labels of ${name}: ${rest}`);
    const key = `${name} ${JSON.stringify(Object.entries(labels).sort())}`;
    if (seen.has(key)) fail(`twice: ${key}`);
    seen.add(key);
    samples.push({ name, labels, value: Number(value) });
  }
  return samples;
}

const FEW = ['--no-translations', '--jobs', '0', '-q', '-o', 'out.json'];

function archive(): {
  cwd: string;
  run: (...words: string[]) => Promise<Outcome>;
  read: () => Map<string, number>;
} {
  const cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/b.txt': HARBOUR,
    'in/c.jsonl': `${lines({ text: LIBRARY })}{"text":\n`,
  });
  return {
    cwd,
    run: (...words) => dedupe([...words, ...FEW, '--metrics', 'node/news.prom'], { cwd }),
    read: () => {
      const samples = parseStrictly(readFileSync(join(cwd, 'node/news.prom'), 'utf8'));
      for (const { labels } of samples) expect(labels['archive']).toBe('news');
      return new Map(
        samples.map(({ name, labels, value }) => {
          const { archive: _, version: __, ...rest } = labels;
          return [[name.replace('dedupe_', ''), ...Object.values(rest)].join(' '), value];
        }),
      );
    },
  };
}

describe('the checker', () => {
  const HEAD = '# HELP a_seconds A.\n# TYPE a_seconds gauge\n';
  it.each([
    `${HEAD}a_seconds 1`,
    'a_seconds 1\n',
    `${HEAD}a_seconds{x="1",x="2"} 1\n`,
    `${HEAD}a_seconds{x="1"} 1\na_seconds{x="1"} 2\n`,
    `${HEAD}a_seconds{x="\\t"} 1\n`,
    `${HEAD}b_seconds 1\n`,
    '# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n',
    '# HELP run_duration A.\n# TYPE run_duration gauge\nrun_duration 1\n',
    '# HELP a_ms A.\n# TYPE a_ms gauge\na_ms 1\n',
    `${HEAD}a_seconds 1,5\n`,
    `${HEAD}\na_seconds 1\n`,
  ])('refuses %j', (text) => {
    expect(() => parseStrictly(text)).toThrow();
  });
  it('takes what is right', () => {
    expect(parseStrictly(`${HEAD}a_seconds{x="a\\"b\\\\"} 1.5\n`)).toHaveLength(1);
  });
});

describe('--metrics', () => {
  it('tells what a night found and took', async () => {
    const { cwd, run, read } = archive();
    mkdirSync(join(cwd, 'node'));
    const before = Date.now() / 1000;
    expect((await run('in', '--state', 'state')).status).toBe(3);
    const first = read();
    expect(first.get('build_info')).toBe(1);
    expect(first.get('exit_code')).toBe(3);
    expect([first.get('articles'), first.get('groups'), first.get('new_groups')]).toEqual([3, 1, 1]);
    expect([first.get('read_files'), first.get('read_bytes')]).toEqual([
      3,
      2 * HARBOUR.length + lines({ text: LIBRARY }).length + 9,
    ]);
    const codes = ISSUE_CODES.map((code) => first.get(`issues ${code}`));
    expect(codes).toEqual(ISSUE_CODES.map((code) => (code === 'invalid-json' ? 1 : 0)));
    expect(first.get('last_success_timestamp_seconds')).toBe(first.get('last_run_timestamp_seconds'));
    expect(first.get('last_run_timestamp_seconds')).toBeGreaterThan(before);
    expect(first.get('last_run_timestamp_seconds')).toBeLessThan(Date.now() / 1000);
    const stages = [...first].filter(([name]) => name.startsWith('stage_duration_seconds '));
    expect(stages.map(([name]) => name.split(' ')[1])).toEqual(
      'discover recognise read load clean index near propose judge group write'.split(' '),
    );
    const total = first.get('run_duration_seconds') ?? 0;
    const sum = stages.reduce((all, [, seconds]) => all + seconds, 0);
    expect(sum).toBeLessThanOrEqual(total + 0.01 * stages.length);

    expect((await run('in', '--state', 'state')).status).toBe(0);
    const second = read();
    expect([second.get('new_groups'), second.get('exit_code'), second.get('groups')]).toEqual([0, 0, 1]);
    expect(readdirSync(join(cwd, 'node'))).toEqual(['news.prom']);
  });

  it('of a failed run keeps when the last good one was', async () => {
    const { cwd, run, read } = archive();
    mkdirSync(join(cwd, 'node'));
    await run('in');
    const good = read().get('last_success_timestamp_seconds');
    expect((await run('gone')).status).toBe(4);
    const failed = read();
    expect(failed.get('exit_code')).toBe(4);
    expect(failed.get('last_success_timestamp_seconds')).toBe(good);
    expect(failed.get('last_run_timestamp_seconds')).toBeGreaterThan(good ?? 0);
    expect(failed.has('articles')).toBe(false);
    mkdirSync(join(cwd, 'other'));
    writeFileSync(join(cwd, 'other/file'), '');
    expect((await run('in', '--state', 'other')).status).toBe(5);
    expect(read().get('exit_code')).toBe(5);
    // Never any success: no time of it.
    writeFileSync(join(cwd, 'node/news.prom'), '');
    await run('gone');
    expect(read().has('last_success_timestamp_seconds')).toBe(false);
    // A command line that says nothing clear leaves the file alone.
    const before = readFileSync(join(cwd, 'node/news.prom'), 'utf8');
    expect((await run('in', '--only', 'new')).status).toBe(2);
    expect(readFileSync(join(cwd, 'node/news.prom'), 'utf8')).toBe(before);
  });

  it('is refused where it would stand in the way, before anything is read', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'folder/x': '' });
    const run = (file: string): Promise<Outcome> =>
      dedupe(['in', '-o', 'out.json', '--metrics', file, '--no-translations'], { cwd });
    for (const [file, says] of [
      ['gone/m.prom', 'does not exist'],
      ['folder', 'is a folder'],
      ['in/m.prom', 'lies in the input in'],
      ['out.json', 'is also an --output'],
    ] as const) {
      const { status, stderr } = await run(file);
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    }
    expect(readdirSync(cwd).sort()).toEqual(['folder', 'in']);
  });

  it('that cannot be written ends with 7, and the reports are there', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'node/m.prom': 'old\n' });
    const script =
      'chattr +i node 2>/dev/null || exit 99; dedupe in -q -o out.json --metrics node/m.prom; code=$?; chattr -i node; exit $code';
    const { status, stderr } = await shell(script, { cwd });
    if (status === 99) {
      console.log('skipped: metrics that cannot be written: this file system has no immutable folders');
      return;
    }
    expect([status, stderr]).toEqual([
      7,
      expect.stringMatching(/^dedupe: error: the metrics [^\n]*could not be written[^\n]*\n$/),
    ]);
    expect(readFileSync(join(cwd, 'node/m.prom'), 'utf8')).toBe('old\n');
    expect(readdirSync(cwd)).toContain('out.json');
  });
});
