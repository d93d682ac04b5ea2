// One page for each check, with all that must never happen: a request, a message in the console, a dialog. Owns the
// counting; must not know what a report is.
import { pathToFileURL } from 'node:url';

const TRIES = 5;

export class Checks {
  passed = 0;
  failed = 0;
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  /**
   * A check that does not hold is tried a few times more, and said to be: keys are pressed faster than a busy machine draws.
   * What must never happen fails at once.
   */
  async run(name, check) {
    for (let tries = 1; ; tries++) {
      const opened = [];
      let failure;
      try {
        await check((path, options) => this.#open(path, options, opened));
      } catch (error) {
        failure = error;
      }
      const never = opened.flatMap(({ forbidden }) => forbidden);
      for (const { context } of opened) await context.close();
      if (never.length > 0) return this.#fail(name, `must not happen: ${never.join('; ')}`);
      if (failure === undefined) {
        this.passed++;
        console.log(`ok    ${name}${tries === 1 ? '' : `, at try ${tries}`}`);
        return;
      }
      const message = failure instanceof Error ? failure.message : String(failure);
      if (tries === TRIES) return this.#fail(name, message);
      console.log(`again ${name}\n      ${message.replaceAll('\n', '\n      ')}`);
    }
  }

  #fail(name, message) {
    this.failed++;
    console.log(`FAIL  ${name}\n      ${message.replaceAll('\n', '\n      ')}`);
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
