// Search, filter, open, compare, follow a highlight, pictures, keys, print: what a reader does.
import { equal, holds, pressKey } from './checks.mjs';
import { madeUp, newsroom, newsroomReport, written } from './reports.mjs';

const stories = (page) => page.locator('.stories li');
const SUMMIT = 'Raudsepp';

const count = (isMeant) => newsroomReport().groups.filter(isMeant).length;

async function openSummit(page) {
  await page.fill('#search', SUMMIT);
  await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 1);
  await stories(page).locator('a').click();
  await page.locator('#group-title').waitFor();
}

export const READING_CHECKS = {
  'the list shows every story, and the overview its pictures': async (open) => {
    const page = await open(newsroom());
    equal(await stories(page).count(), newsroomReport().groups.length, 'stories');
    equal(
      await page.locator('main figure h3').allTextContents(),
      ['Stories over time', 'Languages', 'Scores'],
      'pictures',
    );
    holds((await page.locator('main svg').count()) >= 3, 'each picture is an SVG');
  },

  'every word of a picture stands inside it': async (open) => {
    const made = madeUp(40);
    const longer = [...made.articles].map((article) => ({
      ...article,
      language: { ...article.language, bcp47: article.language.bcp47.replace('zh', 'zh-Hant-TW') },
    }));
    for (const report of [newsroom(), await written('long codes', { ...made, articles: longer })]) {
      const page = await open(report);
      const outside = await page.locator('main svg').evaluateAll((drawings) =>
        drawings.flatMap((drawing) => {
          const room = drawing.getBoundingClientRect();
          const isOut = (box) =>
            box.left < room.left - 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1;
          return [...drawing.querySelectorAll('text')]
            .filter((text) => isOut(text.getBoundingClientRect()))
            .map((text) => text.textContent);
        }),
      );
      equal(outside, [], 'words outside');
    }
  },

  'a search finds a story by a name in any of its languages': async (open) => {
    const page = await open(newsroom());
    for (const word of [SUMMIT, 'راودسيب', 'kadriorg', 'translations-summit/ja']) {
      await page.fill('#search', word);
      await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 1);
      holds((await stories(page).first().textContent()).includes('Chili'), `the summit for ${word}`);
    }
    await page.fill('#search', 'no such words');
    await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 0);
    holds(await page.getByText('No story passes these filters.').isVisible(), 'says that nothing passes');
  },

  'filters by kind, language and score, each shown and taken back': async (open) => {
    const page = await open(newsroom());
    await page.getByText('Filters and order').click();
    await page.locator('.controls').getByLabel('Kind').selectOption('translation');
    equal(
      await stories(page).count(),
      count(({ kind }) => kind === 'translation'),
      'translations',
    );
    await page.locator('.controls').getByLabel('Language').selectOption('he');
    equal(
      await stories(page).count(),
      count(({ kind, languages }) => kind === 'translation' && languages.includes('he')),
      'translations with Hebrew',
    );
    await page.getByRole('button', { name: 'Clear all' }).click();
    equal(await stories(page).count(), newsroomReport().groups.length, 'all again');
    await page.getByLabel('Score to').fill('0.97');
    await pressKey(page, 'Tab');
    equal(
      await stories(page).count(),
      count(({ weakestLink }) => weakestLink <= 0.97),
      'below 0.97',
    );
    await page.getByRole('button', { name: 'Remove filter score to' }).click();
    await page.getByLabel('From', { exact: true }).fill('2024-05-01');
    await pressKey(page, 'Tab');
    equal(await stories(page).count(), 1, 'with a date');
  },

  'filters by source and orders by score': async (open) => {
    const page = await open(await written('fifty', madeUp(120)));
    await page.getByText('Filters and order').click();
    await page.locator('.controls').getByLabel('Source').selectOption('paper-7.example');
    const shown = await stories(page).count();
    holds(shown > 0 && shown < 50, `some of the stories, not ${shown}`);
    await page.getByLabel('Order').selectOption('doubtful');
    const scores = (await page.locator('.stories .score').allTextContents()).map(Number);
    equal(
      scores,
      [...scores].sort((a, b) => a - b),
      'weakest first',
    );
  },

  'a story opens with its texts side by side, and the address names it': async (open) => {
    const page = await open(newsroom());
    await openSummit(page);
    holds(/#group=g[0-9a-f]{16}$/.test(page.url()), page.url());
    equal(await page.locator('.columns article').count(), 2, 'columns');
    equal(
      await page.locator('.columns .text').evaluateAll((all) => all.map(({ lang }) => lang)),
      ['fr', 'ar'],
      'languages',
    );
    await page.goBack();
    await page.locator('main figure').first().waitFor();
  },

  'a highlight lights its partner, and a click goes there': async (open) => {
    const page = await open(newsroom());
    await openSummit(page);
    const mark = page.locator('.columns article').first().locator('mark', { hasText: SUMMIT }).first();
    await mark.hover();
    const lit = page.locator('.columns article').nth(1).locator('mark.lit');
    equal(await lit.first().textContent(), 'راودسيب', 'the Arabic name is lit');
    holds((await page.locator('.evidence button.lit').count()) === 1, 'the evidence is lit');
    await mark.click();
    equal(await page.evaluate(() => document.activeElement?.textContent), 'راودسيب', 'the focus goes there');
    const isSeen = await lit.first().evaluate((node) => {
      const [own, column] = [node.getBoundingClientRect(), node.closest('article').getBoundingClientRect()];
      return own.top >= column.top && own.bottom <= column.bottom;
    });
    holds(isSeen, 'it is scrolled into sight');
  },

  'another article can be put beside, and pairs without a link say so': async (open) => {
    const page = await open(newsroom());
    await openSummit(page);
    await page.getByLabel('Left article').selectOption({ index: 1 });
    holds(await page.getByText('These two are not linked themselves').isVisible(), 'through the canonical');
    holds((await page.locator('.columns mark.name').count()) > 4, 'names shared by both');
  },

  'dropped chrome is folded at its place, with its reason': async (open) => {
    const page = await open(await written('fifty', madeUp(120)), { hash: '#group=g0000000000000000' });
    const fold = page.locator('details.dropped').first();
    equal(await fold.locator('summary').textContent(), '1 block left out: consent and cookies', 'summary');
    holds(!(await fold.locator('dd').isVisible()), 'closed at first');
    await fold.locator('summary').click();
    equal(await fold.locator('dd').textContent(), 'We value your privacy', 'the block');
  },

  'pictures are filters: a cell asks for its languages, a column for its scores, a story opens': async (
    open,
  ) => {
    const page = await open(newsroom());
    await page.locator('.matrix .cell:not(.none)').nth(1).click();
    equal(await page.locator('.chips .chip').count(), 3, 'two languages and clear');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.locator('figure', { hasText: 'Scores' }).locator('.column').last().click();
    equal(
      await stories(page).count(),
      count(({ weakestLink }) => weakestLink >= 0.999),
      'the surest',
    );
    await page.locator('.chips .chip').first().click();
    await page.locator('.lines button').first().click();
    await page.locator('#group-title').waitFor();
    await page.locator('.graph').waitFor();
  },

  'everything works by keys alone': async (open) => {
    const page = await open(newsroom());
    const press = (key) => pressKey(page, key);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await press('?');
    holds(await page.getByRole('dialog').isVisible(), 'help');
    holds((await page.getByRole('dialog').textContent()).includes('next story'), 'help lists keys');
    await press('Escape');
    await press('j');
    holds((await focused()).includes('Steinbruch'), 'j goes to the first story');
    await press('j');
    holds((await focused()).includes('ropemaker'), 'j goes on');
    await press('k');
    await press('Enter');
    holds((await focused()).includes('Steinbruch'), 'the title of the open story has the focus');
    await press('j');
    await page.getByRole('heading', { level: 2, name: /ropemaker/ }).waitFor();
    await press('/');
    await page.keyboard.type(SUMMIT);
    await page.waitForFunction(() => document.querySelectorAll('.stories li').length === 1);
    await press('Escape');
    await press('Enter');
    await page.getByRole('heading', { level: 2, name: /Chili/ }).waitFor();
    const right = () => page.getByLabel('Right article').inputValue();
    const before = await right();
    await press('n');
    holds((await right()) !== before, 'n turns the right column');
    await press('p');
    equal(await right(), before, 'p turns it back');
    await page.locator('.columns article').first().focus();
    await press('Tab');
    const word = await focused();
    await press('ArrowRight');
    holds((await focused()) !== word, 'arrows go from word to word');
    await press('Enter');
    equal(
      await page.evaluate(() =>
        [...document.querySelectorAll('.columns article')].indexOf(
          document.activeElement?.closest('article'),
        ),
      ),
      1,
      'Enter goes to the other text',
    );
  },

  'letters can be turned off, and do nothing in a field': async (open) => {
    const page = await open(newsroom());
    await page.focus('#search');
    await page.keyboard.type('js?');
    equal(await page.inputValue('#search'), 'js?', 'the field has the letters');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('single letters act').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await pressKey(page, '?');
    holds(!(await page.getByRole('dialog').isVisible()), 'no help');
  },

  'colours follow the system and the switch': async (open) => {
    const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground(await open(newsroom(), { colorScheme: 'dark' }));
    const page = await open(newsroom(), { colorScheme: 'light' });
    const light = await ground(page);
    holds(light !== dark, 'light and dark differ');
    await page.getByLabel('Colours').selectOption('dark');
    equal(await ground(page), dark, 'the switch');
    await page.reload();
    equal(await ground(page), dark, 'the choice is kept');
  },

  'right-to-left text runs its own way, and turns nothing around it': async (open) => {
    const page = await open(newsroom());
    await openSummit(page);
    const direction = (locator) => locator.evaluate((node) => getComputedStyle(node).direction);
    equal(await direction(page.locator('.columns .text p').last()), 'rtl', 'Arabic paragraph');
    equal(
      await direction(page.locator('.columns .text').first().locator('p').first()),
      'ltr',
      'French paragraph',
    );
    equal(await direction(page.locator('.columns article').nth(1)), 'ltr', 'its column');
    holds(
      await page
        .locator('.members bdi')
        .first()
        .evaluate((node) => getComputedStyle(node).unicodeBidi === 'isolate'),
      'isolated',
    );
  },

  'on paper there are the texts, and no controls': async (open) => {
    const page = await open(newsroom());
    await openSummit(page);
    await page.locator('.columns article').first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const hidden of ['search', '.review', '.choices', '.views', 'aside'])
      holds(!(await page.locator(hidden).first().isVisible()), `${hidden} is not printed`);
    holds(await page.locator('.columns article').nth(1).isVisible(), 'the text is');
    equal(
      await page
        .locator('.columns article')
        .first()
        .evaluate((node) => node.scrollHeight - node.clientHeight),
      0,
      'texts are printed whole',
    );
    equal(
      await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme),
      'light',
      'ink on paper',
    );
    holds((await page.pdf()).length > 10_000, 'a PDF');
  },

  'without a script the first stories are there': async (open) => {
    const page = await open(newsroom(), { javaScriptEnabled: false });
    equal(
      await page.locator('noscript section, main.static section').count(),
      newsroomReport().groups.length,
      'stories',
    );
    holds((await page.locator('body').innerText()).includes('need JavaScript'), 'says what is missing');
  },

  'without texts it says so, and holds none': async (open) => {
    const page = await open(await written('no-text', { ...madeUp(5), bodyOf: undefined }), {
      hash: '#group=g0000000000000001',
    });
    equal(
      await page.locator('.columns .note').allTextContents(),
      Array(2).fill('This report was written without texts.'),
      'columns',
    );
  },

  'related pairs and issues have pages': async (open) => {
    const page = await open(newsroom());
    await page.getByRole('link', { name: /^Related/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Related' }).waitFor();
    equal(await page.locator('.pairs > li').count(), Math.min(40, newsroomReport().related.length), 'pairs');
    await page.getByRole('link', { name: /^Issues/ }).click();
    await page.getByText('All input was read.').waitFor();
  },
};
