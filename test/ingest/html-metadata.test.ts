import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { readLanguageTag } from '../../src/ingest/html/language-tag.ts';
import { chooseMetadata, type PageMetadata } from '../../src/ingest/html/page-metadata.ts';
import { readStructuredData } from '../../src/ingest/html/structured-data.ts';
import { readTokens } from '../../src/ingest/html/tokens.ts';

function metadata(source: string): PageMetadata {
  const { facts } = readTokens(source, Tokenizer);
  return chooseMetadata(facts, readStructuredData(facts.structuredData));
}

const json = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

function check(what: string, source: string, expected: PageMetadata): void {
  it(what, () => expect(metadata(source)).toEqual(expected));
}

describe('metadata of a page', () => {
  check(
    'keeps the facts of the head',
    `<!doctype html><html lang="pt-BR"><head>
      <title>Ponte &amp; rio - Jornal</title>
      <meta property="og:title" content="Ponte &amp; rio">
      <meta property="article:published_time" content="2024-05-01T10:00:00-03:00">
      <link rel="preload canonical" href="https://www.jornal.example/ponte">
      </head><body><time datetime="2024-05-02">ontem</time><p>Texto</p></body></html>`,
    {
      title: 'Ponte & rio',
      date: '2024-05-01T10:00:00-03:00',
      url: 'https://www.jornal.example/ponte',
      language: 'pt-BR',
    },
  );
  check(
    'falls back to title, time and og:url, the first of each',
    `<title> A
      title</title><meta content="https://a.example/x" property=og:url><p><time datetime=2024-05-02>x</time>
      <time datetime=2020-01-01>y</time>`,
    { title: 'A title', date: '2024-05-02', url: 'https://a.example/x' },
  );

  describe('title', () => {
    check(
      'is the heading where the shared title says nearly the same',
      '<meta property="og:title" content="Orgel aus Moor"><h1>Orgel aus dem Moor spielt</h1>',
      { title: 'Orgel aus dem Moor spielt' },
    );
    check(
      'is not the name of the site in the first heading',
      '<title>Orgel spielt wieder | Der Bote</title><h1>Der Bote</h1><h1>Orgel spielt wieder</h1>',
      { title: 'Orgel spielt wieder' },
    );
    check(
      'is the shared title where the heading says another thing',
      '<meta property="og:title" content="Die Orgel"><h1>Der Bote heute</h1>',
      { title: 'Die Orgel' },
    );
    check(
      'loses the site that the page names, even before it',
      '<meta property=og:site_name content="Der Bote"><title>Der Bote - Die Orgel</title>',
      { title: 'Die Orgel' },
    );
    check('loses a short last part', '<title>Die lange Geschichte einer alten Orgel – Bote</title>', {
      title: 'Die lange Geschichte einer alten Orgel',
    });
    check('keeps a last part that may belong to it', '<title>Orgel - alt und schön</title>', {
      title: 'Orgel - alt und schön',
    });
    check('comes from structured data', json({ '@type': 'NewsArticle', headline: 'Die Orgel' }), {
      title: 'Die Orgel',
    });
    check('ends with its page', '<title>Half a', { title: 'Half a' });
  });

  describe('date', () => {
    check(
      'is first that of the structured data',
      `<meta name=date content=2020-01-01>${json({ '@type': ['Thing', 'BlogPosting'], datePublished: '2024-05-06' })}`,
      { date: '2024-05-06' },
    );
    check(
      'is one that can be read',
      '<meta name=datePublished content=gestern><time datetime=2024-05-02>x</time>',
      { date: '2024-05-02' },
    );
  });

  describe('address', () => {
    check('is absolute', '<link rel=canonical href="/x">', {});
    check('is relative to a known base', '<base href="https://a.example/b/"><link rel=canonical href="c">', {
      url: 'https://a.example/b/c',
    });
    check(
      'leads to the web',
      '<link rel=canonical href="javascript:alert(1)"><meta property=og:url content="ftp://a.example/">',
      {},
    );
    check(
      'is one',
      '<link rel=canonical href="https://"><meta property=og:url content="https://a.example/x">',
      { url: 'https://a.example/x' },
    );
  });

  describe('declared language', () => {
    check('is that of the page', '<html lang=sr-latn-rs>', { language: 'sr-Latn-RS' });
    check('of its header', '<meta http-equiv=Content-Language content=ja>', { language: 'ja' });
    check('of its locale', '<html lang=""><meta property=og:locale content=zh_TW>', { language: 'zh-TW' });
    check('of its data', json({ '@type': 'Article', inLanguage: 'kk' }), { language: 'kk' });
    check('is none where the tag is none', '<html lang="{{ lang }}">', {});
  });

  describe('alternates', () => {
    check(
      'are languages with absolute addresses, each once',
      `<meta property=og:url content="https://a.example/de/x"><link rel=alternate hreflang=de href="/de/x">
       <link rel="alternate" hreflang="pt-br" href="https://a.example/pt/x"><link rel=alternate hreflang=de href="/de/x">
       <link rel=alternate hreflang=x-default href="/"><link rel=alternate hreflang=en href="mailto:a@a.example">
       <link rel=stylesheet hreflang=en href="/en"><link rel=alternate hreflang=fr>`,
      {
        url: 'https://a.example/de/x',
        alternates: [
          { language: 'de', url: 'https://a.example/de/x' },
          { language: 'pt-BR', url: 'https://a.example/pt/x' },
        ],
      },
    );
    it('are bounded', () => {
      const links = Array.from(
        { length: 1000 },
        (_, i) => `<link rel=alternate hreflang=de href="https://a.example/${i}">`,
      );
      expect(metadata(links.join('')).alternates).toHaveLength(200);
    });
  });

  describe('structured data', () => {
    const body = 'Text of the article.';
    it.each([
      [
        'in a list in a graph',
        [{ '@graph': [{ '@type': 'WebPage' }, { '@type': 'ReportageNewsArticle', articleBody: body }] }],
      ],
      ['inside a page', { '@type': 'WebPage', mainEntity: { '@type': 'Article', articleBody: body } }],
      [
        'behind teasers',
        [
          { '@type': 'Article', headline: 'Other' },
          { '@type': 'NewsArticle', articleBody: body },
        ],
      ],
      ['in paragraphs', { '@type': 'NewsArticle', articleBody: [body] }],
    ])('finds the article %s', (_where, data) => {
      expect(readStructuredData([JSON.stringify(data)]).body).toBe(body);
    });
    it.each([
      ['line feeds in strings', `{"@type":"Article","articleBody":"Text of\nthe article."}`],
      ['a wrapper', `<![CDATA[ {"@type":"Article","articleBody":"${body}"} ]]>`],
      ['a comment and a semicolon', `/* x */ {"@type":"Article","articleBody":"${body}"};`],
    ])('puts up with %s', (_what, script) => {
      expect(readStructuredData([script]).body).toBe(body);
    });
    it.each([
      '',
      '{',
      'null',
      '[]',
      '"Article"',
      '{"@type":"Article","articleBody":7}',
      '{"@type":"Product","articleBody":"x"}',
    ])('reads no article from %s', (script) => expect(readStructuredData([script])).toEqual({}));
    it('is bounded in depth and number', () => {
      const deep = `${'{"a":'.repeat(50_000)}{"@type":"Article","articleBody":"x"}${'}'.repeat(50_000)}`;
      const wide = `[${'{},'.repeat(300_000)}{"@type":"Article","articleBody":"x"}]`;
      expect([readStructuredData([deep]), readStructuredData([wide])]).toEqual([{}, {}]);
    });
  });
});

describe('language tags', () => {
  it.each([
    ['de', 'de'],
    ['EN-us', 'en-US'],
    ['zh_hant_TW', 'zh-Hant-TW'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['es-419', 'es-419'],
    ['sl-rozaj-biske', 'sl-rozaj-biske'],
    ['de-x-leicht', 'de-x-leicht'],
    ['en-u-ca-gregory', 'en-u-ca-gregory'],
    ['fil', 'fil'],
    ['und', undefined],
    ['mul', undefined],
    ['', undefined],
    ['x-default', undefined],
    ['german', 'german'],
    ['de-', undefined],
    ['d', undefined],
    ['en us', undefined],
    ['<script>', undefined],
    ['a'.repeat(1000), undefined],
  ])('%s is %s', (written, expected) => expect(readLanguageTag(written)).toBe(expected));

  it('are stable: a canonical tag is its own canonical form', () => {
    const tag = fc.stringMatching(/^[a-zA-Z]{2,3}([-_][a-zA-Z]{4})?([-_][a-zA-Z]{2})?$/);
    fc.assert(
      fc.property(tag, (written) => {
        const once = readLanguageTag(written);
        expect(once === undefined ? undefined : readLanguageTag(once)).toBe(once);
      }),
    );
  });
});
