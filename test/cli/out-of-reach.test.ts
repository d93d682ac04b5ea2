/** What of the known files is kept when it cannot be read. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { belowUnreadable, inOrder, wasNotRead } from '../../src/cli/out-of-reach.ts';
import type { IssueCode } from '../../src/model/issue.ts';
import type { FileEntry } from '../../src/state/store/entries.ts';
import { folderWith } from './workspace.ts';

const entry = (path: string, articles = 1, digest = 'd'): FileEntry => ({
  location: path,
  path,
  type: 'text',
  size: '1',
  mtimeNs: '1',
  ctimeNs: '1',
  inode: '1',
  digest,
  isSettled: true,
  content: { number: 0, chunks: 1, articles, path },
});

describe('files below what could not be read', () => {
  const names = ['a/b/c.txt', 'a/bc.txt', 'a/d.txt', 'e.txt'];
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, 'text'])));
  const known = new Map(
    names.map((name) => [join(folder, name), { ...entry(name), location: join(folder, name) }]),
  );
  const check = (
    name: string,
    shut: readonly string[],
    met: readonly string[],
    expected: readonly string[],
  ): void => {
    it(name, async () => {
      const issues = shut.map((path) => ({ code: 'unreadable' as const, path, message: '' }));
      const seen = new Map(met.map((path) => [join(folder, path), entry(path)]));
      expect((await belowUnreadable(known, seen, issues)).map(({ path }) => path)).toEqual(expected);
    });
  };
  check('none where all could', [], ['e.txt'], []);
  check('a folder, and none that is only called like it', ['a/b'], ['e.txt'], ['a/b/c.txt']);
  check('a folder with all that is in it', ['a'], ['e.txt'], ['a/b/c.txt', 'a/bc.txt', 'a/d.txt']);
  check('but those that were met by another way', ['a'], ['a/d.txt', 'e.txt'], ['a/b/c.txt', 'a/bc.txt']);
  check('a file', ['e.txt'], ['a/d.txt'], ['e.txt']);
  check('the working folder itself', ['.'], ['e.txt'], ['a/b/c.txt', 'a/bc.txt', 'a/d.txt']);

  it('not for other troubles, nor what is gone', async () => {
    const issues = [{ code: 'left-out' as const, path: 'a', message: '' }];
    expect(await belowUnreadable(known, new Map(), issues)).toEqual([]);
    const gone = new Map([['no/such/file.txt', entry('no/such/file.txt')]]);
    expect(await belowUnreadable(gone, new Map(), [{ code: 'unreadable', path: 'no', message: '' }])).toEqual(
      [],
    );
  });
});

describe('a file was not read', () => {
  const check = (name: string, articles: number, codes: readonly IssueCode[], expected: boolean): void => {
    it(name, () => {
      const issues = codes.map((code) => ({ code, path: 'a', message: '' }));
      expect(wasNotRead(entry('a', articles), () => [{ issues: [] }, { issues }])).toBe(expected);
    });
  };
  check('where it gave nothing and says so', 0, ['unreadable'], true);
  check('not where it broke off', 2, ['unreadable'], false);
  check('not where it is of another kind now', 0, ['unknown-type'], false);
  check('not where it is empty', 0, [], false);
});

it('files stand in the order of their paths', () => {
  expect(inOrder([entry('b'), entry('a/z'), entry('a.txt')]).map(({ path }) => path)).toEqual([
    'a.txt',
    'a/z',
    'b',
  ]);
});
