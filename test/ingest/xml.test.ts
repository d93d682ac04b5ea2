/** What the readers of XML formats make of the habits of archives and extractors. What all share is in `formats`. */
import { describe, expect, it } from 'vitest';
import { codes, readOne, texts } from './workspace.ts';

describe('NITF', () => {
  const nitf = (...blocks: readonly string[]): string =>
    `<nitf><body><body.content>${blocks.join('')}</body.content></body></nitf>`;
  const block = (kind: string, ...paragraphs: readonly string[]): string =>
    `<block class="${kind}">${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</block>`;

  it('has a lead once that its full text begins with', async () => {
    const twice = nitf(block('lead_paragraph', 'One.', 'Two.'), block('full_text', 'One.', 'Two.', 'Three.'));
    expect(texts(await readOne('a.xml', twice))).toEqual(['One.\n\nTwo.\n\nThree.\n']);
  });

  it('keeps a lead of its own, and blocks of other kinds', async () => {
    const once = nitf(block('lead_paragraph', 'One.'), block('full_text', 'Two.'), block('note', 'Two.'));
    expect(texts(await readOne('a.xml', once))).toEqual(['One.\n\nTwo.\n\nTwo.\n']);
  });
});

describe('a page that trafilatura read', () => {
  const page =
    '<doc sitename="The Post" title="The bridge" date="2024-05-01" source="https://a.example/x" hostname="a.example">\n  <main>\n    <p>One <hi rend="#b">big</hi> bridge.</p><list><item>Two</item></list>\n  </main>\n  <comments><p>Nice</p></comments>\n</doc>';
  it.each(['a.xml', 'a.dat', 'a.txt'])('is read from %s', async (name) => {
    for (const written of [page, `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n${page}`]) {
      const result = await readOne(name, written);
      expect(codes(result)).toEqual([]);
      expect(result.articles).toMatchObject([
        { text: 'One big bridge.\n\nTwo\n', title: 'The bridge', date: '2024-05-01', source: 'The Post' },
      ]);
      expect(result.articles).toMatchObject([{ url: 'https://a.example/x' }]);
    }
  });

  it('is none without its main text: then it is a corpus', async () => {
    const corpus =
      '<doc id="1" title="A">\nThe bridge is open.\n</doc>\n<doc id="2" title="B">\nIt was shut for years.\n</doc>\n';
    expect((await readOne('a.xml', corpus)).articles.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
