/** Text files of many articles at their edges: what is a header, what is left out, damage, limits. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DUMPS, type Written, writeDump } from '../helpers/dumps.mjs';
import { type Result, readOne, texts } from './workspace.ts';

const told = ({ issues }: Result): readonly string[] =>
  issues.map(({ code, record }) => (record === undefined ? code : `${code} ${record}`));

const ARTICLES: readonly Written[] = Array.from({ length: 10 }, (_, i) => ({
  title: `Ferry number ${i + 1} sails again`,
  date: `2018-08-0${(i % 9) + 1}`,
  source: 'The Harbour Post',
  body: [`The ferry sails for the ${i + 1}th time.`, `Nobody waits for it, said ${i + 1} people.`],
}));
const whole = (article: Written): string => article.body.join('\n\n');
const parts = (rule: string, ...of: readonly string[]): string => of.join(`\n${rule}\n`);

describe('a header', () => {
  const header = (lines: string) => (i: number) =>
    `${lines.replace('#', String(i))}\n\nThe ferry sails again today.\n`;
  it.each([
    ['fields in English', 'Title: A ferry #\nDate: 2 August 2018', 'A ferry 1', '2018-08-02'],
    ['fields in German', 'Titel: Eine Fähre #\nQuelle: Hafenblatt', 'Eine Fähre 1', undefined],
    ['a date in German', 'Titel: Eine Fähre #\nDatum: 03.04.2020', 'Eine Fähre 1', '2020-04-03'],
    ['a date in no language', 'Title: A ferry #\nDate: 03.04.2020', 'A ferry 1', undefined],
    ['fields in Russian', 'Заголовок: Паром #\nИсточник: Гавань', 'Паром 1', undefined],
    ['fields in Chinese', '标题：渡轮 #\n来源：港口报', '渡轮 1', undefined],
    ['fields in Arabic', 'العنوان: العبارة #\nالمصدر: الميناء', 'العبارة 1', undefined],
    ['fields apart', 'Headline: A ferry #\n\nPublished: 2018-08-02', 'A ferry 1', '2018-08-02'],
    [
      'a title above fields',
      'A ferry #\nDate: 2018-08-02\nURL: https://a.example/#',
      'A ferry 1',
      '2018-08-02',
    ],
    ['a field that goes on', 'Title: A ferry #\n  of the town\nAuthor: B', 'A ferry 1', undefined],
    ['a title and a date', 'A ferry #\nBy A Writer\n2 August 2018', 'A ferry 1', '2018-08-02'],
  ])('is %s', async (_, lines, title, date) => {
    const { articles } = await readOne('a.txt', parts('===', header(lines)(1), header(lines)(2)));
    expect(articles).toHaveLength(2);
    expect(articles[0]).toMatchObject({ title, text: 'The ferry sails again today.' });
    expect(articles[0]?.date).toBe(date);
  });

  it.each([
    ['one field that anyone writes', 'Note: see #'],
    ['a colon in prose', 'He said: no #'],
    ['a heading', 'What comes next #'],
    ['an author alone', 'By: A Writer #'],
  ])('is not %s', async (_, lines) => {
    const text = parts('===', header(lines)(1), header(lines)(2));
    expect(texts(await readOne('a.txt', text))).toEqual([text]);
  });

  it.each(['koi8-r', 'windows-1251', 'cp866'])('is read in %s', async (encoding) => {
    const body = 'Паром снова ходит через реку, сообщил мэр города. Никто его не ждёт на пристани.';
    const article = (i: number): string => `Заголовок: Паром номер ${i}\nИсточник: Гавань\n\n${body}\n`;
    const bytes = iconv.encode(parts('=====', article(1), article(2), article(3)), encoding);
    const { articles } = await readOne('a.txt', bytes);
    expect(articles.map(({ title, text }) => [title, text])).toEqual(
      [1, 2, 3].map((i) => [`Паром номер ${i}`, body]),
    );
    expect(articles[1]?.reading?.encoding).toBe(encoding === 'cp866' ? 'ibm866' : encoding);
    const second = bytes.subarray(articles[1]?.offset);
    expect(iconv.decode(second, encoding).startsWith('Заголовок: Паром номер 2')).toBe(true);
  });

  it('must be on two parts, each with a text', async () => {
    const first = 'Title: A ferry\nDate: 2018-08-02\n\nThe ferry sails again today.\n';
    for (const other of [
      'No header, but a text of many words.\n',
      'Title: Another\nDate: 2018-08-03\n\n',
      '',
    ]) {
      const text = parts('===', first, other);
      expect(texts(await readOne('a.txt', text))).toEqual([text]);
    }
  });
});

describe('rules', () => {
  const pause = (i: number): string =>
    `Title: Ferry ${i}\nDate: 2018-08-02\n\nThe ferry sails again.\n\n***\n\nNobody waits for it, ${i}.\n`;

  it('inside the articles that they part stay there', async () => {
    const { articles } = await readOne('a.txt', parts('***', pause(1), pause(2), pause(3)));
    expect(articles.map(({ text }) => text)).toEqual(
      [1, 2, 3].map((i) => `The ferry sails again.\n\n***\n\nNobody waits for it, ${i}.`),
    );
  });

  it('of another kind stay there, too', async () => {
    const { articles } = await readOne('a.txt', parts('======', pause(1), pause(2)));
    expect(articles).toHaveLength(2);
  });

  const titled = (i: number): string =>
    `The ferry ${i}\n\n${'It sails and sails and nobody waits. '.repeat(6)}${i}\n`;
  it('of ten signs need no more than titles, all of their own', async () => {
    const long = '='.repeat(12);
    expect(
      (await readOne('a.txt', parts(long, titled(1), titled(2)))).articles.map(({ title }) => title),
    ).toEqual(['The ferry 1', 'The ferry 2']);
    for (const text of [parts(long, titled(1), titled(1)), parts('=====', titled(1), titled(2))])
      expect(texts(await readOne('a.txt', text))).toEqual([text]);
  });
});

it('an article of Europresse has the day of its header, not that of its number', async () => {
  const written = writeDump(DUMPS['Europresse']!, ARTICLES.slice(0, 2)).replace(
    'news·20180801',
    'news·20180731',
  );
  const { articles } = await readOne('a.txt', written);
  expect(articles.map(({ date }) => date)).toEqual(['2018-08-01', '2018-08-02']);
});

describe('titles alone', () => {
  const TITLES = [
    'Ferry sails to the harbour again',
    'The mayor opens a bridge',
    'Rain floods the lower town',
  ];
  const body = (i: number): string =>
    `${'It sails and sails, and nobody on the pier waits for it. '.repeat(12)}It is ferry ${i}.\n`;
  const articles = (head: (title: string, i: number) => string): readonly string[] =>
    TITLES.map((title, i) => `${head(title, i)}${body(i)}`);
  const titlesOf = ({ articles: read }: Result): readonly (string | undefined)[] =>
    read.map(({ title }) => title);
  const LONG = '='.repeat(80);

  it.each([
    ['a byline below', LONG, (title: string) => `${title}\nBy A. Writer\n\n`],
    ['no empty line below', LONG, (title: string) => `${title}\n`],
    ['a date above', LONG, (title: string) => `12 March 2024\n${title}\n\n`],
    [
      'a number and an address above',
      LONG,
      (title: string, i: number) => `ARTICLE ${i}\nhttps://a.example/${i}\n\n${title}\n\n`,
    ],
    [
      'a date among other things',
      '***',
      (title: string) => `${title}\n12 March 2024 | The Post | A. Writer\n\n`,
    ],
    ['short rules', '=====', (title: string) => `${title}\n\n`],
    ['asterisks', '***', (title: string) => `\n${title}\n\n`],
    ['form feeds', '\f', (title: string) => `${title}\n\n`],
  ])('are enough with %s', async (_, rule, head) => {
    const result = await readOne('a.txt', articles(head).join(rule === '\f' ? rule : `${rule}\n`));
    expect(titlesOf(result)).toEqual(TITLES);
    expect(told(result)).toEqual(['split-file']);
    expect(result.articles[1]?.text.endsWith(body(1).trim())).toBe(true);
  });

  it('above an article say its date and its address', async () => {
    const head = (title: string, i: number): string => `https://a.example/${i}\n2024-03-12\n${title}\n\n`;
    const { articles: read } = await readOne('a.txt', articles(head).join(`${LONG}\n`));
    expect(read[2]).toMatchObject({ url: 'https://a.example/2', date: '2024-03-12', title: TITLES[2] });
  });

  it.each([
    ['pauses without titles', articles(() => '').join('\n***\n\n'), []],
    [
      'headings that are no headlines',
      articles((_, i) => `Part ${'ABC'[i]}\n\n`).join('\n***\n\n'),
      ['split-file'],
    ],
    [
      'two halves',
      articles((title) => `${title}\n\n`)
        .slice(1)
        .join('\n***\n\n'),
      [],
    ],
    [
      'pages with running heads',
      articles((_, i) => `The Harbour Post of today, page ${i}\n\n`).join('\f'),
      [],
    ],
    ['long rules without titles', articles(() => '').join(`\n${LONG}\n`), ['split-file']],
    [
      'wrapped lines below long rules',
      articles(() => 'The ferry that the mayor\nhad promised came at last.\n\n').join(`\n${LONG}\n`),
      ['split-file'],
    ],
  ])('do not part %s', async (_, text, issues) => {
    const result = await readOne('a.txt', text);
    expect(result.articles).toHaveLength(1);
    expect(told(result)).toEqual(issues);
  });
});

describe('headings of Markdown', () => {
  const TITLES = [
    'Ferry sails to the harbour again',
    'The mayor opens a *new* bridge',
    'Rain floods the lower town',
  ];
  const file = (below: string, titles = TITLES): string =>
    titles
      .map(
        (title) => `# ${title}\n\n${below}${'It [sails](https://a.example) and sails again. '.repeat(20)}\n`,
      )
      .join('\n');

  it('with their dates part articles', async () => {
    const result = await readOne('a.md', file('*12 March 2024*\n\n'));
    expect(result.articles.map(({ title, date }) => [title, date])).toEqual(
      ['Ferry sails to the harbour again', 'The mayor opens a new bridge', 'Rain floods the lower town'].map(
        (title) => [title, '2024-03-12'],
      ),
    );
    expect(result.articles[2]?.text.trim()).toBe('It sails and sails again. '.repeat(20).trim());
    expect(told(result)).toEqual(['split-file']);
    expect((await readOne('a.md', file('*12 March 2024*\n\n'), { split: false })).articles).toHaveLength(1);
  });

  it.each([
    ['headlines without dates', file(''), ['split-file']],
    ['chapters', file('', ['One', 'Two', 'Three']), []],
    ['versions', file('2024-03-12\n\n', ['1.0.2', '1.0.1', '1.0.0']), []],
    ['code', `${file('2024-03-12\n\n')}\n\`\`\`\n# x\n\`\`\`\n`, []],
    ['two', file('2024-03-12\n\n', TITLES.slice(1)), []],
  ])('do not part %s', async (_, text, issues) => {
    const result = await readOne('a.md', text);
    expect(result.articles).toHaveLength(1);
    expect(told(result)).toEqual(issues);
  });
});

describe('what stands outside the articles', () => {
  it('is counted, not read', async () => {
    for (const name of ['Nexis, United Kingdom', 'Factiva, fields']) {
      const result = await readOne('a.txt', writeDump(DUMPS[name]!, ARTICLES));
      expect(result.articles).toHaveLength(ARTICLES.length);
      expect(told(result)).toEqual(['split-file', 'left-out']);
    }
  });

  it('is no article of a corpus, whatever wraps it', async () => {
    const inside = writeDump(DUMPS['doc elements with attributes']!, ARTICLES);
    const result = await readOne('a.xml', inside);
    expect(result.articles).toHaveLength(ARTICLES.length);
    expect(told(await readOne('a.txt', `<corpus>\n${inside}</corpus>\n`))).toEqual(['split-file']);
  });
});

describe('damage', () => {
  const corpus = writeDump(DUMPS['doc elements of Gigaword']!, ARTICLES);
  it.each([
    [
      'a start tag that is none',
      (text: string) => text.replace('<DOC id="HAR_ENG_20180805', '<DIC id="HAR_ENG_20180805'),
      'invalid-record 5',
      9,
    ],
    ['an end tag that is none', (text: string) => text.replace('</DOC>', '</DIC>'), 'simplified-page 1', 10],
    ['a cut', (text: string) => text.slice(0, -40), 'simplified-page 10', 10],
  ])('%s costs one article at most', async (_, damage, issue, count) => {
    const result = await readOne('a.txt', damage(corpus));
    expect(result.articles).toHaveLength(count);
    expect(told(result)).toEqual([issue, 'split-file']);
  });

  it('of a header costs what the header says', async () => {
    const text = writeDump(DUMPS['rules of three']!, ARTICLES).replace(
      'Title: Ferry number 5 sails again\nDate: 2018-08-05\nSource:',
      'T%tle; Ferry number 5 sails again\nDa#e; 2018-08-05\nSo%rce;',
    );
    const { articles } = await readOne('a.txt', text);
    expect(articles).toHaveLength(10);
    expect(articles.filter((_one, i) => i !== 4).map((one) => one.text)).toEqual(
      ARTICLES.filter((_one, i) => i !== 4).map(whole),
    );
  });

  it('of bytes costs the article that they are in', async () => {
    const bytes = Buffer.from(writeDump(DUMPS['Nexis, United States']!, ARTICLES));
    bytes.set([0, 1, 2, 0], bytes.indexOf('said 3 people'));
    const result = await readOne('a.txt', bytes);
    expect(result.articles).toHaveLength(9);
    expect(told(result)).toEqual(['binary 3', 'split-file']);
  });
});

describe('limits', () => {
  it.each(Object.entries(DUMPS))('leave out what is too long, and nothing else: %s', async (_, writer) => {
    const long = { ...ARTICLES[0]!, body: ['It goes on. '.repeat(20_000), 'The end of it.'] };
    const some = [...ARTICLES.slice(0, 4), long, ...ARTICLES.slice(5)];
    const result = await readOne('a.txt', writeDump(writer, some), { maxRecordBytes: 100_000 });
    expect(result.articles.map(({ text }) => text)).toEqual(some.filter((one) => one !== long).map(whole));
    expect(told(result).filter((one) => one !== 'left-out')).toEqual(['too-long 5', 'split-file']);
  });
});
