import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dedupe, ROOT } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, shell } from './workspace.ts';

const FLOOD = 'fixtures/newsroom/translations-flood';
let report = '';
let group = '';

beforeAll(async () => {
  report = join(folderWith(), 'r.json');
  expect((await dedupe([FLOOD, '-o', report])).status).toBe(0);
  const { stdout } = await dedupe(['report', report, '-f', 'json'], { cwd: ROOT });
  group = JSON.parse(stdout).groups[0].id;
});

async function explained(
  ...words: string[]
): Promise<{ a: { id: string }; b: { id: string }; passages: unknown[] }> {
  const { stdout, stderr, status } = await dedupe(['explain', ...words, '--report', report, '-f', 'json']);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const explanation = JSON.parse(stdout);
  expect(errorsOf('explanation', explanation)).toEqual([]);
  return explanation;
}

describe('explain by a report', () => {
  it('takes a group for its weakest link, with aligned passages', async () => {
    const { a, b, passages } = await explained(group);
    expect([a.id, b.id].every((id) => id.startsWith(FLOOD))).toBe(true);
    expect(passages.length).toBeGreaterThan(8);
  });
  it('takes a group for its canonical, and ids', async () => {
    const { a, b } = await explained(group, `${FLOOD}/th.txt`);
    expect([a.id, b.id]).toEqual([`${FLOOD}/es.txt`, `${FLOOD}/th.txt`]);
  });
  it('says what is not there', async () => {
    const other = await dedupe(['explain', 'gffffffffffffffff', '--report', report]);
    expect(other.stderr).toContain('has no group');
    expect(other.status).toBe(2);
    const gone = await dedupe(['explain', group, 'nowhere', '--report', report]);
    expect(gone.stderr).toContain('has no article and no group "nowhere"');
    expect(gone.status).toBe(4);
  });
});

describe('explain beside the groups of a scan', () => {
  it('says that a pair which is a link alone stands in two groups', async () => {
    const cwd = folderWith({
      'news/a.txt': HARBOUR,
      'news/b.txt': `${HARBOUR}Sailors protest.\n`,
      'news/c.txt': LIBRARY,
    });
    const decide =
      'dedupe news -q -o r.json && printf x | dedupe review r.json 2>/dev/null && dedupe news -q --decisions r.decisions.ndjson -o apart.json';
    expect((await shell(decide, { cwd })).status).toBe(0);
    const groupedIn = async (file: string, format: string) => {
      const words = ['explain', 'news/a.txt', 'news/b.txt', '--report', file, '-f', format];
      return (await dedupe(words, { cwd })).stdout;
    };
    expect(JSON.parse(await groupedIn('r.json', 'json'))).toMatchObject({
      grouped: 'together',
      verdict: { relation: 'near' },
    });
    const apart = JSON.parse(await groupedIn('apart.json', 'json'));
    expect(errorsOf('explanation', apart)).toEqual([]);
    expect(apart).toMatchObject({ grouped: 'apart', verdict: { relation: 'near' } });
    expect(await groupedIn('apart.json', 'human')).toMatch(/^Groups: not in one group, although/m);
    expect(await groupedIn('apart.json', 'md')).toMatch(/^Groups: not in one group, although/m);
    expect(await groupedIn('r.json', 'human')).not.toContain('Groups:');
  });
});

describe('explain in one language', () => {
  it('says how far the wording falls short, with its signals and passages', async () => {
    const folder = 'fixtures/newsroom/same-event';
    const words = ['explain', `${folder}/agency.txt`, `${folder}/local.txt`, '-f'];
    const explanation = JSON.parse((await dedupe([...words, 'json'])).stdout);
    expect(errorsOf('explanation', explanation)).toEqual([]);
    expect(explanation.nearest).toMatch(/^articles in one language are joined by shared wording: /);
    expect(explanation.nearest).toMatch(/short by|need at least/);
    expect(explanation.nearSignals.map(({ name }: { name: string }) => name)).toContain('resemblance');
    const human = (await dedupe([...words, 'human'])).stdout;
    expect(human).toContain('\nShared wording: value, and what it adds to the log-odds\n');
    expect(human).not.toMatch(/nameSurplus|conceptCover|placeBits/);
  });
});
