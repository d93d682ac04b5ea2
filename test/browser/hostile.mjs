// Titles, ids, addresses and texts that attack a page stay words. What must never happen is watched by `checks.mjs`.
import { drawn, equal, holds } from './checks.mjs';
import { madeUp, written } from './reports.mjs';

const ATTACKS = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '<!--<script>',
  '</noscript><iframe src="https://attacker.example">',
  "javascript:alert(1)//'",
  '<style>@import "https://attacker.example/x.css"</style>',
  '\u202egnp.exe\u202c \u2066 \u2028',
];

function hostile() {
  const report = madeUp(ATTACKS.length, (i) => ATTACKS[i % ATTACKS.length], 2);
  const attack = (i) => ATTACKS[i % ATTACKS.length];
  return {
    ...report,
    articles: [...report.articles].map((article, i) => ({
      ...article,
      url: i % 2 === 0 ? attack(i) : `javascript:alert(${i})`,
      source: attack(i + 1),
      path: attack(i + 2),
    })),
    issues: ATTACKS.map((path) => ({ code: 'not-utf8', path, message: path })),
    bodyOf: (id) => {
      const body = report.bodyOf(id);
      const blocks = body.blocks.map((block, i) => ({ ...block, text: attack(i) + block.text }));
      return { text: '', blocks };
    },
  };
}

export const HOSTILE_CHECKS = {
  'hostile words stay words in the list, the story, the issues, the pictures': async (open) => {
    const page = await open(await written('hostile', hostile()));
    const titles = await page.locator('.stories .title').allTextContents();
    equal(titles, ATTACKS, 'titles as they are');
    for (let i = 0; i < ATTACKS.length; i++) {
      await page.locator('.stories a').nth(i).click();
      await drawn(page);
      await page.locator('#group-title').waitFor();
      equal(await page.locator('#group-title').textContent(), ATTACKS[i], 'title');
      equal(
        await page.locator('a[href^="javascript" i], main img, iframe, main script').count(),
        0,
        'elements',
      );
    }
    await page.getByRole('link', { name: /^Issues/ }).click();
    await drawn(page);
    equal(await page.locator('td:nth-child(3)').allTextContents(), ATTACKS, 'issues');
    await page.goto(
      `${page.url().split('#')[0]}#group=${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    );
    await drawn(page);
    holds(await page.getByText('There is no such story').isVisible(), 'an address is no markup either');
  },

  'the policy stops what gets in by other ways': async (open) => {
    const page = await open(await written('hostile', hostile()), { expected: /requires 'TrustedHTML'/ });
    const result = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
        return 'markup was made';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
    equal(result, 'refused', 'text as markup');
  },

  'without a script, too': async (open) => {
    const page = await open(await written('hostile', hostile()), { javaScriptEnabled: false });
    equal(
      await page.locator('noscript img, noscript iframe, main.static img, main.static iframe').count(),
      0,
      'elements',
    );
  },
};
