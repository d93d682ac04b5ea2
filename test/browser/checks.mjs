// One page for each check, with all that must never happen: a request, a message in the console, a dialog. Owns the
// counting; must not know what a report is.
import { pathToFileURL } from 'node:url';

export class Checks {
  passed = 0;
  failed = 0;
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  async run(name, check) {
    const opened = [];
    try {
      await check((path, options) => this.#open(path, options, opened));
      for (const { forbidden } of opened) {
        if (forbidden.length > 0) throw new Error(`must not happen: ${forbidden.join('; ')}`);
      }
      this.passed++;
      console.log(`ok    ${name}`);
    } catch (error) {
      this.failed++;
      console.log(
        `FAIL  ${name}\n      ${error instanceof Error ? error.message.replaceAll('\n', '\n      ') : error}`,
      );
    } finally {
      for (const { context } of opened) await context.close();
    }
  }

  /**
   * A page of the file in a context of its own. `hash` is the part of the address behind `#`; `expected` are messages of
   * the console that the check is about.
   */
  async #open(path, { hash = '', expected, ...options } = {}, opened) {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(15_000);
    const forbidden = [];
    opened.push({ context, forbidden });
    const address = pathToFileURL(path).href;
    await context.route('**', (route) => {
      const url = route.request().url();
      if (url.split('#')[0] === address) return route.continue();
      forbidden.push(`request of ${url}`);
      return route.abort();
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (expected?.test(message.text()) !== true) forbidden.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => forbidden.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      forbidden.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(address + hash);
    return page;
  }
}

export function equal(actual, expected, what) {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what}: found ${found}, expected ${wanted}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** When what was done last is seen: an address changes a moment later. */
export async function drawn(page) {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

/** Presses a key as a reader does, who looks before the next. */
export async function pressKey(page, key) {
  await page.keyboard.press(key);
  await drawn(page);
}
