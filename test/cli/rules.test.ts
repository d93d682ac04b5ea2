/** `--rules` on the command line: every command that reads, every thread, and nothing read when the file is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InspectRow } from '../../src/model/report.ts';
import { dedupe, inspect, scan } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FOOTER = 'Sallow Bay Gazette, all the tides since 1871';
const RULES = {
  schema: 'dedupe.rules/1',
  rules: [{ path: '**/*.txt', drop: [{ text: FOOTER }], keep: [{ regex: '^Fishing boats' }] }],
};
const FILES = {
  'in/a.txt': `${HARBOUR}\n${FOOTER}\n`,
  'in/b.txt': `${LIBRARY}\n${FOOTER}\n`,
  'site.json': JSON.stringify(RULES),
};

describe('--rules', () => {
  it.concurrent('decides in inspect, and says which rule did', async () => {
    const cwd = folderWith(FILES);
    const [a, b] = await inspect(['in', '--rules', 'site.json'], { cwd });
    for (const row of [a, b]) {
      expect(row?.text).not.toContain(FOOTER);
      expect(row?.blocks.at(-1)).toMatchObject({ text: FOOTER, kept: false, reason: 'site-rule', rule: 0 });
    }
    expect(a?.blocks.find((block) => block.kept && block.rule === 0)?.text).toMatch(/^Fishing boats/);
    const human = await dedupe(['inspect', 'in/a.txt', '--rules', 'site.json', '-f', 'human'], { cwd });
    expect(human.stdout).toContain('[site-rule rules[0]] Sallow Bay');
    expect(human.stdout).toContain('[rules[0]] Fishing boats');
  });

  it.concurrent('makes copies of what differs in the page only, in scan and explain', async () => {
    const cwd = folderWith({ ...FILES, 'in/b.txt': `Tide tables, moon and weather\n\n${HARBOUR}` });
    const rules = {
      ...RULES,
      rules: [{ path: 'in/**', drop: [{ text: FOOTER }, { regex: '^Tide tables' }] }],
    };
    folderWith();
    const file = join(folderWith({ 'r.json': JSON.stringify(rules) }), 'r.json');
    const report = await scan(['in', '--rules', file], { cwd });
    expect(report.groups[0]?.kind).toBe('copy');
    const plain = await scan(['in', '--no-clean'], { cwd });
    expect(plain.groups[0]?.kind).not.toBe('copy');
    const explained = await dedupe(['explain', 'in/a.txt', 'in/b.txt', '--rules', file, '-f', 'json'], {
      cwd,
    });
    expect(JSON.parse(explained.stdout).verdict.relation).toBe('copy');
  });

  it.concurrent('holds in worker threads as it does in one', async () => {
    const records = Array.from({ length: 600 }, (_, i) => ({
      id: `r${i}`,
      source: 'bay.example',
      text: `Story ${i}\n\n${HARBOUR}\n${FOOTER} ${i}`,
    }));
    const rules = {
      schema: 'dedupe.rules/1',
      rules: [{ source: '*.example', drop: [{ regex: '^Sallow Bay Gazette.* \\d+$' }] }],
    };
    const cwd = folderWith({ 'feed.jsonl': lines(...records), 'site.json': JSON.stringify(rules) });
    const run = (jobs: string) =>
      dedupe(['inspect', 'feed.jsonl', '--rules', 'site.json', '--jobs', jobs, '-f', 'ndjson'], { cwd });
    const [one, four] = await Promise.all([run('1'), run('4')]);
    expect(four).toEqual(one);
    const rows = one.stdout
      .split('\n')
      .slice(0, 600)
      .map((line) => JSON.parse(line) as InspectRow);
    expect(rows.filter((row) => row.blocks.at(-1)?.rule === 0)).toHaveLength(600);
  });

  it.concurrent('enters the report as a digest of what it means, not of how it is written', async () => {
    const pretty = JSON.stringify({ ...RULES, rules: [{ note: 'footers', ...RULES.rules[0] }] }, null, 4);
    const other = JSON.stringify({ ...RULES, rules: [{ path: '**', drop: [{ text: 'x' }] }] });
    const cwd = folderWith({ ...FILES, 'pretty.json': pretty, 'other.json': other });
    const digest = async (...words: string[]) => (await scan(['in', ...words], { cwd })).run.options['rules'];
    const first = await digest('--rules', 'site.json');
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest('--rules', 'pretty.json')).toBe(first);
    expect(await digest('--rules', 'other.json')).not.toBe(first);
    expect(await digest()).toBeUndefined();
  });

  it.concurrent('lies in a read folder without being an article', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/site.json': JSON.stringify(RULES, null, 2) });
    const report = await scan(['in', '--rules', 'in/site.json'], { cwd });
    expect(report.articles.map((article) => article.path)).toEqual(['in/a.txt']);
    expect(report.issues).toMatchObject([{ code: 'own-report', path: 'in/site.json' }]);
  });

  it.concurrent('is never written over', async () => {
    const cwd = folderWith(FILES);
    const outcome = await dedupe(['in', '--rules', 'site.json', '-o', 'site.json'], { cwd });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'site.json'), 'utf8')).toBe(FILES['site.json']);
  });
});

describe('a rules file that is wrong ends the run before anything is read', () => {
  const cases: readonly (readonly [name: string, content: string | Uint8Array, says: string])[] = [
    ['no JSON', '{', 'this is no JSON'],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'not UTF-8'],
    ['another schema', '{"schema":"dedupe.report/1","rules":[]}', 'schema: is "dedupe.report/1"'],
    [
      'a pattern that can blow up',
      JSON.stringify({ ...RULES, rules: [{ path: '**', drop: [{ text: 'a' }, { regex: '^(?!Foto)' }] }] }),
      'rules[0].drop[1].regex: "^(?!Foto)" cannot be matched in linear time',
    ],
  ];
  it.concurrent.each(cases)('%s', async (_, content, says) => {
    const cwd = folderWith({ ...FILES, 'site.json': content });
    for (const words of [['in'], ['inspect', 'missing'], ['explain', 'in/a.txt', 'in/b.txt']]) {
      const outcome = await dedupe([...words, '--rules', 'site.json', '-o', 'out.json'], { cwd });
      expect(outcome).toMatchObject({ status: 2, stdout: '' });
      expect(outcome.stderr).toContain('--rules site.json');
      expect(outcome.stderr).toContain(says);
      expect(outcome.stderr).toMatch(/^dedupe: error: [^\n]+\n$/);
    }
  });

  it.concurrent('a folder, or no file', async () => {
    const cwd = folderWith(FILES);
    for (const name of ['in', 'nowhere.json']) {
      const outcome = await dedupe(['in', '--rules', name], { cwd });
      expect(outcome).toMatchObject({ status: 2, stdout: '' });
      expect(outcome.stderr).toContain(`--rules ${name} cannot be read`);
    }
  });
});
