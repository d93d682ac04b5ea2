// On a phone: one thing at a time, and nothing of it cut off at the edge.
import { equal, holds } from './checks.mjs';
import { newsroom } from './reports.mjs';

const PHONE = { width: 390, height: 800 };

/** What is cut: boxes that must be moved sideways to be read, and the page itself. */
function cutOff(page) {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main .scroll')]
      .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth)
      .map((box) => `${box.getAttribute('aria-label') ?? 'page'}: ${box.scrollWidth} > ${box.clientWidth}`),
  );
}

async function openSummit(page) {
  await page.locator('.stories a', { hasText: 'Chili' }).click();
  await page.locator('.graph').waitFor();
}

export const NARROW_CHECKS = {
  'a narrow screen shows the list, or the story': async (open) => {
    const page = await open(newsroom(), { viewport: PHONE, hash: '#list' });
    holds(!(await page.locator('main').isVisible()), 'the list alone');
    await page.locator('.stories li').nth(5).locator('a').click();
    await page.locator('#group-title').waitFor();
    holds(!(await page.locator('aside').isVisible()), 'the story alone');
  },

  'on a narrow screen pictures and articles are whole': async (open) => {
    const page = await open(newsroom(), { viewport: PHONE });
    await page.locator('.matrix').waitFor();
    equal(await cutOff(page), [], 'overview');
    await page.goto(`${page.url().split('#')[0]}#list`);
    await openSummit(page);
    equal(await cutOff(page), [], 'story');
    const act = await page.locator('.acts button').first().boundingBox();
    holds(act !== null && act.x >= 0 && act.x + act.width <= PHONE.width, 'what can be decided is in reach');
    equal(await page.getByRole('table', { name: '' }).first().getByRole('row').count(), 11, 'still a table');
  },

  'the graph is drawn anew where a phone is turned': async (open) => {
    const page = await open(newsroom(), { viewport: PHONE, hash: '#list' });
    await openSummit(page);
    const width = () => page.locator('.graph').evaluate((graph) => graph.getBoundingClientRect().width);
    const upright = await width();
    await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
    await page.waitForFunction(
      (before) => document.querySelector('.graph').getBoundingClientRect().width > before,
      upright,
    );
    equal(await cutOff(page), [], 'lying');
  },
};
