import { describe, expect, it } from 'vitest';
import { writtenRecord } from '../../src/ingest/written-record.ts';
import { sha256 } from '../../src/lib/digest.ts';
import { codes, folderWith, readAll, readOne, texts } from './workspace.ts';

/** Reads the same records as an array, as lines and inside an object. */
async function everyWay(records: readonly string[], map: Readonly<Record<string, string>> = {}) {
  const forms: readonly (readonly [string, string])[] = [
    ['a.json', `[${records.join(',')}]`],
    ['a.jsonl', `${records.join('\n')}\n`],
    ['a.ndjson', records.join('\r\n')],
    ['b.json', `{"wrapped": [${records.join(' ,\n')}]}`],
    ['lines.json', records.join('\n')],
  ];
  return Promise.all(forms.map(([name, content]) => readOne(name, content, { map })));
}

describe('records', () => {
  it('carry their fields, in every form', async () => {
    const full = {
      id: 'n-1',
      text: 'The ferry leaves.\r\nNobody waits.',
      title: ' The ferry ',
      date: '2024-05-01T10:00:00+02:00',
      url: 'https://www.Harbour.example/ferry?x=1',
    };
    const other = {
      text: 'Other.',
      source: 'The Harbour Post',
      url: 'https://b.example/',
      date: '03/04/2020',
      title: '',
    };
    for (const { articles, issues } of await everyWay([JSON.stringify(full), JSON.stringify(other)])) {
      expect(issues).toEqual([]);
      expect(articles[0]).toMatchObject({
        id: 'n-1',
        record: 1,
        text: full.text,
        title: 'The ferry',
        date: '2024-05-01T08:00:00Z',
        url: full.url,
        source: 'harbour.example',
        rawDigest: sha256(full.text),
      });
      expect(articles[1]).toMatchObject({
        id: `${articles[1]?.path}#2`,
        record: 2,
        source: 'The Harbour Post',
      });
      expect(articles[1]).not.toHaveProperty('date');
      expect(articles[1]).not.toHaveProperty('title');
    }
  });

  it('may be nested a thousand levels deep and no deeper, in every form', async () => {
    const deep = (levels: number): string => `{"text":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const broken = `{"text":"c","x":${'['.repeat(1000)}`;
    for (const { articles, issues } of await everyWay([deep(999), deep(1000), '{"text":"b"}'])) {
      expect(articles.map(({ text }) => text)).toEqual(['a', 'b']);
      expect(issues.map(({ code, record }) => `${code} ${record}`)).toEqual(['too-deep 2']);
    }
    const cut = await readOne('a.jsonl', `${broken}\n{"text":"b"}\n`);
    expect(cut.issues.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('have ids exactly as written', async () => {
    const ids: readonly (readonly [string, string | undefined])[] = [
      ['12345678901234567890', '12345678901234567890'],
      ['1.0', '1.0'],
      ['-1e400', '-1e400'],
      ['"007"', '007'],
      ['"\\u00e9"', 'é'],
      ['1, "id" : 2', '2'],
      ['""', undefined],
      ['null', undefined],
      ['{"a":1}', undefined],
      ['true', undefined],
    ];
    const records = ids.map(([written]) => `{"x":{"id":9},"id": ${written} ,"text":"a","y":[{"id":8}]}`);
    for (const { articles } of await everyWay(records)) {
      expect(articles.map((article) => article.id)).toEqual(
        ids.map(([, id], index) => id ?? `${articles[0]?.path}#${index + 1}`),
      );
    }
  });

  it('are read through a map, dots reaching into objects', async () => {
    const map = {
      text: 'body.plain',
      id: 'meta.key',
      title: 'a.b',
      date: 'meta.when',
      source: 'meta.constructor.name',
      url: 'constructor',
    };
    const record =
      '{"body":{"plain":"Text."},"meta":{"key":18446744073709551616,"when":"2024-05-01"},"a.b":"Dotted"}';
    for (const { articles } of await everyWay([record, record], map)) {
      expect(articles[1]).toMatchObject({
        id: '18446744073709551616',
        text: 'Text.',
        title: 'Dotted',
        date: '2024-05-01',
      });
      expect(articles[1]).not.toHaveProperty('source');
      expect(articles[1]).not.toHaveProperty('url');
    }
  });

  it('are read with numbers that are none, as Python writes them, and with commas behind them', async () => {
    const text = 'NaN, \\"Infinity\\" \\\\';
    const record = `{"x":NaN,"y":[-Infinity,Infinity],"id":NaN,"text":"${text}","title":"é NaN"}`;
    for (const written of [record, record.replace('é', '\\u00e9')]) {
      for (const { articles, issues } of await everyWay([written, `${written} `])) {
        expect(issues).toEqual([]);
        const read = articles.map((article) => [article.text, article.title, article.id.slice(-2)]);
        const expected = ['NaN, "Infinity" \\', 'é NaN'];
        expect(read).toEqual([
          [...expected, '#1'],
          [...expected, '#2'],
        ]);
      }
    }
    const lines = await readOne('a.jsonl', '{"text":"a"},\n{"text":"b"} , \r\n{"text":"c"},,\n{"text":"d"}');
    expect([texts(lines), codes(lines)]).toEqual([['a', 'b', 'd'], ['invalid-json']]);
    expect(writtenRecord(Buffer.from('{"a":NaN,"b":"NaN","d":1}'), 'd')).toBe('{"a":null,"b":"NaN"}');
  });

  it('without a text say where their strings stand, by names alone', async () => {
    const end = 'name the right field with --map text=...';
    const long = 'The ferry leaves.';
    for (const [record, message, map] of [
      [{ x: 1 }, `no string in the field "text"; ${end}`],
      [
        { a: 'b', seite: { körper: long, k: { 'a.b': long } }, c: 'bcd', d: '', e: 'bc' },
        `no string in the field "text"; its longest strings are in "seite.körper", "c", "e"; ${end}`,
      ],
      [
        { content: { parts: { html: long } } },
        `no string in the field "text" (an object stands under "content"); its longest strings are in "content.parts.html"; ${end}`,
      ],
      [
        { name: 'xyz', x: [{ a: 'b' }], data: [{ fields: { körper: long } }], n: [1] },
        'no string in the field "text"; the records may be those of "data", whose longest strings are in "fields.körper"; name the list with --records and the field with --map text=...',
      ],
      [
        { 'a\u202e\u0007\n': 'x', ['y'.repeat(61)]: long },
        `no string in the field "b"; its longest strings are in "a\\u202e\\u0007\\n"; ${end}`,
        { text: 'b' },
      ],
    ] as const) {
      const { issues } = await readOne('a.jsonl', JSON.stringify(record), map === undefined ? {} : { map });
      expect(issues.map((issue) => issue.message)).toEqual([message]);
    }
  });

  it('with odd keys pollute nothing', async () => {
    const record =
      '{"__proto__":{"text":"no","polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"yes"}';
    const noText = '{"__proto__":{"text":"no"}}';
    for (const result of await everyWay([record, noText])) {
      expect(texts(result)).toEqual(['yes']);
      expect(codes(result)).toEqual(['missing-text']);
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it('that are bad cost themselves only', async () => {
    const bad: readonly (readonly [string, string])[] = [
      ['{"text":1}', 'missing-text'],
      ['{"title":"x"}', 'missing-text'],
      ['{"text":null}', 'missing-text'],
      ['{"text":" \\n"}', 'empty'],
      ['[1]', 'invalid-record'],
      ['"text"', 'invalid-record'],
      ['17', 'invalid-record'],
      ['{"text":"a",}', 'invalid-json'],
      ["{'text':'a'}", 'invalid-json'],
      ['{"text":NaN}', 'missing-text'],
      ['{"text":NaNs}', 'invalid-json'],
      ['{"text":"a","x":nan}', 'invalid-json'],
    ];
    const records = bad.flatMap(([record], index) => [`{"text":"good ${index}"}`, record]);
    for (const result of await everyWay(records)) {
      expect(texts(result)).toEqual(bad.map((_, index) => `good ${index}`));
      expect(result.issues.map(({ code, record }) => [code, record])).toEqual(
        bad.map(([, code], index) => [code, 2 * index + 2]),
      );
    }
  });

  it('never show their text in an issue', async () => {
    for (const { issues } of await everyWay([
      '{"text":"a"}',
      '{"text":"SECRET",}',
      '"SECRET"',
      '{"SECRET":1}',
    ])) {
      expect(issues).toHaveLength(3);
      expect(JSON.stringify(issues)).not.toContain('SECRET');
    }
  });

  it('spelling half a pair get a replacement character', async () => {
    const { articles } = await readOne('a.jsonl', '{"text":"a\\ud800b \\ud83d\\ude00"}');
    expect(articles[0]?.text).toBe('a\ufffdb 😀');
  });

  it('with a byte that is not UTF-8 cost themselves, with its offset', async () => {
    const lines = Buffer.concat([
      Buffer.from('{"text":"a"}\n{"text":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}\n{"text":"b"}\n'),
    ]);
    const result = await readOne('a.jsonl', lines);
    expect(texts(result)).toEqual(['a', 'b']);
    expect(result.issues).toMatchObject([{ code: 'invalid-encoding', record: 2, offset: 22 }]);
  });

  it('stand at their offset', async () => {
    const content = '\ufeff[ {"text":"é"},\n  {"text":"b"} ]';
    const { articles } = await readOne('a.json', content);
    expect(articles.map((article) => [article.record, article.offset])).toEqual([
      [1, 5],
      [2, 22],
    ]);
  });
});

describe('files of records', () => {
  const cases: readonly (readonly [
    string,
    string,
    string | Uint8Array,
    readonly string[],
    readonly string[],
  ])[] = [
    ['an array named .jsonl', 'a.jsonl', '[\n{"text":"a"},\n{"text":"b"}\n]', ['a', 'b'], []],
    [
      'a broken line in .json',
      'a.json',
      '{"text":"a"}\n{"text":"b\n{"text":"c"}\n',
      ['a', 'c'],
      ['invalid-json'],
    ],
    [
      'a broken first line in .json',
      'a.json',
      '{"text":"b\n{"text":"a"}\n{"text":"c"}\n',
      ['a', 'c'],
      ['invalid-json'],
    ],
    ['an object inside on a line of its own', 'a.json', '{"x":\n{"y":1},"text":"a"}', ['a'], []],
    ['a wrapped list on lines', 'a.json', '{"all":[\n{"text":"a"}\n,{"text":"b"}]}', ['a', 'b'], []],
    ['one object over many lines', 'a.json', '{\n "text": "a"\n}\n', ['a'], []],
    ['an empty array', 'a.json', '[]', [], ['empty']],
    ['white space', 'a.jsonl', ' \n\n', [], ['empty']],
    ['nothing', 'a.json', '', [], ['empty']],
    ['a report', 'a.json', '{"schema":"dedupe.report/1","articles":[{"text":"a"}]}', [], ['own-report']],
    [
      'a report in rows',
      'a.ndjson',
      '{"type":"run","schema":"dedupe.report/1"}\n{"text":"a"}\n',
      [],
      ['own-report'],
    ],
    [
      'articles that were written',
      'a.json',
      '{"schema":"dedupe.articles/1","articles":[{"text":"a"}]}',
      ['a'],
      [],
    ],
    [
      'articles that were written, one a line, under another name of the text',
      'a.json',
      '{\n"schema":"dedupe.articles/1",\n"articles":[\n{"body":"a","tags":[{"text":"t"}]},\n{"body":"b"}\n],\n"issues":[{"message":"m"}]}\n',
      ['a', 'b'],
      [],
    ],
    [
      'no articles that were written',
      'a.json',
      '{"schema":"dedupe.articles/1","articles":[]}',
      [],
      ['empty'],
    ],
    ['another schema', 'a.json', '{"schema":"other/1","text":"a"}', ['a'], []],
    ['a schema inside', 'a.json', '[{"x":{"schema":"dedupe.report/1"},"text":"a"}]', ['a'], []],
    [
      'lines that end in CR',
      'a.jsonl',
      '{"text":"a"}\r{"text":"b}\r{"text":"c"}',
      ['a', 'c'],
      ['invalid-json'],
    ],
    ['UTF-16', 'a.json', Buffer.from('\ufeff{"text":"a"}', 'utf16le'), ['a'], []],
    ['UTF-16 without a mark', 'a.jsonl', Buffer.from('{"text":"a"}', 'utf16le'), ['a'], []],
    ['a picture', 'a.json', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]), [], ['binary']],
    ['a page', 'a.json', '<html>{"text":"a"}</html>', [], ['invalid-json']],
  ];
  for (const [name, file, content, expected, issues] of cases) {
    it(`with ${name}`, async () => {
      const result = await readOne(file, content);
      expect(texts(result)).toEqual(expected);
      expect(codes(result)).toEqual(issues);
    });
  }

  it('are ordered by path and record', async () => {
    const folder = folderWith({
      'b.jsonl': '{"text":"3"}\n{"text":"4"}',
      'a.json': '[{"text":"1"},{"text":"2"}]',
      'b.txt': '5',
    });
    expect(texts(await readAll([folder]))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('report endless trouble once it is plain', async () => {
    const result = await readOne('log.jsonl', 'x\n'.repeat(12_345));
    expect(result.issues).toHaveLength(10_001);
    expect(result.issues.at(-1)?.message).toMatch(/^2345 more/);
  });
});

describe('an address in a web archive', () => {
  const stored = 'https://web.archive.org/web/20240313101010/https://www.a-news.example/n/0?p=1';
  it.each([
    ['Wayback', stored, 'https://www.a-news.example/n/0?p=1', 'a-news.example'],
    [
      'a picture of it',
      'http://arquivo.pt/wayback/20240313101010mp_/http://b.example/',
      'http://b.example/',
      'b.example',
    ],
    ['the archive itself', 'https://web.archive.org/web/', 'https://web.archive.org/web/', 'web.archive.org'],
    [
      'no time',
      'https://a.example/2024/https://b.example/',
      'https://a.example/2024/https://b.example/',
      'a.example',
    ],
    [
      'a parameter',
      'https://a.example/x?u=/20240313101010/https://b.example/',
      'https://a.example/x?u=/20240313101010/https://b.example/',
      'a.example',
    ],
  ])('is that of the page: %s', async (_, url, expected, source) => {
    const { articles } = await readOne(
      'a.jsonl',
      `${JSON.stringify({ text: 'The ferry sails again.', url })}\n`,
    );
    expect(articles[0]).toMatchObject({ url: expected, source });
  });

  it('of an HTML page, too', async () => {
    const { articles } = await readOne(
      'a.html',
      `<html><head><link rel="canonical" href="${stored}"></head><body><p>The ferry sails again.</p></body></html>`,
    );
    expect(articles[0]?.source).toBe('a-news.example');
  });
});
