/** Fields under the names that news systems give them, in every format that has named fields. */
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/ingest/markdown.ts';
import { FIELD_NAMES, FIELDS, LANGUAGE_NAMES } from '../../src/model/record-fields.ts';
import { codes, readOne } from './workspace.ts';

const TEXT = 'The tram to the quarry runs again, three years after the landslide.';

/** What is read of one record, as JSON and as a table. */
async function check(
  record: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, unknown>>,
  fields?: Readonly<Record<string, string>>,
  map: Readonly<Record<string, string>> = {},
) {
  const names = Object.keys(record);
  const row = names.map((name) => record[name]).join('\t');
  const forms = [
    ['a.jsonl', JSON.stringify(record)],
    ['a.json', JSON.stringify({ list: [record] })],
    ['a.tsv', `${names.join('\t')}\n${row}\n`],
  ] as const;
  for (const [name, content] of forms) {
    const { articles, issues } = await readOne(name, content, { map });
    expect(issues).toEqual([]);
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject(expected);
    if (fields === undefined) expect(articles[0]?.reading?.fields).toBeUndefined();
    else expect(articles[0]?.reading?.fields).toEqual(fields);
  }
}

describe('a date', () => {
  for (const name of FIELD_NAMES.date.slice(1)) {
    it(`is read from ${name}, and it is told`, async () => {
      await check({ text: TEXT, [name]: '2024-05-01' }, { date: '2024-05-01' }, { date: name });
    });
  }

  it('under its own name goes before all others', async () => {
    await check({ text: TEXT, published: '2024-05-09', date: '2024-05-01' }, { date: '2024-05-01' });
  });

  it('is looked for under another name where its own is empty', async () => {
    await check(
      { text: TEXT, date: '', pubDate: 'Wed, 01 May 2024 10:00:00 GMT' },
      { date: '2024-05-01T10:00:00Z' },
      { date: 'pubDate' },
    );
  });

  it('is that of publication where a record has both', async () => {
    await check(
      { text: TEXT, created_at: '2024-04-02', published_at: '2024-05-01' },
      { date: '2024-05-01' },
      { date: 'published_at' },
    );
  });

  it('is read from the mapped field alone', async () => {
    const { articles } = await readOne('a.jsonl', JSON.stringify({ text: TEXT, published: '2024-05-01' }), {
      map: { date: 'day' },
    });
    expect(articles[0]).not.toHaveProperty('date');
  });

  it('is read from an object in which MongoDB exports it', async () => {
    for (const [date, expected] of [
      [{ $date: '2024-05-01T10:00:00Z' }, '2024-05-01T10:00:00Z'],
      [{ $date: 1714557600000 }, '2024-05-01T10:00:00Z'],
      [{ $date: { $numberLong: '1714557600000' } }, '2024-05-01T10:00:00Z'],
      [{ $day: '2024-05-01' }, undefined],
    ] as const) {
      const { articles } = await readOne('a.jsonl', JSON.stringify({ text: TEXT, date }));
      expect(articles[0]?.date).toBe(expected);
    }
  });

  it('is not read from names that mean other days as often', async () => {
    const other = { text: TEXT, updated_at: '2024-05-01', timestamp: '2024-05-01', crawled: '2024-05-01' };
    const { articles } = await readOne('a.jsonl', JSON.stringify(other));
    expect(articles[0]).not.toHaveProperty('date');
  });
});

describe('a date in numbers', () => {
  it('is read in the language that the record declares', async () => {
    for (const name of LANGUAGE_NAMES) {
      for (const [language, date] of [
        ['de', '2024-03-12'],
        ['de-DE', '2024-03-12'],
        ['German', '2024-03-12'],
        ['en', undefined],
        ['xx1', undefined],
        ['', undefined],
      ] as const) {
        for (const written of ['12.03.2024', '12/03/2024']) {
          const record = { text: TEXT, date: written, [name]: language };
          const row = `text\tdate\t${name.toUpperCase()}\n${TEXT}\t${written}\t${language}\n`;
          for (const [file, content] of [
            ['a.jsonl', JSON.stringify(record)],
            ['b.jsonl', JSON.stringify({ ...record, [name]: [{ value: language }] })],
            ['a.tsv', row],
          ] as const) {
            const { articles } = await readOne(file, content);
            expect([name, language, articles[0]?.date]).toEqual([name, language, date]);
          }
        }
      }
    }
  });
});

describe('a source', () => {
  it('that is an address is its host, and the address of the page where none stands there', async () => {
    const [page, site] = ['https://www.Quarry.example/tram?x=1', 'https://quarry.example/'];
    const found = { source: 'quarry.example' };
    for (const [record, expected] of [
      [{ source: page }, { ...found, url: page }],
      [
        { source: site, url: 'https://a.example/1' },
        { ...found, url: 'https://a.example/1' },
      ],
      [
        { source: page, url: 'https://a.example/1' },
        { ...found, url: 'https://a.example/1' },
      ],
      [
        { source: 'The Quarry', url: page },
        { source: 'The Quarry', url: page },
      ],
      [
        { source: 'https://', url: page },
        { source: 'https://', url: page },
      ],
      [{ source: 'quarry.example/x' }, { source: 'quarry.example/x' }],
    ] as const) {
      await check({ text: TEXT, ...record }, expected);
    }
    const { articles } = await readOne('a.jsonl', JSON.stringify({ text: TEXT, source: site }));
    expect(articles[0]).toMatchObject(found);
    expect(articles[0]).not.toHaveProperty('url');
  });
});

it('a cell that says that it is empty is empty, beside the text', async () => {
  const rows = ['null', 'NULL', 'None', 'NaN', '\\N'].map((cell) => `${cell}\tu-1\t${cell}\t${cell}\n`);
  const { articles, issues } = await readOne('a.tsv', `id\tuuid\ttitle\ttext\n${rows[0]}`);
  expect(issues).toEqual([]);
  expect(articles).toMatchObject([{ id: 'u-1', text: 'null' }]);
  expect(articles[0]).not.toHaveProperty('title');
  for (const row of rows) {
    const [id] = row.split('\t');
    const table = `id\tuuid\ttitle\ttext\n${id}\tu-1\t${id}\t${TEXT}\n`;
    expect((await readOne('a.tsv', table)).articles[0]?.id).toBe('u-1');
  }
});

describe('the other fields', () => {
  const long = `${TEXT} `.repeat(3).trim();

  it('are found under names that something short has as often, where what stands there is long', async () => {
    for (const name of ['article', 'document']) {
      await check({ [name]: long, title: 'Tram' }, { text: long }, { text: name });
      await check({ [name]: long, text: TEXT }, { text: TEXT });
      for (const short of [TEXT, 'x'.repeat(400)]) {
        await check({ content: TEXT, [name]: short }, { text: TEXT }, { text: 'content' });
        await check({ title: 'Tram', [name]: short }, { text: short }, undefined, { text: name });
        for (const file of ['a.jsonl', 'a.json', 'a.csv'] as const) {
          const record = file === 'a.csv' ? `id,${name}\n1,"${short}"\n` : JSON.stringify({ [name]: short });
          expect(codes(await readOne(file, record))).toEqual(['missing-text']);
        }
      }
    }
    const readable = { title: 'Tram', content: '<div><p>The tram runs.</p></div>', textContent: TEXT };
    await check(readable, { text: TEXT }, { text: 'textContent' });
  });

  it('are found in tables however their words are parted', async () => {
    const header = 'Article_ID,Headline,Article Body,Publication Date,Publisher Name';
    const { articles, issues } = await readOne(
      'a.csv',
      `${header}\nk-7,Tram,"${TEXT}",2024-05-01,The Quarry\n`,
    );
    expect(issues).toEqual([]);
    expect(articles).toMatchObject([
      { id: 'k-7', title: 'Tram', text: TEXT, date: '2024-05-01', source: 'The Quarry' },
    ]);
    expect(articles[0]?.reading?.fields).toMatchObject({ text: 'Article Body', source: 'Publisher Name' });
    const mapped = await readOne('a.csv', `id,article text\n1,"${TEXT}"\n`, {
      map: { text: 'article_text' },
    });
    expect(codes(mapped)).toEqual(['missing-text']);
  });

  it('are found alike', async () => {
    await check(
      {
        uuid: 'k-7',
        headline: 'Tram runs again',
        body: TEXT,
        link: 'https://quarry.example/tram',
        publisher: 'The Quarry',
      },
      {
        id: 'k-7',
        title: 'Tram runs again',
        text: TEXT,
        url: 'https://quarry.example/tram',
        source: 'The Quarry',
      },
      { text: 'body', id: 'uuid', title: 'headline', url: 'link', source: 'publisher' },
    );
  });

  for (const empty of ['', '  ', '\u00a0']) {
    it(`are looked for under another name where their own is ${JSON.stringify(empty)}`, async () => {
      await check({ text: empty, body: TEXT }, { text: TEXT }, { text: 'body' });
      await check(
        { body: empty, content: TEXT, title: empty, headline: 'Tram' },
        { text: TEXT, title: 'Tram' },
        { text: 'content', title: 'headline' },
      );
    });
  }

  it('leave an article empty where no name holds a text', async () => {
    const { articles, issues } = await readOne('a.jsonl', '{"text":"","body":" "}');
    expect([articles, issues.map(({ code }) => code)]).toEqual([[], ['empty']]);
    expect(codes(await readOne('a.csv', 'id,text,body\n1,, \n'))).toEqual(['empty']);
    const mapped = await readOne('a.jsonl', JSON.stringify({ text: '', body: TEXT }), {
      map: { text: 'text' },
    });
    expect(codes(mapped)).toEqual(['empty']);
  });

  it('of a news item are those of its next body where one is empty', async () => {
    const item = { uri: 'urn:tram', text: '', body_text: '', body_xhtml: `<p>${TEXT}</p>` };
    const { articles, issues } = await readOne('a.json', JSON.stringify(item));
    expect([articles.map(({ text }) => text.trim()), issues]).toEqual([[TEXT], []]);
  });

  it('are those of the record where a uri names it and nothing else is of ninjs', async () => {
    for (const name of ['body', 'content', 'content_text']) {
      const record = { uri: '80', title: 'Tram', date: '2024-05-01', [name]: TEXT };
      await check(record, { text: TEXT, title: 'Tram', date: '2024-05-01' }, { text: name });
    }
    const halfRead = { uri: 'urn:tram', versioncreated: '2024-05-01', body_text: null, content: TEXT };
    const { articles, issues } = await readOne('a.json', JSON.stringify(halfRead));
    expect([articles.map(({ text }) => text), issues]).toEqual([[TEXT], []]);
  });

  it('of a news item are its own where only its times or its state say that it is one', async () => {
    for (const own of [
      { versioncreated: '2024-05-01T10:00:00Z' },
      { contentCreated: '2024-05-01T10:00:00Z' },
    ]) {
      const item = { uri: 'urn:tram', pubstatus: 'usable', headline: 'Tram', body: TEXT, ...own };
      const { articles } = await readOne('a.json', JSON.stringify(item));
      expect(articles).toMatchObject([{ id: 'urn:tram', text: TEXT, date: '2024-05-01T10:00:00Z' }]);
    }
  });

  it('may be lists: paragraphs, pieces of running text, and one entry of anything else', async () => {
    const facts = {
      id: ['k'],
      title: [{ value: 'Tram' }],
      date: ['2024-05-01'],
      url: ['https://q.example/t'],
    };
    const id = { id: 'k', title: 'Tram', date: '2024-05-01', url: 'https://q.example/t' };
    for (const [list, text] of [
      [['The tram runs.', 'It é stops.'], 'The tram runs.\n\nIt é stops.'],
      [['The tram runs.', null], 'The tram runs.'],
      [[{ type: 'paragraph', text: 'The tram runs.' }, { text: 'It stops.' }], 'The tram runs.\n\nIt stops.'],
      [['The tram runs.', { type: 'blockquote', text: 'It stops.' }], 'The tram runs.\n\nIt stops.'],
      [['The tram runs.', { type: 'image', value: 'https://a.example/tram.jpg' }], 'The tram runs.'],
      [[{ text: '', value: 'The tram runs.' }], 'The tram runs.'],
      [['The ', { type: 'bold', text: 'tram' }, ' runs.'], 'The tram runs.'],
      [
        [
          { type: 'bold', text: 'The tram' },
          { type: 'plain', text: ' runs.' },
        ],
        'The tram runs.',
      ],
      [[{ value: '<p>The <b>tram</b> runs.</p>', format: 'basic_html' }], 'The tram runs.'],
    ] as const) {
      for (const form of [(json: string) => json, (json: string) => json.replaceAll('é', '\\u00e9')]) {
        const line = form(JSON.stringify({ ...facts, body: list }));
        for (const [name, content] of [
          ['a.jsonl', line],
          ['a.json', `{"docs":[${line}]}`],
        ] as const) {
          const { articles, issues } = await readOne(name, content);
          expect([articles.map((article) => article.text.trim()), issues]).toEqual([[text], []]);
          expect(articles[0]).toMatchObject(id);
        }
      }
    }
  });

  it('are no lists of things that are not understood, and no list of others', async () => {
    for (const list of [[], [null], [1], ['a', { image: 'x' }], [{ text: 'a', items: ['b'] }], [['a']]]) {
      expect(codes(await readOne('a.jsonl', JSON.stringify({ text: list })))).toEqual(['missing-text']);
    }
    const record = { content: TEXT, id: [7], title: ['a', 'b'], parts: [{ text: ['a'] }] };
    const { articles } = await readOne('a.json', JSON.stringify(record));
    expect(articles.map(({ text, title }) => [text, title])).toEqual([[TEXT, undefined]]);
    expect(articles[0]?.id).toMatch(/a\.json#1$/);
  });

  it('may stand inside an object of their name', async () => {
    const record = { content: TEXT, source: { id: null, name: 'The Quarry' } };
    const { articles } = await readOne('a.jsonl', JSON.stringify(record));
    expect(articles[0]).toMatchObject({ text: TEXT, source: 'The Quarry' });
    expect(articles[0]?.reading?.fields).toEqual({ text: 'content', source: 'source.name' });
  });

  it('read a text that is markup as markup, whatever it is called', async () => {
    const page = { title: 'Tram', content: '\n<p>The tram runs.</p><p>And <b>stops</b>.</p>' };
    const read = [['The tram runs.\n\nAnd stops.', 'html']];
    const post = { title: { rendered: 'Tram' }, content: { rendered: page.content } };
    for (const [name, content] of [
      ['a.jsonl', JSON.stringify(page)],
      ['b.jsonl', JSON.stringify(page).replaceAll('<', '\\u003c')],
      ['c.jsonl', JSON.stringify({ ...page, text: ' ' })],
      ['d.jsonl', JSON.stringify({ text: page.content })],
      ['e.json', JSON.stringify([post])],
      ['f.csv', `id,text,content\n1,,"${page.content}"\n`],
    ] as const) {
      const { articles, issues } = await readOne(name, content);
      const found = articles.map(({ text, reading }) => [text.trim(), reading?.repairs?.[0]?.kind]);
      expect([name, found, issues]).toEqual([name, read, []]);
    }
  });

  it('take no teaser for the text', async () => {
    const whole = `<p>${'The tram runs. '.repeat(20)}</p>`;
    for (const [name, content] of [
      ['a.jsonl', JSON.stringify({ text: whole, content: 'The tram runs ... [+280 chars]' })],
      ['a.csv', `id,text,content\n1,${whole},The tram runs ...\n`],
    ] as const) {
      const { articles } = await readOne(name, content);
      expect(articles.map(({ text }) => text.trim())).toEqual(['The tram runs. '.repeat(20).trim()]);
    }
  });

  it('prefer a text without tags, and leave sentences that speak of tags', async () => {
    const plain = { body: '<p>The tram <i>runs</i>.</p>', content_text: 'The tram runs.' };
    for (const [text, record] of [
      ['The tram runs.', plain],
      ['<p> begins a paragraph', { text: '<p> begins a paragraph' }],
      ['<name withheld> said so', { text: '<name withheld> said so' }],
      ['<script>ring()</script> he wrote', { text: '<script>ring()</script> he wrote' }],
    ] as const) {
      const { articles } = await readOne('a.jsonl', JSON.stringify(record));
      expect(articles.map((article) => article.text)).toEqual([text]);
    }
    const table = 'title,content\nTram,<p>The tram runs.</p>\nBus,The bus runs.\n';
    const rows = await readOne('a.csv', table);
    expect([codes(rows), rows.articles.map(({ text }) => text.trim())]).toEqual([
      [],
      ['The tram runs.', 'The bus runs.'],
    ]);
  });

  it('are of the article, and not of its comments or of its paragraphs', async () => {
    const comments = [{ text: 'Nice.' }, { text: 'Bad.' }];
    for (const content of [TEXT, [TEXT], [{ type: 'paragraph', text: TEXT }]]) {
      const { articles } = await readOne('a.json', JSON.stringify({ title: 'Tram', content, comments }));
      expect(articles.map(({ title, text }) => [title, text])).toEqual([['Tram', TEXT]]);
    }
    const answer = { title: 'Found', content: [{ title: 'Tram', text: TEXT }] };
    const { articles } = await readOne('a.json', JSON.stringify(answer));
    expect(articles.map(({ title, text }) => [title, text])).toEqual([['Tram', TEXT]]);
  });

  it('do not hide the list of records behind a list of other things', async () => {
    const answer = { ads: [{ content: 'Buy a tram.' }], found: [{ text: TEXT }] };
    const { articles, issues } = await readOne('a.json', JSON.stringify(answer));
    expect(issues).toEqual([]);
    expect(articles.map(({ text }) => text)).toEqual([TEXT]);
  });

  it('are found in the front matter of Markdown', () => {
    expect(readMarkdown('---\nheadline: Tram\npublished: 2024-05-01\n---\nText', {}).facts).toEqual({
      title: 'Tram',
      date: '2024-05-01',
    });
  });
});

/** As tables take names for the same. */
const spelled = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '');

it('no name belongs to two fields', () => {
  const all = FIELDS.flatMap((field) => FIELD_NAMES[field]).map(spelled);
  const repeated = all.filter((name, i) => all.indexOf(name) !== i);
  // Spellings of one field that differ in capitals alone.
  const within = FIELDS.flatMap((field) => {
    const names = FIELD_NAMES[field].map(spelled);
    return names.filter((name, i) => names.indexOf(name) !== i);
  });
  expect(repeated.sort()).toEqual(within.sort());
});
