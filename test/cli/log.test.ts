/** What a run says on stderr: for people, and as rows for programs that keep to their schema. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '../../src/model/log.ts';
import { SCHEMAS } from '../../src/report/index.ts';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const validate = new Ajv2020({ strict: true }).compile(SCHEMAS['log-row'] as AnySchema);

/** Rows of a log, each of which must keep to the schema. */
function rowsOf({ stderr }: Outcome): readonly LogRow[] {
  expect(stderr).toMatch(/^(\{[^\n]*\}\n)*$/);
  const rows = stderr
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as LogRow);
  for (const row of rows) {
    validate(row);
    expect([row, validate.errors]).toEqual([row, null]);
  }
  return rows;
}

/** The rows without what differs from run to run. */
function told(rows: readonly LogRow[]): readonly string[] {
  return rows.map((row) => {
    const { time: _, level: __, event, ...rest } = row;
    const facts = Object.entries(rest).filter(
      ([name]) => !['seconds', 'pid', 'tool', 'schema'].includes(name),
    );
    return [event, ...facts.map(([name, value]) => `${name}=${value}`)].join(' ');
  });
}

const FEW = ['--no-translations', '--jobs', '0'];
const JSON_LOG = ['--log-format', 'json'];
const INPUT = {
  'in/a.txt': HARBOUR,
  'in/b.txt': HARBOUR,
  'in/c.jsonl': `${lines({ text: LIBRARY })}{"text":\n`,
};

describe('--log-format json', () => {
  it('tells a night from its first to its last row', async () => {
    const cwd = folderWith(INPUT);
    const words = ['in', '--state', 'state', '-o', 'out.csv', ...FEW, ...JSON_LOG, '-v'];
    const first = await dedupe(words, { cwd });
    const bytes = 2 * HARBOUR.length + INPUT['in/c.jsonl'].length;
    expect(told(rowsOf(first))).toEqual([
      'run-started command=scan',
      'stage-started stage=discover unit=files',
      'stage-ended stage=discover done=3 unit=files',
      'stage-started stage=recognise total=3 unit=files',
      'stage-ended stage=recognise done=3 unit=files',
      `stage-started stage=read total=${bytes} unit=bytes`,
      `file-read path=in/a.txt bytes=${HARBOUR.length}`,
      `file-read path=in/b.txt bytes=${HARBOUR.length}`,
      `file-read path=in/c.jsonl bytes=${INPUT['in/c.jsonl'].length}`,
      'state-kept files=3',
      `stage-ended stage=read done=${bytes} unit=bytes`,
      'stage-started stage=load total=3 unit=articles',
      'stage-ended stage=load done=3 unit=articles',
      'stage-started stage=clean unit=articles',
      'stage-ended stage=clean done=0 unit=articles',
      'stage-started stage=index unit=articles',
      'stage-ended stage=index done=3 unit=articles',
      'stage-started stage=near total=4 unit=slices',
      'stage-ended stage=near done=4 unit=slices',
      'stage-started stage=propose total=0 unit=articles',
      'stage-ended stage=propose done=0 unit=articles',
      'stage-started stage=judge total=0 unit=pairs',
      'stage-ended stage=judge done=0 unit=pairs',
      'stage-started stage=group unit=articles',
      'stage-ended stage=group done=3 unit=articles',
      'stage-started stage=write unit=outputs',
      'output-written path=out.csv format=csv',
      'state-completed run=1 files=3 articles=3 groups=1',
      'issue code=invalid-json path=in/c.jsonl record=2 offset=' +
        `${lines({ text: LIBRARY }).length} message=${messageOf(first)}`,
      'stage-ended stage=write done=1 unit=outputs',
      'run-ended exitCode=3 articles=3 groups=1 newGroups=1',
    ]);
    expect(first.stdout).toBe('');
    const second = rowsOf(await dedupe(words, { cwd }));
    expect(told(second).slice(-3)).toEqual([
      'notice message=1 loss of input as in the run before',
      'stage-ended stage=write done=1 unit=outputs',
      'run-ended exitCode=0 articles=3 groups=1 newGroups=0',
    ]);
  });

  it('says how bad it is', async () => {
    const cwd = folderWith(INPUT);
    const levels = (outcome: Outcome): readonly string[] =>
      rowsOf(outcome)
        .filter(({ event }) => ['issue', 'error', 'run-ended'].includes(event))
        .map(({ event, level }) => `${event} ${level}`);
    expect(levels(await dedupe(['in/a.txt', ...FEW, ...JSON_LOG], { cwd }))).toEqual(['run-ended info']);
    expect(levels(await dedupe(['in', ...FEW, ...JSON_LOG], { cwd }))).toEqual([
      'issue warning',
      'run-ended warning',
    ]);
    expect(levels(await dedupe(['gone', ...FEW, ...JSON_LOG], { cwd }))).toEqual([
      'error error',
      'run-ended error',
    ]);
    // Quiet: what a cron job has to learn, and no row when all is well.
    expect(levels(await dedupe(['in', ...FEW, ...JSON_LOG, '-q'], { cwd }))).toEqual([
      'issue warning',
      'run-ended warning',
    ]);
    expect((await dedupe(['in/a.txt', ...FEW, ...JSON_LOG, '-q'], { cwd })).stderr).toBe('');
  });

  it.each([
    { words: ['--log-format', 'json', 'in', '--foo'], status: 2 },
    { words: ['--log-format=json', 'in', '--only', 'new'], status: 2 },
    { words: ['--log-format', 'json', 'gone'], status: 4 },
    { words: ['state', 'info', 'in', '--log-format', 'json'], status: 5 },
    { words: ['inspect', 'in', 'gone', '--log-format', 'json'], status: 3 },
    { words: ['explain', 'in/a.txt', 'gone', '--log-format', 'json'], status: 4 },
  ])('holds for $words', async ({ words, status }) => {
    const outcome = await dedupe(words, { cwd: folderWith(INPUT) });
    expect(outcome.status).toBe(status);
    expect(rowsOf(outcome).some(({ level }) => level !== 'info')).toBe(true);
  });

  it('holds no text of an article, and its schema can be had', async () => {
    const cwd = folderWith(INPUT);
    const { stderr } = await dedupe(['in', ...JSON_LOG, '-vv', '-o', 'o.json'], { cwd });
    expect(stderr).not.toMatch(/Tellmouth|Penrose|Harbour/);
    expect(JSON.parse((await dedupe(['schema', 'log-row'])).stdout)).toEqual(SCHEMAS['log-row']);
  });
});

function messageOf(outcome: Outcome): string {
  const row = rowsOf(outcome).find(({ event }) => event === 'issue');
  return row?.event === 'issue' ? row.message : '';
}

describe('--verbose', () => {
  it('tells stages and their times, twice: files', async () => {
    const cwd = folderWith(INPUT);
    const run = (...words: string[]): Promise<Outcome> =>
      dedupe(['in', '--state', 'state', ...FEW, '-o', 'out.json', ...words], { cwd });
    const silent = await run();
    expect(silent.stderr).toMatch(/^dedupe: in\/c\.jsonl record 2[^\n]*\n$/);
    const once = await run('-v');
    expect(once.stderr).toMatch(/^dedupe: discover +\d+\.\d s {2}3 files$/m);
    expect(once.stderr).toMatch(/^dedupe: write +\d+\.\d s {2}1 output$/m);
    expect(once.stderr).toMatch(/^dedupe: out\.json is written \(json\)$/m);
    expect(once.stderr).toMatch(/dedupe: ended with exit code 0 after \d+\.\d s\n$/);
    expect(once.stderr).not.toContain('in/a.txt');
    writeFileSync(join(cwd, 'in/d.txt'), LIBRARY);
    const twice = await run('-v', '--verbose');
    expect(twice.stderr).toContain(`dedupe: read in/d.txt (${LIBRARY.length} bytes)\n`);
    expect(twice.stderr).toContain('dedupe: kept what was read: 1 file\n');
    expect(await run('-q')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('shows ten issues and counts the others; a log for programs has all', async () => {
    const cwd = folderWith({ 'in/a.jsonl': '{"text":\n'.repeat(14) });
    const { stderr } = await dedupe(['in', ...FEW, '-f', 'csv'], { cwd });
    expect(stderr.match(/\[invalid-json\]/g)).toHaveLength(10);
    expect(stderr).toContain('dedupe: 4 more issues; see "issues" in the report\n');
    const rows = rowsOf(await dedupe(['in', ...FEW, ...JSON_LOG, '-f', 'csv'], { cwd }));
    expect(rows.filter(({ event }) => event === 'issue')).toHaveLength(14);
  });
});
