import { chmodSync, linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, dedupe, type ParsedReport, run, scan } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY, lines, shell, skipped } from './workspace.ts';

interface Case {
  readonly name: string;
  readonly files: Files;
  /** Arguments; the folder itself when absent. */
  readonly words?: readonly string[];
  readonly input?: string;
  readonly status: number;
  /** Ids of the articles that are read. */
  readonly articles: readonly string[];
  /** Code, path, record and offset of each issue. */
  readonly issues?: readonly (readonly [string, string, number?, number?])[];
}

const RECORD = JSON.stringify({ id: 'harbour', text: HARBOUR });
const UTF16 = Buffer.from(HARBOUR, 'utf16le');

const CASES: readonly Case[] = [
  {
    name: 'some paths missing: the rest is read',
    files: { 'a.txt': HARBOUR },
    words: ['a.txt', 'gone.txt', '*.htm'],
    status: 3,
    articles: ['a.txt'],
    issues: [
      ['missing-path', '*.htm'],
      ['missing-path', 'gone.txt'],
    ],
  },
  { name: 'an empty folder', files: {}, words: ['.'], status: 0, articles: [] },
  {
    name: 'an empty file',
    files: { 'a.txt': '', 'b.txt': LIBRARY },
    status: 0,
    articles: ['b.txt'],
    issues: [['empty', 'a.txt']],
  },
  {
    name: 'empty standard input',
    files: {},
    words: ['-'],
    input: '',
    status: 0,
    articles: [],
    issues: [['empty', '-']],
  },
  {
    name: 'standard input beside a file',
    files: { 'a.txt': HARBOUR },
    words: ['a.txt', '-', '-'],
    input: LIBRARY,
    status: 0,
    articles: ['-', 'a.txt'],
  },
  {
    name: 'NULs and control characters',
    files: { 'a.txt': `${HARBOUR}\0\u0001\u0002\0`, 'b.txt': LIBRARY },
    status: 3,
    articles: ['b.txt'],
    issues: [['binary', 'a.txt']],
  },
  {
    name: 'one NUL in good text',
    files: { 'a.jsonl': `${RECORD}\n{"text":"a\0b"}\n` },
    status: 3,
    articles: ['harbour'],
    issues: [['invalid-json', 'a.jsonl', 2, 315]],
  },
  {
    name: 'bytes that are no UTF-8 in one record',
    files: {
      'a.jsonl': Buffer.concat([
        Buffer.from(`${RECORD}\n{"text":"`),
        Buffer.of(0xff, 0xfe),
        Buffer.from(`"}\n${RECORD.replace('harbour', 'last')}\n`),
      ]),
    },
    status: 3,
    articles: ['harbour', 'last'],
    issues: [['invalid-encoding', 'a.jsonl', 2, RECORD.length + 1 + '{"text":"'.length]],
  },
  {
    name: 'byte order marks, UTF-16 with and without one, carriage returns: all the same text',
    files: {
      'bom.txt': `\ufeff${HARBOUR}`,
      'crlf.txt': HARBOUR.replaceAll('\n', '\r\n'),
      'plain.txt': HARBOUR,
      'utf16-marked.txt': Buffer.concat([Buffer.of(0xff, 0xfe), UTF16]),
      'utf16-swapped.txt': Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(UTF16).swap16()]),
      'utf16.txt': UTF16,
    },
    status: 0,
    articles: ['bom.txt', 'crlf.txt', 'plain.txt', 'utf16-marked.txt', 'utf16-swapped.txt', 'utf16.txt'],
  },
  {
    name: 'one unclosed record, one too deep, one cut off: each costs itself only',
    files: {
      'a.jsonl': `${RECORD}\n{"id":"cut","text":"to\n${'['.repeat(5000)}\n${RECORD.replace('harbour', 'b')}\n`,
      'b.json': `[${RECORD.replace('harbour', 'c')},{"id":"d","text":"never clo`,
    },
    status: 3,
    articles: ['harbour', 'b', 'c'],
    issues: [
      ['invalid-json', 'a.jsonl', 2, RECORD.length + 1],
      ['too-deep', 'a.jsonl', 3, RECORD.length + 1 + 23],
      ['invalid-json', 'b.json', 2, RECORD.length - 4],
    ],
  },
  {
    name: 'a record beyond --max-record',
    files: { 'a.jsonl': lines({ id: 'long', text: 'x'.repeat(3000) }, { id: 'short', text: LIBRARY }) },
    words: ['.', '--max-record', '2K'],
    status: 3,
    articles: ['short'],
    issues: [['too-long', 'a.jsonl', 1, 0]],
  },
  {
    name: 'the same id twice',
    files: {
      'a.jsonl': lines({ id: 7, text: HARBOUR }, { id: 7, text: LIBRARY }, { id: '7', text: 'X y.' }),
    },
    status: 0,
    articles: ['7', 'a.jsonl#2', 'a.jsonl#3'],
    issues: [
      ['duplicate-id', 'a.jsonl', 2, 0],
      ['duplicate-id', 'a.jsonl', 3, 0],
    ],
  },
  {
    name: 'an own report in the folder',
    files: {
      'report.json': '{\n  "schema": "dedupe.report/1", "articles": [{"id":"x","text":"not an article"}]}',
      'rows.ndjson': `{"type":"run","schema":"dedupe.report/1"}\n{"type":"article","id":"x","text":"no"}\n`,
      'a.txt': HARBOUR,
    },
    status: 0,
    articles: ['a.txt'],
    issues: [
      ['own-report', 'report.json'],
      ['own-report', 'rows.ndjson'],
    ],
  },
  {
    name: 'an own report that was named, beside one in a folder',
    files: {
      'report.json': '{"schema": "dedupe.report/1", "articles": [{"id":"x","text":"not an article"}]}',
      'in/rows.ndjson': `{"type":"run","schema":"dedupe.report/1"}\n`,
      'in/a.txt': HARBOUR,
    },
    words: ['in', './report.json', '-q'],
    status: 3,
    articles: ['in/a.txt'],
    issues: [
      ['own-report', 'in/rows.ndjson'],
      ['own-report', 'report.json'],
    ],
  },
  {
    name: 'files of other types are passed over in a walk, and read when named',
    files: { 'a.txt': HARBOUR, 'b.log': LIBRARY, 'c.bin': Buffer.of(0, 1, 2, 3, 250) },
    words: ['.', 'b.log', 'c.bin'],
    status: 3,
    articles: ['a.txt', 'b.log'],
    issues: [['unknown-type', 'c.bin']],
  },
  {
    name: 'XML without articles is passed over in a walk, and lost when named',
    files: { 'in/a.txt': HARBOUR, 'in/sitemap.xml': '<urlset/>', 'map.xml': '<urlset/>' },
    words: ['in', 'map.xml'],
    status: 3,
    articles: ['in/a.txt'],
    issues: [
      ['foreign-xml', 'in/sitemap.xml'],
      ['foreign-xml', 'map.xml'],
    ],
  },
  {
    name: 'XML without articles that was met in a walk costs nothing',
    files: { 'a.txt': HARBOUR, 'sitemap.xml': '<urlset/>' },
    status: 0,
    articles: ['a.txt'],
    issues: [['foreign-xml', 'sitemap.xml']],
  },
  {
    name: 'names with line feeds, escapes and spaces',
    files: { 'a\nb.txt': HARBOUR, '\u001b[31mred.txt': LIBRARY, ' .txt': HARBOUR },
    status: 0,
    articles: ['\u001b[31mred.txt', ' .txt', 'a\nb.txt'],
  },
];

async function attempt({ files, words, input }: Pick<Case, 'files' | 'words' | 'input'>, env = {}) {
  const cwd = folderWith(files);
  const options = input === undefined ? { cwd, env } : { cwd, env, input };
  return await dedupe([...(words ?? ['.']), '-f', 'json'], options);
}

describe('input', () => {
  it.concurrent.each(CASES)('$name', async (example) => {
    const { status, stdout, stderr } = await attempt(example);
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.id)).toEqual(example.articles);
    const issues = report.issues.map(({ code, path, record, offset }) => [code, path, record, offset]);
    const expected = (example.issues ?? []).map(([code, path, record, offset]) => [
      code,
      path,
      record,
      offset,
    ]);
    // The offset of a record that is named without one is another test's business.
    expect(issues.map((issue, i) => (expected[i]?.[3] === 0 ? [...issue.slice(0, 3), 0] : issue))).toEqual(
      expected,
    );
    expect(status).toBe(example.status);
    expect(report.end).toEqual({ status: 'complete' });
    expect(stderr.includes('no articles were found')).toBe(example.articles.length === 0);
  });
});

describe('what is on the disk but no file', () => {
  it('loops of links end, a file reached twice is one article', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR });
    symlinkSync('..', join(cwd, 'in', 'loop'));
    symlinkSync('self', join(cwd, 'in', 'self'));
    symlinkSync('a.txt', join(cwd, 'in', 'b.txt'));
    linkSync(join(cwd, 'in', 'a.txt'), join(cwd, 'in', 'c.txt'));
    const { stdout, status } = await dedupe(['in', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).articles.map((article: { path: string }) => article.path)).toEqual([
      'in/a.txt',
    ]);
    expect(status).toBe(0);
    const followed = await dedupe(['in', '--follow', '-f', 'json'], { cwd });
    const report = JSON.parse(followed.stdout) as ParsedReport;
    expect(report.articles.map((article) => article.path)).toEqual(['in/a.txt']);
    expect(new Set(report.issues.map((issue) => issue.code))).toEqual(new Set(['unreadable']));
    expect(report.issues.map((issue) => issue.path)).toContain('in/self');
    expect(followed.status).toBe(3);
  });

  it('a pipe is never waited for', { timeout: 30_000 }, async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR });
    expect((await run('mkfifo', [join(cwd, 'in', 'pipe.txt'), join(cwd, 'named')])).status).toBe(0);
    const { stdout, status } = await dedupe(['in', 'named', '-f', 'json'], { cwd });
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.path)).toEqual(['in/a.txt']);
    expect(report.issues.map((issue) => [issue.code, issue.path])).toEqual([
      ['special-file', 'in/pipe.txt'],
      ['special-file', 'named'],
    ]);
    expect(status).toBe(3);
  });

  it('endless standard input ends at the limit, and one that was not asked for is not waited for', async () => {
    const cwd = folderWith({ 'a.txt': HARBOUR });
    const endless = await shell('dedupe - --max-record 1M -f json < <(yes 2>/dev/null)', { cwd });
    expect(JSON.parse(endless.stdout).issues[0]).toMatchObject({ code: 'too-long', path: '-' });
    expect(endless.status).toBe(3);
    const silent =
      'dedupe a.txt -q >report.json < <(exec sleep 50 2>/dev/null); code=$?; kill $!; exit $code';
    expect(await shell(silent, { cwd })).toEqual({ status: 0, stdout: '', stderr: '' });
  }, 40_000);

  it('names that are not UTF-8 can be told apart and opened', async () => {
    const cwd = folderWith({ 'in/a.txt': LIBRARY });
    const name = Buffer.concat([Buffer.from(`${cwd}/in/caf`), Buffer.of(0xe9), Buffer.from('.txt')]);
    try {
      writeFileSync(name, HARBOUR);
    } catch {
      skipped('names that are not UTF-8', 'the file system takes none');
      return;
    }
    const { stdout, status, stderr } = await dedupe(['in', '-f', 'json'], { cwd });
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.path)).toEqual(['in/a.txt', 'in/caf%E9.txt']);
    const bytes = Buffer.from(report.articles[1]?.pathBytes ?? '', 'base64');
    expect(bytes.toString('latin1')).toBe('in/caf\u00e9.txt');
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  it('what may not be read is an issue, its neighbours are read', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/secret.txt': LIBRARY, 'in/closed/b.txt': LIBRARY });
    const words = [BIN, 'in', '-f', 'json'];
    const isRoot = process.getuid?.() === 0;
    const drop = ['--reuid=65534', '--clear-groups', process.execPath];
    if (isRoot && (await run('setpriv', [...drop, BIN, '--version']).catch(() => null))?.status !== 0) {
      skipped('unreadable files', 'root reads everything here, and setpriv cannot become another user');
      return;
    }
    for (const open of ['', 'in']) chmodSync(join(cwd, open), 0o755);
    for (const shut of ['in/secret.txt', 'in/closed']) chmodSync(join(cwd, shut), 0);
    const program = isRoot ? 'setpriv' : process.execPath;
    const { stdout, status } = await run(program, isRoot ? [...drop, ...words] : words, { cwd });
    for (const shut of ['in/secret.txt', 'in/closed']) chmodSync(join(cwd, shut), 0o755);
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.path)).toEqual(['in/a.txt']);
    expect(report.issues.map((issue) => [issue.code, issue.path])).toEqual([
      ['unreadable', 'in/closed'],
      ['unreadable', 'in/secret.txt'],
    ]);
    expect(status).toBe(3);
  });
});

describe('names of object properties are only names', () => {
  const records = [
    { id: '__proto__', text: HARBOUR, source: '__proto__', title: 'constructor' },
    { id: 'constructor', text: HARBOUR, source: 'constructor' },
    { id: 'hasOwnProperty', text: LIBRARY, source: 'toString', __proto__: null },
  ];
  const files: Files = {
    'a.jsonl': lines(...records),
    'b.json': `[{"__proto__":{"text":"x"},"constructor":{"prototype":1},"id":"toString","text":"One two three."}]`,
    '__proto__/constructor.txt': LIBRARY,
  };

  it.concurrent.each(['', '--disable-proto=throw', '--disable-proto=delete'])(
    'NODE_OPTIONS=%s',
    async (NODE_OPTIONS) => {
      const words = ['.', '--map', 'source=__proto__'];
      const { stdout, stderr, status } = await attempt({ files, words }, { NODE_OPTIONS });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      const report = JSON.parse(stdout) as ParsedReport;
      expect(report.articles.map((article) => article.id)).toEqual([
        '__proto__/constructor.txt',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'toString',
      ]);
      const groups = report.groups.map((group) => group.members.map((member) => member.id));
      expect(groups).toContainEqual(['__proto__', 'constructor']);
    },
  );
});

describe('a text of many articles', () => {
  const article = (i: number): string => `Title: ${i}. ferry\nDate: 2018-08-0${i}\n\n${HARBOUR}\n`;
  const cwd = folderWith({ 'in/all.txt': `${article(1)}=====\n${article(2)}` });

  it('is read article by article, and inspect says so', async () => {
    const { stdout } = await dedupe(['inspect', 'in', '-f', 'json'], { cwd });
    const { articles, issues } = JSON.parse(stdout);
    expect(articles.map(({ id }: { id: string }) => id)).toEqual(['in/all.txt#1', 'in/all.txt#2']);
    expect(issues).toMatchObject([{ code: 'split-file', path: 'in/all.txt' }]);
    expect((await dedupe(['inspect', 'in', '-f', 'human'], { cwd })).stdout).toContain('--no-split');
  });

  it('is one with --no-split, which the report says', async () => {
    const split = await scan(['in'], { cwd });
    expect(split.groups).toHaveLength(1);
    expect(split.run.options).not.toHaveProperty('split');
    const whole = await scan(['in', '--no-split'], { cwd });
    expect(whole.articles.map(({ id }) => id)).toEqual(['in/all.txt']);
    expect(whole.run.options).toMatchObject({ split: false });
  });
});
