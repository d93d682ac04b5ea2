/** `dedupe explain --state`: any two articles, however they are called, without the archive. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/model/explanation.ts';
import { dedupe, type ParsedReport, scan } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FEW = ['--no-translations'];
const LONGER = `${HARBOUR}The council will meet again in May to hear what the divers have found since.\n`;
const OTHER = `${LONGER}Twelve boats of the fishing fleet left for Sallow Bay on Friday morning, the harbour master said.\n`;
let cwd = '';
let report: ParsedReport;

beforeAll(async () => {
  cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/b.jsonl': lines({ id: 'longer', text: LONGER }, { id: 'bus', text: LIBRARY }),
    'in/c.txt': OTHER,
    'state.config.json': '{ "state": "state", "translations": false }',
  });
  report = await scan(['in', '--state', 'state', ...FEW, '--jobs', '0'], { cwd });
  expect(report.groups).toHaveLength(1);
  writeFileSync(join(cwd, 'new.txt'), LONGER);
  // The archive is not asked again.
  rmSync(join(cwd, 'in'), { recursive: true });
});

async function explained(words: readonly string[], input?: string): Promise<Explanation> {
  const options = input === undefined ? { cwd } : { cwd, input };
  const outcome = await dedupe(
    ['explain', ...words, '--state', 'state', ...FEW, '-f', 'json', '-q'],
    options,
  );
  expect([outcome.status, outcome.stderr]).toEqual([0, '']);
  const explanation = JSON.parse(outcome.stdout) as Explanation;
  expect(errorsOf('explanation', explanation)).toEqual([]);
  return explanation;
}

const sidesOf = ({ a, b }: Explanation): readonly string[] => [a.id, b.id];

describe('explain by a state', () => {
  it('takes ids and paths of the archive, and says what the report says', async () => {
    const explanation = await explained(['in/a.txt', 'longer']);
    expect(sidesOf(explanation)).toEqual(['in/a.txt', 'longer']);
    const [group] = report.groups;
    const link = [...group!.links].find(({ a, b }) => a === 'in/a.txt' && b === 'in/c.txt');
    const linked = await explained(['in/a.txt', './in/c.txt']);
    expect([linked.verdict.relation, linked.verdict.score]).toEqual([link?.relation, link?.score]);
    expect((await explained(['longer', 'in/b.jsonl#2'])).verdict.relation).toBe('distinct');
  });

  it('takes a group for its canonical, and one alone for its weakest link', async () => {
    const [group] = report.groups;
    expect(sidesOf(await explained([group!.id, 'bus']))).toEqual([group!.canonical, 'bus']);
    const weakest = [...group!.links].reduce((weak, link) => (link.score < weak.score ? link : weak));
    const alone = await explained([group!.id]);
    expect([...sidesOf(alone), alone.verdict.score]).toEqual([weakest.a, weakest.b, weakest.score]);
  });

  it('takes files and standard input beside the archive', async () => {
    const copy = await explained(['new.txt', 'longer']);
    expect([...sidesOf(copy), copy.verdict.relation]).toEqual(['new.txt', 'longer', 'copy']);
    const piped = await explained(['-', report.groups[0]!.id], LIBRARY);
    expect([...sidesOf(piped), piped.verdict.relation]).toEqual([
      '-',
      report.groups[0]!.canonical,
      'distinct',
    ]);
  });

  it('is set by a file of settings as by the flag', async () => {
    const words = ['explain', 'in/a.txt', 'longer', '-f', 'json', '-q'];
    const set = await dedupe([...words, '--config', 'state.config.json'], { cwd });
    const given = await dedupe([...words, '--state', 'state', ...FEW], { cwd });
    expect(set).toEqual(given);
    expect(set.status).toBe(0);
  });

  it.each([
    { words: ['longer', 'nowhere', '--state', 'state'], status: 4, says: 'no article "nowhere"' },
    { words: ['gffffffffffffffff', '--state', 'state'], status: 2, says: 'has no group' },
    { words: ['longer', 'bus', '--state', 'none'], status: 5, says: 'there is no state in none' },
    { words: ['longer', 'bus', '--state', 'state', '--no-clean'], status: 5, says: 'clean' },
    { words: ['longer', 'bus', '--state', 'state', '--in', '.'], status: 2, says: 'name one of them' },
    { words: ['longer', 'bus', '--state', 'state', '--report', 'r'], status: 2, says: 'name one of them' },
  ])('$words: $says', async ({ words, status, says }) => {
    const outcome = await dedupe(['explain', ...words, ...FEW], { cwd });
    expect(outcome.stderr).toContain(says);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
  });
});

describe('explain as Markdown', () => {
  const HOSTILE = '<b>*Harbour*</b> | [closed](http://evil.example) @mayor';

  it('shows both articles, the signals and the passages; words of articles stay words', async () => {
    const folder = folderWith({ 'a.txt': `${HOSTILE}\n${HARBOUR}`, 'b.txt': `${HOSTILE}\n${LONGER}` });
    const { stdout, status } = await dedupe(['explain', 'a.txt', 'b.txt', '-f', 'md'], { cwd: folder });
    expect(status).toBe(0);
    const cells = stdout.split('\n').filter((line) => line.startsWith('|'));
    // A bar that an article brings along is escaped: every row has the columns of its table.
    for (const line of cells) expect([3, 4, 5]).toContain(line.split(/(?<!\\)\|/).length - 2);
    expect(stdout).toMatch(/^# Verdict: near, score 0\.\d\d\n/);
    expect(stdout).toContain('## Signals');
    expect(stdout).toContain('## Passages');
    expect(stdout).toContain('Divers had found cracks in 14 of the 52 piles');
    expect(stdout).not.toMatch(/<b>|(?<!\\)\[closed|@mayor/);
  });

  it('is chosen by the name of a file, too', async () => {
    const folder = folderWith({ 'a.txt': HARBOUR, 'b.txt': LIBRARY });
    const words = ['explain', 'a.txt', 'b.txt'];
    const { stdout } = await dedupe([...words, '-f', 'md'], { cwd: folder });
    await dedupe([...words, '-o', 'why.md'], { cwd: folder });
    expect(readFileSync(join(folder, 'why.md'), 'utf8')).toBe(stdout);
    expect(stdout).toContain('Nearest:');
  });
});
