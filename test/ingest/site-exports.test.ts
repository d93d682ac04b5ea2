/** Exports of whole sites: what of WordPress and Blogger is an article, and what stays of its markup. */
import { describe, expect, it } from 'vitest';
import { markupText } from '../../src/ingest/markup-text.ts';
import { withoutShortcodes } from '../../src/ingest/xml/shortcodes.ts';
import { readOne, texts } from './workspace.ts';

const post = (type: string, status: string, text: string): string =>
  `<item><title>a</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:status><![CDATA[${status}]]></wp:status><wp:post_type>${type}</wp:post_type></item>`;
const wordPress = (...posts: readonly string[]): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${posts.join('')}</channel></rss>`;

describe('WordPress', () => {
  it('leaves out what is no published article, and says so', async () => {
    const { articles, issues } = await readOne(
      'a.xml',
      wordPress(
        post('post', 'publish', 'One <wp:status>draft is no status.'),
        post('attachment', 'inherit', 'picture'),
        post('nav_menu_item', 'publish', 'menu'),
        post('post', 'trash', 'gone'),
        post('post', 'draft', 'later'),
        post('page', 'private', 'Two'),
        post('recipe', 'publish', 'Three'),
      ),
    );
    expect(articles.map(({ record, text }) => `${record} ${text.trim()}`)).toEqual([
      '1 One draft is no status.',
      '6 Two',
      '7 Three',
    ]);
    expect(issues).toMatchObject([
      {
        code: 'left-out',
        message: expect.stringMatching(/^items left out: 2 that are menus.*, 2 that were not/),
      },
    ]);
  });

  it('reads a feed that only speaks of it as a feed', async () => {
    const feed = wordPress(post('post', 'draft', 'One')).replace('wordpress.org/export', 'a.example');
    expect(texts(await readOne('a.xml', feed)).map((text) => text.trim())).toEqual(['One']);
  });

  it('has shortcodes in what is stored, and paragraphs between blank lines', async () => {
    const stored =
      '[caption id="a" width="3"]<img src="a.jpg"/> Boats[/caption]\n\nOne &amp; <em>two</em>.\n\nThree';
    const result = await readOne('a.xml', wordPress(post('post', 'publish', stored)));
    expect(texts(result)).toEqual(['One & two.\n\nThree\n']);
  });
});

describe('shortcodes', () => {
  it.each([
    ['[embed]https://a.example/x[/embed]End', 'End'],
    ['[gallery ids="1,2"]End[contact-form-7 id="12" title="Kontakt"]', 'End'],
    ['[vc_row][vc_column width="1/2"]Text[/vc_column][/vc_row]', 'Text'],
    ['[box]Text[/box] and [more id=3]', 'Text and '],
    ['he said [sic] and [left the room] [1] [Reuters]', 'he said [sic] and [left the room] [1] [Reuters]'],
    ['[caption id="a"]Boats', 'Boats'],
  ])('%s', (written, expected) => {
    expect(withoutShortcodes(written)).toBe(expected);
  });
});

describe('Blogger', () => {
  const entry = (kind: string, text: string, more = ''): string =>
    `<entry><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><content type="html">${text}</content>${more}</entry>`;
  it('leaves out settings, comments and drafts', async () => {
    const draft = '<app:control><app:draft>yes</app:draft></app:control>';
    const entries = [
      entry('settings', 'true'),
      entry('post', 'One'),
      entry('comment', 'Nice'),
      entry('post', 'Two', draft),
      entry('page', 'Three'),
      '<entry><blogger:type>COMMENT</blogger:type><content>Nice</content></entry>',
      '<entry><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><content>a</content></entry>',
      '<entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><content>Four</content></entry>',
    ];
    const { articles, issues } = await readOne('a.xml', `<feed>${entries.join('')}</feed>`);
    expect(articles.map(({ text }) => text.trim())).toEqual(['One', 'Three', 'Four']);
    expect(issues).toMatchObject([
      { code: 'left-out', message: expect.stringContaining('2 that are comments') },
    ]);
  });
});

describe('markup without paragraphs of its own', () => {
  it.each([
    ['has them between blank lines', '<b>A</b>\n\nb\nc\r\n \r\nd', 'A\n\nb c\n\nd\n'],
    ['unless it lays out lines', 'a<br>b\n\nc', 'a\nb c\n'],
    ['unless it has some', '<p>a\n\nb</p>', 'a b\n'],
  ])('%s', (_, markup, expected) => {
    expect(markupText(markup)).toBe(expected);
  });
});
