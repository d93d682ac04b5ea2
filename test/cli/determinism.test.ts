import { createHash } from 'node:crypto';
import { cpSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BIN, dedupe, ROOT, type RunOptions, run } from '../helpers/command.ts';
import { makeArticles, mulberry } from '../helpers/near-articles.ts';
import { countedThreads, folderWith, lines, skipped } from './workspace.ts';

const NEWSROOM = 'fixtures/newsroom';
const files = readdirSync(join(ROOT, NEWSROOM), { recursive: true, encoding: 'utf8' })
  .map((name) => `${NEWSROOM}/${name}`)
  .filter((name) => lstatSync(join(ROOT, name)).isFile());

function shuffled<T>(values: readonly T[], seed: number): readonly T[] {
  const random = mulberry(seed);
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Digest of the report; a digest, because a difference of a megabyte helps nobody. */
async function digestOf(words: readonly string[], options: RunOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await dedupe([...words, '-f', 'json'], options);
  if (status !== 0) throw new Error(`exit ${status}\n${stderr}`);
  return sha256(stdout);
}

interface Variant {
  readonly name: string;
  readonly words: readonly string[];
  readonly options?: RunOptions;
}

const VARIANTS: readonly Variant[] = [
  { name: 'files one by one, shuffled, one thread', words: [...shuffled(files, 1), '--jobs', '1'] },
  {
    name: 'files and folders mixed and repeated, two threads',
    words: [...shuffled(files, 2).slice(0, 40), `./${NEWSROOM}/`, `${NEWSROOM}/../newsroom`, '--jobs', '2'],
  },
  {
    name: 'a pattern, four threads, Turkish locale, Tokyo time',
    words: [`${NEWSROOM}/**`, '--jobs', '4'],
    options: { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' } },
  },
];

describe('the same input gives the same bytes', () => {
  let expected = '';
  beforeAll(async () => {
    expected = await digestOf([NEWSROOM]);
  });

  it.concurrent.each(VARIANTS)('$name', async ({ words, options }) => {
    expect(await digestOf(words, options)).toBe(expected);
  });

  it('in another place', async () => {
    const cwd = folderWith();
    cpSync(join(ROOT, NEWSROOM), join(cwd, NEWSROOM), { recursive: true });
    expect(await digestOf([NEWSROOM], { cwd, env: { HOME: cwd, TMPDIR: cwd } })).toBe(expected);
  });

  it('without a network', async () => {
    if ((await run('unshare', ['-rn', 'true']).catch(() => null))?.status !== 0) {
      skipped('the run without a network', 'unshare is not permitted here');
      return;
    }
    const words = ['-rn', process.execPath, BIN, NEWSROOM, '-f', 'json'];
    const { status, stdout } = await run('unshare', words);
    expect(status).toBe(0);
    expect(sha256(stdout)).toBe(expected);
  });
});

describe('worker threads', () => {
  const texts = makeArticles(20_251_104, 500).map((text) => text.slice(0, 400));
  const records = lines(...texts.map((text, i) => ({ id: `r${i}`, text })));

  it('change nothing in a report of 2,000 records', async () => {
    const cwd = folderWith({ 'many.jsonl': records });
    const { env, started } = countedThreads();
    const alone = await digestOf(['many.jsonl', '--jobs', '1'], { cwd, env });
    expect(started()).toBe(0);
    const few = ['many.jsonl', '--no-translations', '--no-clean', '--no-language'];
    expect(await digestOf(few, { cwd, env })).toBe(await digestOf([...few, '--jobs', '1'], { cwd, env }));
    expect(started(), 'a short run starts none').toBe(0);
    expect(await digestOf(['many.jsonl', '--jobs', '3'], { cwd, env })).toBe(alone);
    expect(started(), 'beside the first').toBe(2);
  });
});

describe('inputs', () => {
  /** Name, kind, time of last change and content of everything below a folder. */
  function fingerprint(folder: string): string {
    const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    return sha256(
      entries
        .map((name) => {
          const status = lstatSync(join(folder, name));
          const content = status.isFile() ? sha256(readFileSync(join(folder, name))) : '';
          return `${name} ${status.mode} ${status.mtimeMs} ${content}`;
        })
        .join('\n'),
    );
  }

  it('are left as they were by every command', async () => {
    const cwd = folderWith();
    for (const theme of ['damaged', 'newsroom/records', 'newsroom/update']) {
      cpSync(join(ROOT, 'fixtures', theme), join(cwd, 'in', theme), { recursive: true });
    }
    const before = fingerprint(cwd);
    const [a = '', b = ''] = readdirSync(join(cwd, 'in/newsroom/update')).map(
      (name) => `in/newsroom/update/${name}`,
    );
    for (const words of [['in'], ['inspect', 'in'], ['explain', a, b], ['schema'], ['help']]) {
      expect((await dedupe(words, { cwd })).stdout).not.toBe('');
      expect(fingerprint(cwd)).toBe(before);
    }
  });
});
