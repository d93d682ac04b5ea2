import { appendFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { discover, type IngestItem, ingest } from '../../src/ingest/index.ts';
import { sha256 } from '../../src/lib/digest.ts';
import { codes, folderWith, inPieces, readAll, readOne, requestFor, texts } from './workspace.ts';

describe('one-article files', () => {
  it('keep their text, path and bytes', async () => {
    const content = Buffer.from('\ufeffOne\r\ntwo\rthree\n');
    const { articles } = await readOne('a.txt', content);
    expect(articles).toMatchObject([{ text: 'One\r\ntwo\rthree\n', rawDigest: sha256(content) }]);
    expect(articles[0]?.id).toBe(articles[0]?.path);
    for (const key of ['record', 'offset', 'title', 'date', 'pathBytes'])
      expect(articles[0]).not.toHaveProperty(key);
  });

  it('carry the facts of HTML and Markdown', async () => {
    const folder = folderWith({
      'a.html':
        '<title>Ferry</title><link rel=canonical href="https://www.a.example/x"><time datetime="2024-05-01">x</time><p>Text.</p>',
      'b.md': '---\ntitle: Ferry\ndate: 1 May 2024\nurl: https://b.example/x\n---\n# Ferry\nText.\n',
    });
    expect((await readAll([folder])).articles).toMatchObject([
      {
        text: 'x\n\nText.\n',
        title: 'Ferry',
        date: '2024-05-01',
        url: 'https://www.a.example/x',
        source: 'a.example',
      },
      { text: 'Ferry\nText.\n', title: 'Ferry', date: '2024-05-01', source: 'b.example' },
    ]);
  });

  it.each([
    ['Title: Ferry\nDate: 1 May 2024\n\nThe ferry runs.', 'Ferry'],
    ['\r\nDatum: 1. Mai 2024\r\nTitel: Fähre\r\n\r\nDie Fähre fährt.', 'Fähre'],
    ['Lindle: The ferry runs\n\nTitle: none of this.', undefined],
    ['Ferry\n\nThe ferry runs: at nine.', undefined],
  ])('have the title of a line that names it: %j', async (content, title) => {
    const { articles } = await readOne('a.txt', content);
    expect(articles.map((article) => [article.title, article.text])).toEqual([[title, content]]);
  });

  it('in the charset that the page declares', async () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec]),
    ]);
    expect(texts(await readOne('a.html', page))).toEqual(['Паром\n']);
  });

  const cases: readonly (readonly [string, string, string | Uint8Array, readonly string[]])[] = [
    ['empty', 'a.txt', '', ['empty']],
    ['blank', 'a.txt', ' \r\n', ['empty']],
    ['a page without text', 'a.html', '<html><script>x</script></html>', ['empty']],
    ['binary', 'a.txt', Buffer.from([1, 0, 2, 0, 0]), ['binary']],
    ['too long', 'a.txt', 'x'.repeat(1001), ['too-long']],
    ['just short enough', 'a.txt', 'x'.repeat(1000), []],
  ];
  for (const [name, file, content, expected] of cases) {
    it(`that are ${name}`, async () => {
      expect(codes(await readOne(file, content, { maxRecordBytes: 1000 }))).toEqual(expected);
    });
  }
});

describe('gzip', () => {
  const rows = [...Array(3000).keys()].map((number) =>
    JSON.stringify({ text: `Row ${number} ${(number * 7919) % 1009}` }),
  );
  const lines = Buffer.from(`${rows.join('\n')}\n`);

  it('is read in every format', async () => {
    const folder = folderWith({
      'a.txt.gz': gzipSync('A'),
      'b.html.GZ': gzipSync('<p>B</p>'),
      'c.json.gz': gzipSync('[{"text":"C"}]'),
      'd.jsonl.gz': gzipSync('{"text":"D"}\n'),
      'e.md.gz': gzipSync('# E\n'),
      'f.gz': gzipSync('F'),
    });
    const result = await readAll([folder]);
    expect(texts(result)).toEqual(['A', 'B\n', 'C', 'D', 'E\n']);
    expect(result.articles[0]?.rawDigest).toBe(sha256('A'));
    expect(texts(await readAll([join(folder, 'f.gz')]))).toEqual(['F']);
  });

  it('may have many members and zeros behind', async () => {
    const data = Buffer.concat([
      gzipSync('{"text":"a"}\n'),
      gzipSync('{"te'),
      gzipSync('xt":"b"}\n'),
      Buffer.alloc(20),
    ]);
    expect(texts(await readOne('a.jsonl.gz', data))).toEqual(['a', 'b']);
  });

  it('that is cut off keeps the records before', async () => {
    const whole = gzipSync(lines);
    for (const share of [0.3, 0.7, 0.99]) {
      const result = await readOne('a.jsonl.gz', whole.subarray(0, Math.floor(whole.length * share)));
      expect(codes(result)).toEqual(['corrupt-archive']);
      expect(result.articles.length).toBeGreaterThan(rows.length * share * 0.8);
      expect(texts(result)).toEqual(rows.slice(0, result.articles.length).map((row) => JSON.parse(row).text));
    }
  });

  it('that is damaged keeps the members before', async () => {
    const good = gzipSync('{"text":"a"}\n{"text":"b"}\n');
    for (const tail of [
      Buffer.from('junk'),
      Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from([0xff, 0xff, 0xff])]),
    ]) {
      const result = await readOne('a.jsonl.gz', Buffer.concat([good, tail]));
      expect(texts(result)).toEqual(['a', 'b']);
      expect(codes(result)).toEqual(['corrupt-archive']);
    }
  });

  it('that is damaged makes no article of a part', async () => {
    const result = await readOne('a.txt.gz', gzipSync('A sentence that is cut.').subarray(0, 24));
    expect(result.articles).toEqual([]);
    expect(codes(result)).toEqual(['corrupt-archive']);
  });

  it('by name only is read as what it is', async () => {
    expect(texts(await readOne('a.txt.gz', 'plain'))).toEqual(['plain']);
  });

  it('that explodes is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(8 << 20, '[]\n'));
    const result = await readOne('a.jsonl.gz', bomb, { maxRecordBytes: 1000 });
    expect(codes(result).at(-1)).toBe('corrupt-archive');
  });

  it('gives up a never-ending record at a low price', async () => {
    const before = process.memoryUsage().rss;
    const result = await readOne('a.jsonl.gz', gzipSync(Buffer.alloc(200 << 20, 'x')));
    expect(codes(result)).toEqual(['too-long']);
    expect(process.memoryUsage().rss - before).toBeLessThan(350 << 20);
  }, 60_000);
});

describe('standard input', () => {
  const cases: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    ['text', 'Just text.', ['Just text.']],
    ['HTML', '\n<!DOCTYPE html><p>A</p>', ['A\n']],
    ['HTML without a doctype', '<HTML lang=en><p>A</p>', ['A\n']],
    ['a JSON array', ' [{"text":"a"},{"text":"b"}]', ['a', 'b']],
    ['JSON Lines', '{"text":"a"}\n{"text":"b"}\n', ['a', 'b']],
    ['JSON Lines with a broken line', '{"text":"a"}\n{"text":\n{"text":"b"}\n', ['a', 'b']],
    ['a JSON object', '{\n"all":[{"text":"a"}]}', ['a']],
    ['gzip', gzipSync('{"text":"a"}\n{"text":"b"}\n'), ['a', 'b']],
    ['a marked array', '\ufeff[{"text":"a"}]', ['a']],
  ];
  for (const [name, content, expected] of cases) {
    it(`may be ${name}`, async () => {
      for (const size of [1, 4096]) {
        const result = await readAll(['-'], { stdin: inPieces(Buffer.from(content), size) });
        expect(texts(result)).toEqual(expected);
        expect(new Set(result.articles.map((article) => article.path))).toEqual(new Set(['-']));
      }
    });
  }

  it('that is empty, missing or fails is an issue', async () => {
    expect(codes(await readAll(['-'], { stdin: inPieces(Buffer.alloc(0), 1) }))).toEqual(['empty']);
    expect(codes(await readAll(['-']))).toEqual(['missing-path']);
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"text":"a"}\n{"text":"b"}\n{"te');
      throw new Error('EIO');
    }
    const result = await readAll(['-'], { stdin: failing() });
    expect(texts(result)).toEqual(['a', 'b']);
    expect(codes(result)).toEqual(['unreadable']);
  });

  it('stands among files by its path', async () => {
    const folder = folderWith({ 'a.txt': 'file' });
    const result = await readAll([folder, '-', '-'], { stdin: inPieces(Buffer.from('piped'), 9) });
    expect(texts(result)).toEqual(['piped', 'file']);
  });
});

describe('files that move', () => {
  const big = `${JSON.stringify({ text: 'x'.repeat(1000) })}\n`.repeat(5000);

  it('while they are read are an issue', async () => {
    const file = join(folderWith({ 'a.jsonl': big }), 'a.jsonl');
    const items: IngestItem[] = [];
    for await (const item of ingest(requestFor([file]))) {
      if (items.push(item) === 1) appendFileSync(file, '{"text":"late"}\n');
    }
    expect(items.at(-1)).toMatchObject({ kind: 'issue', issue: { code: 'changed-while-read' } });
    expect(items.length).toBeGreaterThan(4000);
  });

  it('between discovery and reading are an issue', async () => {
    const folder = folderWith({ 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' });
    const request = requestFor([folder]);
    const discovery = await discover(request);
    rmSync(join(folder, 'a.txt'));
    rmSync(join(folder, 'b.txt'));
    symlinkSync('/dev/zero', join(folder, 'b.txt'));
    const items: IngestItem[] = [];
    for await (const item of ingest(request, discovery)) items.push(item);
    expect(items.map((item) => (item.kind === 'issue' ? item.issue.code : item.article.text))).toEqual([
      'unreadable',
      'special-file',
      'C',
    ]);
  });
});

it('closes every file, also when nobody reads on', async () => {
  const openFiles = (): number => readdirSync('/proc/self/fd').length;
  const rows = `${JSON.stringify({ text: 'x'.repeat(1000) })}\n`.repeat(3000);
  const folder = folderWith({
    'a.jsonl': rows,
    'b.jsonl.gz': gzipSync(rows),
    'c.json': `{"schema":"dedupe.report/1","x":"${'x'.repeat(2 << 20)}"}`,
    'd.txt': Buffer.alloc(3 << 20, 'x'),
    'e.jsonl.gz': gzipSync(rows).subarray(0, 500),
  });
  await readAll([folder], { maxRecordBytes: 5000 });
  const before = openFiles();
  for (let round = 0; round < 5; round++) {
    await readAll([folder], { maxRecordBytes: 5000 });
    for (const name of ['a.jsonl', 'b.jsonl.gz']) {
      for await (const item of ingest(requestFor([join(folder, name)]))) {
        expect(item.kind).toBe('article');
        break;
      }
    }
  }
  expect(openFiles()).toBeLessThanOrEqual(before + 1);
});

it('hands on the issues of discovery first', async () => {
  const folder = folderWith({ 'a.txt': 'A' });
  writeFileSync(join(folder, 'b.txt'), '');
  const items: string[] = [];
  for await (const item of ingest(requestFor([folder, join(folder, 'none')]))) {
    items.push(item.kind === 'issue' ? item.issue.code : item.article.text);
  }
  expect(items).toEqual(['missing-path', 'A', 'empty']);
});
