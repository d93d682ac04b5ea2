// 10,000 groups stay usable: how long until the list answers, a search, a story. The bounds are far above what a quiet
// machine needs, so that only what grows with the square can break them; the figures are printed.
import { statSync } from 'node:fs';
import { equal, holds } from './checks.mjs';
import { madeUp, written } from './reports.mjs';

const GROUPS = 10_000;

export const LARGE_CHECKS = {
  '10,000 groups: list, search, story, end of the list, pictures': async (open) => {
    const path = await written('large', madeUp(GROUPS));
    const began = performance.now();
    const page = await open(path);
    await page.waitForFunction(() => document.documentElement.dataset.state !== undefined);
    const timing = await page.evaluate(() => {
      const { responseEnd, domInteractive } = performance.getEntriesByType('navigation')[0];
      return { responseEnd, domInteractive };
    });
    const figures = [
      `${Math.round(statSync(path).size / 1e6)} MB`,
      `whole file ${ms(performance.now() - began)}`,
    ];
    const firstRows = await page.evaluate(
      () => performance.getEntriesByName('dedupe-ready')[0]?.startTime ?? Number.NaN,
    );
    figures.push(`first interaction ${ms(firstRows)}`, `parsed ${ms(timing.domInteractive)}`);
    equal(await page.locator('.stories li').count(), 50, 'a page of the list');

    const search = performance.now();
    await page.fill('#search', 'story 9999');
    await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 1);
    figures.push(`search ${ms(performance.now() - search)}`);

    const story = performance.now();
    await page.locator('.stories a').first().click();
    await page.locator('.columns article').first().waitFor();
    figures.push(`story ${ms(performance.now() - story)}`);
    equal(
      await page.locator('#group-title').textContent(),
      'Story 9999 of the ferry at Marienfeld',
      'the last one',
    );

    const overview = performance.now();
    await page.fill('#search', '');
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.locator('.matrix').waitFor();
    figures.push(`pictures ${ms(performance.now() - overview)}`);
    await page.getByRole('button', { name: 'Next page' }).click();
    equal(await page.locator('.stories').getAttribute('start'), '51', 'second page');
    console.log(`      ${figures.join(', ')}`);
    holds(firstRows < 10_000, `the list answers after ${ms(firstRows)}`);
  },
};

function ms(time) {
  return `${Math.round(time)} ms`;
}
