/** What changes a state besides a run: made anew, less of it, all of it told; each by the command itself. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { SCHEMAS, type SchemaName } from '../../src/report/index.ts';
import { dedupe, type Outcome, type ParsedReport, scan } from '../helpers/command.ts';
import { storedValues } from '../helpers/damaged-state.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FEW = ['--no-translations', '--jobs', '0'];
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });

interface Place {
  readonly cwd: string;
  readonly run: (...words: readonly string[]) => Promise<ParsedReport>;
  readonly care: (verb: string, ...words: readonly string[]) => Promise<Outcome>;
}

async function archive(): Promise<Place> {
  const cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/b.txt': HARBOUR,
    'in/c.jsonl': lines({ id: 'r1', text: LIBRARY }, { id: 'r2', text: HARBOUR }),
    'in/d.txt': LIBRARY,
  });
  const run = (...words: readonly string[]): Promise<ParsedReport> =>
    scan([...words, '--state', 'state', ...FEW], { cwd });
  await run('in');
  return { cwd, run, care: (verb, ...words) => dedupe(['state', verb, 'state', ...words], { cwd }) };
}

function members({ groups }: ParsedReport): readonly string[] {
  return groups.map(
    ({ members, isNew }) => `${members.map(({ id }) => id).join(' ')}${isNew ? ' (new)' : ''}`,
  );
}

function expectValid(name: SchemaName, value: unknown): void {
  const isValid = ajv.compile(SCHEMAS[name] as AnySchema);
  expect(isValid(value) ? [] : isValid.errors).toEqual([]);
}

function dataIn(cwd: string): readonly string[] {
  return readdirSync(join(cwd, 'state')).filter((name) => name.includes('.mdb') && !name.endsWith('-lock'));
}

/** A state of another release: its engine stands in the card. */
function age(cwd: string): void {
  const card = join(cwd, 'state/state.json');
  writeFileSync(card, readFileSync(card, 'utf8').replace(/"engine": "[^"]*"/, '"engine": "of old"'));
}

const ALL = ['in/a.txt in/b.txt r2', 'r1 in/d.txt'];

describe('a state is made anew', () => {
  it('for another engine, and the next run tells what is new all the same', async () => {
    const { cwd, run, care } = await archive();
    const before = JSON.parse((await care('info', '-f', 'json')).stdout);
    age(cwd);
    const refused = await dedupe(['in', '--state', 'state', ...FEW], { cwd });
    expect([refused.status, refused.stderr]).toEqual([
      5,
      expect.stringMatching(/another engine \(of old, now .*to repair: dedupe state rebuild state/),
    ]);
    writeFileSync(join(cwd, 'in/e.txt'), LIBRARY);
    const outcome = await care('rebuild', 'in', '--jobs', '0');
    expect([outcome.status, outcome.stdout]).toEqual([0, '']);
    expect(outcome.stderr).toContain(
      '6 articles read anew; the next run compares with the groups of the last',
    );
    expect(dataIn(cwd)).toEqual(['articles-1.mdb']);
    expect(existsSync(join(cwd, 'state/next'))).toBe(false);
    expect((await care('check', '-f', 'human')).stdout).toBe('state: ok\n');
    const after = JSON.parse((await care('info', '-f', 'json')).stdout);
    expectValid('state-info', after);
    // The options are those that it was made with; the last run is still the last.
    expect(after.making).toEqual(before.making);
    expect(after.lastRun).toMatchObject({ number: 1, finishedAt: before.lastRun.finishedAt, articles: 6 });
    expect(after.runs).toBe(1);
    // What a run has not told yet is new.
    expect(members(await run('in'))).toEqual([ALL[0], 'r1 in/d.txt in/e.txt (new)']);
    expect(members(await run('in'))).toEqual([ALL[0], 'r1 in/d.txt in/e.txt']);
  });

  it('after damage, from the archive that is named, and what is damaged is kept', async () => {
    const { cwd, run, care } = await archive();
    const data = join(cwd, 'state/articles.mdb');
    truncateSync(data, 8192);
    const unnamed = await care('rebuild');
    expect([unnamed.status, unnamed.stderr]).toEqual([
      5,
      expect.stringMatching(/no longer says which files .* dedupe state rebuild state ARCHIVE/),
    ]);
    expect(readFileSync(data)).toHaveLength(8192);
    const outcome = await care('rebuild', 'in', '--jobs', '0');
    expect([outcome.status, outcome.stderr]).toEqual([
      0,
      expect.stringMatching(
        /the groups of the last run could not be read.*was cut.*is kept as state\/articles/s,
      ),
    ]);
    expect(dataIn(cwd)).toEqual([
      'articles-1.mdb',
      expect.stringMatching(/^articles\.mdb\.bad-\d{8}T\d{6}Z$/),
    ]);
    expect(members(await run('in'))).toEqual(ALL);
  });

  it('where the card is damaged, and where the database is empty', async () => {
    const { cwd, run, care } = await archive();
    writeFileSync(join(cwd, 'state/state.json'), '{"schema":');
    expect((await dedupe(['in', '--state', 'state', ...FEW], { cwd })).stderr).toContain(
      'state rebuild state',
    );
    // Its files and groups still stand in the database.
    expect((await care('rebuild', '--no-translations', '--jobs', '0')).status).toBe(0);
    expect(members(await run('in'))).toEqual(ALL);
    writeFileSync(join(cwd, 'state/articles-1.mdb'), '');
    expect((await dedupe(['in', '--state', 'state', ...FEW], { cwd })).stderr).toContain('is empty');
    expect((await care('rebuild', 'in', '--jobs', '0')).status).toBe(0);
    expect(members(await run('in'))).toEqual(ALL);
  });

  it('not from an archive that is not there, not where something else is, not of a newer one', async () => {
    const { cwd, care } = await archive();
    renameSync(join(cwd, 'in'), join(cwd, 'unmounted'));
    const gone = await care('rebuild');
    expect([gone.status, gone.stderr]).toEqual([4, expect.stringContaining('none of the 4 files')]);
    renameSync(join(cwd, 'unmounted'), join(cwd, 'in'));
    for (const name of ['a.txt', 'c.jsonl']) rmSync(join(cwd, 'in', name));
    const shrunk = await care('rebuild', '--jobs', '0');
    expect([shrunk.status, shrunk.stderr]).toEqual([4, expect.stringContaining('--allow-shrink')]);
    expect((await dedupe(['state', 'rebuild', 'in'], { cwd })).stderr).toContain('something else');
    const card = join(cwd, 'state/state.json');
    writeFileSync(card, readFileSync(card, 'utf8').replace(/"version": \d+/, '"version": 999'));
    const newer = await care('rebuild');
    expect([newer.status, newer.stderr]).toEqual([5, expect.stringContaining('made by a newer dedupe')]);
    expect(dataIn(cwd)).toEqual(['articles.mdb']);
  });
});

describe('a state is made smaller', () => {
  it('by what is forgotten, and by the room that this left', async () => {
    const { cwd, run, care } = await archive();
    const tried = await care('forget', 'in/b.txt', 'in/*.jsonl', '--dry-run');
    expect(tried).toEqual({
      status: 0,
      stdout: 'in/b.txt\nin/c.jsonl\n',
      stderr: 'dedupe: would forget 2 files with 3 articles; nothing was changed\n',
    });
    expect(JSON.parse((await care('info', '-f', 'json')).stdout).lastRun.files).toBe(4);
    const data = join(cwd, 'state/articles.mdb');
    const known = await storedValues(data, 'contents');
    expect((await care('forget', 'in/b.txt', 'in/*.jsonl')).stderr).toContain(
      'forgot 2 files with 3 articles',
    );
    const left = await storedValues(data, 'contents');
    const forgotten = known.filter((value) => !left.some((other) => other.equals(value)));
    expect(forgotten.length).toBe(known.length - left.length);
    expect((await care('check', '-f', 'human')).stdout).toBe('state: ok\n');
    const { lastRun } = JSON.parse((await care('info', '-f', 'json')).stdout);
    expect(lastRun).toMatchObject({ number: 1, files: 2, articles: 2, groups: 0 });
    const before = readFileSync(data);
    const compacted = await care('compact');
    expect([compacted.status, compacted.stderr]).toEqual([
      0,
      expect.stringMatching(/^dedupe: state: [\d.]+ MiB before, [\d.]+ MiB now\n$/),
    ]);
    const after = readFileSync(join(cwd, 'state/articles-1.mdb'));
    expect(after.length).toBeLessThan(before.length);
    // No trace is left of what was forgotten.
    expect(forgotten.some((value) => before.includes(value))).toBe(true);
    expect(forgotten.some((value) => after.includes(value))).toBe(false);
    expect(dataIn(cwd)).toEqual(['articles-1.mdb']);
    expect((await care('check', '-f', 'human')).stdout).toBe('state: ok\n');
    // What still stands in the archive comes back, and is new.
    expect(members(await run('in'))).toEqual(ALL.map((group) => `${group} (new)`));
  });

  it('by articles, as far as their files hold no other', async () => {
    const { care } = await archive();
    const part = await care('forget', 'r2');
    expect([part.status, part.stderr]).toEqual([
      2,
      expect.stringContaining('one of 2 articles of in/c.jsonl'),
    ]);
    const unknown = await care('forget', 'in/a.txt', 'r9');
    expect([unknown.status, unknown.stderr]).toEqual([4, expect.stringContaining('"r9"')]);
    expect(JSON.parse((await care('info', '-f', 'json')).stdout).lastRun.files).toBe(4);
  });
});

describe('a state is told as data', () => {
  it('row by row, as a run told it', async () => {
    const { cwd, care, run } = await archive();
    const report = await run('in');
    const outcome = await care('export', '-o', 'state.jsonl');
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
    const written = readFileSync(join(cwd, 'state.jsonl'), 'utf8');
    expect((await care('export')).stdout).toBe(written);
    const rows = written
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown> & { readonly type: string });
    for (const row of rows) expectValid('state-export-row', row);
    const of = (type: string): typeof rows => rows.filter((row) => row.type === type);
    expect(of('run').map(({ number, articles }) => [number, articles])).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect(of('file').map(({ path, articles }) => [path, articles])).toEqual([
      ['in/a.txt', 1],
      ['in/b.txt', 1],
      ['in/c.jsonl', 2],
      ['in/d.txt', 1],
    ]);
    const groupOf = new Map(report.groups.flatMap(({ id, members }) => members.map((one) => [one.id, id])));
    expect(of('article')).toEqual(
      report.articles.map((article) => ({ type: 'article', ...article, group: groupOf.get(article.id) })),
    );
    expect(of('group').map(({ id, canonical }) => [id, canonical])).toEqual(
      report.groups.map(({ id, canonical }) => [id, canonical]),
    );
    expect(rows.at(-1)).toEqual({
      type: 'end',
      status: 'complete',
      summary: { runs: 2, files: 4, articles: 5, groups: 2 },
    });
  });

  it('not into the state itself', async () => {
    const { care } = await archive();
    expect((await care('export', '-o', 'state/x.jsonl')).status).toBe(2);
  });
});

describe('a gate', () => {
  it('counts only what is new, where that is asked for', async () => {
    const { cwd, run } = await archive();
    const gate = (): Promise<Outcome> =>
      dedupe(['in', '--state', 'state', '--fail-on', 'new', '-q', '-o', 'r.json', ...FEW], { cwd });
    expect((await gate()).status).toBe(0);
    writeFileSync(join(cwd, 'in/e.txt'), LIBRARY);
    expect((await gate()).status).toBe(10);
    expect(members(await run('in'))).toHaveLength(2);
    expect((await dedupe(['in', '--fail-on', 'new', ...FEW], { cwd })).stderr).toContain('needs --state');
  });

  it('lets lost input pass, where that is asked for', async () => {
    const cwd = folderWith({ 'in/a.jsonl': `${lines({ text: HARBOUR })}{"text":\n` });
    for (const words of [['in'], ['in', '--state', 'state'], ['inspect', 'in', '-f', 'ndjson']]) {
      const outcome = await dedupe([...words, '--allow-partial'], { cwd });
      expect([outcome.status, outcome.stderr]).toEqual([0, expect.stringContaining('a.jsonl record 2')]);
    }
    expect((await dedupe(['in', ...FEW], { cwd })).status).toBe(3);
  });
});
