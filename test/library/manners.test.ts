import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, lines } from '../cli/workspace.ts';
import { run } from '../helpers/command.ts';
import { ENTRY, madeRecords, program } from './library.ts';

/** What a program that used the library still holds; `held` looks without leaving anything behind itself. */
const HELD = `
import { readdirSync, readlinkSync } from 'node:fs';
function held() {
  const files = readdirSync('/proc/self/fd').map((fd) => { try { return readlinkSync('/proc/self/fd/' + fd); } catch { return ''; } });
  return {
    working: files.filter((name) => name.includes('dedupe-')).length,
    threads: process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length,
    listeners: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGXFSZ', 'uncaughtException', 'unhandledRejection', 'beforeExit'].flatMap((name) => process.listeners(name)).length,
    exitCode: process.exitCode ?? null,
  };
}
const nothing = JSON.stringify({ working: 0, threads: 0, listeners: 0, exitCode: null });
function expectNothingHeld(when) {
  const now = JSON.stringify(held());
  if (now !== nothing) throw new Error(when + ': still held: ' + now);
}
`;

const MADE = `const records = ${JSON.stringify(madeRecords(300))};\n`;

/** A program that ends by itself, quietly, and leaves no file behind. */
async function expectClean(body: string, env: Record<string, string> = {}): Promise<void> {
  const temporary = folderWith();
  const outcome = await program(HELD + body, { env: { ...env, TMPDIR: temporary } });
  expect(outcome).toEqual({ stdout: '', stderr: '', status: 0 });
  expect(readdirSync(temporary)).toEqual([]);
}

describe('a program that uses the library', () => {
  it('may be no file: its threads do not take over its flags', async () => {
    // Written into the program: what stands in a command line is bounded.
    const code = `import { scan } from ${JSON.stringify(ENTRY)};
      const text = (i) => 'Bridge ' + i + ' opens to walkers on day ' + 7 * i + ' of the works. '.repeat(9);
      const records = Array.from({ length: 300 }, (_, i) => ({ id: 'r' + i, text: text(i) }));
      const run = scan(records, { jobs: 2 });
      process.stdout.write(String((await run.summary()).articles));`;
    const outcome = await run(process.execPath, [
      '--input-type=module',
      '--eval',
      `${code}\nawait run.close();`,
    ]);
    expect(outcome).toEqual({ stdout: '300', stderr: '', status: 0 });
  });

  it('gets its results without a word, and everything back at the end', async () => {
    await expectClean(`${MADE}
      const run = scan(records, { jobs: 2 });
      if ((await run.summary()).articles !== 300) throw new Error('articles');
      if (held().working === 0 || held().threads > 0) throw new Error('the working file stays, threads do not');
      await run.close();
      expectNothingHeld('closed');
      await explain(records[0], records[1]);
      expectNothingHeld('explained');
    `);
  });

  it('ends by itself although it never closed', async () => {
    await expectClean(`${MADE} await scan(records, { jobs: 2 }).summary();`);
  });

  it('gets the same results whatever the environment says', async () => {
    const body = `${MADE} for await (const piece of scan(records, { jobs: 2 }).render('human')) process.stdout.write(piece);`;
    const plain = await program(body);
    const env = {
      FORCE_COLOR: '3',
      DEDUPE_THRESHOLD: 'strict',
      DEDUPE_JOBS: 'x',
      LANG: 'tr_TR.UTF-8',
      TZ: 'Asia/Tokyo',
    };
    expect(await program(body, { env })).toEqual(plain);
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect(plain.stdout).toContain('300 articles');
  });
});

/** When the signal comes, and how the program notices. */
const MOMENTS: Readonly<Record<string, string>> = {
  'before anything': `controller.abort(reason); await fails(scan(records, options, { signal }).report());`,
  'while a source keeps it waiting': `
    async function* source() { yield* records; setTimeout(() => controller.abort(reason), 50); await new Promise(() => setInterval(() => {}, 1e6).unref()); }
    await fails(scan(source(), options, { signal }).report());`,
  'while threads read': `
    async function* source() { for (const [i, record] of records.entries()) { if (i === 250) controller.abort(reason); yield record; } }
    await fails(scan(source(), options, { signal }).report());`,
  'in each stage': `
    for (const stage of ['read', 'near', 'propose', 'judge']) {
      const each = new AbortController();
      const run = scan(records, options, { signal: each.signal });
      const watched = (async () => { for await (const progress of run.progress) if (progress.stage === stage) each.abort(reason); })();
      await fails(run.report());
      await watched;
      expectNothingHeld(stage);
    }`,
  'while results are read': `
    const run = scan(records, options, { signal });
    let seen = 0;
    await fails((async () => { for await (const _ of run.articles) if (++seen === 10) controller.abort(reason); })());
    if (seen !== 10) throw new Error('went on for ' + seen);
    await fails(run.report());
    await run.close();`,
  'by closing it': `
    const run = scan(records, options);
    const reported = run.report();
    const watched = (async () => { for await (const { stage } of run.progress) if (stage === 'near') await run.close(); })();
    await reported.then(() => { throw new Error('was not ended'); }, (error) => { if (!(error instanceof UsageError)) throw error; });
    await watched;`,
  'in an explanation': `
    const asked = explain(records[0], records[1], {}, { signal });
    controller.abort(reason);
    await fails(asked);`,
};

describe('a signal ends a run and gives everything back', () => {
  it.each(Object.entries(MOMENTS))('%s', async (_, body) => {
    await expectClean(`${MADE}
      const controller = new AbortController();
      const { signal } = controller;
      const reason = new Error('enough');
      async function fails(promise) {
        const error = await promise.then(() => 'no error', (error) => error);
        if (error !== reason) throw new Error('failed otherwise', { cause: error });
      }
      const options = { jobs: 2 };
      ${body}
      expectNothingHeld('at the end');
    `);
  });

  it('of a walk over folders', async () => {
    const files = Object.fromEntries(
      madeRecords(40).map((record, i) => [`${i % 7}/${i}.jsonl`, lines(record)]),
    );
    await expectClean(`
      const controller = new AbortController();
      const run = scan(${JSON.stringify(folderWith(files))}, {}, { signal: controller.signal });
      const asked = run.report();
      setImmediate(() => controller.abort());
      const error = await asked.then(() => undefined, (error) => error);
      if (error?.name !== 'AbortError') throw new Error('not ended', { cause: error });
      expectNothingHeld('at the end');
    `);
  });
});
