import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMIT_FORMATS, type SchemaName } from '../../src/report/index.ts';
import { dedupe } from '../helpers/command.ts';
import { mulberry } from '../helpers/made-up-text.mjs';
import { errorsOf, jsonLines } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, lines, shell } from './workspace.ts';

const split = (words: string): readonly string[] => words.split(' ').filter(Boolean);
const NEWSROOM = 'fixtures/newsroom';

type Plain = Readonly<Record<string, unknown>>;
interface ArticleRow extends Plain {
  readonly dedupe: Plain;
}

async function rowsOf(
  words: string,
  options: Parameters<typeof dedupe>[1] = {},
): Promise<readonly ArticleRow[]> {
  const { status, stdout, stderr } = await dedupe([...split(words), '-f', 'ndjson'], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const rows = jsonLines(stdout);
  for (const row of rows) expect(errorsOf('article-row', row)).toEqual([]);
  return rows as readonly ArticleRow[];
}

/** One group of three in two files of records, one in a file of its own, and an article that stands alone. */
const RECORDS = {
  'in/a.jsonl':
    `{"id": 12345678901234567890, "text": ${JSON.stringify(HARBOUR)}, "tags": ["x",  {"y": 1.50}]}\n` +
    `{"text": ${JSON.stringify(LIBRARY)}, "dedupe": {"old": true}, "\\u0064edupe": 1, "section": "Cult\\u00fare"}\n`,
  'in/b.json': `[\n  {\n    "id": "b-1",\n    "text": ${JSON.stringify(HARBOUR)},\n    "n":\t[1,\n 2]\n  }\n]\n`,
  'in/c.txt': HARBOUR,
};

describe('--emit articles', () => {
  it('puts a field to each record and leaves its own as they were written', async () => {
    const cwd = folderWith(RECORDS);
    const { stdout, stderr, status } = await dedupe(split('in --emit articles -f ndjson'), { cwd });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const group = (/"group":"(g[0-9a-f]{16})"/.exec(stdout) ?? [])[1];
    const harbour = JSON.stringify(HARBOUR);
    const found = (id: string, path: string, record: number, relation: string): string =>
      `"dedupe":{"id":"${id}","path":"${path}","record":${record},"language":"en","kept":${relation === 'canonical'},` +
      `"group":"${group}","relation":"${relation}","canonical":"12345678901234567890","score":1}}`;
    const [first, second, third, fourth, ...rest] = stdout.split('\n');
    expect(first).toBe(
      `{"id": 12345678901234567890, "text": ${harbour}, "tags": ["x",  {"y": 1.50}],` +
        found('12345678901234567890', 'in/a.jsonl', 1, 'canonical'),
    );
    // Of an earlier run the field is replaced, however its name was spelled.
    expect(second).toBe(
      `{"text":${JSON.stringify(LIBRARY)},"section":"Cult\\u00fare",` +
        '"dedupe":{"id":"in/a.jsonl#2","path":"in/a.jsonl","record":2,"language":"en","kept":true}}',
    );
    expect(third).toBe(`{"id": "b-1","text": ${harbour},"n": [1,2],${found('b-1', 'in/b.json', 1, 'copy')}`);
    expect(JSON.parse(fourth ?? '')).toMatchObject({
      id: 'in/c.txt',
      title: 'Harbour of Tellmouth closes for repairs',
      text: HARBOUR.replaceAll('\n\n', '\n').trim(),
      dedupe: { path: 'in/c.txt', group, relation: 'copy', kept: false },
    });
    expect(rest).toEqual(['']);
  });

  it('can be read again, with the same result', async () => {
    const cwd = folderWith(RECORDS);
    const first = await rowsOf('in --emit articles', { cwd });
    const again = await rowsOf('- --emit articles', { cwd, input: lines(...first) });
    const told = (rows: readonly ArticleRow[]): unknown[] =>
      rows.map(({ dedupe: { kept, group } }) => ({ kept, group }));
    expect(told(again)).toEqual(told(first));
    expect(again[0]?.['tags']).toEqual(['x', { y: 1.5 }]);
  });

  it('reads standard input, gzip and a state like files', async () => {
    const cwd = folderWith(RECORDS);
    const plain = await dedupe(split('in/a.jsonl --emit uniques -f ndjson'), { cwd });
    const script = `
      gzip -c in/a.jsonl >a.jsonl.gz
      dedupe a.jsonl.gz --emit uniques -f ndjson | sed 's/a.jsonl.gz/in\\/a.jsonl/g'
      dedupe - --emit uniques -f ndjson <in/a.jsonl | sed 's/-#2/in\\/a.jsonl#2/; s/"path":"-"/"path":"in\\/a.jsonl"/'
      dedupe in/a.jsonl --state s --emit uniques -f ndjson
      dedupe in/a.jsonl --state s --emit uniques -f ndjson`;
    const { stdout, stderr } = await shell(script, { cwd });
    expect(stderr).toBe('');
    expect(stdout).toBe(plain.stdout.repeat(4));
  });

  it('says that a record changed while it was read', async () => {
    // Far more than a pipe holds: what follows the first rows is read again when they are taken.
    const rows = (word: string): string => {
      const random = mulberry(7);
      const text = (): string =>
        Array.from({ length: 300 }, () => Math.floor(random() * 1e9).toString(36)).join(' ');
      return lines(
        ...Array.from({ length: 2000 }, (_, i) => ({ id: `r${i}`, own: i, text: `${word} ${text()}` })),
      );
    };
    const cwd = folderWith({ 'in.jsonl': rows('Tellmouth'), 'other.jsonl': rows('Elsewhere') });
    const script = `
      dedupe in.jsonl --emit articles -f ndjson --no-translations --no-clean --no-language 2>err |
        { head -c 1; dd if=other.jsonl of=in.jsonl conv=notrunc 2>dd; cat; } >out
      echo "\${PIPESTATUS[0]}"`;
    const { stdout } = await shell(script, { cwd });
    const found = jsonLines(readFileSync(join(cwd, 'out'), 'utf8')) as readonly ArticleRow[];
    expect(found).toHaveLength(2000);
    // What is written is what was compared; the fields of a record that is another now stay out.
    for (const row of found) expect(String(row['text'])).toMatch(/^Tellmouth/);
    expect(found[0]?.['own']).toBe(0);
    const changed = found.filter((row) => row['own'] === undefined).length;
    expect(changed).toBeGreaterThan(500);
    expect(readFileSync(join(cwd, 'err'), 'utf8')).toContain(
      `${changed} records changed while they were read`,
    );
    expect(stdout.trim()).toBe('3');
  });
});

describe('--emit uniques', () => {
  it('holds each group once, and all that stands alone', async () => {
    const all = await rowsOf(`${NEWSROOM} --emit articles`);
    const kept = await rowsOf(`${NEWSROOM} --emit uniques`);
    expect(kept).toEqual(all.filter((row) => row.dedupe['kept']));
    const groups = new Set(all.map((row) => row.dedupe['group']).filter((group) => group !== undefined));
    expect(groups.size).toBeGreaterThan(5);
    for (const group of groups) {
      const members = kept.filter((row) => row.dedupe['group'] === group);
      expect(members.map((row) => row.dedupe['relation'])).toEqual(['canonical']);
    }
    const alone = all.filter((row) => row.dedupe['group'] === undefined);
    expect(kept).toHaveLength(groups.size + alone.length);
  });

  it('keeps one article of each language with --keep per-language, the canonical for its own', async () => {
    const all = await rowsOf(`${NEWSROOM} --emit articles --keep per-language`);
    const groups = new Map<unknown, ArticleRow[]>();
    for (const row of all) {
      const group = row.dedupe['group'];
      groups.set(group, [...(groups.get(group) ?? []), row]);
    }
    for (const [group, rows] of groups) {
      const kept = rows.filter((row) => row.dedupe['kept']);
      if (group === undefined) {
        expect(kept).toEqual(rows);
        continue;
      }
      const languages = (of: readonly ArticleRow[]): unknown[] => of.map((row) => row.dedupe['language']);
      expect(languages(kept).sort()).toEqual([...new Set(languages(rows))].sort());
      expect(kept.map((row) => row.dedupe['relation'])).toContain('canonical');
    }
    expect(all.filter((row) => row.dedupe['kept']).length).toBeGreaterThan(60);
  });
});

describe('every format of every emit', () => {
  const SCHEMAS_OF: Readonly<Record<string, SchemaName>> = {
    'groups json': 'report',
    'groups ndjson': 'report-row',
    'pairs json': 'pairs',
    'pairs ndjson': 'pair-row',
    'articles json': 'articles',
    'articles ndjson': 'article-row',
    'uniques json': 'articles',
    'uniques ndjson': 'article-row',
  };
  const cases = Object.entries(EMIT_FORMATS).map(([emit, formats]) => [emit, formats] as const);

  it.each(cases)('%s, all at once, each a file of its own that follows its schema', async (emit, formats) => {
    const cwd = folderWith();
    const outputs = formats.flatMap((format) => ['-o', join(cwd, `${format}:all.${format}`)]);
    const named = outputs.map((word) => word.replace(/^(.*\/)(\w+):/, '$2:$1'));
    const { status, stdout, stderr } = await dedupe([NEWSROOM, '--emit', emit, ...named]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd).sort()).toEqual(formats.map((format) => `all.${format}`).sort());
    for (const format of formats) {
      const text = readFileSync(join(cwd, `all.${format}`), 'utf8');
      expect(text.length).toBeGreaterThan(100);
      const schema = SCHEMAS_OF[`${emit} ${format}`];
      if (schema === undefined) continue;
      const values = format === 'ndjson' ? jsonLines(text) : [JSON.parse(text) as unknown];
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(errorsOf(schema, value)).toEqual([]);
    }
    const table = readFileSync(join(cwd, 'all.tsv'), 'utf8').split('\n').slice(0, -1);
    expect(new Set(table.map((line) => line.split('\t').length)).size).toBe(1);
  });

  it('a summary in its formats', async () => {
    for (const format of ['json', 'ndjson']) {
      const { stdout, status } = await dedupe([NEWSROOM, '--summary', '-f', format]);
      expect(status).toBe(0);
      expect(errorsOf('summary', JSON.parse(stdout))).toEqual([]);
      expect(stdout.endsWith('\n')).toBe(true);
    }
    const cwd = folderWith(RECORDS);
    expect((await dedupe(split('in --summary -f human'), { cwd })).stdout).toBe(
      '4 articles: en 4\n1 group · 2 of 4 articles redundant (50%) · 0 related pairs · 0 issues\n',
    );
    expect((await dedupe(split('in --summary -f md'), { cwd })).stdout).toBe(
      '- articles: 4\n- groups: 1\n- redundant: 2\n- related pairs: 0\n- kinds: copy 1\n- languages: en 4\n',
    );
    const both = await dedupe(split('in --summary -f human -o r.json'), { cwd });
    expect(both.stdout).toContain('1 group');
    expect(errorsOf('report', JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')))).toEqual([]);
  });
});

describe('paths0', () => {
  it('names every file so that xargs finds it', async () => {
    const cwd = folderWith({
      '-rf.txt': `${HARBOUR} 1`,
      'line\nfeed.txt': `${LIBRARY} 2`,
      ' space .txt': HARBOUR,
      'quote\'".txt': LIBRARY,
      '日本.txt': `${LIBRARY} ${HARBOUR}`,
      'many.jsonl': lines({ text: HARBOUR }, { text: LIBRARY }),
    });
    const script = `
      printf '%s' "${LIBRARY}" >$'in\\xff.txt'
      dedupe . --emit articles -f paths0 | xargs -0 ls -d -N | wc -l
      dedupe '*.txt' --emit articles -f paths0 | xargs -0 -n 1 sh -c 'test -f "$1" && echo found' sh | sort | uniq -c
      dedupe - --emit articles -f paths0 <many.jsonl | wc -c`;
    const { stdout, stderr } = await shell(script, { cwd });
    expect(stderr).toBe('');
    // One name holds a line feed: eight lines for seven files.
    expect(stdout.replaceAll(/ +/g, ' ')).toBe('8\n 6 found\n0\n');
  });

  it('and records tell names that are shown alike apart', async () => {
    const cwd = folderWith({
      'in/caf%E9.txt': HARBOUR,
      'in/list%E9.jsonl': lines({ id: 'r1', text: LIBRARY, own: 'plain' }),
    });
    const script = `
      cp in/caf%E9.txt in/$'caf\\xe9.txt'
      printf '%s\n' '{"id":"r2","text":"${'Rain fell on the hills. '.repeat(9)}","own":"bytes"}' >in/$'list\\xe9.jsonl'
      dedupe in --emit articles -f paths0 -q 2>/dev/null | xxd -p | tr -d '\n'; echo
      dedupe in --emit articles -f ndjson -q 2>/dev/null`;
    const { stdout } = await shell(script, { cwd });
    const [paths = '', ...rows] = stdout.trim().split('\n');
    expect(Buffer.from(paths, 'hex').toString('latin1').split('\0').slice(0, -1)).toEqual([
      'in/caf%E9.txt',
      'in/caf\xe9.txt',
      'in/list%E9.jsonl',
      'in/list\xe9.jsonl',
    ]);
    const found = rows.map(
      (row) => JSON.parse(row) as { own?: string; dedupe: { path: string; pathBytes?: string } },
    );
    expect(found.map(({ own }) => own)).toEqual([undefined, undefined, 'plain', 'bytes']);
    expect(
      found.map(
        ({ dedupe: { pathBytes } }) => pathBytes && Buffer.from(pathBytes, 'base64').toString('latin1'),
      ),
    ).toEqual([undefined, 'in/caf\xe9.txt', undefined, 'in/list\xe9.jsonl']);
  });
});

it('--emit uniques as JSON can be read again', async () => {
  const records = [
    { id: 'a', body: HARBOUR, own: 1 },
    { id: 'b', body: HARBOUR },
    { id: 'c', body: LIBRARY, own: [{ text: 'x' }] },
  ];
  const cwd = folderWith({ 'in.jsonl': lines(...records) });
  expect((await dedupe(split('in.jsonl --emit uniques -o u.json'), { cwd })).status).toBe(0);
  const again = await dedupe(split('u.json --emit articles -f ndjson'), { cwd });
  expect({ status: again.status, stderr: again.stderr }).toEqual({ status: 0, stderr: '' });
  const rows = again.stdout.split('\n').filter(Boolean);
  const own = rows
    .map((row) => JSON.parse(row) as Record<string, unknown>)
    .map(({ dedupe: _, ...rest }) => rest);
  expect(own).toEqual([records[0], records[2]]);
});

describe('groups are ordered and limited', () => {
  const TEXTS = Array.from({ length: 3 }, (_, i) =>
    Array.from({ length: 60 }, (_word, k) => `word${i}x${k}`).join(' '),
  );
  const FILES = {
    'in.jsonl': lines(
      ...[0, 1, 1, 2, 2, 2, 0].map((text, i) => ({ text: TEXTS[text], date: `2024-05-0${9 - i}` })),
    ),
  };
  const order = async (words: string): Promise<number[]> => {
    const { stdout } = await dedupe([...split(`in.jsonl -f json ${words}`)], { cwd: folderWith(FILES) });
    return JSON.parse(stdout).groups.map((group: { members: unknown[] }) => group.members.length);
  };
  it('by path, size and date', async () => {
    expect(await order('')).toEqual([2, 2, 3]);
    expect(await order('--sort size')).toEqual([3, 2, 2]);
    expect(await order('--sort date')).toEqual([2, 2, 3]);
    expect(await order('--sort size --limit 1')).toEqual([3]);
  });
  it('by score, the least sure first', async () => {
    const { stdout } = await dedupe([NEWSROOM, '-f', 'json', '--sort', 'score']);
    const scores = JSON.parse(stdout).groups.map((group: { confidence: number }) => group.confidence);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((a: number, b: number) => a - b));
  });
  it('with a limit on standard output alone', async () => {
    const cwd = folderWith(FILES);
    const { stdout } = await dedupe(split('in.jsonl -f ndjson --limit 1 --emit pairs -o all.ndjson'), {
      cwd,
    });
    expect(jsonLines(stdout)).toHaveLength(3);
    expect(jsonLines(readFileSync(join(cwd, 'all.ndjson'), 'utf8'))).toHaveLength(6);
    expect(await rowsOf('in.jsonl --emit articles --limit 3', { cwd })).toHaveLength(3);
  });
});

describe('refused before anything is read', () => {
  const REFUSED: readonly (readonly [words: string, says: string])[] = [
    ['--emit pairs -f paths0', 'cannot hold pairs; it is written as human, json, ndjson, csv, tsv, md'],
    ['--emit pairs -o paths0:p', 'which cannot hold pairs'],
    ['--no-text -f paths0', 'cannot hold groups without text'],
    ['--summary -f csv', 'cannot hold a summary; it is written as human, json, ndjson, md'],
    ['--summary --limit 3', 'leave one out'],
    ['--summary --emit pairs', 'leave one out'],
    ['--keep per-language', 'it needs --emit uniques'],
    ['--emit articles --sort size', 'in the order of the input'],
    ['--limit 3 -o r.json', 'files are complete'],
    ['--emit everything', 'groups, pairs, articles, uniques'],
    ['--sort name', 'size, score, date, path'],
  ];
  it.each(REFUSED)('%s', async (words, says) => {
    const { status, stdout, stderr } = await dedupe(['no-such-folder', ...split(words)]);
    expect(stderr).toContain(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
