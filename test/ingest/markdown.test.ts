import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/ingest/markdown.ts';

const LINES: readonly (readonly [string, string])[] = [
  ['# Bridge reopens', 'Bridge reopens'],
  ['### Bridge reopens ###', 'Bridge reopens'],
  ['#hashtag', '#hashtag'],
  ['C# is a language', 'C# is a language'],
  ['the [mayor](https://a.example/x) said', 'the mayor said'],
  ['the [mayor][1] said', 'the mayor said'],
  ['![a boat](boat.png)', ''],
  ['[![a boat](boat.png)](page.html) leaves', ' leaves'],
  ['see <https://a.example>', 'see https://a.example'],
  ['a *really* **big** ***ship***', 'a really big ship'],
  ['a _really_ __big__ ship', 'a really big ship'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['~~gone~~ `code`', 'gone code'],
  ['> she said', 'she said'],
  ['\\*not emphasis\\*', '*not emphasis*'],
  ['---', ''],
  ['=====', ''],
  ['[1]: https://a.example', ''],
  ['- an item', '- an item'],
];

describe('Markdown', () => {
  for (const [written, expected] of LINES) {
    it(`${JSON.stringify(written)} is ${JSON.stringify(expected)}`, () => {
      expect(readMarkdown(written, {}).text).toBe(expected);
    });
  }

  it('keeps code as it is, without its fences', () => {
    expect(readMarkdown('```js\n# not *a* heading\n```\nend', {}).text).toBe('# not *a* heading\nend');
  });

  it('reads front matter', () => {
    const page = readMarkdown(
      [
        '---',
        'title: "A \\"new\\" bridge: open" # really',
        "source: 'The Harbour''s Post'",
        'date: 2024-05-01 # printed',
        'url: https://a.example/x#top',
        'tags:',
        '  - title: no',
        'id: |',
        '---',
        'Text.',
      ].join('\r\n'),
      {},
    );
    expect(page).toEqual({
      text: 'Text.',
      facts: {
        title: 'A "new" bridge: open',
        source: "The Harbour's Post",
        date: '2024-05-01',
        url: 'https://a.example/x#top',
      },
    });
  });

  it('renames keys of front matter', () => {
    expect(readMarkdown('---\npublished: 2024-05-01\n---\n', { date: 'published' }).facts).toEqual({
      date: '2024-05-01',
    });
  });

  it('takes an unclosed front matter for text', () => {
    expect(readMarkdown('---\ntitle: x\n', {})).toEqual({ text: '\ntitle: x\n', facts: {} });
  });

  it('takes linear time on hostile lines', () => {
    const size = 200_000;
    for (const piece of ['[', '*', '_', '![', '`', '<http:', '~~', '#', '> ', '*a ', '_a ', '[a](', '\\']) {
      readMarkdown(piece.repeat(size / piece.length), {});
      readMarkdown(`${piece}${' '.repeat(size)}x`, {});
    }
  }, 10_000);
});
