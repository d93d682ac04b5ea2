/** Titles of pages without the name of their site. */
import { describe, expect, it } from 'vitest';
import { titleOnPage } from '../../src/ingest/html/title-on-page.ts';

const TEXT = [
  'Harbour Post',
  'Old pier closed',
  '  岛上的新渡轮获得批准 ',
  'North',
  'Co-op opens - at last',
  '',
].join('\n');

describe('titleOnPage', () => {
  it.each<[what: string, title: string, expected: string]>([
    ['behind the name of the site', 'Harbour Post - Old pier closed', 'Old pier closed'],
    [
      'before it, without spaces',
      '新渡轮获得批准_港口新闻',
      '新渡轮获得批准'.length >= 8 ? '' : '新渡轮获得批准_港口新闻',
    ],
    ['before the trail to the site', 'Old pier closed | Harbour Post', 'Old pier closed'],
    ['a title that is a line', 'Co-op opens - at last', 'Co-op opens - at last'],
    ['no line of the page', 'New pier opened - Harbour Post', 'New pier opened - Harbour Post'],
    [
      'too little of the title',
      'Harbour Post: everything that happens on the islands today',
      'Harbour Post: everything that happens on the islands today',
    ],
    ['a kicker', 'Ferries: Old pier closed', 'Ferries: Old pier closed'],
    ['a word with a hyphen', 'Co-Old pier closed', 'Co-Old pier closed'],
    ['before the site in a script without spaces', '岛上的新渡轮获得批准-港口周报', '岛上的新渡轮获得批准'],
    ['a part of a line', 'Old pier - Harbour', 'Old pier - Harbour'],
    ['nothing', '', ''],
    ['nothing but signs', '--- | ---', '--- | ---'],
  ])('%s', (_, title, expected) => {
    expect(titleOnPage(title, TEXT)).toBe(expected);
  });

  it('is not sought where it is no title by its length', () => {
    const title = `${'a-'.repeat(100_000)}b`;
    expect(titleOnPage(title, `${'a-'.repeat(99_000)}\n`)).toBe(title);
  });
});
