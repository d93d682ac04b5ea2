// axe-core finds nothing serious on any view, in light and in dark.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { equal, pressKey } from './checks.mjs';
import { madeUp, newsroom, written } from './reports.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function problems(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}

const VIEWS = {
  overview: '#overview',
  'a story': '#group=g668a7e3373df5af8',
  related: '#related',
  issues: '#issues',
};

export const AXE_CHECKS = Object.fromEntries(
  ['light', 'dark'].flatMap((colorScheme) => [
    ...Object.entries(VIEWS).map(([name, hash]) => [
      `axe finds nothing serious: ${name}, ${colorScheme}`,
      async (open) => equal(await problems(await open(newsroom(), { hash, colorScheme })), [], 'problems'),
    ]),
    [
      `axe finds nothing serious: a decided story of many kinds, filters and help open, ${colorScheme}`,
      async (open) => {
        const page = await open(await written('fifty', madeUp(120)), {
          hash: '#group=g0000000000000003',
          colorScheme,
        });
        for (const summary of await page.locator('summary:visible').all()) await summary.click();
        await pressKey(page, 'x');
        equal(await problems(page), [], 'problems');
        await pressKey(page, '?');
        equal(await problems(page), [], 'problems with help');
      },
    ],
  ]),
);
