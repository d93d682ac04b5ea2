/** `dedupe stage <name>` as a process: rows in, rows out, exit codes, and what a bad row costs. */
import { describe, expect, it } from 'vitest';
import { NO_STORY } from '../../src/features/no-story.ts';
import { storyBytes } from '../../src/lib/story-bytes.ts';
import { STAGE_NAMES } from '../../src/model/stage.ts';
import { HARBOUR, LIBRARY } from '../cli/workspace.ts';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of all stages
type Row = any;

async function stage(
  words: readonly string[],
  rows: readonly unknown[],
): Promise<Outcome & { readonly rows: Row[] }> {
  const input = rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join('');
  const outcome = await dedupe(['stage', ...words], { input });
  return {
    ...outcome,
    rows: outcome.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

function file(path: string, text: string): Row {
  const bytes = Buffer.from(text);
  return { path, size: bytes.length, at: 0, bytes: bytes.toString('base64') };
}

const LONGER = HARBOUR.replace('Fishing boats', 'The ferry is not affected. Fishing boats');
const FILES = [
  file('in/a.txt', HARBOUR),
  file('in/b.txt', LONGER),
  file('in/c.txt', LIBRARY),
  file('in/d.txt', HARBOUR),
];

async function articles(flags: readonly string[] = []): Promise<Row[]> {
  const { rows, status } = await stage(['features', ...flags], FILES);
  expect(status).toBe(0);
  return rows.map((row, pos) => ({ ...row, pos }));
}

describe('stages one after another, as a pipe', () => {
  it('make articles, links and groups, all of the published form', async () => {
    const all = await articles();
    expect(all.map(({ path }) => path)).toEqual(['in/a.txt', 'in/b.txt', 'in/c.txt', 'in/d.txt']);
    expect(all[0].text).toBe(all[3].text);
    const verified = await stage(
      ['verify'],
      [
        { a: all[0], b: all[1] },
        { a: all[0], b: all[2] },
      ],
    );
    expect(verified.rows.map(({ a, b, relation }) => [a, b, relation])).toEqual([[0, 1, 'near']]);
    const member = (pos: number, rep: number): Row => ({
      component: 0,
      article: { pos, rep, head: all[pos].head },
    });
    const grouped = await stage(
      ['group'],
      [member(3, 0), { component: 0, ...verified.rows[0] }, member(1, 1), member(0, 0)],
    );
    expect(grouped.status).toBe(0);
    const [group, ...members] = grouped.rows;
    expect(JSON.parse(group.line)).toMatchObject({ type: 'group', kind: 'mixed', canonical: 'in/b.txt' });
    expect(members.map(({ pos, relation }) => [pos, relation])).toEqual([
      [0, 'near'],
      [1, 'canonical'],
      [3, 'near'],
    ]);
    for (const row of [...all.map(({ pos, ...row }) => row), ...verified.rows, ...grouped.rows])
      expect(errorsOf('stage-row', row)).toEqual([]);
    expect(errorsOf('report-row', JSON.parse(group.line))).toEqual([]);
  });

  it('give the same bytes each time', async () => {
    const once = await stage(['features'], FILES);
    expect((await stage(['features'], FILES)).stdout).toBe(once.stdout);
  });

  it('do nothing of nothing', async () => {
    for (const name of STAGE_NAMES.filter((name) => name !== 'limits' && name !== 'digest'))
      expect(await stage([name], []), name).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

describe('a bad row', () => {
  const check = (what: string, name: string, row: unknown, says: string): void => {
    it(`costs one issue: ${what}`, async () => {
      const good = FILES[2];
      const { rows, status, stderr } = await stage([name], name === 'features' ? [row, good] : [row]);
      const issues = rows.filter(({ type }) => type === 'issue');
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({ code: 'invalid-record', path: '' });
      expect(issues[0].message).toContain(says);
      expect(rows).toHaveLength(name === 'features' ? 2 : 1);
      expect(status).toBe(3);
      expect(stderr).toContain('1 row or record was left out');
      expect(errorsOf('stage-row', issues[0])).toEqual([]);
    });
  };
  check('not JSON', 'features', '{"path":', 'not JSON');
  check('a list', 'features', [1], 'not an object');
  check('no path', 'features', { size: 1, at: 0, bytes: '' }, '"path" is not a string');
  check(
    'the end of a file alone',
    'features',
    { path: 'x.txt', size: 9, at: 4, bytes: 'eHg=' },
    'whose beginning',
  );
  check(
    'a bucket beyond the bound',
    'near',
    { members: Array.from({ length: 65 }, (_, i) => i) },
    'more than 64',
  );
  check('a pair without texts', 'verify', { a: { pos: 0 }, b: { pos: 1 } }, '"head" is not a string');
  check(
    'a damaged story',
    'ask',
    { asker: 0, side: -1, n: 0, pos: 0, most: [0, 0], language: 'en', story: 'AAAA' },
    'damaged',
  );
  check(
    'partners of nobody',
    'ask',
    { asker: 7, side: 0, n: 0, pos: 1, language: 'en', story: storyBytes(NO_STORY).toString('base64') },
    'an article that is not there',
  );
  check('half a number', 'rank', { code: 0, w: 1, width: 4, codes: 'AAAA' }, 'no numbers of 4 bytes');
  check('a body that is none', 'verify', { a: side('eHg='), b: side('eHg=') }, '"body"');
  check('no kind of row', 'report', { row: 'x' }, 'names no row');

  function side(body: string): Row {
    return { pos: 0, language: 'en', body, head: '{"id":"x","path":"x","language":{"bcp47":"en"}}' };
  }

  it('raises no exit code with --allow-partial', async () => {
    const { status, rows } = await stage(['features', '--allow-partial'], ['x', FILES[0]]);
    expect([status, rows.map(({ type }) => type)]).toEqual([0, ['issue', 'article']]);
  });

  it('of a record costs that record', async () => {
    const { rows, status } = await stage(
      ['features'],
      [file('in/x.jsonl', '{"text":"One."}\n{"text":\n{"text":"Three."}\n')],
    );
    expect(rows.map(({ type, record }) => [type, record])).toEqual([
      ['article', 1],
      ['issue', 2],
      ['article', 3],
    ]);
    expect(status).toBe(3);
  });

  it('of other options ends the stage', async () => {
    const [article] = await articles(['--no-clean']);
    const { status, stderr } = await stage(['again'], [{ ...article, counts: [] }]);
    expect(status).toBe(5);
    expect(stderr).toContain('run all stages with one program and the same options');
  });
});

describe('the command line', () => {
  const check = (words: readonly string[], says: string): void => {
    it(`refuses ${words.join(' ')}`, async () => {
      const { status, stderr, stdout } = await dedupe(['stage', ...words]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(says);
    });
  };
  check(['featurs'], 'did you mean "features"');
  check(['near', 'far'], 'dedupe stage takes one of');
  check(['verify', '--window', '3d'], '--window does not apply');
  check(['group', '--decisions', 'x'], '--decisions does not apply');

  it('tells the bounds', async () => {
    const { rows } = await stage(['limits', '--no-translations'], []);
    expect(rows).toMatchObject([{ type: 'limits', clean: true, translations: false, bucket: 64 }]);
  });
});
