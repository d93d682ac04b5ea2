/** The bytes of the HTML report: a page that needs nothing else, with every word of an article inert. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleBody, Report, ReportArticle } from '../../../src/model/report.ts';
import { POLICY } from '../../../src/report/html/document.ts';
import { TEXT_UNITS_IN_PAGE } from '../../../src/report/html/text-data.ts';
import { renderReport } from '../../../src/report/index.ts';
import { ARABIC, EMPTY, GERMAN, GROUP, JAPANESE, joined, REPORT, UNTITLED } from '../sample.ts';
import { blocksOf, elementsOf, groupsOf, headOf, rowsOf } from './page-text.ts';

const OPTIONS = { colour: false, width: 100 };

const BODIES: Readonly<Record<string, ArticleBody>> = {
  [GERMAN.id]: bodyOf(
    ['Brücke offen', 'title'],
    ['Cookies?', 'chrome', 'consent'],
    ['Hanna Wiese kam.', 'body'],
  ),
  [JAPANESE.id]: bodyOf(['橋が再開', 'title'], ['ハンナ・ヴィーゼ', 'body']),
};

type BlockWords =
  | readonly [text: string, role: 'title' | 'body']
  | readonly [text: string, role: 'chrome', reason: 'consent'];

function bodyOf(...blocks: readonly BlockWords[]): ArticleBody {
  return {
    text: blocks
      .filter(([, , reason]) => reason === undefined)
      .map(([text]) => text)
      .join('\n'),
    blocks: blocks.map(([text, role, reason]) => ({
      text,
      role,
      start: 0,
      end: text.length,
      kept: reason === undefined,
      confidence: 1,
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

const WITH_TEXTS: Report = { ...REPORT, bodyOf: (id) => BODIES[id] };

function page(report: Report): Promise<string> {
  return joined(renderReport(report, 'html', OPTIONS));
}

describe('a story without a title', () => {
  const untitled: Report = {
    ...REPORT,
    articles: [...REPORT.articles].map((article) => ({ ...article, title: '' })),
  };
  const titleOf = async (text: string | undefined): Promise<unknown> => {
    const bodyOf = (): ArticleBody => ({ text: text ?? '', blocks: [] });
    const report: Report = text === undefined ? untitled : { ...untitled, bodyOf };
    const [row] = rowsOf(await joined(renderReport(report, 'html', OPTIONS))) as readonly {
      readonly title: string;
    }[];
    return row?.title;
  };

  it('is known by how it begins, where the report has its text', async () => {
    expect(await titleOf('The ferry is back.\nIt was away.')).toBe('The ferry is back.');
    expect(await titleOf('word '.repeat(50))).toBe(`${'word '.repeat(19).trimEnd()}…`);
    const ideographs = String(await titleOf('橋'.repeat(300)));
    expect(ideographs).toMatch(/^橋{80,100}…$/);
    expect(String(await titleOf('😀'.repeat(300)))).not.toMatch(/\p{Cs}/u);
    expect(await titleOf(undefined)).toBe('');
  });
});

describe('the page', () => {
  it('is one document whose policy lets in its own script and style only', async () => {
    const html = await page(WITH_TEXTS);
    const elements = elementsOf(html);
    const named = (name: string): typeof elements => elements.filter((element) => element.name === name);
    const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
    const [policy] = named('meta').filter(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policy?.attributes['content']).toBe(POLICY);
    const running = named('script').filter(({ attributes }) => attributes['type'] !== 'application/json');
    expect(running.map(({ text }) => `script-src 'sha256-${digest(text)}'`)).toEqual([
      POLICY.split('; ').find((rule) => rule.startsWith('script-src')),
    ]);
    expect(named('style').map(({ text }) => `style-src 'sha256-${digest(text)}'`)).toEqual([
      POLICY.split('; ').find((rule) => rule.startsWith('style-src')),
    ]);
    expect(POLICY).toMatch(/^default-src 'none'; /);
    expect(POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('names nothing outside itself and runs nothing inline', async () => {
    for (const { name, attributes } of elementsOf(await page(WITH_TEXTS))) {
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute, name).not.toMatch(/^on|^style$|^src|^action|^formaction/);
        if (attribute === 'href') expect(value).toBe('data:,');
      }
    }
  });

  it('holds the list first, then the script, then one block a group, and says that it is whole', async () => {
    const html = await page(WITH_TEXTS);
    const order = elementsOf(html)
      .filter(({ name }) => name === 'script' || name === 'noscript')
      .map(({ name, attributes }) => attributes['data-part'] ?? name);
    expect(order).toEqual(['head', 'list', 'noscript', 'script', 'group', 'related', 'issues', 'end']);
    expect(blocksOf(html, 'end')).toEqual([{ status: 'complete' }]);
  });

  it('of nothing is a page still', async () => {
    const html = await page(EMPTY);
    expect(headOf(html)).toMatchObject({ groups: 0, hasTexts: false });
    expect([rowsOf(html), groupsOf(html)]).toEqual([[], []]);
  });

  it('shows the first groups without a script', async () => {
    const html = await page(WITH_TEXTS);
    const withoutScript = html.slice(html.indexOf('<noscript>'), html.indexOf('</noscript>'));
    expect(withoutScript).toContain('need JavaScript');
    for (const { title } of [GERMAN, ARABIC, JAPANESE]) expect(withoutScript).toContain(title);
  });
});

describe('the data', () => {
  it('of the list say what is searched, filtered and drawn', async () => {
    expect(rowsOf(await page(WITH_TEXTS))).toEqual([
      {
        id: GROUP.id,
        kind: 'mixed',
        title: GERMAN.title,
        language: 'de',
        size: 3,
        languages: [
          ['ar', 1],
          ['de', 1],
          ['ja', 1],
        ],
        sources: ['news.example'],
        dated: [
          ['2024-05-02', 'de'],
          ['2024-05-02', 'ar'],
          ['2024-05-02', 'ja'],
        ],
        weakest: 0.91,
        confidence: 0.9679,
        isNew: true,
        words: [
          GERMAN.id,
          ARABIC.title,
          ARABIC.id,
          JAPANESE.title,
          JAPANESE.id,
          JAPANESE.url,
          'ハンナ・ヴィーゼ',
          'Hanna Wiese',
          'هانا فيزه',
          'Elbe',
        ],
      },
    ]);
  });

  it('of a group name members by position and hold each text once, dropped blocks with their reason', async () => {
    const [group] = groupsOf(await page(WITH_TEXTS));
    expect(group?.members.map(({ id, via, text }) => [id, via, text])).toEqual([
      [GERMAN.id, undefined, 0],
      [ARABIC.id, 2, undefined],
      [JAPANESE.id, 0, 1],
    ]);
    expect(group?.links.map(({ a, b }) => [a, b])).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(group?.texts[0]?.blocks).toEqual([
      ['Brücke offen', 'title'],
      ['Cookies?', 'chrome', 'consent'],
      ['Hanna Wiese kam.', 'body'],
    ]);
    expect(group?.related).toEqual([{ id: UNTITLED.id, title: '', language: 'und', score: 0.705 }]);
  });

  it('share one text among copies', async () => {
    const same = { ...WITH_TEXTS, bodyOf: () => BODIES[GERMAN.id] };
    const [group] = groupsOf(await page(same));
    expect(group?.texts.length).toBe(1);
    expect(group?.members.map(({ text }) => text)).toEqual([0, 0, 0]);
  });

  it('hold no text where the report came without', async () => {
    const html = await page(REPORT);
    expect(headOf(html).hasTexts).toBe(false);
    expect(groupsOf(html)[0]?.texts).toEqual([]);
    expect(headOf(await page(WITH_TEXTS)).hasTexts).toBe(true);
  });

  it('say how much of a huge text they leave out, and cut no character in two', async () => {
    const long = `${'a'.repeat(TEXT_UNITS_IN_PAGE - 1)}😀${'b'.repeat(10)}`;
    const [group] = groupsOf(await page({ ...REPORT, bodyOf: () => bodyOf([long, 'body'], ['c', 'body']) }));
    const [text] = group?.texts ?? [];
    expect(text?.blocks.map(([block]) => block.length)).toEqual([TEXT_UNITS_IN_PAGE - 1, 1]);
    expect(text?.cut).toBe(12);
  });

  it('list at most a thousand members, the canonical among them, and count the others', async () => {
    const member = (i: number): ReportArticle => ({ ...GERMAN, id: `m${String(i).padStart(4, '0')}` });
    const articles = Array.from({ length: 1500 }, (_, i) => member(i));
    const canonical = 'm1499';
    const members = articles.map(({ id }) =>
      id === canonical
        ? { id, relation: 'canonical' as const, score: 1 }
        : { id, relation: 'copy' as const, via: canonical, score: 1 },
    );
    const links = articles.slice(0, -1).map(({ id }) => ({
      a: id,
      b: canonical,
      relation: 'copy' as const,
      score: 1,
      evidence: { names: [], numbers: [] },
    }));
    const group = { ...GROUP, kind: 'copy' as const, canonical, members, links };
    const html = await page({ ...REPORT, articles, groups: [group], related: [] });
    const [data] = groupsOf(html);
    expect([data?.members.length, data?.left, data?.links.length]).toEqual([1000, 500, 999]);
    expect(data?.members[data.canonical]?.id).toBe(canonical);
    expect(rowsOf(html)[0]?.size).toBe(1500);
  });
});

describe('streamed', () => {
  it('in pieces no larger than one article', () => {
    const text = 'word '.repeat(4000);
    const groups = Array.from({ length: 50 }, (_, i) => ({ ...GROUP, id: `g${i}` }));
    const bodies = (id: string): ArticleBody => bodyOf([text + id, 'body']);
    const pieces = [...renderReport({ ...REPORT, groups, bodyOf: bodies }, 'html', OPTIONS)].map(String);
    const page = pieces.findIndex((piece) => piece.startsWith('<script>'));
    const longest = Math.max(...pieces.slice(page + 1).map((piece) => piece.length));
    expect(longest).toBeLessThan(text.length + 1000);
  });

  it('with the same bytes each time', async () => {
    expect(await page(WITH_TEXTS)).toBe(await page(WITH_TEXTS));
  });
});

describe('hostile words', () => {
  const ATTACKS = [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]></noscript><img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '\u2028\u2029\u202e\u0000',
    '&lt;img src=x&gt;',
    '__proto__',
  ];
  const names = (html: string): readonly string[] =>
    elementsOf(html).map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' '));

  const attacked = (words: string): Report => {
    const article = (old: ReportArticle): ReportArticle => ({
      ...old,
      title: words,
      url: words,
      source: words,
      path: words,
    });
    const evidence = {
      names: [{ a: words, b: words, key: words, weight: 1 }],
      numbers: [],
      against: [words],
    };
    return {
      ...REPORT,
      articles: [GERMAN, ARABIC, JAPANESE, UNTITLED].map(article),
      groups: [{ ...GROUP, id: words, links: GROUP.links.map((link) => ({ ...link, evidence })) }],
      related: [...REPORT.related].map((pair) => ({ ...pair, evidence })),
      issues: REPORT.issues.map((issue) => ({ ...issue, path: words, message: words })),
      bodyOf: () => bodyOf([words, 'title'], [words, 'chrome', 'consent'], [words, 'body']),
    };
  };

  it.each(ATTACKS)('%j are data and make no element', async (words) => {
    const plain = await page(attacked('plain'));
    const html = await page(attacked(words));
    expect(names(html)).toEqual(names(plain));
    expect(groupsOf(html)[0]?.members[0]?.title).toBe(words);
    expect(groupsOf(html)[0]?.texts[0]?.blocks[0]?.[0]).toBe(words);
    expect(html.slice(html.indexOf('</noscript>'))).not.toContain('<!--');
  });

  it('of any kind make no element', async () => {
    const plain = names(await page(attacked('plain')));
    const words = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc
        .array(fc.constantFrom('<', '>', '"', "'", '/', 'script', '!--', '&', ' ', 'style', ']]'), {
          minLength: 1,
        })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        expect(names(await page(attacked(text)))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});
