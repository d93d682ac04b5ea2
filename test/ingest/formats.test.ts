/** What each format does at its edges: detection, limits, what is left out. Damage is the business of `formats.prop`. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chunked, httpAnswer, tarOf, warcPage, warcRecord, zipOf } from '../helpers/archives.mjs';
import { codes, type Result, readOne, texts } from './workspace.ts';

const told = ({ issues }: Result): readonly string[] =>
  issues.map(({ code, message }) => `${code}: ${message}`);

describe('content before name', () => {
  const feed = '<?xml version="1.0"?><rss><channel><item><description>a</description></item></channel></rss>';
  it.each([
    ['gzip in any name', 'a.txt', gzipSync('a')],
    ['a ZIP archive in any name', 'a.txt', zipOf({ 'b.txt': 'a' })],
    ['a tar archive in any name', 'a.md', tarOf({ 'b.txt': 'a' })],
    ['gzip in gzip', 'a.txt.gz', gzipSync(gzipSync('a'))],
    ['JSON Lines in .txt', 'a.txt', '{"text":"a"}\n'],
    ['JSON Lines in .csv', 'a.csv', '{"text":"a"}\n'],
    ['a feed in .txt', 'a.txt', feed],
    ['a feed in .html', 'a.html', feed],
    ['WET in .txt', 'a.txt', warcRecord('conversion', { 'Content-Type': 'text/plain' }, 'a')],
    ['a table without a name', 'a.dump', 'id;text\n1;a\n'],
    ['a mail without a name', 'a.dump', 'From: b@b.example\nTo: c\nSubject: d\n\na'],
    ['an array in .jsonl', 'a.jsonl', '[{"text":"a"}]'],
    ['one record a line in .jl', 'a.jl', '{"text":"a"}'],
  ])('%s', async (_, name, content) => {
    const result = await readOne(name, content);
    expect(codes(result)).toEqual([]);
    expect(texts(result).map((text) => text.trim())).toEqual(['a']);
  });

  it.each([
    ['text that speaks of a feed', 'a.txt', 'Our <feed> is new. {"text": 1}'],
    ['text in brackets', 'a.txt', '[Update] {a}'],
    ['text that begins like bzip2', 'a.txt', 'BZh9 is a sign.'],
    ['text that begins like a mailbox', 'a.txt', 'From Friday 10:00 on\nthe ferry: runs'],
    ['text that begins like SQL', 'a.txt', 'INSERT INTO is a statement of SQL; CREATE TABLE is one'],
    ['text that begins with a name', 'a.txt', '@ferry{harbour} is late, as the crew says'],
  ])('leaves %s alone', async (_, name, content) => {
    expect(texts(await readOne(name, content))).toEqual([content]);
  });

  it('and what was asked for before both', async () => {
    const { articles } = await readOne('a.dat', 'text\na\n', { inputFormat: 'csv' });
    expect(articles.map(({ text }) => text)).toEqual(['a']);
    expect(texts(await readOne('a.dat', '%PDF-1.4', { inputFormat: 'text' }))).toEqual(['%PDF-1.4']);
    expect(texts(await readOne('a.json', '{"text":"a"}', { inputFormat: 'text' }))).toEqual(['{"text":"a"}']);
    expect(texts(await readOne('a.zip', zipOf({ 'b.dat': 'text\na\n' }), { inputFormat: 'csv' }))).toEqual([
      'a',
    ]);
  });
});

it('what is too long names the option that lets it in', async () => {
  const limit = { maxRecordBytes: 8 };
  for (const [name, content] of [
    ['a.txt', 'The ferry sank.'],
    ['a.jsonl', '{"text":"a"}\n'],
    ['a.csv', 'id,text\n1,The ferry\n'],
  ] as const)
    expect(told(await readOne(name, content, limit))).toEqual([
      expect.stringMatching(/^too-long: .*raise --max-record/),
    ]);
});

describe('archives', () => {
  it('inside archives are read, up to eight deep', async () => {
    const nested = (levels: number): Uint8Array =>
      Array.from({ length: levels }).reduce<Uint8Array>(
        (inner) => zipOf({ 'b.zip': inner }),
        zipOf({ 'a.txt': 'a' }),
      );
    expect(texts(await readOne('a.zip', nested(7)))).toEqual(['a']);
    expect(told(await readOne('a.zip', nested(8)))).toEqual([expect.stringMatching(/^too-deep: .*8 levels/)]);
  });

  it('name their members, and count others and hidden ones, but not those of a Mac', async () => {
    const files = {
      './a//b.txt': 'a',
      'c.png': 'x',
      'd.exe': 'x',
      '.git/e.txt': 'x',
      '.h.txt': 'x',
      'i/.j': 'x',
      '__MACOSX/f.txt': 'x',
      'i/._k.txt': 'x',
      '.DS_Store': 'x',
      'g/': '',
    };
    for (const bytes of [zipOf(files), tarOf(files)]) {
      const result = await readOne('x.dump', bytes);
      expect(result.articles.map(({ path }) => path.replace(/.*x\.dump/, ''))).toEqual(['!/a/b.txt']);
      expect(told(result)).toEqual([expect.stringMatching(/^left-out: .* type .*: 2; hidden.*: 3$/)]);
    }
    const result = await readOne('a.zip', zipOf({ 'a.txt': 'a', '.b.txt': 'b' }));
    expect(told(result)).toEqual([expect.stringMatching(/^left-out: .*hidden.*: 1$/)]);
  });

  it('that are bombs are stopped, their neighbours read', async () => {
    const zeros = Buffer.alloc(100 << 20, 'a');
    const bomb = zipOf({ 'a.txt': 'first', 'b.jsonl': zeros, 'c.txt': 'last' });
    const result = await readOne('a.zip', bomb, { maxRecordBytes: 1 << 20 });
    expect(texts(result)).toEqual(['first', 'last']);
    expect(codes(result)).toEqual(['too-long']);
    const gz = await readOne('a.jsonl.gz', gzipSync(zeros), { maxRecordBytes: 1 << 20 });
    expect(told(gz).some((line) => /^corrupt-archive: .*200-fold/.test(line))).toBe(true);
  });

  it('that are documents are refused', async () => {
    const document = zipOf({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' });
    expect(told(await readOne('a.zip', document))).toEqual([
      expect.stringMatching(/^unknown-type: an office document/),
    ]);
  });

  it('with encrypted members say so', async () => {
    const bytes = zipOf({ 'a.txt': 'a', 'b.txt': 'b' });
    bytes[6]! |= 1;
    const result = await readOne('a.zip', bytes);
    expect([codes(result), texts(result)]).toEqual([['unreadable'], ['b']]);
  });
});

describe('WARC', () => {
  const plain = { 'Content-Type': 'text/plain' };
  it.each([
    [
      'latin-1 by its HTTP field',
      httpAnswer(Buffer.from('Café', 'latin1'), { 'Content-Type': 'text/plain; charset=ISO-8859-1' }),
      'Café',
    ],
    ['a charset that lies', httpAnswer('Café', { 'Content-Type': 'text/plain; charset=gb2312' }), 'Café'],
    [
      'chunks',
      httpAnswer(chunked('Café am Ufer', 3), { ...plain, 'Transfer-Encoding': 'chunked' }),
      'Café am Ufer',
    ],
    [
      'chunks that the crawler joined',
      httpAnswer('Café', { ...plain, 'Transfer-Encoding': 'chunked' }),
      'Café',
    ],
    ['gzip that the crawler undid', httpAnswer('Café', { ...plain, 'Content-Encoding': 'gzip' }), 'Café'],
    [
      'deflate',
      httpAnswer(deflateRawSync('Café am Ufer'), { ...plain, 'Content-Encoding': 'deflate' }),
      'Café am Ufer',
    ],
  ])('%s', async (_, answer, text) => {
    const result = await readOne('a.warc', warcPage('https://a.example/', answer));
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual([text]);
  });

  it('a length too short or too long costs its record', async () => {
    const records = ['one', 'two', 'three', 'four'].map((text) =>
      warcRecord('conversion', plain, `${text} text`),
    );
    for (const [from, to] of [
      ['Content-Length: 8', 'Content-Length: 3'],
      ['Content-Length: 8', 'Content-Length: 90'],
    ]) {
      const wrong = Buffer.from(records[1]!.toString().replace(from!, to!));
      const result = await readOne('a.warc', Buffer.concat([records[0]!, wrong, records[2]!, records[3]!]));
      expect(texts(result)).toEqual(['one text', 'three text', 'four text']);
      expect(result.issues).toMatchObject([
        { code: 'invalid-record', record: 2, offset: records[0]!.length },
      ]);
    }
  });

  it('leaves out what sites keep for programs', async () => {
    const at = (url: string): Uint8Array => warcPage(url, httpAnswer('The ferry sank.', plain));
    const urls = ['robots.txt', '.well-known/security.txt', 'llms.txt', 'a/robots.txt', 'ferry.txt'];
    const result = await readOne('a.warc', Buffer.concat(urls.map((url) => at(`https://a.example/${url}`))));
    expect(result.articles.map(({ url }) => url)).toEqual([
      'https://a.example/a/robots.txt',
      'https://a.example/ferry.txt',
    ]);
    expect(told(result)).toEqual([expect.stringMatching(/^left-out: left out: 3 texts for programs/)]);
  });

  it('a bomb in a payload is too long', async () => {
    const answer = httpAnswer(gzipSync(Buffer.alloc(4 << 20)), { ...plain, 'Content-Encoding': 'gzip' });
    expect(
      codes(await readOne('a.warc', warcPage('https://a.example/', answer), { maxRecordBytes: 1 << 20 })),
    ).toEqual(['too-long']);
  });
});

describe('tables', () => {
  it.each([
    ['names by a map', 'uid;body\n1;a\n', { map: { text: 'body', id: 'uid' } }, ['1 a']],
    ['numbers without a header', '1\ta\n2\tb\n', { map: { text: '2', id: '1' } }, ['1 a', '2 b']],
    ['names in other case', 'ID,Text\n1,a\n', {}, ['1 a']],
    ['a line for spreadsheets', 'sep=;\nid;text\n1;a,b\n', {}, ['1 a,b']],
    ['no line end at the end', 'id,text\n1,"a"', {}, ['1 a']],
    ['blank lines', 'id,text\n\n1,a\n\n', {}, ['1 a']],
    ['lines that end in CR', 'id,text\r1,a\r2,"b\nc"\r', {}, ['1 a', '2 b\nc']],
    ['a CR inside of a cell', 'id,text\n1,a\rb\n', {}, ['1 a\rb']],
    ['CR in UTF-16', Buffer.from('\ufeffid,text\r1,a\r2,b\r', 'utf16le'), {}, ['1 a', '2 b']],
    ['windows-1252', Buffer.from('id,text\n1,Caf\xe9 am Ufer\n', 'latin1'), {}, ['1 Café am Ufer']],
  ])('%s', async (_, content, options, expected) => {
    const result = await readOne('a.csv', content, options);
    expect(codes(result)).toEqual([]);
    expect(result.articles.map(({ id, text }) => `${id} ${text}`)).toEqual(expected);
  });

  it.each([
    ['a quote that a later line seems to close', ['1\t"a', '2\tb', '3\tc"', '4\td'], ['"a', 'b', 'c"', 'd']],
    ['a quote at the last cell', ['1\ta', '2\t"b'], ['a', '"b']],
    ['a word in quotes', ['1\t"a" b', '2\tc', '3\t"d" and "e"'], ['"a" b', 'c', '"d" and "e"']],
    ['quotes inside', ['1\ta "b" c', '2\t"d"', '3\te "f"'], ['a "b" c', '"d"', 'e "f"']],
    ['cells in quotes', ['"1"\t"a ""b"""', '"2"\t"c"'], ['a "b"', 'c']],
    ['cells in quotes, one broken', ['1\t"a"', '2\t"b', '3\t"c"', '4\t"d"'], ['a', 'c', 'd']],
    ['a line end in quotes', ['1\ta', '2\t"b', 'c"', '3\t"d\te"'], ['a', 'b\nc', 'd\te']],
  ])('of tabs with %s', async (_, rows, expected) => {
    for (const end of ['\n', '\r\n', '\r']) {
      const result = await readOne('a.tsv', ['id\ttext', ...rows, ''].join(end));
      expect(texts(result).map((text) => text.replace(/\r\n?/, '\n'))).toEqual(expected);
    }
    const piped = await readOne('a.csv', ['id\ttext', ...rows].join('\n'));
    expect(texts(piped)).toEqual(expected);
  });

  it('say what is wrong, where', async () => {
    expect(told(await readOne('a.csv', 'id,lines\n1,a\n'))).toEqual([
      expect.stringMatching(/^missing-text: no column "text"/),
    ]);
    const result = await readOne('a.csv', 'id,text\n1,a\n2,"b\n3,c\n4,d,e\n5,f\n');
    expect(result.articles.map(({ id }) => id)).toEqual(['1', '3', '5']);
    expect(result.issues).toMatchObject([
      { code: 'invalid-record', record: 2, offset: 12 },
      { code: 'invalid-record', record: 4, offset: 21 },
    ]);
  });
});

describe('JSON', () => {
  const nested =
    '{"status":"ok","response":{"docs":[{"text":"a"},{"text":"b"}],"total":2},"facets":{"x":[1]}}';
  it('in a list anywhere is found, or named where there are several', async () => {
    expect(texts(await readOne('a.json', nested))).toEqual(['a', 'b']);
    const several = '{"x":{"new":[{"text":"a"}],"old":[{"text":"b"}]}}';
    expect(codes(await readOne('a.json', several))).toEqual(['invalid-record']);
    const chosen = await readOne('a.json', several, { records: 'x.old' });
    expect([texts(chosen), codes(chosen)]).toEqual([['b'], []]);
    const absent = [expect.stringMatching(/^invalid-record: no list at "x.none"; .*--records/)];
    expect(told(await readOne('a.json', several, { records: 'x.none' }))).toEqual(absent);
    expect(told(await readOne('a.json', '{"x":{"none":{}}}', { records: 'x.none' }))).toEqual(absent);
    expect(told(await readOne('a.json', '{"x":{"none":', { records: 'x.none' }))).toEqual([
      expect.stringMatching(/^invalid-json: .* cut off/),
    ]);
    expect(texts(await readOne('a.json', '{"text":"a"}', { records: 'x.none' }))).toEqual(['a']);
  });

  it('find the named list through elements of lists', async () => {
    const read = async (content: string, records: string) => {
      const { articles, issues } = await readOne('a.json', content, { records });
      return [
        ...articles.map(({ id, text }) => `${text} ${id.slice(id.indexOf('#'))}`),
        ...issues.map(({ message }) => message.slice(0, message.indexOf(';'))),
      ];
    };
    const [one, two] = ['[{"text":"a"},{"text":"b"}]', '[{"text":"c"}]'];
    const tables = `[{"type":"header"},7,{"name":"x","data":${one}},{"data":${two}, "n":[1]},{"text":"d"}]`;
    for (const [content, records, expected] of [
      [
        `{"db":[{"m":{}},{"data":{"posts":${one},"tags":[{}]}}],"z":[1]}`,
        'db.1.data.posts',
        ['a #1', 'b #2'],
      ],
      [`{"db":[{"data":{"posts":${one}}}]}`, 'db.1.data.posts', ['no list at "db.1.data.posts"']],
      [tables, 'data', ['a #1', 'b #2', 'c #3', 'd #4']],
      [tables, '2.data', ['a #1', 'b #2']],
      [`[{"x":1},{"y":${one}}]`, 'data', ['no list at "data" in any of 2 elements']],
      ['[{"x":1}]', 'data', ['no list at "data" in the element']],
    ] as const) {
      expect([records, await read(content, records)]).toEqual([records, expected]);
    }
  });

  it('find the named list in an element beyond the limit, too', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `{"text":"row ${i}"}`);
    const content = `[{"type":"header"},{"name":"x","data":[${rows.join(',')}]},{"data":[{"text":"last"}]}]`;
    const { articles, issues } = await readOne('a.json', content, { records: 'data', maxRecordBytes: 100 });
    expect([articles.length, articles.at(-1)?.text, issues]).toEqual([31, 'last', []]);
  });

  it('with a NUL in it costs the record', async () => {
    const result = await readOne('a.jsonl', '{"text":"a"}\n{"text":"b\0"}\n{"text":"c"}\n');
    expect([texts(result), codes(result)]).toEqual([['a', 'c'], ['invalid-json']]);
  });
});

describe('XML', () => {
  const item = (text: string): string => `<item><description>${text}</description></item>`;
  it('expands no entities of its own', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><rss>${item('one &b; &amp;nbsp; two')}</rss>`;
    const result = await readOne('a.rss', bomb);
    expect(texts(result)[0]).toContain('one');
    expect(texts(result)[0]).not.toContain('xxxx');
    expect(codes(result)).toContain('left-out');
  });

  it('is told that it holds no articles', async () => {
    expect(told(await readOne('a.xml', '<?xml version="1.0"?><urlset/>'))).toEqual([
      expect.stringMatching(/^foreign-xml: XML.*--input-format/),
    ]);
  });

  it('goes on behind an item that is not closed, and reads what is not well-formed as far as it goes', async () => {
    const feed = `<rss>${item('one')}<item><description>lost${item('two')}${item('a < b &copy; c')}</rss>`;
    const result = await readOne('a.rss', feed);
    expect(texts(result).map((text) => text.trim())).toEqual(['one', 'two', expect.stringContaining('c')]);
    expect(codes(result)).toEqual(expect.arrayContaining(['invalid-record']));
  });

  it('in other encodings', async () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="windows-1252"?><rss>${item('Caf\xe9 am Ufer')}</rss>`,
      'latin1',
    );
    const wide = Buffer.from(
      `\ufeff<?xml version="1.0" encoding="UTF-16"?><rss>${item('Café am Ufer')}</rss>`,
      'utf16le',
    );
    for (const bytes of [latin, wide]) expect(texts(await readOne('a.rss', bytes))).toEqual(['Café am Ufer']);
  });

  it('puts words together that lines of print divide', async () => {
    const line = (...words: readonly string[]): string =>
      `<TextLine>${words.map((word) => `<String CONTENT="${word}"/>`).join('<SP/>')}</TextLine>`;
    const alto = `<alto><Layout><TextBlock>${line('Der', 'Ha-')}${line('fen', 'Nord-')}${line('Süd')}</TextBlock></Layout></alto>`;
    expect(texts(await readOne('a.alto', alto))).toEqual(['Der Hafen Nord- Süd\n']);
  });
});

describe('mails', () => {
  it('show their page where the plain part only points to it, windows-1252 and all', async () => {
    const html = `<p>${'The ferry sails again at nine. '.repeat(9)}</p>`;
    const mail = `From: News <news@post.example>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nView it in your browser.\n--x\nContent-Type: text/html; charset=us-ascii\n\n${html}\n--x--\n`;
    expect(texts(await readOne('a.eml', mail))[0]).toContain('sails again');
    const legacy = Buffer.from(
      'From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=windows-1252\n\nIt\x92s \x93late\x94',
      'latin1',
    );
    expect(texts(await readOne('a.eml', legacy)).map((text) => text.trim())).toEqual(['It’s “late”']);
  });
});
