import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dedupe, ROOT } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith } from './workspace.ts';

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
