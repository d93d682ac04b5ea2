import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import type { RawArticle } from '../../src/model/article.ts';
import { codes, readAll, readOne } from './workspace.ts';

const PAGES = join(import.meta.dirname, '../../fixtures/pages');
const SENTENCE = 'The keeper of the bridge counted the boats again, and again one of them was missing. ';
const BODY = `<div>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(6)}</div>`;

async function readFixture(name: string): Promise<RawArticle> {
  const { articles, issues } = await readAll([join(PAGES, name)]);
  expect(issues).toEqual([]);
  return articles[0]!;
}

async function readPage(source: string): Promise<RawArticle> {
  const { articles, issues } = await readOne('page.html', source);
  expect(issues).toEqual([]);
  return articles[0]!;
}

/** The lines outside of all ranges. */
function inside({ text, outside = [] }: RawArticle): readonly string[] {
  const parts = [...outside, { start: text.length }].map(({ start }, i) =>
    text.slice(outside[i - 1]?.end ?? 0, start),
  );
  return parts.flatMap((part) => part.split('\n')).filter((line) => line.trim() !== '');
}

function reasonFor({ text, outside = [] }: RawArticle, words: string): string | undefined {
  const at = text.indexOf(words);
  expect([words, at]).not.toEqual([words, -1]);
  return outside.find(({ start, end }) => start <= at && at < end)?.reason;
}

describe('pages of the fixtures', () => {
  const names = readdirSync(PAGES).filter((name) => name.endsWith('.html'));
  it('are there', () => expect(names.length).toBeGreaterThan(5));
  it.each(names)('%s gives its article, line by line', async (name) => {
    const expected = readFileSync(join(PAGES, name.replace(/html$/, 'txt')), 'utf8');
    expect(inside(await readFixture(name))).toEqual(expected.trimEnd().split('\n'));
  });

  it('say why a part stands outside', async () => {
    const page = await readFixture('phare.html');
    const reasons = {
      'À la une': 'navigation',
      'Par Maëlle Riou': 'byline',
      'La tour de granit': 'caption-pair',
      'Une bouée retrouvée': 'navigation',
      'À lire aussi': 'card-run',
      Partager: 'share',
      'Mon grand-père': 'comments',
      'Les plus lus': 'navigation',
    };
    const found = Object.keys(reasons).map((words) => [words, reasonFor(page, words)]);
    expect(Object.fromEntries(found)).toEqual(reasons);
  });

  it('keep what they declare, as evidence', async () => {
    expect(await readFixture('phare.html')).toMatchObject({
      title: 'Le phare de Kerlaz cherche sa gardienne',
      date: '2024-06-02T04:00:00Z',
      url: 'https://courrier.example/fr/phare-kerlaz',
      source: 'courrier.example',
      declaredLanguage: 'fr',
      alternates: [
        { language: 'fr', url: 'https://courrier.example/fr/phare-kerlaz' },
        { language: 'br', url: 'https://courrier.example/br/tour-tan-kerlaz' },
        { language: 'en-GB', url: 'https://courrier.example/en/kerlaz-lighthouse' },
      ],
    });
    const declared = ['orgel.html', 'kitsune.html', 'farol.html', 'tramvai.html'].map(readFixture);
    expect((await Promise.all(declared)).map((page) => [page.title, page.declaredLanguage])).toEqual([
      ['Orgel aus dem Moor spielt wieder', 'de-DE'],
      ['雪の無人駅に郵便局', 'ja'],
      ['Biblioteca navega pelo rio Arari', 'pt-BR'],
      ['Трамвай без рельсов вышел на линию', 'ru-RU'],
    ]);
  });
});

describe('the article of a page', () => {
  it('loses nothing where there is no chrome', async () => {
    const page = await readPage(`<title>Boats</title><h1>Boats</h1>${BODY}`);
    expect(page.outside).toBeUndefined();
  });

  it('does not believe a name that the whole article carries', async () => {
    const page = await readPage(`<div class="comments share">${BODY}</div><p><a href="/">Home</a></p>`);
    expect(inside(page)).toHaveLength(6);
  });

  it('does not believe a name that each paragraph carries', async () => {
    const page = await readPage(
      `<main>${`<div class="related"><p>${SENTENCE.repeat(3)}</p></div>`.repeat(6)}</main>`,
    );
    expect(inside(page)).toHaveLength(6);
  });

  it('keeps a list of links that is the article', async () => {
    const links = Array.from(
      { length: 8 },
      (_, i) => `<li><a href="/${i}">Boat number ${i} and its captain</a></li>`,
    );
    const page = await readPage(
      `<article><p>${SENTENCE.repeat(2)}</p><ul>${links.join('')}</ul><p>${SENTENCE.repeat(2)}</p></article>`,
    );
    expect(inside(page)).toHaveLength(10);
  });

  it('follows structured data only where it holds most of the article', async () => {
    const cut = JSON.stringify({
      '@type': 'NewsArticle',
      articleBody: 'The keeper of the bridge counted the boats',
    });
    const paragraphs = Array.from(
      { length: 6 },
      (_, i) =>
        `<p>Paragraph ${i}, in which a thing number ${i} happens that was not foreseen by anyone in room ${i}.</p>`,
    );
    const page = await readPage(
      `<script type="application/ld+json">${cut}</script><article>${paragraphs.join('')}</article>`,
    );
    expect(inside(page)).toHaveLength(6);
  });

  it('reads a page without a body, and one without any tag', async () => {
    expect(inside(await readPage(`<!doctype html><title>x</title>${BODY}`))).toHaveLength(6);
    expect(inside(await readPage(`<html><head><title>x</title></head>${BODY}`))).toHaveLength(6);
    expect(inside(await readPage(SENTENCE.repeat(9)))).toHaveLength(1);
  });

  it('is not misled by characters that look like its own marks', async () => {
    const mark = `\u2028${'\u2000'.repeat(6)}`;
    const page = await readPage(`<nav>${mark}Home</nav>${BODY.replaceAll('boats', `${mark}boats`)}`);
    expect(inside(page).filter((line) => line.includes('keeper'))).toHaveLength(6);
    expect(page.text).toContain(`${mark}boats`);
  });
});

describe('pages that no tree is built of', () => {
  it.each([
    ['deep', '<div>'.repeat(100_000) + BODY, 'levels'],
    ['deep, hidden behind stray end tags', '<div></x>'.repeat(5000) + BODY, 'levels'],
    ['wide', `<body>${'<p>x</p>'.repeat(150_000)}`, 'nodes'],
    ['heavy in depth', `<body>${'<div>'.repeat(80)}${'<i>x</i>'.repeat(10_000)}`, 'levels in sum'],
    [
      'with an element of many attributes',
      `<p ${Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' ')}>${BODY}`,
      'attributes',
    ],
    ['long', `<body>${`<p>${SENTENCE}</p>`.repeat(210_000)}`, 'characters'],
  ])(
    'are read by their tags: %s',
    async (_what, source, reason) => {
      const result = await readOne('page.html', `<nav>Home</nav>${source}`);
      expect(codes(result)).toEqual(['simplified-page']);
      expect(result.issues[0]?.message).toContain(reason);
      expect(result.articles[0]?.text).toContain(
        source.includes('x') && !source.includes('keeper') ? 'x' : 'The keeper of the bridge',
      );
    },
    30_000,
  );

  it('still know what the markup declares', async () => {
    const { articles } = await readOne('page.html', `<nav>Home</nav>${'<p>x</p>'.repeat(150_000)}`);
    expect(articles[0]?.outside).toEqual([{ start: 0, end: 4 }]);
  });

  it('leave the exit code alone: nothing was lost', async () => {
    const result = await readOne('page.html', '<div>'.repeat(1000) + BODY);
    expect(result.articles).toHaveLength(1);
  });
});

describe('any page', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<article>',
    '</article>',
    '<nav>',
    '</nav>',
    '<table><tr><td>',
    '</table>',
    '<ul><li>',
    '</ul>',
    '<a href="/x">',
    '</a>',
    '<h1>',
    '</h1>',
    '<br><br>',
    '<pre>\na\n b',
    '</pre>',
    '<figure><figcaption>',
    '</figure>',
    '<blockquote>',
    '</blockquote>',
    '<div class="related">',
    '<div itemprop="articleBody">',
    '<svg>',
    '</svg>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<b',
    '&amp;',
    '&#x4e2d;',
    '中文，',
    '\u00a0',
    'word ',
    '<body>',
    '</body>',
    '<html>',
    '<head>',
    '<title>',
    '</title>',
    '<template>',
    '</template>',
    '<noscript>',
    '</noscript>',
    '<textarea>',
    '<select><option>',
    SENTENCE,
    SENTENCE.repeat(4),
  );
  it('is covered: kept and dropped blocks rebuild its text, ranges are ordered and inside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const { articles, issues } = await readOne('page.html', `${pieces.join('')} `);
        const page = articles[0];
        if (page === undefined) {
          expect(issues.map(({ code }) => code)).toEqual(['empty']);
          return;
        }
        let last = 0;
        for (const { start, end } of page.outside ?? []) {
          expect(start >= last && end > start && end <= page.text.length).toBe(true);
          last = end;
        }
        const { blocks } = cleanArticle(page);
        const rebuilt = blocks.map(({ start, end }) => page.text.slice(start, end)).join('');
        expect(rebuilt.replace(/\s+/g, '')).toBe(page.text.replace(/\s+/g, ''));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('the head of a page', () => {
  const titled = (above: string, text = BODY) =>
    `<html><head><title>The bridge of seven boats</title></head><body><nav><a>Home</a> <a>Sport</a></nav>
     <main>${above}<h1>The bridge of seven boats</h1>${text}</main><footer><a>About us</a></footer></body></html>`;

  it('has its title below the trail, which goes', async () => {
    const lines = inside(await readPage(titled('<div>Home &gt; Region &gt; The north</div>')));
    expect(lines).toContain('The bridge of seven boats');
    expect(lines).not.toContain('Home > Region > The north');
  });

  it('loses bylines and a row of a menu, but no heading of the article to the phrase lists', async () => {
    const furniture =
      '<p>Ada Brand | 3 May 2024</p><p>Ada Brand / The north · 3 May 2024, 9:15 · 2 minutes</p><p>Archive | Contact | Letters</p>';
    const text = `${furniture}${['Politics', 'Culture', 'Sport']
      .map(
        (heading) =>
          `<h2>${heading}</h2><p>On ${heading} the keeper of the bridge said little. ${SENTENCE}</p><p>Of ${heading} in the north he said more, and ${SENTENCE}</p>`,
      )
      .join('')}`;
    const { blocks } = cleanArticle(await readPage(titled('', text)));
    const kept = blocks.filter((block) => block.kept).map((block) => block.text);
    expect(kept).not.toContain('Ada Brand | 3 May 2024');
    expect(kept).not.toContain('Ada Brand / The north · 3 May 2024, 9:15 · 2 minutes');
    expect(kept).not.toContain('Archive | Contact | Letters');
    expect(kept).toEqual(expect.arrayContaining(['Politics', 'Culture', 'Sport']));
  });
});
