/**
 * A fixture for each reason to drop a block that a page shows by itself: an article of the newsroom with one kind of
 * chrome around it, in several languages. What stays must be the article, whole and nothing else, and the reason must be given.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockKeys, cleanArticle, keptText, markTeasers } from '../../src/clean/index.ts';
import { type Block, DROP_REASONS, type DropReason } from '../../src/model/article.ts';

const FIXTURES = resolve(import.meta.dirname, '..', '..', 'fixtures');

/** Page -> the article that it shows. */
const PAGES: Readonly<Record<string, string>> = {
  'repeated-label/de': 'translations-summit/de',
  'repeated-label/es': 'translations-flood/es',
  'repeated-label/ko': 'translations-summit/ko',
  'duplicate/cs': 'alone/cs',
  'duplicate/pt': 'translations-flood/pt',
  'duplicate/zh': 'translations-summit/zh',
  'card-run/fr': 'translations-summit/fr',
  'card-run/ar': 'translations-summit/ar',
  'caption-pair/en': 'translations-summit/en',
  'caption-pair/uk': 'translations-flood/uk',
  'caption-pair/ja': 'translations-summit/ja',
  'separator-section/ru': 'translations-summit/ru',
  'separator-section/it': 'same-event/corrispondente',
  'closer/el': 'translations-summit/el',
  'closer/th': 'translations-flood/th',
  'closer/is': 'stub/full',
  'after-closer/de': 'translations-summit/de',
  'after-closer/hi': 'translations-summit/hi',
  'consent/fi': 'alone/fi',
  'consent/fa': 'alone/fa',
  'consent/de': 'translations-summit/de',
  'consent/fr': 'translations-summit/fr',
  'share/nl': 'alone/nl',
  'share/ko': 'translations-summit/ko',
  'newsletter/fr': 'translations-summit/fr',
  'newsletter/ru': 'translations-summit/ru',
  'advertisement/en': 'translations-summit/en',
  'advertisement/ja': 'translations-summit/ja',
  'advertisement/he': 'translations-flood/he',
  'read-more/de': 'translations-summit/de',
  'read-more/pt': 'translations-flood/pt',
  'read-more/ja': 'translations-summit/ja',
  'comments/es': 'translations-flood/es',
  'comments/zh': 'translations-summit/zh',
  'navigation/hu': 'stub/full',
  'navigation/bn': 'alone/bn',
  'navigation/sl': 'alone/cs',
  'byline/vi': 'alone/vi',
  'byline/en': 'translations-summit/en',
  'byline/uk': 'translations-flood/uk',
  'transparency/pt': 'translations-flood/pt',
  'transparency/ar': 'translations-summit/ar',
  'transparency/cs': 'alone/cs',
  'generated-label/zh': 'translations-summit/zh',
  'generated-label/tr': 'translations-flood/tr',
  'generated-label/el': 'translations-summit/el',
  'improbable/de': 'translations-summit/de',
  'improbable/ja': 'translations-summit/ja',
  'improbable/tr': 'translations-flood/tr',
  'teaser-of/home': 'translations-flood/en',
  'teaser-of/page': 'translations-summit/fr',
};

/** What no page shows by itself: the newsroom's theme `repeated-chrome`, and `rules.test.ts`. */
const NEEDS_MORE: readonly DropReason[] = ['repeated-in-source', 'site-rule'];

function read(path: string): string {
  return readFileSync(resolve(FIXTURES, `${path}.txt`), 'utf8');
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The page cleaned, and its blocks that are the lead of the folder's other article marked as that. */
function clean(page: string): readonly Block[] {
  const { blocks } = cleanArticle({ text: read(`chrome/${page}`) });
  if (page !== 'teaser-of/page') return blocks;
  const { leads } = blockKeys(clean('teaser-of/home'));
  return markTeasers(blocks, new Map(leads.map((key) => [key, 'home'])));
}

describe('fixtures/chrome', () => {
  it('has a folder for each reason, and pages in two languages or more', () => {
    const folders = readdirSync(resolve(FIXTURES, 'chrome')).sort();
    expect(folders).toEqual(DROP_REASONS.filter((reason) => !NEEDS_MORE.includes(reason)).sort());
    const files = folders.flatMap((folder) =>
      readdirSync(resolve(FIXTURES, 'chrome', folder)).map((file) => `${folder}/${file.replace('.txt', '')}`),
    );
    expect(files.sort()).toEqual(Object.keys(PAGES).sort());
    for (const folder of folders) {
      expect(files.filter((file) => file.startsWith(`${folder}/`)).length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(Object.entries(PAGES))('%s', (page, article) => {
    const blocks = clean(page);
    expect(lines(keptText(blocks))).toEqual(lines(read(`newsroom/${article}`)));
    const [reason] = page.split('/');
    if (page !== 'teaser-of/home') expect(blocks.map((block) => block.reason)).toContain(reason);
  });
});
