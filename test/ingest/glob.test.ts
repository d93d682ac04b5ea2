import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../src/ingest/glob.ts';

const MATCHES: readonly (readonly [string, string, boolean])[] = [
  ['*.txt', 'a.txt', true],
  ['*.txt', 'a.txt.gz', false],
  ['*.txt', 'x/a.txt', false],
  ['*', '.hidden', false],
  ['.*', '.hidden', true],
  ['?', 'ü', true],
  ['?', '𝒳', true],
  ['?', 'ab', false],
  ['**', 'a/b/c', true],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'x/y/a.txt', true],
  ['**/*.txt', '.x/a.txt', false],
  ['x/**', 'x', true],
  ['x/**/y/*.md', 'x/1/y/2/y/a.md', true],
  ['x/**/y/*.md', 'x/1/y/2/a.md', false],
  ['./x//*.md', 'x/a.md', true],
  ['a{b,c}d', 'acd', true],
  ['a{b,c}d', 'add', false],
  ['{a,b{c,d}}', 'bd', true],
  ['[a-c]1', 'b1', true],
  ['[!a-c]1', 'b1', false],
  ['[]]', ']', true],
  ['[a', '[a', true],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['a*b*c', 'aXbXbXc', true],
  ['', '', true],
];

describe('globs', () => {
  for (const [pattern, path, expected] of MATCHES) {
    it(`${pattern} ${expected ? 'takes' : 'leaves'} ${path}`, () => {
      expect(compileGlob(pattern).matches(path)).toBe(expected);
    });
  }

  it('begin at their literal folders', () => {
    const bases = ['a/b/*.txt', '/a/*/c', '*.txt', 'a/{b,c}/d', 'a/b.txt', 'a\\[1\\]/*'].map(
      (p) => compileGlob(p).base,
    );
    expect(bases).toEqual(['a/b', '/a', '', 'a', 'a', 'a[1]']);
  });

  it('say where matches may still lie', () => {
    const glob = compileGlob('a/*/c/**/d');
    const answers = ['a', 'b', 'a/x', 'a/x/y', 'a/x/c', 'a/x/c/z/z'].map((folder) =>
      glob.mayMatchBelow(folder),
    );
    expect(answers).toEqual([true, false, true, false, true, true]);
  });

  it('do not explode', () => {
    expect(compileGlob('*a'.repeat(50)).matches('a'.repeat(2000).concat('b'))).toBe(false);
    expect(compileGlob('**/'.repeat(50).concat('x')).matches('a/'.repeat(500).concat('y'))).toBe(false);
    expect(compileGlob('{a,b}'.repeat(40)).matches('a'.repeat(40))).toBe(false);
  });

  it('agree with matching by trying everything', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const subject = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, subject, (pattern, text) => {
        // An empty name is no name.
        fc.pre(pattern !== '' && text !== '' && pattern !== '**');
        expect(compileGlob(pattern).matches(text)).toBe(tryEverything(pattern, text));
      }),
    );
  });
});

function tryEverything(pattern: string, text: string): boolean {
  const [first] = pattern;
  if (first === undefined) return text === '';
  const rest = pattern.slice(1);
  if (first === '*') {
    return [...Array(text.length + 1).keys()].some((taken) => tryEverything(rest, text.slice(taken)));
  }
  return text !== '' && (first === '?' || first === text[0]) && tryEverything(rest, text.slice(1));
}
