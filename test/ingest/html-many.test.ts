/** HTML files of many articles: exports by their class names, other files by their `<article>` elements. */
import { describe, expect, it } from 'vitest';
import { codes, readOne } from './workspace.ts';

const TITLES = [
  'The ferry sails to the harbour again',
  'The mayor opens a bridge',
  'Rain floods the lower town',
];
const sentences = (i: number): string =>
  `${'It sails and sails, and nobody on the pier waits for it. '.repeat(10)}That is ferry ${i}.`;
const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Archive</title>${head}</head><body>${body}</body></html>`;
const each = (write: (title: string, i: number) => string): string => TITLES.map(write).join('\n');

const siblings = (head = '', around = ''): string =>
  page(
    `<h1>Archive</h1>${each(
      (title, i) =>
        `<article><h2>${title}</h2><time datetime="2018-08-0${i + 1}"></time><p>${sentences(i)}</p></article>`,
    )}${around}`,
    head,
  );

const factiva = each(
  (title, i) =>
    `<div class="article enArticle"><p></p><div id="hd"><span class="enHeadline">${title}</span></div><div>A. Writer</div><div>220 words</div><div>${i + 1} August 2018</div><div>The Harbour Post</div><div>HARB</div><div>English</div><div>(c) 2018 Harbour</div><p class="articleParagraph">${sentences(i)}</p><p>Document HARB00002018080${i + 1}ee8600000</p></div><br/>`,
);
const europresse = each(
  (title, i) =>
    `<article><header><div><span class="DocPublicationName">The Harbour Post</span></div><span class="DocHeader">International, ${i + 1} août 2018 220 mots, p. 3</span><div class="titreArticle"><p>${title}</p></div></header><section><p>${sentences(i)}</p></section><div>news·2018080${i + 1}·HAR·0</div><footer>© 2018 Harbour</footer></article>`,
);
const telegram = `${each(
  (_, i) =>
    `<div class="message default clearfix"><div class="body"><div class="pull_right date details" title="0${i + 1}.08.2018 14:05:00 UTC+02:00">14:05</div><div class="from_name">The Harbour Post</div><div class="text">${sentences(i)}</div></div></div>`,
)}<div class="message default clearfix"><div class="body"><div class="media_wrap">Photo</div></div></div>`;

describe('a file of many articles', () => {
  it.each([
    ['Factiva', page(factiva), TITLES, ['split-file'], 'The Harbour Post'],
    ['Europresse', page(europresse), TITLES, ['split-file'], 'The Harbour Post'],
    ['Telegram', page(telegram), [], ['split-file', 'left-out'], 'The Harbour Post'],
    ['<article> elements', siblings(), TITLES, ['split-file'], undefined],
  ])('is cut: %s', async (_, source, titles, issues, name) => {
    const result = await readOne('a.html', source);
    expect(result.articles).toHaveLength(3);
    expect(codes(result)).toEqual(issues);
    result.articles.forEach((article, i) => {
      expect(article.text).toContain(`That is ferry ${i}.`);
      expect(article.text).not.toContain('HAR');
      expect(article).toMatchObject({ record: i + 1, id: `${article.path}#${i + 1}` });
      if (titles.length > 0) expect(article.title).toBe(titles[i]);
      expect(article.date?.slice(0, 10)).toBe(`2018-08-0${i + 1}`);
      expect(article.source).toBe(name);
      expect(Buffer.from(source).subarray(article.offset).toString()).toMatch(/^<(?:article|div)/);
    });
    expect((await readOne('a.html', source, { split: false })).articles).toHaveLength(1);
  });

  it.each([
    ['a page that says it is one article', siblings('<meta property="og:type" content="article">'), []],
    [
      'a page with a date of its own',
      siblings('<meta property="article:published_time" content="2018-08-01">'),
      [],
    ],
    [
      'a live blog',
      siblings(`<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live"}</script>`),
      [],
    ],
    ['much text beside them', siblings('', `<p>${sentences(9).repeat(5)}</p>`), ['split-file']],
    ['teasers', page(each((title) => `<article><h2>${title}</h2><p>It sails.</p></article>`)), []],
    [
      'comments',
      page(
        `<h1>A ferry</h1><p>${sentences(1)}</p>${each((_, i) => `<article><p>${sentences(i)}</p></article>`)}`,
      ),
      [],
    ],
    [
      'comments that have headings, and say what they are',
      page(each((title, i) => `<article class="comment"><h3>${title}</h3><p>${sentences(i)}</p></article>`)),
      [],
    ],
    [
      'a story of its own above them',
      page(
        `<h1>A ferry</h1><p>It sails.</p>${each((title, i) => `<article><h2>${title}</h2><p>${sentences(i)}</p></article>`)}`,
      ),
      ['split-file'],
    ],
    ['articles inside an article', page(`<article>${siblings()}</article>`), []],
  ])('is not %s', async (_, source, issues) => {
    const result = await readOne('a.html', source);
    expect(result.articles).toHaveLength(1);
    expect(codes(result)).toEqual(issues);
  });

  it('of headings without an end takes no longer for it', async () => {
    const source = page(`${'<article>'.repeat(3)}${'<h1></article><article>'.repeat(30_000)}`);
    const from = performance.now();
    await readOne('a.html', source);
    expect(performance.now() - from).toBeLessThan(20_000);
  });
});
