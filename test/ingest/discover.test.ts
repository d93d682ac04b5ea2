import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestRequest } from '../../src/ingest/index.ts';
import { discover } from '../../src/ingest/index.ts';
import { leastGrowth } from '../helpers/growth.ts';
import { codes, folderWith, readAll, requestFor, texts } from './workspace.ts';

const found = (paths: readonly string[], options: Partial<IngestRequest> = {}) =>
  discover(requestFor(paths, options));

/** Paths relative to the folder, so that expectations can be written down. */
async function names(
  folder: string,
  paths: readonly string[],
  options: Partial<IngestRequest> = {},
): Promise<readonly string[]> {
  const discovery = await found(
    paths.map((path) => join(folder, path)),
    options,
  );
  return discovery.files.map((file) => file.path.replace(`${folder}/`, ''));
}

const TREE = {
  'a.txt': 'A',
  'b.md': 'B',
  'c.html': 'C',
  'd.jsonl': '',
  'e.json.gz': 'E',
  'F.TXT': 'F',
  'picture.png': 'P',
  noextension: 'N',
  '.hidden.txt': 'H',
  '.git/x.txt': 'G',
  'deep/er/g.txt': 'G',
  'deep/a.txt': 'A',
  'deep-er/a.txt': 'A',
};

describe('a folder', () => {
  it('gives known types in the order of their paths, hidden ones left out', async () => {
    const folder = folderWith(TREE);
    expect(await names(folder, ['.'])).toEqual([
      'F.TXT',
      'a.txt',
      'b.md',
      'c.html',
      'd.jsonl',
      'deep-er/a.txt',
      'deep/a.txt',
      'deep/er/g.txt',
      'e.json.gz',
    ]);
    const discovery = await found([folder]);
    expect(discovery).toMatchObject({ unknownTypes: 2, missing: 0, links: 0, issues: [] });
  });

  it('tells which other types were met', async () => {
    const tree = { 'a.pdf': '', 'b/c.PDF': '', 'd.7z': '', '.e': '', README: '', 'f.not a type': '' };
    const { unknownTypes, unknownExtensions } = await found([folderWith(tree)]);
    expect(unknownTypes).toBe(5);
    expect(Object.fromEntries(unknownExtensions)).toEqual({ '.pdf': 2, '.7z': 1, '': 2 });
  });

  it('that is empty is no missing input', async () => {
    expect(await found([folderWith()])).toMatchObject({ files: [], missing: 0, issues: [] });
  });

  const selections: readonly (readonly [Partial<IngestRequest>, readonly string[]])[] = [
    [{ include: ['*.txt'] }, ['a.txt', 'deep-er/a.txt', 'deep/a.txt', 'deep/er/g.txt']],
    [{ include: ['deep/*.txt'] }, ['deep/a.txt']],
    [{ include: ['deep/**'] }, ['deep/a.txt', 'deep/er/g.txt']],
    [{ include: ['*.{md,html}', 'd.*'] }, ['b.md', 'c.html', 'd.jsonl']],
    [{ include: ['*.txt'], exclude: ['deep'] }, ['a.txt', 'deep-er/a.txt']],
    [{ include: ['*.txt'], exclude: ['deep/er/', 'a.txt'] }, []],
    [{ include: ['*.txt'], exclude: ['deep*'] }, ['a.txt']],
    [{ include: ['**/er/*', '/b.md'], exclude: ['/a.txt'] }, ['b.md', 'deep/er/g.txt']],
    [{ include: ['.hidden.txt', '.git/*'] }, []],
    [{ include: ['none/*.txt'] }, []],
  ];
  for (const [options, expected] of selections) {
    it(`with ${JSON.stringify(options)}`, async () => {
      expect(await names(folderWith(TREE), ['.'], options)).toEqual(expected);
    });
  }
});

describe('paths', () => {
  it('are the same for a folder and for its files, however written', async () => {
    const folder = folderWith({ 'x/a.txt': 'A', 'x/b.txt': 'B', 'x/y/c.txt': 'C' });
    const base = relative(process.cwd(), folder);
    const expected = ['x/a.txt', 'x/b.txt', 'x/y/c.txt'].map((name) => `${base}/${name}`);
    const spellings = [
      [`${base}/x`],
      [`${base}/x/`],
      [`./${base}//x/.`],
      [`${base}/x/y/..`],
      [`${base}/x/y/../a.txt`, `${base}/x/b.txt`, `${base}/x/y`],
      [`${base}/x/*`],
      [`${base}/x/**/*.txt`],
      [`./${base}/{x,z}/**`],
    ];
    for (const paths of spellings) {
      const { files } = await found(paths);
      expect(
        files.map((file) => file.path),
        paths.join(' '),
      ).toEqual(expected);
    }
  });

  it('are read once under the smallest, whatever the order of arguments', async () => {
    const folder = folderWith({ 'b.txt': 'B', 'x/c.txt': 'C' });
    linkSync(join(folder, 'b.txt'), join(folder, 'a.txt'));
    const base = relative(process.cwd(), folder);
    const expected = [`${folder}/x/c.txt`, `${base}/a.txt`].sort();
    const args = [base, `${folder}/x`, `${base}/b.txt`, base];
    for (const paths of [args, args.toReversed()]) {
      const { files } = await found(paths);
      // "../…" sorts before "/…", so the smallest name depends on where the temporary folder is.
      const smallest = [`${folder}/x/c.txt`, `${base}/x/c.txt`].sort()[0];
      expect(files.map((file) => file.path).toSorted()).toEqual(
        [expected.find((p) => p.endsWith('a.txt')), smallest].toSorted(),
      );
    }
  });

  it('keep a parent step that a link makes meaningful', async () => {
    const folder = folderWith({ 'real/sub/deep.txt': 'D', 'real/a.txt': 'right', 'a.txt': 'wrong' });
    symlinkSync(join(folder, 'real/sub'), join(folder, 'link'));
    const result = await readAll([`${folder}/link/../a.txt`]);
    expect(texts(result)).toEqual(['right']);
    expect(result.articles[0]?.path).toBe(`${folder}/link/../a.txt`);
  });
});

describe('arguments', () => {
  it('that are missing or match nothing are counted', async () => {
    const folder = folderWith({ 'a.txt': 'A' });
    const discovery = await found([
      join(folder, 'none'),
      join(folder, '*.md'),
      '',
      'nul\0nul',
      join(folder, 'a.txt/b'),
    ]);
    expect(discovery.missing).toBe(5);
    expect(new Set(discovery.issues.map((issue) => issue.code))).toEqual(new Set(['missing-path']));
  });

  it('may be files with the letters of globs', async () => {
    expect(await names(folderWith({ 'a[1].txt': 'A', 'a1.txt': 'B' }), ['a[1].txt'])).toEqual(['a[1].txt']);
  });

  it('that are globs reach hidden files only by name', async () => {
    const folder = folderWith(TREE);
    expect(await names(folder, ['*.txt'])).toEqual(['a.txt']);
    expect(await names(folder, ['.*.txt'])).toEqual(['.hidden.txt']);
    expect(await names(folder, ['.hidden.txt', '.git'])).toEqual(['.git/x.txt', '.hidden.txt']);
    expect(await names(folder, ['d*'])).toEqual(['d.jsonl', 'deep-er/a.txt', 'deep/a.txt', 'deep/er/g.txt']);
  });

  it('that are globs take folders whole, by the ordinary rules', async () => {
    const folder = folderWith({ 'x/b1/c.txt': '', 'x/b1/b2/d.md': '', 'x/y/b3.txt': '', 'x/y/e.txt': '' });
    const globs: readonly (readonly [string, Partial<IngestRequest>, readonly string[]])[] = [
      ['x/**/b*', {}, ['x/b1/b2/d.md', 'x/b1/c.txt', 'x/y/b3.txt']],
      ['x/**', { exclude: ['b2'] }, ['x/b1/c.txt', 'x/y/b3.txt', 'x/y/e.txt']],
      ['{x/y,none}/*', {}, ['x/y/b3.txt', 'x/y/e.txt']],
      ['x/y/{e,none}.txt', {}, ['x/y/e.txt']],
    ];
    for (const [glob, options, expected] of globs) {
      expect(await names(folder, [glob], options), glob).toEqual(expected);
    }
  });

  it('that are globs reach every name', async () => {
    const folder = folderWith({
      'line\nfeed.txt': '',
      'back\\slash.txt': '',
      'report (1).txt': '',
      'report 1.txt': '',
    });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      '',
    );
    expect(await names(folder, ['l*'])).toEqual(['line\nfeed.txt']);
    expect(await names(folder, ['back\\\\*'])).toEqual(['back\\slash.txt']);
    expect(await names(folder, ['*(1)*'])).toEqual(['report (1).txt']);
    expect(await names(folder, ['caf?.txt'])).toEqual(['caf%E9.txt']);
  });

  it('that are globs nobody could match in time are told, and nothing is read by half a rule', async () => {
    const folder = folderWith({ [`${'a'.repeat(200)}.txt`]: 'A' });
    const hard = '*a*a*a*a*b';
    const glob = await found([join(folder, hard)]);
    expect(glob).toMatchObject({ files: [], missing: 1, issues: [{ code: 'missing-path' }] });
    const option = await found([folder], { exclude: [hard] });
    expect(option).toMatchObject({ files: [], missing: 1, issues: [{ code: 'missing-path', path: hard }] });
  });

  it('of unknown type are read as text where they are text', async () => {
    const folder = folderWith({
      'article.log': 'Text.',
      'image.png': Buffer.from([0x89, 0x50, 0, 0, 1, 2]),
      noextension: 'More.',
    });
    const paths = ['article.log', 'image.png', 'noextension'].map((name) => join(folder, name));
    const result = await readAll(paths);
    expect(texts(result)).toEqual(['Text.', 'More.']);
    expect(codes(result)).toEqual(['unknown-type']);
  });
});

describe('names that are not UTF-8 or not pretty', () => {
  it('are read, shown safely and kept exactly', async () => {
    const folder = folderWith({
      'line\nfeed.txt': 'newline',
      'esc\u001b[31m.txt': 'escape',
      ' .txt': 'space',
    });
    const bad = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('/')]);
    mkdirSync(bad);
    writeFileSync(Buffer.concat([bad, Buffer.from([0xff]), Buffer.from('.txt')]), 'wrong bytes');
    const result = await readAll([folder]);
    expect(result.issues).toEqual([]);
    const article = result.articles.find((item) => item.text === 'wrong bytes');
    expect(article?.path).toBe(`${folder}/caf%E9/%FF.txt`);
    expect(article?.id).toBe(article?.path);
    expect(Buffer.from(article?.pathBytes ?? '', 'base64').toString('latin1')).toBe(
      `${folder}/caf\xe9/\xff.txt`,
    );
    expect(result.articles.map((item) => item.path.slice(folder.length + 1))).toEqual([
      ' .txt',
      'caf%E9/%FF.txt',
      'esc\u001b[31m.txt',
      'line\nfeed.txt',
    ]);
  });

  it('tell composed from decomposed letters', async () => {
    const result = await readAll([folderWith({ 'é.txt': 'composed', 'e\u0301.txt': 'decomposed' })]);
    expect(texts(result).toSorted()).toEqual(['composed', 'decomposed']);
  });
});

describe('symbolic links', () => {
  const tree = (): string => {
    const folder = folderWith({ 'in/a.txt': 'A', 'out/b.txt': 'B', 'out/sub/c.txt': 'C' });
    symlinkSync(join(folder, 'out'), join(folder, 'in/link'));
    symlinkSync(join(folder, 'in'), join(folder, 'in/loop'));
    symlinkSync(join(folder, 'in'), join(folder, 'out/sub/back'));
    symlinkSync(join(folder, 'out/b.txt'), join(folder, 'in/direct.txt'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'in/dangling.txt'));
    return folder;
  };

  it('are left alone and counted', async () => {
    const folder = tree();
    expect(await names(folder, ['in'])).toEqual(['in/a.txt']);
    expect(await found([join(folder, 'in')])).toMatchObject({ links: 4, issues: [] });
  });

  it('are followed on request, each file once, loops ending', async () => {
    const folder = tree();
    expect(await names(folder, ['in'], { follow: true })).toEqual([
      'in/a.txt',
      'in/direct.txt',
      'in/link/sub/c.txt',
    ]);
    const { issues } = await found([join(folder, 'in')], { follow: true });
    expect(issues.map((issue) => [issue.code, issue.path.slice(folder.length)])).toEqual([
      ['unreadable', '/in/dangling.txt'],
    ]);
  });

  it('are followed where a glob leads through them', async () => {
    const folder = tree();
    expect(await names(folder, ['in/l*/sub/*.txt'], { follow: true })).toEqual(['in/link/sub/c.txt']);
    expect(await names(folder, ['in/l*/sub/*.txt'])).toEqual([]);
    expect(await names(folder, ['in/lin*'], { follow: true })).toContain('in/link/b.txt');
    expect(await found([join(folder, 'in/*.md')], { follow: true })).toMatchObject({
      missing: 1,
      issues: [{ code: 'missing-path' }],
    });
  });

  it('that cross each other many times end', async () => {
    const folder = folderWith({ 'd0/a.txt': 'A' });
    for (let depth = 0; depth < 12; depth++) {
      mkdirSync(join(folder, `d${depth + 1}`));
      for (const name of ['x', 'y'])
        symlinkSync(join(folder, `d${depth}`), join(folder, `d${depth + 1}/${name}`));
    }
    const path = `d12/${'x/'.repeat(12)}a.txt`;
    expect(await names(folder, ['d12'], { follow: true })).toEqual([path]);
  });

  it('named as an argument are read', async () => {
    const folder = tree();
    expect(await names(folder, ['in/direct.txt', 'in/link/sub'])).toEqual([
      'in/direct.txt',
      'in/link/sub/c.txt',
    ]);
  });

  it('do not make the result depend on the order of arguments', async () => {
    const folder = tree();
    const forwards = await names(folder, ['in', 'out'], { follow: true });
    expect(await names(folder, ['out', 'in'], { follow: true })).toEqual(forwards);
  });
});

describe('folders that cannot be read', () => {
  it.skipIf(process.getuid?.() === 0)('are one issue each', async () => {
    const folder = folderWith({ 'closed/a.txt': 'A', 'open/b.txt': 'B' });
    chmodSync(join(folder, 'closed'), 0);
    const discovery = await found([folder, join(folder, '*')]);
    chmodSync(join(folder, 'closed'), 0o700);
    expect(discovery.files.length).toBe(1);
    expect(discovery.issues.map(({ code }) => code)).toEqual(['unreadable']);
  });
});

describe('special files', () => {
  it('are never opened', async () => {
    const folder = folderWith({ 'a.txt': 'A' });
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const server = createServer().listen(join(folder, 'socket.txt'));
    try {
      await new Promise((resolve) => server.once('listening', resolve));
      const walked = await readAll([folder]);
      expect(texts(walked)).toEqual(['A']);
      expect(codes(walked)).toEqual(['special-file', 'special-file']);
      expect(codes(await readAll([join(folder, 'pipe.txt')]))).toEqual(['special-file']);
      expect(codes(await readAll(['/dev/null']))).toEqual(['special-file']);
    } finally {
      server.close();
    }
  }, 10_000);
});

describe('a tree deeper than a path can say', () => {
  const NAME = 'd'.repeat(200);
  const LEVELS = 30;

  it('is read as far as the system goes, and the rest is told', async () => {
    const folder = folderWith();
    // Step by step: no path that leads there from outside can be opened.
    const script = `i=0; while [ $i -lt ${LEVELS} ]; do mkdir ${NAME}; cd -P ${NAME} || exit 1; echo ferry > a.txt; i=$((i+1)); done`;
    try {
      execFileSync('bash', ['-c', script], { cwd: folder, stdio: 'ignore' });
      const { files, issues } = await found([folder]);
      expect(files.length).toBeGreaterThan(10);
      expect(files.length).toBeLessThan(LEVELS);
      expect(issues.length).toBeGreaterThan(0);
      for (const { code, message } of issues) {
        expect(code).toBe('unreadable');
        expect(message).toContain('ENAMETOOLONG');
      }
      expect(issues.at(-1)?.message).toContain('start further down');
    } finally {
      execFileSync('rm', ['-rf', join(folder, NAME)]);
    }
  });
});

describe('many files in one folder', () => {
  it('take time and memory by their number', async () => {
    const folders = new Map(
      [2000, 16_000].map((count) => {
        const folder = folderWith();
        for (let i = 0; i < count; i++) writeFileSync(join(folder, `article-${i}.txt`), '');
        return [count, folder];
      }),
    );
    const walk = (count: number) => async () => {
      const { files } = await found([folders.get(count) ?? '']);
      expect(files).toHaveLength(count);
    };
    expect(await leastGrowth(walk, { from: 2000, to: 16_000, enough: 24 })).toBeLessThanOrEqual(24);
  });
});
