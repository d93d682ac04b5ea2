// Decisions made in the page: kept, taken back, exported, and read by the tool.
import { readFileSync } from 'node:fs';
import { parseDecisions } from '../../dist/dedupe.js';
import { equal, holds, pressKey } from './checks.mjs';
import { newsroom, newsroomReport } from './reports.mjs';

async function openStory(open, word) {
  const page = await open(newsroom());
  await page.fill('#search', word);
  await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 1);
  await page.locator('.stories a').first().click();
  await page.locator('#group-title').waitFor();
  return page;
}

export const REVIEW_CHECKS = {
  'decisions are made by keys and buttons, kept over a reload, and taken back': async (open) => {
    const page = await openStory(open, 'Raudsepp');
    await pressKey(page, 's');
    equal(
      await page.getByRole('button', { name: 'Same story' }).getAttribute('aria-pressed'),
      'true',
      'pressed',
    );
    await page.getByRole('button', { name: 'Take out fixtures/newsroom/translations-summit/ja.txt' }).click();
    equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      'Put back fixtures/newsroom/translations-summit/ja.txt',
      'the focus stays',
    );
    await page.reload();
    await page.locator('#group-title').waitFor();
    equal(
      await page.getByRole('button', { name: 'Same story' }).getAttribute('aria-pressed'),
      'true',
      'kept',
    );
    holds(await page.getByText('1 article taken out').isVisible(), 'kept, too');
    await pressKey(page, 'x');
    await pressKey(page, 'u');
    equal(
      await page.getByRole('button', { name: 'Same story' }).getAttribute('aria-pressed'),
      'true',
      'taken back',
    );
    equal(await page.locator('.stories .badge').textContent(), 'same', 'the list shows it');
  },

  'the export is what --decisions reads': async (open) => {
    const page = await openStory(open, 'Raudsepp');
    await page.getByRole('button', { name: 'Take out fixtures/newsroom/translations-summit/ja.txt' }).click();
    await page
      .getByRole('button', { name: 'Make canonical: fixtures/newsroom/translations-summit/en.txt' })
      .click();
    await pressKey(page, 's');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export decisions' }).click(),
    ]);
    equal(download.suggestedFilename(), 'decisions.ndjson', 'name');
    const decisions = parseDecisions(readFileSync(await download.path(), 'utf8'), 'decisions.ndjson');
    const ids = (articles = []) => articles.map(({ id }) => id.split('/').pop()).join(' ');
    equal(
      decisions.map(({ decision, articles, from }) => [decision, ids(articles), ids(from)]),
      [
        ['different', 'ja.txt', 'ar.txt de.txt el.txt en.txt fr.txt hi.txt ko.txt ru.txt zh.txt'],
        ['same', 'ar.txt de.txt el.txt en.txt fr.txt hi.txt ko.txt ru.txt zh.txt', ''],
        ['canonical', 'en.txt', ''],
      ],
      'decisions',
    );
  },

  'stories can be filtered by whether they were decided': async (open) => {
    const page = await openStory(open, 'Raudsepp');
    await pressKey(page, 'z');
    await page.fill('#search', '');
    const all = newsroomReport().groups.length;
    await page.waitForFunction((n) => document.querySelectorAll('.stories li').length === n, all);
    await page.getByText('Filters and order').click();
    await page.getByLabel('Review').selectOption('open');
    equal(await page.locator('.stories li').count(), all - 1, 'not decided');
    await page.getByLabel('Review').selectOption('decided');
    equal(await page.locator('.stories li').count(), 1, 'decided');
  },
};
