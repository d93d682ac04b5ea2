/** Saved reports through the real command: rendered again byte for byte, compared, and refused where they are not whole. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { dedupe } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FORMATS = ['json', 'ndjson', 'csv', 'human'] as const;

let place = '';
let cut = '';

beforeAll(async () => {
  place = folderWith({
    'news/a.txt': HARBOUR,
    'news/b.txt': HARBOUR,
    'news/c.txt': LIBRARY,
    'news/d.ndjson': `${lines({ id: 'é\u001b', text: LIBRARY }, { id: 'short' })}{cut`,
  });
  const outputs = FORMATS.flatMap((format) => ['-o', `${format}:r.${format}`]);
  const { status } = await dedupe(['news', ...outputs], { cwd: place });
  // Two records of the input are bad: the report tells.
  expect(status).toBe(3);
  cut = file('r.ndjson').split('\n').slice(0, -2).join('\n');
});

function file(name: string): string {
  return readFileSync(join(place, name), 'utf8');
}

describe('report', () => {
  const kinds: readonly (readonly [
    name: string,
    words: readonly string[],
    input: () => string | Uint8Array | undefined,
  ])[] = [
    ['JSON', ['r.json'], () => undefined],
    ['NDJSON', ['r.ndjson'], () => undefined],
    ['JSON from standard input', ['-'], () => file('r.json')],
    ['NDJSON from standard input', ['-'], () => file('r.ndjson')],
    ['gzip', ['-'], () => gzipSync(file('r.json'))],
    [
      'gzip of NDJSON in two members',
      ['-'],
      () => {
        const text = file('r.ndjson');
        return Buffer.concat([gzipSync(text.slice(0, 300)), gzipSync(text.slice(300))]);
      },
    ],
    [
      'JSON in another layout, with a mark',
      ['-'],
      () => `\ufeff${JSON.stringify(JSON.parse(file('r.json')), null, 4)}`,
    ],
    [
      'JSON with its fields in another order',
      ['-'],
      () =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(file('r.json')) as object).reverse())),
    ],
    [
      'NDJSON that was laid out by jq',
      ['-'],
      () =>
        file('r.ndjson')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.stringify(JSON.parse(line), null, 2))
          .join('\n'),
    ],
  ];
  it.each(kinds)('writes from %s what scan wrote', async (_, words, input) => {
    const given = input();
    for (const format of ['json', 'ndjson', 'csv']) {
      const outcome = await dedupe(['report', ...words, '-f', format], {
        cwd: place,
        ...(given === undefined ? {} : { input: given }),
      });
      expect([outcome.stderr, outcome.status]).toEqual(['', 0]);
      expect(outcome.stdout).toBe(file(`r.${format}`));
    }
  });

  it('writes several files at once, and the form for people as scan does', async () => {
    const outcome = await dedupe(['report', 'r.ndjson', '-o', 'again.json', '-o', 'human:again.txt'], {
      cwd: place,
    });
    expect([outcome.status, outcome.stdout]).toEqual([0, '']);
    expect(file('again.json')).toBe(file('r.json'));
    expect(file('again.txt')).toBe(file('r.human'));
  });

  it('goes through pipes: scan to report', async () => {
    const scanned = await dedupe(['news', '-f', 'ndjson'], { cwd: place });
    const { stdout } = await dedupe(['report', '-', '-f', 'csv'], { cwd: place, input: scanned.stdout });
    expect(stdout).toBe(file('r.csv'));
  });

  it('never writes over the report that it reads', async () => {
    const { status, stderr } = await dedupe(['report', 'r.json', '-o', 'r.json'], { cwd: place });
    expect([status, stderr]).toEqual([2, expect.stringContaining('inputs are never written')]);
  });
});

describe('what is no whole report', () => {
  /** The report with another value at a place; undefined takes it out. */
  const edited = (path: readonly (string | number)[], value: unknown) => (): string => {
    const report = JSON.parse(file('r.json')) as object;
    let holder = report as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
    holder[path.at(-1)!] = value;
    return JSON.stringify(report);
  };
  const cases: readonly (readonly [name: string, input: () => string | Uint8Array, words: RegExp])[] = [
    ['an empty file', () => '', /is empty/],
    ['text', () => 'hello', /is no report: it does not begin with a JSON object/],
    [
      'JSON of something else',
      () => '{"articles":[]}',
      /no report of dedupe \("schema": "dedupe.report\/1" is missing\)/,
    ],
    [
      'a file of rules',
      () => '{"schema":"dedupe.rules/1","rules":[]}',
      /this is dedupe\.rules\/1 and no report/,
    ],
    ['decisions', () => '{"schema":"dedupe.decisions/1"}', /decisions are named with --decisions/],
    [
      'a report of a later version',
      edited(['schema'], 'dedupe.report/2'),
      /of a newer dedupe \(dedupe\.report\/2\)/,
    ],
    [
      'NDJSON without its last row',
      () => cut,
      /was cut: it has no row "end" \(the last one, row \d+ is "issue"\)/,
    ],
    [
      'NDJSON that ends in a row',
      () => cut.slice(0, -9),
      /was cut: it has no row "end" \(row \d+ is not whole\)/,
    ],
    [
      'two streams',
      () => file('r.ndjson').repeat(2),
      /damaged at byte \d+: expected nothing behind the row "end"/,
    ],
    [
      'JSON that ends in an article',
      () => file('r.json').slice(0, 900),
      /was cut: it ends in element \d+ of "articles"/,
    ],
    ['JSON that ends between', () => file('r.json').slice(0, -4), /was cut: it ends/],
    ['two documents', () => file('r.json').repeat(2), /expected the end of the file behind the report/],
    [
      'a comma too many',
      () => file('r.json').replace('"issues": [', '"issues": [,'),
      /damaged at byte \d+: this is no JSON/,
    ],
    [
      'bytes that are not UTF-8',
      () => Buffer.from(file('r.json').replace('"title":"', '"title":"\u00ff'), 'latin1'),
      /not UTF-8/,
    ],
    ['half of a gzip file', () => gzipSync(file('r.json')).subarray(0, 100), /is no whole gzip file/],
    ['no summary', edited(['summary'], undefined), /has no "summary"/],
    ['a list that is none', edited(['groups'], {}), /expected "groups" to be a list/],
    [
      'a score of words',
      edited(['groups', 0, 'members', 0, 'score'], 'high'),
      /groups\[0\] \(byte \d+\): \.members\[0\]\.score is "high"; expected a number/,
    ],
    [
      'a canonical that is no member',
      edited(['groups', 0, 'canonical'], 'x'),
      /\.canonical is "x", which is no member/,
    ],
    ['another status', edited(['end', 'status'], 'partial'), /end \(byte \d+\): \.status is "partial"/],
  ];
  it.each(cases)('is refused: %s', async (_, input, words) => {
    const { status, stdout, stderr } = await dedupe(['report', '-', '-f', 'json'], { input: input() });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a file that is not there', ['report', 'nowhere.json'], 4, /no report nowhere\.json/],
    ['a folder', ['report', 'news'], 2, /news is a folder/],
    ['no name', ['report'], 2, /takes one saved report/],
    ['two names', ['report', 'r.json', 'r.json'], 2, /takes one saved report/],
    ['one to compare', ['diff', 'r.json'], 2, /takes two saved reports/],
    ['standard input twice', ['diff', '-', '-'], 2, /only one of the two/],
    ['a format that it has not', ['diff', 'r.json', 'r.json', '-f', 'csv'], 2, /csv/],
  ])('is told: %s', async (_, words, code, message) => {
    const { status, stderr } = await dedupe(words, { cwd: place });
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });
});

describe('diff', () => {
  const both = ['diff', 'old.json', 'new.ndjson'];
  beforeAll(async () => {
    mkdirSync(join(place, 'x'));
    writeFileSync(join(place, 'x/a.txt'), HARBOUR);
    writeFileSync(join(place, 'x/b.txt'), HARBOUR);
    writeFileSync(join(place, 'x/c.txt'), LIBRARY);
    await dedupe(['x', '-o', 'old.json'], { cwd: place });
    rmSync(join(place, 'x/b.txt'));
    writeFileSync(join(place, 'x/d.txt'), LIBRARY);
    await dedupe(['x', '-o', 'new.ndjson', '--threshold', 'loose'], { cwd: place });
  });

  it('names new and vanished groups in every format, and says when the two were made otherwise', async () => {
    const json = await dedupe([...both, '-f', 'json'], { cwd: place });
    expect(json.stderr).toBe('dedupe: the reports were not made alike: threshold balanced -> loose\n');
    const { changes, summary } = JSON.parse(json.stdout) as {
      changes: { changes: string[] }[];
      summary: object;
    };
    expect(changes.map((change) => change.changes)).toEqual([['new'], ['vanished']]);
    expect(summary).toEqual({ unchanged: 0, changes: { new: 1, vanished: 1 } });
    const human = await dedupe([...both, '-f', 'human', '-q'], { cwd: place });
    expect(human.stdout).toMatch(/^new {2}g[0-9a-f]{16} {2}2 articles\n/);
    expect(human.stderr).toBe('');
    const markdown = await dedupe([...both, '-f', 'md'], { cwd: place });
    expect(markdown.stdout).toMatch(/^# Changes between two reports\n/);
    const rows = (await dedupe([...both, '-f', 'ndjson'], { cwd: place })).stdout.trimEnd().split('\n');
    expect(rows.map((row) => (JSON.parse(row) as { type: string }).type)).toEqual([
      'diff',
      'change',
      'change',
      'end',
    ]);
  });

  it('writes files, and takes one side from standard input', async () => {
    const { status } = await dedupe(['diff', 'old.json', '-', '-o', 'd.json', '-o', 'd.md', '-q'], {
      cwd: place,
      input: file('new.ndjson'),
    });
    expect(status).toBe(0);
    expect(file('d.md')).toContain('## new: ');
    expect((JSON.parse(file('d.json')) as { schema: string }).schema).toBe('dedupe.diff/1');
  });

  it.each([
    [[], 0],
    [['--fail-on', 'any'], 10],
    [['--fail-on', 'count:2'], 10],
    [['--fail-on', 'count:3'], 0],
  ] as const)('exits as asked: %s %d', async (words, code) => {
    const outcome = await dedupe([...both, ...words], { cwd: place });
    expect(outcome.status).toBe(code);
    expect((JSON.parse(outcome.stdout) as { end: object }).end).toEqual({ status: 'complete' });
  });

  it('finds nothing between a report and itself', async () => {
    const { status, stdout } = await dedupe(
      ['diff', 'old.json', 'old.json', '--fail-on', 'any', '-f', 'human'],
      { cwd: place },
    );
    expect([status, stdout]).toEqual([0, '1 group before, 1 group now · 1 unchanged\n']);
  });
});
