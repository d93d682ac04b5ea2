/** `.dedupeignore` against git, which has the same rules, and in walks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/ingest/index.ts';
import { leastTime } from '../helpers/growth.ts';
import { folderWith, requestFor } from './workspace.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;

const RUNS = Math.ceil(Number(process.env['DEDUPE_FUZZ'] ?? 1200) / 20);
/** Two processes a case. */
const TIMEOUT = 60_000 + RUNS * 500;

async function found(folder: string, options = {}): Promise<readonly string[]> {
  const { files } = await discover(requestFor([folder], options));
  return files.map(({ path }) => path.slice(folder.length + 1));
}

/** What git would not ignore of these files. */
function keptByGit(folder: string, files: readonly string[]): readonly string[] {
  execFileSync('git', ['init', '-q', folder], { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  const checked = spawnSync(
    'git',
    ['-C', folder, '-c', 'core.ignorecase=false', 'check-ignore', '-z', '--stdin', '--no-index'],
    {
      input: files.join('\0'),
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    },
  );
  const ignored = new Set(checked.stdout.toString().split('\0'));
  return files.filter((file) => !ignored.has(file));
}

/** In ASCII: to git a character of another script is several. */
const NAMES = ['a', 'b', 'ab', 'abc', 'A', 'a b', '[x]', 'a*', '!a', '#a'] as const;
const name = fc.constantFrom(...NAMES);
const file = fc
  .tuple(fc.array(name, { maxLength: 3 }), name)
  .map(([folders, last]) => [...folders, `${last}.txt`].join('/'));
const piece = fc.oneof(
  { weight: 6, arbitrary: name },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '*',
      '**',
      '?',
      '*.txt',
      'a*',
      '*b*',
      '[ab]',
      '[!a]*',
      '[a-c]?',
      'a?c.txt',
      '\\*',
      '\\#a*',
      '?b*',
      'a.txt',
      '[]a]*',
      '[a',
      'b\\',
      '[a/b]',
      '[!/]',
      '***',
    ),
  },
);
const line = fc
  .tuple(
    fc.constantFrom('', '!', '/', '!/', '#'),
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', ' ', '\\ ', '\r'),
  )
  .map(([start, pieces, end]) => `${start}${pieces.join('/')}${end}`);
const rules = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));

describe.skipIf(!hasGit)('the same entries as git would', () => {
  it(
    'are left out, whatever the rules, also of folders inside',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(file, { minLength: 3, maxLength: 12 }),
          rules,
          fc.option(fc.tuple(name, rules)),
          async (files, top, nested) => {
            const usable = files.filter((one) => !files.some((other) => other.startsWith(`${one}/`)));
            const folder = folderWith({});
            const put = (path: string, content: string): void => {
              mkdirSync(dirname(join(folder, path)), { recursive: true });
              writeFileSync(join(folder, path), content);
            };
            for (const one of usable) put(one, 'text');
            for (const kind of ['.dedupeignore', '.gitignore']) {
              put(kind, top);
              if (nested !== null) put(join(nested[0], kind), nested[1]);
            }
            expect((await found(folder)).toSorted()).toEqual(keptByGit(folder, usable).toSorted());
            // Now, not all of them when the test is over: at night they are thousands, each with a repository in it.
            rmSync(folder, { recursive: true });
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe('a walk', () => {
  const tree = {
    '.dedupeignore': '# drafts\ndrafts/\n*.tmp.txt\n/only-here.txt\n',
    'a.txt': 'a',
    'b.tmp.txt': 'b',
    'only-here.txt': 'c',
    'deep/only-here.txt': 'd',
    'deep/.dedupeignore': '!b.tmp.txt\nc.txt\n',
    'deep/b.tmp.txt': 'e',
    'deep/c.txt': 'f',
    'deep/drafts/d.txt': 'g',
    'drafts/e.txt': 'h',
  };

  it('leaves out what nested files say, and counts it', async () => {
    const folder = folderWith(tree);
    expect(await found(folder)).toEqual(['a.txt', 'deep/b.tmp.txt', 'deep/only-here.txt']);
    expect((await discover(requestFor([folder]))).ignored).toBe(5);
    expect(await found(folder, { ignoreFiles: false })).toHaveLength(8);
  });

  it('reads what is named all the same, by path or glob', async () => {
    const folder = folderWith(tree);
    const { files } = await discover(requestFor([join(folder, 'drafts/e.txt'), join(folder, '*.txt')]));
    expect(files).toHaveLength(4);
  });

  it('does not ask the rules of folders above', async () => {
    const folder = folderWith(tree);
    expect(await found(join(folder, 'drafts'))).toEqual(['e.txt']);
  });

  it('does not read a folder whose rules cannot be read', async () => {
    const folder = folderWith({ ...tree, 'deep/.dedupeignore': Buffer.alloc(2 << 20, 'a\n') });
    const { files, issues } = await discover(requestFor([folder]));
    expect(files.map(({ path }) => path.slice(folder.length + 1))).toEqual(['a.txt']);
    expect(issues).toMatchObject([{ code: 'unreadable', path: join(folder, 'deep') }]);
    expect(issues[0]?.message).toContain('--no-ignore');
    if (process.getuid?.() !== 0) {
      chmodSync(join(folder, '.dedupeignore'), 0);
      expect((await discover(requestFor([folder]))).files).toEqual([]);
    }
  });

  it('knows names that are not UTF-8', async () => {
    const folder = folderWith({ 'a.txt': 'a' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/b`), Buffer.of(0xe9), Buffer.from('.txt')]), 'b');
    writeFileSync(
      join(folder, '.dedupeignore'),
      Buffer.concat([Buffer.from('b'), Buffer.of(0xe9), Buffer.from('.txt\n')]),
    );
    expect(await found(folder)).toEqual(['a.txt']);
  });

  it('counts characters of any script as one', async () => {
    const folder = folderWith({ 'é.txt': 'a', '𝒳.txt': 'b', 'ab.txt': 'c', '.dedupeignore': '?.txt\n' });
    expect(await found(folder)).toEqual(['ab.txt']);
  });

  it('is not slow where rules look for it', async () => {
    const folder = folderWith({
      [`${'a'.repeat(240)}.txt`]: 'a',
      '.dedupeignore': `${'*a'.repeat(300)}b\n${'**/a*/'.repeat(300)}b\n`,
    });
    const spent = await leastTime(2000, async () => expect(await found(folder)).toHaveLength(1));
    expect(spent).toBeLessThanOrEqual(2000);
  });
});
