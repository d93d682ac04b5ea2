import { describe, expect, it } from 'vitest';
import type { Report, ReportArticle } from '../../src/model/report.ts';
import { renderInspect, renderReport } from '../../src/report/index.ts';
import { EMPTY, GERMAN, GROUP, INSPECTED, joined, REPORT } from './sample.ts';

const PLAIN = { colour: false, width: 80 };
const ESC = '\x1b';

describe('JSON', () => {
  it('has a line for each article, group, pair and issue', async () => {
    const lines = (await joined(renderReport(REPORT, 'json', PLAIN))).split('\n');
    expect(lines.map((line) => line.slice(0, 16))).toEqual([
      '{',
      '  "schema": "ded',
      '  "tool": {"name',
      '  "run": {"optio',
      '  "articles": [',
      '    {"id":"news/',
      '    {"id":"news/',
      '    {"id":"news/',
      '    {"id":"hashi',
      '  ],',
      '  "groups": [',
      '    {"id":"g0123',
      '  ],',
      '  "related": [',
      '    {"a":"news/b',
      '  ],',
      '  "issues": [',
      '    {"code":"inv',
      '    {"code":"buc',
      '  ],',
      '  "summary": {"a',
      '  "end": {"statu',
      '}',
      '',
    ]);
    expect(lines[5]).toBe(
      `    {"id":"news/bruecke-de.txt","path":"news/bruecke-de.txt",` +
        `"language":{"code":"deu","bcp47":"de","script":"Latn","confidence":0.9877},` +
        `"title":"Brücke über den Fluss nach drei Jahren wieder offen","date":"2024-05-02",` +
        `"characters":2041,"kept":0.8124,"rawDigest":"${'1'.repeat(64)}","textDigest":"${'a'.repeat(64)}"},`,
    );
    expect(lines.join('')).toContain('"weight":17.1235');
  });

  it('of nothing is a document still', async () => {
    const text = await joined(renderReport(EMPTY, 'json', PLAIN));
    expect(text).toContain('  "articles": [],\n  "groups": [],\n');
    expect(JSON.parse(text)).toMatchObject({ articles: [], end: { status: 'complete' } });
  });
});

describe('NDJSON', () => {
  it('opens with run and closes with end', async () => {
    const rows = (await joined(renderReport(REPORT, 'ndjson', PLAIN))).split('\n');
    expect(rows.map((row) => row.slice(0, 18))).toEqual([
      '{"type":"run","sch',
      '{"type":"article",',
      '{"type":"article",',
      '{"type":"article",',
      '{"type":"article",',
      '{"type":"group","i',
      '{"type":"related",',
      '{"type":"issue","c',
      '{"type":"issue","c',
      '{"type":"end","sta',
      '',
    ]);
    expect(rows.at(-2)).toBe(
      '{"type":"end","status":"complete","summary":{"articles":4,"groups":1,"redundant":2,' +
        '"languages":{"ar":1,"de":1,"ja":1,"und":1},"issues":{"bucket-capped":1,"invalid-json":1}}}',
    );
  });

  it('of inspect counts articles and issues at its end, asked after the last row', async () => {
    let rowsGiven = 0;
    async function* rows(): AsyncIterable<typeof INSPECTED> {
      for (; rowsGiven < 2; rowsGiven++) yield INSPECTED;
    }
    const issues = () => (rowsGiven === 2 ? REPORT.issues : []);
    const text = await joined(renderInspect(rows(), issues, 'ndjson', PLAIN));
    expect(text.split('\n').at(-2)).toBe(
      '{"type":"end","status":"complete","summary":{"articles":2,"issues":{"bucket-capped":1,"invalid-json":1}}}',
    );
  });
});

describe('CSV', () => {
  const HEADER =
    'group,kind,id,path,record,relation,via,score,canonical,language,title,date,url,textDigest\r\n';

  it('has a row for each member of a group', async () => {
    expect(await joined(renderReport(REPORT, 'csv', PLAIN))).toBe(
      `${HEADER}g0123456789abcdef,mixed,news/bruecke-de.txt,news/bruecke-de.txt,,canonical,,1,yes,de,` +
        `Brücke über den Fluss nach drei Jahren wieder offen,2024-05-02,,${'a'.repeat(64)}\r\n` +
        'g0123456789abcdef,mixed,news/jisr-ar.txt,news/jisr-ar.txt,,translation,hashi-77,0.91,no,ar,' +
        `إعادة فتح الجسر بعد ثلاث سنوات,2024-05-02,,${'c'.repeat(64)}\r\n` +
        'g0123456789abcdef,mixed,hashi-77,news/wire.ndjson,3,contained,news/bruecke-de.txt,1,no,ja,' +
        '三年ぶりに橋が再開、市長「長い道のりだった」,2024-05-02T06:00:00Z,https://news.example/hashi,' +
        `${'b'.repeat(64)}\r\n`,
    );
    expect(await joined(renderReport(EMPTY, 'csv', PLAIN))).toBe(HEADER);
  });

  const check = (title: string, cell: string): void => {
    it(`writes the title ${JSON.stringify(title)} as ${JSON.stringify(cell)}`, async () => {
      const report = { ...REPORT, articles: [{ ...GERMAN, title }] };
      const text = await joined(renderReport(report, 'csv', PLAIN));
      expect(text).toContain(`,1,yes,de,${cell},2024-05-02,`);
    });
  };
  check('=1+1', `"'=1+1"`);
  check('+49 30', `"'+49 30"`);
  check('-3', `"'-3"`);
  check('@SUM(A1)', `"'@SUM(A1)"`);
  check('\tx', `"'\tx"`);
  check('\rx', `"'\rx"`);
  check('\nx', `"'\nx"`);
  check('=HYPERLINK("x")\nrest', `"'=HYPERLINK(""x"")\nrest"`);
  check('a "b", c', '"a ""b"", c"');
  check('a\r\nb', '"a\r\nb"');
  check('1-1=0', '1-1=0');
  check(`${ESC}]52;c;AA\x07`, '\\x1b]52;c;AA\\x07');
});

describe('large reports', () => {
  const COUNT = 100_000;
  function* many(): Iterable<ReportArticle> {
    for (let i = 0; i < COUNT; i++) yield { ...GERMAN, id: `a-${i}`, path: `a-${i}` };
  }
  const members = Array.from({ length: COUNT }, (_, i) => ({
    id: `a-${i}`,
    relation: i === 0 ? ('canonical' as const) : ('copy' as const),
    score: 1,
  }));
  const links = members.slice(1).map(({ id }) => ({
    a: 'a-0',
    b: id,
    relation: 'copy' as const,
    score: 1,
    evidence: { names: [], numbers: [] },
  }));
  const report: Report = {
    ...REPORT,
    articles: { [Symbol.iterator]: () => many()[Symbol.iterator]() },
    groups: [{ ...GROUP, kind: 'copy', canonical: 'a-0', members, links }],
  };

  it.each(['human', 'json', 'ndjson', 'csv'] as const)('%s: no piece is large', (format) => {
    let largest = 0;
    let total = 0;
    for (const piece of renderReport(report, format, PLAIN)) {
      largest = Math.max(largest, piece.length);
      total += piece.length;
    }
    expect(largest).toBeLessThan(10_000);
    if (format !== 'human') expect(total).toBeGreaterThan(10 * COUNT);
  });

  it.each(['human', 'json', 'ndjson', 'csv'] as const)('%s: articles are read once', (format) => {
    let readings = 0;
    const articles = {
      [Symbol.iterator]: () => {
        readings++;
        return [GERMAN][Symbol.iterator]();
      },
    };
    for (const _ of renderReport({ ...REPORT, articles }, format, PLAIN));
    expect(readings).toBe(1);
  });
});
