import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globTrouble } from '../../src/ingest/glob.ts';
import { compileGlob } from '../../src/ingest/glob-match.ts';

const MATCHES: readonly (readonly [string, string, boolean])[] = [
  ['*.txt', 'a.txt', true],
  ['*.txt', 'a.txt.gz', false],
  ['*.txt', 'x/a.txt', false],
  ['*', '.hidden', false],
  ['.*', '.hidden', true],
  ['?', 'ü', true],
  // UTF-16 units: see src/ingest/glob.ts.
  ['??', '𝒳', true],
  ['?', 'ab', false],
  ['y202?/*.txt', 'y2023/a.txt', true],
  ['y202?/*.txt', 'y202/a.txt', false],
  ['??/a', 'xy/a', true],
  ['?y/a', '.y/a', false],
  ['x/?y/z?/a', 'x/1y/z2/a', true],
  ['**', 'a/b/c', true],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'x/y/a.txt', true],
  ['**/*.txt', '.x/a.txt', false],
  ['x/**', 'x/y/z', true],
  ['x/**', 'x', false],
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
  ['report (1)*.txt', 'report (1) b.txt', true],
  ['report (1)*.txt', 'report 1 b.txt', false],
  ['(a|b)', 'a', false],
  ['"a"', 'a', false],
  ["'a'", "'a'", true],
  ['!a', 'b', false],
  ['!a', '!a', true],
  ['+(a)', 'aa', false],
  ['a+', 'aa', false],
  ['\\d', '7', false],
  ['\\d', 'd', true],
  ['$&', '$&', true],
  ['[[:alpha:]]', 'x', false],
  ['[abc]', '[abc]', false],
  ['[a-c', '[a-c', true],
  ['[!a]b', '.b', false],
  ['[+-0]b', '.b', false],
  ['[+-0]b', '-b', true],
  ['[z-a]', 'm', false],
  ['x[a/b]', 'xa', false],
  ['{1..3}', '2', false],
  ['{1..3}', '{1..3}', true],
  ['{a}', '{a}', true],
  ['{a,b}{c', 'b{c', true],
  ['{a,{b,c}', '{a,c', true],
  ['{x,y/z}/*.md', 'y/z/a.md', true],
  ['a,b', 'a,b', true],
  ['*', 'line\nfeed', true],
  ['**', 'a\u2028/b\r', true],
  ['a\\\\b*', 'a\\b.txt', true],
  ['**/**/**/**/x', 'a/b/x', true],
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

  it('that could explode are not run, and the hardest that are run end soon', () => {
    const refused = ['*a'.repeat(4), '**/a/'.repeat(3), '**/a/**/*a*a*a', `${'a'.repeat(5000)}*`];
    for (const pattern of refused) {
      expect(globTrouble(pattern), pattern).toMatch(/pattern/);
      expect(compileGlob(pattern).matches('a'.repeat(8))).toBe(false);
    }
    const run = ['*a*a*a', '**/*a*a*a', '**/a/**/*a*a', 'a/*a/*a/*a/*a/*a', '**/*-*-*.txt', '**/a/**'];
    const names = ['a'.repeat(254).concat('b'), 'a/'.repeat(200).concat('b')];
    for (const pattern of run) {
      expect(globTrouble(pattern), pattern).toBeUndefined();
      for (const name of names)
        expect(compileGlob(pattern).matches(`${name}b`), pattern).toBe(
          /\*\*$/.test(pattern) && name.includes('/'),
        );
    }
  }, 10_000);

  it('with too many alternatives keep their braces', () => {
    const braces = '{a,b}'.repeat(40);
    expect(compileGlob(braces).matches('a'.repeat(40))).toBe(false);
    expect(compileGlob(braces).matches(braces)).toBe(true);
    expect(compileGlob('{a,b}'.repeat(8)).matches('abababab')).toBe(true);
  });

  it('take a name whose characters are all escaped, and no other', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'()[]{}!^*?+@|,.-\\\'"`$~#& \n\r\udc80ab0'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => one !== '/'),
    );
    const name = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => units.join(''));
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(!/^\.+$/.test(one) && !/^\.+$/.test(other));
        const glob = compileGlob([...one].map((character) => `\\${character}`).join(''));
        expect(glob.matches(one)).toBe(true);
        expect(glob.matches(other)).toBe(one === other);
      }),
      { numRuns: 300 },
    );
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
