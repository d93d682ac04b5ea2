/**
 * Every regular expression of the project takes time that grows no faster than its input. Decided from the expression,
 * not from a clock: `recheck` builds its automaton and looks for ambiguity. What it cannot decide counts as a failure.
 */
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { expressionsOf, readExpressions } from './helpers/expressions.ts';

/** In milliseconds, per expression; all of ours are decided in a fraction of it. */
const TIMEOUT = 30_000;

function growth(pattern: string, flags: string): string {
  const found = checkSync(pattern, flags, { timeout: TIMEOUT });
  return found.status === 'unknown' ? `undecided (${found.error.kind})` : found.complexity.type;
}

describe('the regular expressions of src', () => {
  const expressions = readExpressions();

  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(40);
    expect(expressions.some(({ files }) => files.includes('ingest/dates/iso.ts'))).toBe(true);
  });

  it.each(
    expressions.map((expression) => [`/${expression.pattern}/${expression.flags}`, expression] as const),
  )('%s', (_, { pattern, flags, files }) => {
    expect(['safe', 'linear'], `in ${files.join(', ')}`).toContain(growth(pattern, flags));
  });
});

describe('the check itself', () => {
  it.each([
    ['(a+)+$', '', 'exponential'],
    ['\\s+$', '', 'polynomial'],
    ['<[^>]*>', '', 'polynomial'],
    ['^\\s*#', '', 'linear'],
    ['\\d', 'g', 'safe'],
  ])('%s is %s', (pattern, flags, expected) => {
    expect(growth(pattern, flags)).toBe(expected);
  });

  it('reads literals and patterns made of constants, and refuses others', () => {
    const source = `const A = 'x+'; const r = new RegExp(\`^\${A}$\`, 'u'); f(/b/g);`;
    expect(expressionsOf('a.ts', source)).toEqual(
      expect.arrayContaining([
        { pattern: '^x+$', flags: 'u' },
        { pattern: 'b', flags: 'g' },
      ]),
    );
    expect(() => expressionsOf('a.ts', 'const r = (a: string) => new RegExp(a);')).toThrow(/no constants/);
  });
});
