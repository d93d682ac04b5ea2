/** What of the known files is kept when it cannot be read. */
import { describe, expect, it } from 'vitest';
import { belowUnreadable, inOrder, wasNotRead } from '../../src/cli/out-of-reach.ts';
import type { FileEntry } from '../../src/state/store/entries.ts';

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
  const known = new Map(['a/b/c.txt', 'a/bc.txt', 'a/d.txt', 'e.txt'].map((path) => [path, entry(path)]));
  const check = (
    name: string,
    shut: readonly string[],
    met: readonly string[],
    expected: readonly string[],
  ): void => {
    it(name, () => {
      const issues = shut.map((path) => ({ code: 'unreadable' as const, path, message: '' }));
      const seen = new Map(met.map((path) => [path, entry(path)]));
      expect(belowUnreadable(known, seen, issues).map(({ path }) => path)).toEqual(expected);
    });
  };
  check('none where all could', [], ['e.txt'], []);
  check('a folder, and none that is only called like it', ['a/b'], ['e.txt'], ['a/b/c.txt']);
  check('a folder with all that is in it', ['a'], ['e.txt'], ['a/b/c.txt', 'a/bc.txt', 'a/d.txt']);
  check('but those that were met by another way', ['a'], ['a/d.txt', 'e.txt'], ['a/b/c.txt', 'a/bc.txt']);
  check('a file', ['e.txt'], ['a/d.txt'], ['e.txt']);
  it('not for other troubles', () => {
    const issues = [{ code: 'left-out' as const, path: 'a', message: '' }];
    expect(belowUnreadable(known, new Map(), issues)).toEqual([]);
  });
});

it('a file that gave nothing was not read; one that broke off was', () => {
  expect(wasNotRead(entry('a', 0, ''))).toBe(true);
  expect(wasNotRead(entry('a', 2, ''))).toBe(false);
  expect(wasNotRead(entry('a', 0))).toBe(false);
});

it('files stand in the order of their paths', () => {
  expect(inOrder([entry('b'), entry('a/z'), entry('a.txt')]).map(({ path }) => path)).toEqual([
    'a.txt',
    'a/z',
    'b',
  ]);
});
